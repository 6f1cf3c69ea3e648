"""Plans and tasks along the days: rows in order of their dates, and the days they span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from journeymapper.analysis.plans.facts import PlanFacts, holds
from journeymapper.analysis.plans.standing import Stage, is_late
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Task
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Severity
from journeymapper.domain.months import months_later
from journeymapper.domain.plans import simple_tasks
from journeymapper.domain.snapshot import Snapshot


class Zoom(StrEnum):
    """What one part of the axis is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A check-in of a plan; ``missed`` once its day has passed without a note."""

    day: date
    noted: bool
    missed: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: a plan, or a task (``of`` is the plan it is a part of, "" for a simple task).

    ``begin`` and ``due`` are local days, both of the bar; either may be missing. ``share`` is
    how much is done, 0 to 1.
    """

    id: str
    title: str
    who: str
    begin: date | None
    due: date | None
    stage: Stage
    late: bool
    severity: Severity | None = None
    is_task: bool = False
    of: str = ""
    share: float | None = None
    checks: tuple[CheckIn, ...] = ()


def bars(
    snapshot: Snapshot, plans: Iterable[PlanFacts], today: date, words: str = ""
) -> tuple[Bar, ...]:
    """Return a row for each plan that was not given up, with its tasks, then the simple tasks.

    Earlier ones stand first, those without any date last.
    """
    rows: list[Bar] = []
    known = (one for one in plans if one.standing.stage != "dropped")
    for one in sorted(known, key=lambda one: _when(one.plan.start, one.plan.due)):
        rows.append(_of_plan(snapshot, one))
        tasks = snapshot.select(indexes.TASKS_OF_PLAN, one.id)
        rows += _of_tasks(snapshot, tasks, today, one)
    simple = _of_tasks(snapshot, simple_tasks(snapshot), today)
    return (*rows, *(row for row in simple if holds(words, row.title, row.who)))


def span_of(rows: Sequence[Bar], today: date, zoom: Zoom) -> tuple[date, date]:
    """Return the first day to show and the day after the last: whole weeks, months or quarters.

    Today and half a month around all dates are inside.
    """
    days = [today]
    for row in rows:
        days += [day for day in (row.begin, row.due, *(c.day for c in row.checks)) if day]
    margin = timedelta(days=15)
    return _floor(min(days) - margin, zoom), _ceiling(max(days) + margin, zoom)


def parts_of(first: date, end: date, zoom: Zoom) -> tuple[date, ...]:
    """Return the first day of each week, month or quarter from ``first`` to before ``end``."""
    found = [_floor(first, zoom)]
    while found[-1] < end:
        found.append(_next(found[-1], zoom))
    return tuple(day for day in found if first <= day < end)


def _floor(day: date, zoom: Zoom) -> date:
    if zoom == Zoom.WEEK:
        return day - timedelta(days=day.weekday())
    month = day.month if zoom == Zoom.MONTH else (day.month - 1) // 3 * 3 + 1
    return date(day.year, month, 1)


def _ceiling(day: date, zoom: Zoom) -> date:
    floor = _floor(day, zoom)
    return floor if floor == day else _next(floor, zoom)


def _next(day: date, zoom: Zoom) -> date:
    if zoom == Zoom.WEEK:
        return day + timedelta(days=7)
    return months_later(day, 1 if zoom == Zoom.MONTH else 3)


def _of_plan(snapshot: Snapshot, one: PlanFacts) -> Bar:
    plan, standing = one.plan, one.standing
    missed = {check.id for check in standing.missed}
    checks = sorted(
        snapshot.select(indexes.CHECKPOINTS_OF_PLAN, plan.id), key=lambda c: (c.date, c.id)
    )
    return Bar(
        plan.id,
        plan.title,
        one.who,
        _day(plan.start),
        _day(plan.due),
        standing.stage,
        standing.late,
        severity=one.severity,
        share=standing.share,
        checks=tuple(
            CheckIn(date.fromisoformat(c.date), bool(c.noted), c.id in missed)
            for c in checks
            if c.date
        ),
    )


def _of_tasks(
    snapshot: Snapshot, tasks: Iterable[Task], today: date, of: PlanFacts | None = None
) -> list[Bar]:
    """The rows of tasks; nothing is late any more in a plan that is closed."""
    waits, owner = (of.standing.open, of.plan.owner) if of is not None else (True, None)
    return [
        Bar(
            task.id,
            task.title,
            queries.person_name(snapshot, task.owner or owner),
            _day(task.start),
            _day(task.due),
            "closed" if task.done else "running",
            waits and is_late(task, today),
            is_task=True,
            of=task.plan or "",
        )
        for task in sorted(tasks, key=lambda t: (_when(t.start, t.due), sort_key(t)))
    ]


def _when(begin: str, due: str) -> tuple[bool, str, str]:
    first = begin or due
    return not first, first, due


def _day(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
