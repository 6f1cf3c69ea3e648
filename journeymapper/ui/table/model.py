"""The rows of the table: steps in the order and choice that somebody wants to see.

Rows stay where they are while cells are written: a step is not taken from under one's hands
because it no longer fits the filter or the order. Both are looked at again when they are chosen
anew, or when steps come or go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import Message
from journeymapper.ui.table.columns import Column
from journeymapper.ui.table.filters import Wanted, found_steps
from journeymapper.ui.table.looks import CellLooks
from journeymapper.ui.table.sight import Sight

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column rows are ordered ("" is the journey), and which way."""

    key: str = ""
    descending: bool = False


class TableModel(QAbstractTableModel):
    """Reads a `Sight`; never writes."""

    def __init__(self, looks: CellLooks, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks
        self._ids: list[str] = []
        self._row_of: dict[str, int] = {}
        self.sight: Sight | None = None
        self.columns: tuple[Column, ...] = ()
        self.wanted = Wanted()
        self.sorting = Sorting()
        self._all: tuple[str, ...] = ()

    def show(self, sight: Sight | None, columns: tuple[Column, ...]) -> None:
        """Show another state of the document, or another map."""
        all_ = tuple(sight.places) if sight is not None else ()
        same_map = sight and self.sight and sight.map_id == self.sight.map_id
        if same_map and all_ == self._all and columns == self.columns:
            self.sight = sight
            self._tell_all()
            return
        if not same_map:
            self.wanted, self.sorting = Wanted(), Sorting()
        self.beginResetModel()
        self.sight, self.columns, self._all = sight, columns, all_
        self._put(self._arranged())
        self.endResetModel()

    def choose(self, wanted: Wanted) -> None:
        """Show only these steps."""
        self.wanted = wanted
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 is the order of the journey."""
        key = self.columns[column].key if 0 <= column < len(self.columns) else ""
        self.sorting = Sorting(key, order == Qt.SortOrder.DescendingOrder and bool(key))
        self._rearrange()

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the steps that are shown, from top to bottom."""
        return self._ids

    @property
    def count(self) -> int:
        """How many steps the map has."""
        return len(self._all)

    def step(self, row: int) -> Touchpoint | None:
        """Return the step of a row."""
        if self.sight is None or not 0 <= row < len(self._ids):
            return None
        return self.sight.snapshot.find(Touchpoint, self._ids[row])

    def row_of(self, step_id: str) -> int:
        """Return the row of a step, -1 when it is not shown."""
        return self._row_of.get(step_id, -1)

    def column_of(self, key: str) -> int:
        """Return the place of a column, -1 when it is not shown."""
        return next((i for i, column in enumerate(self.columns) if column.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        sight = self.sight
        if sight is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            shown = role == _Role.DisplayRole and section < len(self._ids)
            return sight.numbers.get(self._ids[section], "") if shown else None
        if role in (_Role.DisplayRole, _Role.ToolTipRole) and section < len(self.columns):
            title = self.columns[section].title
            return sight.say(title) if isinstance(title, Message) else title
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        step, sight = self.step(index.row()), self.sight
        if step is None or sight is None or not index.isValid():
            return None
        column, looks = self.columns[index.column()], self._looks
        match role:
            case _Role.DisplayRole:
                found: object = column.text(sight, step)
            case _Role.EditRole:
                found = column.typed(sight, step)
            case _Role.DecorationRole:
                found = looks.icon(column, sight, step)
            case _Role.FontRole:
                found = looks.font(column)
            case _Role.ForegroundRole:
                found = looks.colour(column, sight, step)
            case _Role.TextAlignmentRole:
                found = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            case _Role.ToolTipRole:
                found = looks.tip(column, sight, step) or None
            case _Role.AccessibleTextRole:
                found = looks.reading(column, sight, step)
            case _:
                found = None
        return found

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _rearrange(self) -> None:
        """Put the rows in another order; what is current and selected goes with its step."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index.column(), self._ids[index.row()]) for index in before]
        self._put(self._arranged())
        after = [
            self.index(row, column) if (row := self.row_of(id_)) >= 0 else QModelIndex()
            for column, id_ in kept
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arranged(self) -> list[str]:
        sight = self.sight
        if sight is None:
            return []
        steps = found_steps(sight, self.wanted)
        place = self.column_of(self.sorting.key)
        if place < 0:
            return [step.id for step in steps]
        column = self.columns[place]
        keyed = [(column.order(sight, step), step.id) for step in steps]
        filled = [pair for pair in keyed if pair[0]]
        filled.sort(key=lambda pair: pair[0], reverse=self.sorting.descending)
        return [id_ for _key, id_ in (*filled, *(pair for pair in keyed if not pair[0]))]

    def _put(self, ids: list[str]) -> None:
        self._ids = ids
        self._row_of = {id_: row for row, id_ in enumerate(ids)}

    def _tell_all(self) -> None:
        rows, columns = len(self._ids), len(self.columns)
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows - 1)
