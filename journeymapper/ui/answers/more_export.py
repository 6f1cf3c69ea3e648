"""A table as a file for a spreadsheet: which kind, where to, written as a whole."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.export.files import write_all
from journeymapper.export.table import csv_file
from journeymapper.ui.answers.comment_export import SUFFIXES
from journeymapper.ui.context import Context
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.session import Session

Table = Callable[[], Sequence[Sequence[str]]]


class TableExport:
    """``table`` gives all cells below a line of headings, at the time of writing."""

    def __init__(
        self, context: Context, session: Session, parent: QWidget, title: Message, table: Table
    ) -> None:
        self._context, self._session, self._parent = context, session, parent
        self._title, self._table = title, table

    def write(self, suffix: str) -> bytes:
        """Return the table as a file of this kind; nothing in it comes alive."""
        table = self._table()
        if suffix == ".csv":
            return csv_file(table)
        writer = importlib.import_module("journeymapper.export.workbook")  # heavy
        made: bytes = writer.workbook(self._context.say(self._title), table)
        return made

    def choose(self, beside: QWidget) -> None:
        """Let the user choose the kind of file from a menu at a widget, then the place."""
        menu = QMenu(self._parent)
        for suffix, name in SUFFIXES.items():
            menu.addAction(self._context.say(name)).triggered.connect(
                lambda _on=False, suffix=suffix: self._export(suffix)
            )
        menu.exec(beside.mapToGlobal(QPoint(0, 0)))
        menu.deleteLater()

    def _export(self, suffix: str) -> None:
        say = self._context.say
        chooser = FileChooser(self._context, self._parent)
        path = chooser.to_export(say(SUFFIXES[suffix]), say(self._title), suffix)
        if path is not None:
            with self._session.guard():
                write_all(path, [self.write(suffix)])
                self._session.report(_("The table is in {name}.", name=path.name))
