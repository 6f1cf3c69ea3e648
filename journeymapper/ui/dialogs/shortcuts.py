"""All keys on one page, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.app.actions import MENU_TITLES, Action, Menu, in_menu, plain
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel

IN_CELLS: tuple[tuple[Message, Message], ...] = (
    (_("Arrow keys"), _("Move around")),
    (_("Tab, Shift+Tab"), _("Next, previous")),
    (_("Home, End"), _("First, last cell")),
    (_("Any letter"), _("Write in the cell")),
    (_("−5 to 5"), _("Set the feeling")),
    (_("Enter"), _("Edit, then keep")),
    (_("Shift+Enter"), _("New line")),
    (_("Esc"), _("Cancel")),
    (_("Shift+arrows"), _("Select more")),
    (_("Menu key"), _("Menu of the cell")),
    (_("Ctrl+click"), _("Select one more")),
    (_("Ctrl while dragging"), _("Copy")),
    (_("Alt+up, Alt+down"), _("Feel better, worse")),
)
"""Keys of the map that belong to no action."""

_COLUMNS = ((Menu.FILE, Menu.VIEW), (Menu.EDIT, Menu.HELP), (Menu.GO,))


class ShortcutsDialog(DialogFrame):
    """Three columns: what, and the keys for it."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(context, context.say(_("Keys")), parent, QSize(980, 620))
        row = QHBoxLayout()
        row.setSpacing(32)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(6)
            for menu in menus:
                self._add_group(column, plain(context.say(MENU_TITLES[menu])), _with_keys(menu))
            if Menu.GO in menus:
                self._add_cells(column)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        close = self.add_button(context.say(_("Close")), "primary")
        close.clicked.connect(self.accept)

    def _add_group(self, column: QVBoxLayout, title: str, actions: tuple[Action, ...]) -> None:
        say = self.context.say
        rows = [(plain(say(action.text)), _keys(action)) for action in actions]
        self._add_rows(column, title, rows)

    def _add_cells(self, column: QVBoxLayout) -> None:
        say = self.context.say
        rows = [(say(what), say(keys)) for keys, what in IN_CELLS]
        self._add_rows(column, say(_("In the map")), rows)

    def _add_rows(self, column: QVBoxLayout, title: str, rows: list[tuple[str, str]]) -> None:
        column.addWidget(PlainLabel(title, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for i, (what, keys) in enumerate(rows):
            grid.addWidget(PlainLabel(what, "body", wrap=True), i, 0)
            label = PlainLabel(keys, "label", wrap=len(keys) > 16)
            label.setProperty("look", "key")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(label, i, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        column.addSpacing(10)


def _with_keys(menu: Menu) -> tuple[Action, ...]:
    return tuple(a for section in in_menu(menu) for a in section if a.shortcuts)


def _keys(action: Action) -> str:
    """Return the first key, as this computer writes it."""
    return QKeySequence(action.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
