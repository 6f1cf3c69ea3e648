"""The view of the map as a list of cells, followed by what stands in it as widgets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from journeymapper.ui.canvas.accessible.cell import CellReader
from journeymapper.ui.canvas.accessible.cells import Cells
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.view import MapView

SpotAt = Callable[[QPoint], Spot | None]
"""Which spot is at a point of the screen."""


class MapList(QAccessibleWidget):
    """Belongs to Qt once it is registered; a reference has to be kept beside the view."""

    def __init__(self, view: MapView, cells: Cells, spot_at: SpotAt) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._cells = cells
        self._spot_at = spot_at

    def childCount(self) -> int:
        return self._cells.count() + len(self._widgets())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        count = self._cells.count()
        if index < count:
            return self._cells.at(index)
        widgets = self._widgets()
        if index - count < len(widgets):
            return QAccessible.queryAccessibleInterface(widgets[index - count])
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, CellReader):
            return self._cells.index_of(child)
        widgets = self._widgets()
        found = child.object() if child is not None else None
        return self._cells.count() + widgets.index(found) if found in widgets else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._cells.of(self._spot_at(QPoint(x, y)))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        if self._view.hasFocus():
            return self._cells.of(self._view.cell_cursor.spot) or self
        return super().focusChild()

    def _widgets(self) -> list[QWidget]:
        """Return the viewport, which holds the editor, and the scroll bar where there is one."""
        bar = self._view.verticalScrollBar()
        return [self._view.viewport(), *([bar] if bar.isVisible() else [])]
