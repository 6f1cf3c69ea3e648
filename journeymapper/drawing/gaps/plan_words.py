"""What a place or gap says about its plan: which, who, and by when."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.gaps.board import GapBoard
from journeymapper.analysis.gaps.places import Place
from journeymapper.analysis.plans.standing import Standing, standing
from journeymapper.analysis.plans.telling import who_of
from journeymapper.domain.dates import in_short
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot


def plan_of_place(board: GapBoard, place: Place) -> Plan | None:
    """Return the plan of a place: one that runs there, or that of its worst planned reason."""
    found = (board.plan_for(gap) for gap in place.gaps)
    return next((plan for plan in found if plan is not None), None)


def about(snapshot: Snapshot, plan: Plan | None, today: date) -> Message:
    """Return the line: Plan “Keep agreed return dates”, Mara, was due on 15 May."""
    if plan is None:
        return _("No plan yet")
    who = who_of(snapshot, plan.owner)
    when = _when(standing(snapshot, plan.id, today), plan, today)
    return _("Plan “{title}”, {who}, {when}", title=plan.title, who=who, when=when)


def button(snapshot: Snapshot, plan: Plan | None, today: date) -> Message:
    """Return what the button of a place says: make, check or open its plan."""
    if plan is None:
        return _("Make a plan")
    if standing(snapshot, plan.id, today).stage == "checking":
        return _("Check the plan")
    return _("Open the plan")


def state(snapshot: Snapshot, plan: Plan | None, today: date) -> Message:
    """Return in two words how far the plan of a gap is."""
    if plan is None:
        return _("no plan")
    return _STATES[standing(snapshot, plan.id, today).stage]


_STATES = {
    "draft": _("planned"),
    "running": _("in plan"),
    "checking": _("to be checked"),
    "closed": _("plan closed"),
    "dropped": _("no plan"),
}


def _when(stands: Standing, plan: Plan, today: date) -> Message:
    if stands.stage == "closed":
        return _("closed")
    if not plan.due:
        return _("no date yet")
    day = in_short(date.fromisoformat(plan.due), today)
    if stands.days is not None and stands.days < 0:
        return _("was due on {day}", day=day)
    return _("until {day}", day=day)
