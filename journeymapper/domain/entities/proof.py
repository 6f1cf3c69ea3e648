"""How we see that a plan works, prove it, and tell those concerned."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import Better
from journeymapper.domain.kinds_plan import Audience, KpiKind, ProofMethod, ReviewStatus
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Kpi(Entity):
    """One measure of a plan (R004): ``text`` says what is counted, ``how`` where.

    A count is "x of ``wanted_n``"; its values and ``target`` are shares 0 to 1. A question is
    one of a survey, its values those of its answers; a number is written down by hand, in
    ``unit``. ``baseline`` is the histogram before the plan, each entry ``value:how many`` as the
    sheet has it (a count: ``1:7`` and ``0:43``; a number by hand: ``14:1``), taken on
    ``baseline_date``; it freezes when the plan starts.
    """

    plan: str = fields.parent("Plan")
    kind: KpiKind = fields.choice(KpiKind, KpiKind.COUNT)
    text: str = fields.name()
    how: str = fields.name()
    question: str | None = fields.link("Question")
    wanted_n: int = fields.whole(20, 1, 100_000)
    unit: str = fields.name()
    better: Better = fields.choice(Better, Better.HIGH)
    target: float | None = fields.real(None)
    baseline: tuple[str, ...] = fields.words()
    baseline_date: str = fields.date()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Reading(Entity):
    """One value of a measure: ``value`` of ``n`` counted, or the number itself with ``n`` None."""

    kpi: str = fields.parent("Kpi")
    value: float = fields.required_real()
    date: str = fields.date()
    n: int | None = fields.whole(None, 1)
    note: str = fields.text()


@dataclass(frozen=True, slots=True)
class Verification(Entity):
    """A proof that a plan works: by which method, when, by whom, with which result (R017)."""

    plan: str = fields.parent("Plan")
    method: ProofMethod = fields.choice(ProofMethod, ProofMethod.DATA)
    date: str = fields.date()
    by: str | None = fields.link("Participant")
    result: str = fields.text()


@dataclass(frozen=True, slots=True)
class Communication(Entity):
    """Who is told of a plan (R019). ``date`` is empty while they still have to be told.

    ``label`` names them ("31 others with late dates"), ``n`` is how many they are.
    """

    plan: str = fields.parent("Plan")
    audience: Audience = fields.choice(Audience, Audience.TEAM)
    label: str = fields.name()
    n: int | None = fields.whole(None, 0)
    channel: str = fields.name()
    date: str = fields.date()
    text: str = fields.text()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Outreach(Entity):
    """Somebody who may have had the same trouble (R018); ``who`` is a pseudonym."""

    plan: str = fields.parent("Plan")
    who: str = fields.name()
    message: str = fields.text()
    date: str = fields.date()
    response: str = fields.text()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Review(Entity):
    """A review: of one plan, or of all of them when ``plan`` is None (R006, R020)."""

    plan: str | None = fields.link("Plan", fields.Gone.DELETE)
    date: str = fields.date()
    status: ReviewStatus = fields.choice(ReviewStatus, ReviewStatus.ON_TRACK)
    decision: str = fields.text()
    changes: str = fields.text()


@dataclass(frozen=True, slots=True)
class Risk(Entity):
    """Something that could go wrong (B13); each figure is 1 to 10, 10 the worst.

    ``detection`` is how hard it is to notice in time. The figures ``_after`` are those once the
    plans against it are done.
    """

    title: str = fields.name()
    touchpoint: str | None = fields.link("Touchpoint")
    severity: int | None = fields.whole(None, 1, 10)
    occurrence: int | None = fields.whole(None, 1, 10)
    detection: int | None = fields.whole(None, 1, 10)
    severity_after: int | None = fields.whole(None, 1, 10)
    occurrence_after: int | None = fields.whole(None, 1, 10)
    detection_after: int | None = fields.whole(None, 1, 10)
    note: str = fields.text()
    position: float = fields.real(0.0)
