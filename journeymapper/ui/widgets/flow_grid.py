"""Equal cards in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class FlowGrid(QWidget):
    """Lays its widgets in rows; a column is at least ``least`` px wide, ``most`` columns."""

    def __init__(self, least: int, most: int, gap: int = 12) -> None:
        super().__init__()
        self._least = least
        self._most = most
        self._gap = gap
        self._columns = 0
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self.setMinimumWidth(min(least, 240))

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets and let go of the ones before."""
        for old in self._widgets:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._widgets = list(widgets)
        self._columns = 0
        self._arrange()

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the widgets in order."""
        return tuple(self._widgets)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fitting = (self.width() + self._gap) // (self._least + self._gap)
        columns = max(1, min(self._most, fitting))
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for i, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, i // columns, i % columns)
