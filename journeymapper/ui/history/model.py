"""The rows of the history: the newest step first, a head above each sitting.

Words are made when a row is painted; a history of ten thousand steps costs as much as a short one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeymapper.app.moments import day, moment
from journeymapper.domain.changes import Step
from journeymapper.domain.entities import Version
from journeymapper.domain.message import Message, _
from journeymapper.ui.history.words import Reading, reading, taken_back

Say = Callable[[Message], str]
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Head:
    """The line above ``count`` steps of one sitting, from number ``first`` to ``last``."""

    first: int
    last: int
    count: int


Row = Head | int
"""A head, or the number of a step."""


class HistoryModel(QAbstractListModel):
    """Steps by number in ``steps``; ``rows`` is what is shown, from top to bottom."""

    def __init__(self, say: Say, now: Callable[[], datetime.datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self._now = now
        self._wanted = ""
        self._texts: dict[int, str] = {}
        self._names: dict[str, Version] = {}
        self._gone: frozenset[int] = frozenset()
        self.steps: Sequence[Step] = ()
        self.rows: list[Row] = []

    def show_steps(self, steps: Sequence[Step], versions: Sequence[Version]) -> None:
        """Show a history, oldest step first, and the names given to its points."""
        names = {version.step: version for version in versions}
        same = names == self._names and [s.id for s in steps[:1]] == [s.id for s in self.steps[:1]]
        if not same:
            self._texts.clear()
        elif self.steps:  # the last step may have been rewritten
            self._texts.pop(self.steps[-1].seq, None)
        self._names = names
        self._gone = taken_back(steps)
        self.steps = steps
        self._put(self._filtered())
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def filter(self, text: str) -> None:
        """Show only steps with this text in what they did, when, or in their name."""
        self._wanted = text.strip().casefold()
        self._put(self._filtered())

    def step_at(self, index: Index) -> Step | None:
        """Return the step of a row, None for a head or no row."""
        row = self.rows[index.row()] if index.isValid() else None
        return self.steps[row] if isinstance(row, int) else None

    def version_of(self, step: Step) -> Version | None:
        """Return the name given to the point after a step."""
        return self._names.get(step.id)

    def row_of(self, seq: int) -> int:
        """Return the row of a step, -1 when it is not shown."""
        return self.rows.index(seq) if seq in self.rows else -1

    def reading_at(self, index: Index) -> Reading | None:
        """Return the words of a step's row, None for a head."""
        step = self.step_at(index)
        return self._reading(step) if step is not None else None

    def head_at(self, index: Index) -> tuple[str, str] | None:
        """Return when a sitting was and how many of its steps are shown; None for a step."""
        row = self.rows[index.row()]
        if not isinstance(row, Head):
            return None
        count = _("1 change") if row.count == 1 else _("{count} changes", count=row.count)
        return self._head(index), self._say(count)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            words = self.reading_at(index)
            return self._head(index) if words is None else words.name or self._say(words.what)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            step = self.step_at(index)
            if step is None:
                return self._head(index) if role == Qt.ItemDataRole.AccessibleTextRole else None
            return self._whole(step)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.step_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _reading(self, step: Step) -> Reading:
        version = self._names.get(step.id)
        name = version.name if version else ""
        return reading(step, self._now(), name, holds=step.seq not in self._gone)

    def _head(self, index: Index) -> str:
        row = self.rows[index.row()]
        if not isinstance(row, Head):
            return ""
        first, last = self.steps[row.first].at, self.steps[row.last].at
        now = self._now()
        begun, ended = moment(first, now), moment(last, now)
        if begun == ended:
            return self._say(begun)
        if day(first, now) == day(last, now):
            time = dict(ended.args)["time"]
            return self._say(_("{begun} to {time}", begun=begun, time=time))
        return self._say(_("{begun} to {ended}", begun=begun, ended=ended))

    def _whole(self, step: Step) -> str:
        words = self._reading(step)
        parts = (words.name, self._say(words.what), self._say(words.when))
        return ". ".join(part for part in parts if part)

    def _filtered(self) -> list[Row]:
        shown = [step for step in self.steps if self._is_wanted(step)]
        rows: list[Row] = []
        for _sitting, group in groupby(reversed(shown), key=lambda step: step.sitting):
            numbers = [step.seq for step in group]
            rows += [Head(numbers[-1], numbers[0], len(numbers)), *numbers]
        return rows

    def _is_wanted(self, step: Step) -> bool:
        if not self._wanted:
            return True
        if step.seq not in self._texts:
            self._texts[step.seq] = self._whole(step).casefold()
        return self._wanted in self._texts[step.seq]

    def _put(self, rows: list[Row]) -> None:
        """Show other rows; where only some came in at the top, the others keep their place."""
        if rows == self.rows:
            return
        more = len(rows) - len(self.rows)
        for start in (0, 1):
            if more > 0 and self.rows and rows[start + more :] == self.rows[start:]:
                self.beginInsertRows(QModelIndex(), start, start + more - 1)
                self.rows = rows
                self.endInsertRows()
                return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
