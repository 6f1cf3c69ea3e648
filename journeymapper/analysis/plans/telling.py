"""What is said of plans and tasks: how they stand, and what they are in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from journeymapper.analysis.plans.standing import Stage, Standing
from journeymapper.domain import indexes, queries
from journeymapper.domain.dates import in_short
from journeymapper.domain.entities import Kpi, Plan, Question, Touchpoint
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import KpiKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

STAGES: Mapping[Stage, Message] = {
    "draft": _("draft"),
    "running": _("running"),
    "checking": _("checking"),
    "closed": _("closed"),
    "dropped": _("dropped"),
}


def who_of(snapshot: Snapshot, participant_id: str | None) -> str | Message:
    """Return the name of a participant, or words for nobody."""
    return queries.person_name(snapshot, participant_id) or _("nobody yet")


def day_of(day: str, today: date) -> Message:
    """Return a local date in words, or that there is none."""
    return in_short(date.fromisoformat(day), today) if day else _("no date")


def line_of(snapshot: Snapshot, plan: Plan, standing: Standing) -> Message:
    """Return what stands below the title in a list: "Mara, running, 2 check-ins missed"."""
    who, stage = who_of(snapshot, plan.owner), STAGES[standing.stage]
    missed = len(standing.missed)
    if not missed:
        return _("{who}, {stage}", who=who, stage=stage)
    if missed == 1:
        return _("{who}, {stage}, 1 check-in missed", who=who, stage=stage)
    return _("{who}, {stage}, {n} check-ins missed", who=who, stage=stage, n=missed)


def state_words(plan: Plan, standing: Standing, today: date) -> Message:
    """Return how a plan stands, for a badge beside its title."""
    if standing.stage == "closed":
        return _("Closed")
    if standing.stage == "dropped":
        return _("Dropped")
    if standing.late:
        return _("Due since {date}", date=day_of(plan.due, today))
    if standing.days == 0:
        return _("Due today")
    if standing.stage == "draft":
        return _("Draft")
    if plan.due:
        return _("Due {date}", date=day_of(plan.due, today))
    return _("Running")


def place_of(snapshot: Snapshot, touchpoint_id: str) -> Message:
    """Return a step with its number: "6.1 Rebooking"."""
    step = snapshot.get(Touchpoint, touchpoint_id)
    number = queries.numbers(snapshot, queries.map_of(snapshot, step.id)).get(step.id, "")
    return _("{number} {name}", number=number, name=step.name or _("a step without a name"))


def in_a_sentence(snapshot: Snapshot, plan: Plan, today: date) -> Message:
    """Return who does what, where, until when; what is not agreed yet is left out."""
    doing = _doing(snapshot, plan)
    where = snapshot.find(Touchpoint, plan.touchpoint)
    if where is not None and plan.due:
        place, day = place_of(snapshot, where.id), day_of(plan.due, today)
        return _("{doing}, at {place}, until {date}.", doing=doing, place=place, date=day)
    if where is not None:
        return _("{doing}, at {place}.", doing=doing, place=place_of(snapshot, where.id))
    if plan.due:
        return _("{doing}, until {date}.", doing=doing, date=day_of(plan.due, today))
    return _("{doing}.", doing=doing)


def stands_out(snapshot: Snapshot, plan: Plan, today: date) -> tuple[Message, ...]:
    """Return the words of that sentence that answer who, where and until when, in its order."""
    found = []
    if owner := queries.person_name(snapshot, plan.owner):
        found.append(Message("{who}", who=owner))
    if snapshot.find(Touchpoint, plan.touchpoint) is not None:
        found.append(place_of(snapshot, plan.touchpoint or ""))
    if plan.due:
        found.append(day_of(plan.due, today))
    return tuple(found)


def how_we_see_it(snapshot: Snapshot, plan_id: str, *, named: bool = True) -> tuple[Message, ...]:
    """Return one sentence for each measure of a plan.

    Without ``named`` the only one that is counted is not named: it has its name below.
    """
    kpis = sorted(snapshot.select(indexes.KPIS_OF_PLAN, plan_id), key=sort_key)
    if not named and [kpi.kind for kpi in kpis] == [KpiKind.COUNT]:
        return (_("We count {n}.", n=kpis[0].wanted_n),)
    return tuple(_measure(snapshot, kpi) for kpi in kpis)


def _doing(snapshot: Snapshot, plan: Plan) -> str | Message:
    what = " ".join(plan.solution.split()).rstrip(".")
    if owner := queries.person_name(snapshot, plan.owner):
        return _("{who} {what}", who=owner, what=what) if what else owner
    return _("Nobody yet: {what}", what=what) if what else _("Nobody yet")


_UNNAMED: Mapping[KpiKind, Callable[[int], Message]] = {
    KpiKind.COUNT: lambda n: _("We count {n}.", n=n),
    KpiKind.NUMBER: lambda _n: _("We write down a number."),
}


def _measure(snapshot: Snapshot, kpi: Kpi) -> Message:
    if not kpi.text.strip() and kpi.kind != KpiKind.QUESTION:
        return _UNNAMED[kpi.kind](kpi.wanted_n)
    if kpi.kind == KpiKind.QUESTION:
        question = snapshot.find(Question, kpi.question)
        asked = question.text if question is not None else kpi.text
        return _("We ask: “{question}”.", question=asked)
    if kpi.kind == KpiKind.NUMBER:
        return _("We write down: {what}.", what=kpi.text)
    return _("We count {n}: {what}.", n=kpi.wanted_n, what=kpi.text)
