"""The action list as a table that goes out and comes back: its rows, and what was changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Plan, Task
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import plans, simple_tasks, state_of, turns
from journeymapper.domain.snapshot import Snapshot


class Column(StrEnum):
    """A column of the list, in the order of the table."""

    ID = "id"
    KIND = "kind"
    WHAT = "what"
    WHO = "who"
    START = "start"
    DUE = "due"
    DONE = "done"
    PLAN = "plan"
    PLACE = "place"


HEADS: Final[Mapping[Column, Message]] = {
    Column.ID: _("Do not change"),
    Column.KIND: _("Task or plan"),
    Column.WHAT: _("What"),
    Column.WHO: _("Who"),
    Column.START: _("Begins"),
    Column.DUE: _("By when"),
    Column.DONE: _("Done on"),
    Column.PLAN: _("Belongs to the plan"),
    Column.PLACE: _("Place"),
}

DATES: Final = (Column.START, Column.DUE, Column.DONE)
"""The columns that hold local dates."""

KINDS: Final[Mapping[type[Task | Plan], Message]] = {Task: _("Task"), Plan: _("Plan")}


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row as it stands now; dates are YYYY-MM-DD, what is not known is ""."""

    id: str
    kind: type[Task | Plan]
    what: str
    who: str = ""
    start: str = ""
    due: str = ""
    done: str = ""
    plan: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class LineChange:
    """A cell that was changed: from what to what; ``value`` goes into the document.

    It is a name for WHO, the id of a step or None for PLACE, otherwise a text or a date.
    """

    row: int
    line: ListRow
    column: Column
    before: str
    after: str
    value: str | None


@dataclass(frozen=True, slots=True)
class NewTask:
    """A row without an id: a task; ``plan`` and ``touchpoint`` are ids."""

    row: int
    what: str
    who: str = ""
    start: str = ""
    due: str = ""
    done: str = ""
    plan: str | None = None
    touchpoint: str | None = None


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something in the list that is not taken, and why; ``row`` counts as the spreadsheet does."""

    row: int
    what: str
    why: Message


@dataclass(frozen=True, slots=True)
class ListChanges:
    """What a list would change; ``missing`` are rows that are here and no longer in the list."""

    changes: tuple[LineChange, ...] = ()
    new: tuple[NewTask, ...] = ()
    missing: tuple[ListRow, ...] = ()
    refused: tuple[NotTaken, ...] = ()

    @property
    def count(self) -> int:
        """How many rows would change or be new."""
        return len({change.row for change in self.changes}) + len(self.new)


def rows_of(snapshot: Snapshot) -> tuple[ListRow, ...]:
    """Return simple tasks, then each plan with its tasks; plans that were given up are left out."""
    steps = queries.numbered_steps(snapshot)
    found = [_task(snapshot, task, "", steps) for task in simple_tasks(snapshot)]
    for plan in plans(snapshot):
        if state_of(snapshot, plan.id) == PlanState.DROPPED:
            continue
        found.append(_plan(snapshot, plan, steps))
        tasks = sorted(snapshot.select(indexes.TASKS_OF_PLAN, plan.id), key=sort_key)
        found += [_task(snapshot, task, plan.title, steps) for task in tasks]
    return tuple(found)


def all_rows(snapshot: Snapshot) -> dict[str, ListRow]:
    """Return the rows of all tasks and plans by id, of those too that are in no list."""
    steps = queries.numbered_steps(snapshot)
    found = {plan.id: _plan(snapshot, plan, steps) for plan in snapshot.table(Plan).values()}
    for task in snapshot.table(Task).values():
        plan = snapshot.find(Plan, task.plan)
        title = plan.title if plan is not None else ""
        found[task.id] = _task(snapshot, task, title, steps)
    return found


def _task(snapshot: Snapshot, task: Task, plan: str, steps: Mapping[str, str]) -> ListRow:
    place, who = steps.get(task.touchpoint or "", ""), queries.person_name(snapshot, task.owner)
    return ListRow(task.id, Task, task.title, who, task.start, task.due, task.done, plan, place)


def _plan(snapshot: Snapshot, plan: Plan, steps: Mapping[str, str]) -> ListRow:
    done = ""
    if state_of(snapshot, plan.id) == PlanState.CLOSED:
        done = turns(snapshot, plan.id)[-1].date
    place, who = steps.get(plan.touchpoint or "", ""), queries.person_name(snapshot, plan.owner)
    return ListRow(plan.id, Plan, plan.title, who, plan.start, plan.due, done, "", place)
