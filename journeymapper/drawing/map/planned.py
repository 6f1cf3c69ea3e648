"""The plan of an idea, on its card: who, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from journeymapper.domain.dates import in_short
from journeymapper.domain.entities import Participant, Plan
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import state_of
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What an idea's card tells of its plan; ``due`` is a local date or empty."""

    plan: str
    who: str
    due: str
    closed: bool

    @property
    def words(self) -> Message:
        """Who, and until when; the year is left out, since maps are looked at within months."""
        who = self.who or _("nobody yet")
        if self.closed:
            return _("Plan: {who}, done", who=who)
        if not self.due:
            return _("Plan: {who}, no date yet", who=who)
        day = date.fromisoformat(self.due)
        return _("Plan: {who}, {day}", who=who, day=in_short(day, day))


def plans_of_cards(snapshot: Snapshot) -> Mapping[str, PlanLine]:
    """Return the plan of each card that has one; those that were given up do not count."""
    found: dict[str, PlanLine] = {}
    for plan in snapshot.table(Plan).values():
        if plan.card is None:
            continue
        if state_of(snapshot, plan.id) != PlanState.DROPPED:
            found[plan.card] = line_of(snapshot, plan)
    return found


def line_of(snapshot: Snapshot, plan: Plan) -> PlanLine:
    """Return the line of a plan."""
    owner = snapshot.find(Participant, plan.owner)
    who = owner.name if owner is not None else ""
    return PlanLine(plan.id, who, plan.due, state_of(snapshot, plan.id) == PlanState.CLOSED)
