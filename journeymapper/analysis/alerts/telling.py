"""A line about an alert, for lists on screen and on paper."""

from __future__ import annotations

from datetime import datetime

from journeymapper.analysis.alerts.standing import AlertStanding
from journeymapper.analysis.alerts.words import STATES, customer_of, left, who_has
from journeymapper.domain.dates import in_short
from journeymapper.domain.entities import Role
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot


def about(snapshot: Snapshot, row: AlertStanding) -> Message:
    """Say who has it and how far it is; a second failure and an escalation stand out."""
    who = _escalated(snapshot, row) or who_has(snapshot, row.alert)
    state = STATES[row.state]
    customer = customer_of(snapshot, row.alert)
    if row.twice and customer:
        return _("{customer} for the second time: {who}, {state}", customer=customer,
                 who=who or _("nobody yet"), state=state)  # fmt: skip
    if row.twice:
        return _("failed twice: {who}, {state}", who=who or _("nobody yet"), state=state)
    if customer:
        return _("{customer}: {who}, {state}", customer=customer, who=who or _("nobody yet"),
                 state=state)  # fmt: skip
    return _("{who}, {state}", who=who or _("nobody yet"), state=state)


def _escalated(snapshot: Snapshot, row: AlertStanding) -> Message | None:
    role = snapshot.find(Role, row.level.role) if row.level is not None else None
    return _("now with {role}", role=role.name) if role is not None and role.name else None


def when_due(row: AlertStanding, now: datetime) -> Message:
    """Say how much time is left, or what is still to be done; ``now`` has the local zone."""
    if row.minutes is not None:
        return left(row.minutes)
    if row.state == AlertState.CLOSED and row.opened is not None:
        return in_short(row.opened.astimezone(now.tzinfo).date(), now.date())
    return _("told") if row.alert.told else _("to be told")
