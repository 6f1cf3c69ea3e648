"""Rows of an action list: each is matched by its hidden id, or is a new task."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping

from journeymapper.domain import queries
from journeymapper.domain.entities import Plan, Task
from journeymapper.domain.message import Message, _
from journeymapper.domain.plan_list import (
    DATES,
    HEADS,
    KINDS,
    Column,
    LineChange,
    ListChanges,
    ListRow,
    NewTask,
    NotTaken,
    all_rows,
    rows_of,
)
from journeymapper.domain.plans import plans
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.importing.answers.cells import date_of, shown
from journeymapper.importing.tables.table import Cell

Cells = Mapping[Column, Cell]
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"\d+(\.\d+)*\s+")


class _NotTakenError(Exception):
    """A cell is not taken; ``why`` says why."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


class Reader:
    """Takes rows one after the other; ``found`` is what they come to."""

    def __init__(self, snapshot: Snapshot, say: Callable[[Message], str]) -> None:
        self._snapshot, self._say = snapshot, say
        self._known = all_rows(snapshot)
        self._plans = plans(snapshot)
        self._steps = queries.numbered_steps(snapshot)
        self._seen: dict[str, int] = {}
        self._changes: list[LineChange] = []
        self._new: list[NewTask] = []
        self._refused: list[NotTaken] = []

    def read(self, row: int, cells: Cells, formulas: frozenset[Column]) -> None:
        """Take a row, as the spreadsheet numbers it; ``formulas`` are cells that hold one."""
        id_ = plain(cells.get(Column.ID))
        if Column.ID in formulas:
            self._refuse(row, cells, _("its hidden id is a formula now."))
        elif not id_:
            self._read_new(row, cells, formulas)
        elif id_ not in self._known:
            self._refuse(row, cells, _("its hidden id is of no task or plan here. Was it changed?"))
        elif id_ in self._seen:
            self._refuse(
                row,
                cells,
                _(
                    "it has the hidden id of row {other}. Type a new task on an empty row.",
                    other=self._seen[id_],
                ),
            )
        else:
            self._seen[id_] = row
            self._read_known(row, self._known[id_], cells, formulas)

    def found(self) -> ListChanges:
        """Return what all rows come to."""
        gone = [one for one in rows_of(self._snapshot) if one.id not in self._seen]
        return ListChanges(
            tuple(self._changes), tuple(self._new), tuple(gone), tuple(self._refused)
        )

    def _read_known(
        self, row: int, line: ListRow, cells: Cells, formulas: frozenset[Column]
    ) -> None:
        for column in Column:
            if column not in cells or column == Column.ID:
                continue
            try:
                if column in formulas:
                    raise _NotTakenError(_("it is a formula. Type what is meant itself."))
                self._compare(row, line, column, cells[column])
            except _NotTakenError as error:
                why = _("{column}: {why}", column=HEADS[column], why=error.why)
                self._refused.append(NotTaken(row, line.what, why))

    def _compare(self, row: int, line: ListRow, column: Column, cell: Cell) -> None:
        if column == Column.KIND:
            if not _same(plain(cell), self._say(KINDS[line.kind])):
                raise _NotTakenError(_("what is a task stays one, and so does a plan."))
            return
        before = str(getattr(line, column.value))
        after = _day(cell) if column in DATES else plain(cell)
        cased = column != Column.WHO
        if after == before or (column not in DATES and _same(after, before, cased=cased)):
            return
        value: str | None = after
        if column == Column.PLAN:
            raise _NotTakenError(_("the plan of a task is not changed here."))
        if column == Column.DONE and line.kind is Plan:
            raise _NotTakenError(_("a plan is closed in its place, with its proof."))
        if column == Column.WHAT and not after:
            raise _NotTakenError(_("it is empty. What it was called stays."))
        if column == Column.WHO and line.kind is Plan and not after:
            raise _NotTakenError(_("a plan keeps somebody who is responsible."))
        if column == Column.PLACE:
            value = self._step(after)
            if value is not None and self._steps[value] == before:
                return
        elif len(after) > NAME_LIMIT:
            raise _NotTakenError(_("it is longer than {limit} characters.", limit=NAME_LIMIT))
        self._changes.append(LineChange(row, line, column, before, after, value))

    def _read_new(self, row: int, cells: Cells, formulas: frozenset[Column]) -> None:
        try:
            if formulas:
                raise _NotTakenError(_("it holds a formula. Type what is meant itself."))
            self._new.append(self._task(row, cells))
        except _NotTakenError as error:
            self._refuse(row, cells, error.why)

    def _task(self, row: int, cells: Cells) -> NewTask:
        what, kind = plain(cells.get(Column.WHAT)), plain(cells.get(Column.KIND))
        if kind and not _same(kind, self._say(KINDS[Task])):
            if _same(kind, self._say(KINDS[Plan])):
                raise _NotTakenError(_("a new plan is begun in its place; new rows are tasks."))
            raise _NotTakenError(_("“{kind}” is neither a task nor a plan.", kind=kind))
        if not what:
            raise _NotTakenError(_("it does not say what is to be done."))
        for text in (what, plain(cells.get(Column.WHO))):
            if len(text) > NAME_LIMIT:
                raise _NotTakenError(_("it is longer than {limit} characters.", limit=NAME_LIMIT))
        start, due, done = (_day(cells.get(column)) for column in DATES)
        return NewTask(
            row, what, plain(cells.get(Column.WHO)), start, due, done,
            self._plan(plain(cells.get(Column.PLAN))),
            self._step(plain(cells.get(Column.PLACE))),
        )  # fmt: skip

    def _plan(self, text: str) -> str | None:
        if not text:
            return None
        found = [plan.id for plan in self._plans if _same(plan.title, text)]
        if not found:
            raise _NotTakenError(_("there is no plan “{name}”.", name=text))
        if len(found) > 1:
            raise _NotTakenError(_("several plans are called “{name}”.", name=text))
        return found[0]

    def _step(self, text: str) -> str | None:
        """Find a step by its number and name, by its name, or by its number."""
        if not text:
            return None
        name = _NUMBER.sub("", text, count=1)
        for fits in (
            lambda known: _same(known, text),
            lambda known: _same(_NUMBER.sub("", known, count=1), name),
            lambda known: known.split(" ")[0] == text,
        ):
            found = [id_ for id_, known in self._steps.items() if fits(known)]
            if len(found) == 1:
                return found[0]
            if found:
                raise _NotTakenError(_("several steps fit “{name}”.", name=text))
        raise _NotTakenError(_("there is no step “{name}”.", name=text))

    def _refuse(self, row: int, cells: Cells, why: Message) -> None:
        self._refused.append(NotTaken(row, plain(cells.get(Column.WHAT)), why))


def plain(cell: Cell) -> str:
    """Return a cell as a text on one line."""
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        cell = cell.date()
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return " ".join(shown(cell).split())


def _day(cell: Cell) -> str:
    """Return a local date as YYYY-MM-DD, "" for an empty cell."""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    try:
        if isinstance(cell, str) and _ISO.fullmatch(cell):
            return datetime.date.fromisoformat(cell).isoformat()
        if cell is None or isinstance(cell, str | datetime.date):
            return date_of(cell)
    except ValueError:
        pass
    raise _NotTakenError(_("“{text}” is no date. Type it as 15.05.2026.", text=plain(cell)))


def _same(one: str, other: str, *, cased: bool = False) -> bool:
    first, second = " ".join(one.split()), " ".join(other.split())
    return first == second if cased else first.casefold() == second.casefold()
