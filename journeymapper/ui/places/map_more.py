"""What else the map can do: the menu behind "More"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context

_SECTIONS = (
    ("view.table", "view.check", "view.only_told", "table.export"),
    ("view.future", "view.compare", "view.ways", "ways.what_if"),
    ("view.fit_width", "view.actual_size", "view.details"),
    ("go.anything",),
)
"""The actions below the rows, by section."""


class MoreMenu(QMenu):
    """Filled each time it opens; ``fill_rows`` puts all rows into a menu."""

    rename_wanted = Signal()

    def __init__(
        self,
        context: Context,
        binding: ActionBinding,
        fill_rows: Callable[[QMenu], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._binding, self._fill_rows = context, binding, fill_rows
        self._rows = QMenu(context.say(_("Rows")), self)
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        self._rows.clear()
        self._fill_rows(self._rows)
        self.addMenu(self._rows)
        for section in _SECTIONS:
            for id_ in section:
                self.addAction(self._binding.action(id_))
            self.addSeparator()
        rename = self.addAction(self._context.say(_("Rename this map…")))
        rename.triggered.connect(self.rename_wanted)
        for id_ in ("map.another", "map.delete"):
            self.addAction(self._binding.action(id_))
