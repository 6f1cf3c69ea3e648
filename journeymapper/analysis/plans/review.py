"""The review of all plans every quarter: when it is due, its hour, and what there is to talk of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journeymapper.analysis.plans.effect import effects_of_plan
from journeymapper.analysis.plans.effect_words import tell, value_words
from journeymapper.analysis.plans.facts import PlanFacts
from journeymapper.analysis.plans.standing import is_late, is_soon
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.dates import in_short
from journeymapper.domain.entities import PlanEvent, Review, Task
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import PlanTurn
from journeymapper.domain.message import Message, _
from journeymapper.domain.months import months_later
from journeymapper.domain.plans import open_tasks, started_on
from journeymapper.domain.snapshot import Snapshot


class Block(StrEnum):
    """The parts of the hour, in order."""

    AGREED = "agreed"
    LATE = "late"
    MEASURED = "measured"
    PLANS = "plans"
    CHANGES = "changes"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the hour: how many minutes, what it is called, what it is for."""

    block: Block
    minutes: int
    title: Message
    about: Message


AGENDA: tuple[Part, ...] = (
    Part(
        Block.AGREED,
        5,
        _("What we agreed last time"),
        _("Read it aloud. Did we do it? Nobody has to defend anything."),
    ),
    Part(
        Block.LATE,
        10,
        _("What is late"),
        _("Ask of each: what stands in the way, and who can move it? Set a date that can hold."),
    ),
    Part(
        Block.MEASURED,
        15,
        _("What we measured"),
        _("Look at the numbers before opinions. Where we cannot tell yet, agree to count on."),
    ),
    Part(
        Block.PLANS,
        20,
        _("How each plan stands"),
        _("Say of each plan how it stands and what we decide. What you leave open stays open."),
    ),
    Part(
        Block.CHANGES,
        5,
        _("What we change"),
        _("What do we begin, leave, or do in another way until next time?"),
    ),
    Part(
        Block.NEXT,
        5,
        _("Who is told, and when we meet again"),
        _("Say who tells those who are not in the room. Then set the next date."),
    ),
)
"""Sixty minutes."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When all plans were looked at last ("" for never), when the next time is due."""

    last: str
    due: date
    days: int

    @property
    def late(self) -> bool:
        """Say whether it should have been before today."""
        return self.days < 0


def rhythm(snapshot: Snapshot, today: date) -> Rhythm:
    """Return when the next review of all plans is due.

    Counted from the last one; before the first from when the project or its first plan began.
    """
    project = queries.project(snapshot)
    last = last_review(snapshot)
    starts = [
        event.date
        for event in snapshot.table(PlanEvent).values()
        if event.turn == PlanTurn.STARTED and event.date
    ]
    begun = last.date if last is not None else project.created or min(starts, default="")
    due = months_later(date.fromisoformat(begun) if begun else today, project.plan_months)
    return Rhythm(last.date if last is not None else "", due, (due - today).days)


def last_review(snapshot: Snapshot) -> Review | None:
    """Return the newest review of all plans."""
    found = [one for one in snapshot.table(Review).values() if one.plan is None and one.date]
    return max(found, key=lambda one: (one.date, one.id), default=None)


def late_lines(snapshot: Snapshot, plans: tuple[PlanFacts, ...], today: date) -> list[Message]:
    """Say what is late: plans, check-ins without a note, tasks; each as a sentence."""
    said: list[Message] = []
    for one in plans:
        name = one.plan.title
        if one.standing.late:
            said.append(_with(one.who, _since(name, one.plan.due, today)))
        missed = len(one.standing.missed)
        if missed == 1:
            said.append(_with(one.who, _("“{plan}”: 1 check-in missed", plan=name)))
        elif missed:
            said.append(_with(one.who, _("“{plan}”: {n} check-ins missed", plan=name, n=missed)))
    for task, owner in _tasks(snapshot):
        if is_late(task, today):
            who = queries.person_name(snapshot, owner)
            said.append(_with(who, _since(task.title, task.due, today)))
    return said


def soon_lines(snapshot: Snapshot, plans: tuple[PlanFacts, ...], today: date) -> list[Message]:
    """Say what is due within a week, plans and tasks, each as a sentence."""
    found = [(one.who, one.plan.title, one.plan.due) for one in plans if one.standing.soon]
    for task, owner in _tasks(snapshot):
        if is_soon(task, today):
            found.append((queries.person_name(snapshot, owner), task.title, task.due))
    return [_with(who, _until(name, due, today)) for who, name, due in found]


def measured_lines(
    snapshot: Snapshot, counts: Counts, plans: tuple[PlanFacts, ...]
) -> list[Message]:
    """Say what became of each measure of a plan that has started, in honest words."""
    said: list[Message] = []
    for one in plans:
        started = started_on(snapshot, one.id)
        if not started or one.standing.stage == "dropped":
            continue
        for effect in effects_of_plan(snapshot, counts, one.id):
            told = tell(effect, started)
            before = value_words(effect, effect.baseline) or _("not measured")
            now = value_words(effect, effect.last) or _("not measured")
            said.append(
                _(
                    "“{plan}”, {measure}: {before} before, {now} now. {verdict}",
                    plan=one.plan.title,
                    measure=effect.kpi.text or _("its measure"),
                    before=before,
                    now=now,
                    verdict=told.sentence,
                )
            )
    return said


def _tasks(snapshot: Snapshot) -> list[tuple[Task, str | None]]:
    return sorted(open_tasks(snapshot), key=lambda pair: (pair[0].due, sort_key(pair[0])))


def _since(name: str, due: str, today: date) -> Message:
    day = in_short(date.fromisoformat(due), today)
    return _("“{name}” is due since {date}", name=name, date=day)


def _until(name: str, due: str, today: date) -> Message:
    day = in_short(date.fromisoformat(due), today)
    return _("“{name}” is due {date}", name=name, date=day)


def _with(who: str, what: Message) -> Message:
    return _("{what}, {who}.", what=what, who=who) if who else _("{what}, nobody yet.", what=what)
