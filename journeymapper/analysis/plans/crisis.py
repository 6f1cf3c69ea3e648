"""Crisis sheets: what they still lack, and lessons that nothing follows from (R033, R034)."""

from __future__ import annotations

from journeymapper.domain.entities import CrisisLesson, CrisisMessage, CrisisSheet
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import state_of
from journeymapper.domain.snapshot import Snapshot


def crisis_sheets(snapshot: Snapshot) -> tuple[CrisisSheet, ...]:
    """Return all crisis sheets in order."""
    return tuple(sorted(snapshot.table(CrisisSheet).values(), key=sort_key))


def messages_of(snapshot: Snapshot, crisis_id: str) -> tuple[CrisisMessage, ...]:
    """Return what is said in a crisis, in order."""
    every = snapshot.table(CrisisMessage).values()
    return tuple(sorted((one for one in every if one.crisis == crisis_id), key=sort_key))


def lessons_of(snapshot: Snapshot, crisis_id: str) -> tuple[CrisisLesson, ...]:
    """Return what a look back taught, in order."""
    every = snapshot.table(CrisisLesson).values()
    return tuple(sorted((one for one in every if one.crisis == crisis_id), key=sort_key))


def lessons_without_plan(snapshot: Snapshot, crisis_id: str) -> tuple[CrisisLesson, ...]:
    """Return the lessons that no plan follows from; a dropped plan is none."""
    return tuple(
        one
        for one in lessons_of(snapshot, crisis_id)
        if one.plan is None or state_of(snapshot, one.plan) == PlanState.DROPPED
    )


def lacks(snapshot: Snapshot, sheet: CrisisSheet) -> tuple[Message, ...]:
    """Return what a sheet needs before the day comes, each as a sentence."""
    found: list[Message] = []
    if sheet.lead is None:
        found.append(_("Say which role leads."))
    if not sheet.first_steps.strip():
        found.append(_("Write down the first steps."))
    if not messages_of(snapshot, sheet.id):
        found.append(_("Prepare what is said to whom."))
    return tuple(found)
