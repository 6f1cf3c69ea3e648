"""Plans: what is mended, by whom, by when, and how we see that it worked.

A plan is one action with its reasons and its proof; tasks are its parts, or stand alone
(docs/decisions/0011). How far a plan is follows from its turns.
"""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import SourceKind
from journeymapper.domain.kinds_plan import (
    Horizon,
    Involvement,
    PlanKind,
    PlanMethod,
    PlanPart,
    PlanTurn,
    Trigger,
    Verdict,
    WorkType,
)
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Plan(Entity):
    """One action: ``title`` names it, ``solution`` says what the owner does.

    The problem is what ``happens``, what was ``intended``, where (``touchpoint``), ``since``
    when, and its ``scope``. ``gaps`` are the gaps it mends, each as ``rule|subject|persona``;
    ``card`` is the idea it came from, ``risk`` the one it prevents. ``owner`` alone is
    accountable; ``owner_value`` says why that role matters. ``start`` and ``due`` are local dates.
    ``impact`` and ``effort`` are 1 to 5; cost and benefit are ranges in the project's currency.
    ``systemic`` is the plan that mends the system behind an immediate fix. ``hypothesis`` is
    what we expect, ``verdict`` whether it came true and ``verdict_reason`` why we say so.
    ``prepared`` are the ticked keys of the programme's five steps. A review is due
    ``review_months`` after the last one.
    """

    title: str = fields.name()
    solution: str = fields.text()
    owner: str | None = fields.link("Participant")
    owner_value: str = fields.text()
    sponsor: str | None = fields.link("Participant")
    touchpoint: str | None = fields.link("Touchpoint")
    gaps: tuple[str, ...] = fields.words()
    card: str | None = fields.link("Card")
    risk: str | None = fields.link("Risk")
    happens: str = fields.text()
    intended: str = fields.text()
    since: str = fields.date()
    scope: str = fields.text()
    trigger: Trigger = fields.choice(Trigger, Trigger.UNKNOWN)
    kind: PlanKind = fields.choice(PlanKind, PlanKind.CORRECTIVE)
    horizon: Horizon = fields.choice(Horizon, Horizon.SYSTEMIC)
    systemic: str | None = fields.link("Plan")
    work: WorkType = fields.choice(WorkType, WorkType.UNKNOWN)
    method: PlanMethod = fields.choice(PlanMethod, PlanMethod.FIVE_STEPS)
    prepared: tuple[str, ...] = fields.words()
    start: str = fields.date()
    due: str = fields.date()
    waits_for: tuple[str, ...] = fields.links("Plan")
    impact: int | None = fields.whole(None, 1, 5)
    effort: int | None = fields.whole(None, 1, 5)
    cost_low: float | None = fields.real(None, 0)
    cost_high: float | None = fields.real(None, 0)
    benefit_low: float | None = fields.real(None, 0)
    benefit_high: float | None = fields.real(None, 0)
    outcome: str = fields.text()
    hypothesis: str = fields.text()
    verdict: Verdict = fields.choice(Verdict, Verdict.OPEN)
    verdict_reason: str = fields.text()
    review_months: int = fields.whole(3, 1, 24)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class PlanEvent(Entity):
    """One turn of a plan: started, closed, reopened, dropped; ``date`` is local."""

    plan: str = fields.parent("Plan")
    turn: PlanTurn = fields.choice(PlanTurn, PlanTurn.STARTED)
    date: str = fields.date()
    reason: str = fields.text()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class PlanWord(Entity):
    """The team's word and the customers' word on one of the five steps; one for each (R008).

    ``comments`` are keys of comments (domain.responses) that speak of it.
    """

    plan: str = fields.parent("Plan")
    part: PlanPart = fields.choice(PlanPart, PlanPart.PROBLEM)
    team: str = fields.text()
    customers: str = fields.text()
    comments: tuple[str, ...] = fields.words()


@dataclass(frozen=True, slots=True)
class Why(Entity):
    """One answer to "why?": under the problem, or under another answer (R037)."""

    plan: str = fields.parent("Plan")
    under: str | None = fields.link("Why", fields.Gone.DELETE)
    text: str = fields.text()
    root: bool = fields.flag(default=False)
    source: SourceKind = fields.choice(SourceKind, SourceKind.ASSUMPTION)
    citation: str = fields.text()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Involved(Entity):
    """Somebody who helps with a plan, is asked, or is told; one for each pair."""

    plan: str = fields.parent("Plan")
    participant: str = fields.parent("Participant")
    part: Involvement = fields.choice(Involvement, Involvement.RESPONSIBLE)
    note: str = fields.text()


@dataclass(frozen=True, slots=True)
class Task(Entity):
    """Who does what by when: a part of a plan, or a simple task of its own.

    ``done`` is the local date of the tick, empty while it is open.
    """

    title: str = fields.name()
    plan: str | None = fields.link("Plan", fields.Gone.DELETE)
    owner: str | None = fields.link("Participant")
    touchpoint: str | None = fields.link("Touchpoint")
    start: str = fields.date()
    due: str = fields.date()
    done: str = fields.date()
    waits_for: tuple[str, ...] = fields.links("Task")
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Checkpoint(Entity):
    """A date on which a plan is looked at: what is ``expected``, what was ``actual``.

    ``noted`` is the local date on which it was written down, empty before.
    """

    plan: str = fields.parent("Plan")
    date: str = fields.date()
    expected: str = fields.text()
    actual: str = fields.text()
    noted: str = fields.date()
