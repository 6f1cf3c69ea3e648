"""The days of plans that belong into a calendar: ends, check-ins, tasks, reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.plans.standing import standing
from journeymapper.analysis.plans.telling import who_of
from journeymapper.domain import indexes
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A day; ``key`` stays the same for the same thing, whatever day it moves to."""

    key: str
    day: date
    title: Message
    about: str | Message


def dates_of_plan(snapshot: Snapshot, plan: Plan, today: date) -> tuple[PlanDate, ...]:
    """Return the days of a plan that are still ahead of its work, earliest first.

    What is noted, ticked or closed has no day any more; what is late keeps its own.
    """
    found = _dates(snapshot, plan, today) if rules.is_open(snapshot, plan.id) else ()
    return tuple(sorted(found, key=lambda one: (one.day, one.key)))


def all_dates(snapshot: Snapshot, today: date) -> tuple[PlanDate, ...]:
    """Return the days of all plans and simple tasks, earliest first."""
    found = [one for plan in rules.plans(snapshot) for one in dates_of_plan(snapshot, plan, today)]
    found += [
        PlanDate(
            f"task-{task.id}",
            date.fromisoformat(task.due),
            _("{who}: {what}", who=who_of(snapshot, task.owner), what=task.title),
            "",
        )
        for task in rules.simple_tasks(snapshot)
        if task.due and not task.done
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.key)))


def _dates(snapshot: Snapshot, plan: Plan, today: date) -> Iterator[PlanDate]:
    name = plan.title
    if plan.due:
        yield PlanDate(
            f"due-{plan.id}",
            date.fromisoformat(plan.due),
            _("Due: {plan}", plan=name),
            _("Responsible: {who}.", who=who_of(snapshot, plan.owner)),
        )
    for check in snapshot.select(indexes.CHECKPOINTS_OF_PLAN, plan.id):
        if check.date and not check.noted:
            yield PlanDate(
                f"check-{check.id}",
                date.fromisoformat(check.date),
                _("Check-in: {plan}", plan=name),
                check.expected,
            )
    for task in snapshot.select(indexes.TASKS_OF_PLAN, plan.id):
        if task.due and not task.done:
            yield PlanDate(
                f"task-{task.id}",
                date.fromisoformat(task.due),
                _("{who}: {what}", who=who_of(snapshot, task.owner), what=task.title),
                name,
            )
    review = standing(snapshot, plan.id, today).review_due
    if review is not None:
        yield PlanDate(f"review-{plan.id}", review, _("Review: {plan}", plan=name), "")
