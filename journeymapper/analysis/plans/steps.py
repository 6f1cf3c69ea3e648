"""The two lists of five steps of a plan, and which of them are filled in."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain import indexes
from journeymapper.domain.entities import Plan
from journeymapper.domain.kinds_plan import PlanPart
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

NAMES: Mapping[PlanPart, Message] = {
    PlanPart.PROBLEM: _("Problem"),
    PlanPart.WHO: _("Who"),
    PlanPart.SOLUTION: _("Solution"),
    PlanPart.DEADLINES: _("Deadlines"),
    PlanPart.WATCH: _("Watch"),
}
"""The five steps, short."""

TITLES: Mapping[PlanPart, Message] = {
    PlanPart.PROBLEM: _("Define the problem"),
    PlanPart.WHO: _("Agree who is responsible"),
    PlanPart.SOLUTION: _("Set a solution you can count"),
    PlanPart.DEADLINES: _("Set deadlines you can keep"),
    PlanPart.WATCH: _("Watch progress"),
}
"""The five steps, in words that say what to do."""

PROGRAMME: Mapping[str, Message] = {
    "prepare": _("Prepare the plan"),
    "alerts": _("Set up alerts"),
    "accountability": _("Say who answers for what"),
    "communicate": _("Verify and communicate"),
    "review": _("Review every quarter"),
}
"""The second list of five steps; its keys are those of ``Plan.prepared``."""


def filled(snapshot: Snapshot, plan: Plan) -> frozenset[PlanPart]:
    """Return the steps that hold what they need.

    The problem in its two parts, an owner, what is done, a date, something to measure.
    """
    has = {
        PlanPart.PROBLEM: bool(plan.happens.strip() and plan.intended.strip()),
        PlanPart.WHO: plan.owner is not None,
        PlanPart.SOLUTION: bool(plan.solution.strip()),
        PlanPart.DEADLINES: bool(plan.due),
        PlanPart.WATCH: bool(snapshot.select(indexes.KPIS_OF_PLAN, plan.id)),
    }
    return frozenset(part for part, there in has.items() if there)
