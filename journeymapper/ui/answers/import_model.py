"""The rows of a file as the preview shows them, with the minutes made of two columns."""

from __future__ import annotations

import html
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from journeymapper.domain.message import _
from journeymapper.importing.answers import cells, header_words
from journeymapper.importing.answers.mapping import ColumnKind
from journeymapper.ui.answers.import_sight import Sight
from journeymapper.ui.context import Context

FIRST = 50
"""So many rows are shown."""

_LONGEST = 200
_Index = QModelIndex | QPersistentModelIndex
_HIDDEN = "•••"


class ImportModel(QAbstractTableModel):
    """Shows the first rows, or those that somebody should look at."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sight: Sight | None = None
        self._places: tuple[int, ...] = ()
        self._wrong: dict[tuple[int, str], str] = {}
        self._private: frozenset[int] = frozenset()

    @property
    def places(self) -> tuple[int, ...]:
        """The places in the file of the rows that are shown."""
        return self._places

    def show(self, sight: Sight, wanted: tuple[int, ...] = ()) -> None:
        """Show a file; ``wanted`` are the only rows to show, or () for the first ones."""
        self.beginResetModel()
        self._sight = sight
        self._places = (wanted or tuple(range(len(sight.table.rows))))[:FIRST]
        shown = set(self._places)
        self._wrong = {
            (p.place, p.column): self._context.say(p.what)
            for p in sight.reading.problems
            if p.place in shown
        }
        self._private = frozenset(
            n
            for n, column in enumerate(sight.mapping.columns)
            if column.kind == ColumnKind.LEAVE_OUT
            and header_words.points_to(header_words.words_of(column.header), header_words.PRIVATE)
        )
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid() or self._sight is None:
            return 0
        return len(self._sight.table.header) + (self._sight.reading.waits is not None)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._sight is None or not index.isValid():
            return None
        place, column = self._places[index.row()], index.column()
        made = column == len(self._sight.table.header)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._context.theme.colour("accent_soft") if made else None
        if role == Qt.ItemDataRole.FontRole:
            return self._font(place, column, made=made)
        if made:
            return self._minutes(place) if role == Qt.ItemDataRole.DisplayRole else None
        return self._of_cell(place, column, role)

    def _of_cell(self, place: int, column: int, role: int) -> Any:
        wrong = self._wrong_in(place, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(place, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return html.escape(wrong) or None
            case Qt.ItemDataRole.DecorationRole:
                return self._context.icon("circle-alert", "text") if wrong else None
            case Qt.ItemDataRole.ForegroundRole:
                return self._context.theme.colour(self._ink(place, column))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the number of a row as spreadsheets count; columns have choosers instead."""
        if role != Qt.ItemDataRole.DisplayRole or self._sight is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._sight.table.numbers[self._places[section]])
        header = self._sight.table.header
        return header[section] if section < len(header) else ""

    def _text(self, place: int, column: int) -> str:
        assert self._sight is not None
        cell = self._sight.table.rows[place][column]
        if cell is None:
            return self._context.say(_("empty"))
        if column in self._private:
            return _HIDDEN
        text = cells.shown(cell)
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

    def _minutes(self, place: int) -> str:
        assert self._sight is not None
        waits = self._sight.reading.waits
        found = waits.minutes[place] if waits is not None else None
        if found is None:
            return self._context.say(_("no time"))
        return self._context.say(_("{minutes} min", minutes=f"{found:g}"))

    def _wrong_in(self, place: int, column: int) -> str:
        assert self._sight is not None
        name = self._sight.mapping.columns[column].header
        return self._wrong.get((place, name), "") or (
            self._wrong.get((place, ""), "") if column == 0 else ""
        )

    def _ink(self, place: int, column: int) -> str:
        assert self._sight is not None
        left_out = self._sight.mapping.columns[column].kind == ColumnKind.LEAVE_OUT
        empty = self._sight.table.rows[place][column] is None
        return "text_tertiary" if left_out or empty else "text"

    def _font(self, place: int, column: int, *, made: bool) -> QFont | None:
        assert self._sight is not None
        font = QFont()
        if made:
            waits = self._sight.reading.waits
            there = waits is not None and waits.minutes[place] is not None
            font.setBold(there)
            font.setItalic(not there)
            return font
        if self._sight.table.rows[place][column] is None:
            font.setItalic(True)
            return font
        return None
