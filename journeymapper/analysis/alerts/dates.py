"""The days of alerts that belong into a calendar (R027): when they are due, and later gestures."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from journeymapper.analysis.alerts.standing import board
from journeymapper.analysis.alerts.words import heading
from journeymapper.analysis.plans.dates import PlanDate
from journeymapper.domain.entities import FollowUp
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot


def dates_of_alerts(snapshot: Snapshot, now: datetime, zone: tzinfo | None) -> tuple[PlanDate, ...]:
    """Return the days of what still waits, earliest first; ``zone`` None is this computer's.

    Customers stay out of it: a calendar is read by others.
    """
    found = [
        PlanDate(
            f"alert-{row.alert.id}",
            row.due.astimezone(zone).date(),
            _("Call back until {time}", time=f"{row.due.astimezone(zone):%H:%M}"),
            heading(snapshot, row.alert) if row.alert.value is not None else "",
        )
        for row in board(snapshot, now)
        if row.minutes is not None and row.due is not None
    ]
    found += [
        PlanDate(f"gesture-{one.id}", date.fromisoformat(one.date), _("Later gesture"), one.text)
        for one in snapshot.table(FollowUp).values()
        if one.date and not one.done
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.key)))
