"""Gaps in following up (G21): customers who wait too long, hear nothing, or are failed again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journeymapper.analysis.alerts.standing import due_of
from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.types import Found
from journeymapper.domain import alerts as rules
from journeymapper.domain.entities import Alert, JourneyMap, Touchpoint
from journeymapper.domain.instants import read_instant
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

TELL_DAYS = 7
"""So many days after something was mended its customer is told at the latest."""

_MENDED = (AlertState.RESOLVED, AlertState.VERIFIED)


@dataclass
class _Failings:
    overdue: int = 0
    untold: int = 0
    again: int = 0


def alerts(look: Look) -> Iterator[Found]:
    """G21: overdue (high); not told within 7 days, or opened again twice (medium).

    The day of an instant is that of UTC: the same file gives the same gaps everywhere.
    """
    if not look.snapshot.table(Alert):
        yield look.open("G21", "", _("This file holds no alerts."))
        return
    places: dict[str, _Failings] = {}
    steps = {step.id for step in look.steps()}
    maps = look.maps()
    for alert in look.snapshot.table(Alert).values():
        subject = _subject(look.snapshot, alert, steps, maps)
        if subject:
            _count(look.snapshot, alert, look.today, places.setdefault(subject, _Failings()))
    for subject, found in places.items():
        if found.overdue or found.untold or found.again:
            yield look.fixed(
                "G21",
                subject,
                _text(found),
                "high" if found.overdue else "medium",
                value=float(found.overdue or found.untold or found.again),
                inputs={
                    "overdue": float(found.overdue),
                    "not told": float(found.untold),
                    "opened again": float(found.again),
                },
            )


def _subject(
    snapshot: Snapshot, alert: Alert, steps: set[str], maps: tuple[JourneyMap, ...]
) -> str:
    """Return the step of an alert, or the first map for one without; "" where nobody looks."""
    if alert.touchpoint in steps:
        return alert.touchpoint or ""
    if snapshot.find(Touchpoint, alert.touchpoint) is None and maps:
        return maps[0].id
    return ""


def _count(snapshot: Snapshot, alert: Alert, today: date, found: _Failings) -> None:
    state, due = rules.state_of(snapshot, alert.id), due_of(alert)
    if state == AlertState.CLOSED:
        return
    if state in _MENDED:
        ends = [e for e in rules.events(snapshot, alert.id) if e.state == AlertState.RESOLVED]
        mended = read_instant(ends[-1].at) if ends else None
        late = mended is not None and mended.date() + timedelta(days=TELL_DAYS) < today
        found.untold += late and not alert.told
    else:
        found.overdue += due is not None and due.date() < today
    found.again += rules.reopened(snapshot, alert.id) >= 2


def _text(found: _Failings) -> Message:
    if found.overdue == 1:
        return _("Somebody waits longer for our call than we agreed.")
    if found.overdue:
        return _("{n} people wait longer for our call than we agreed.", n=found.overdue)
    if found.untold:
        return _("It was mended, and who told us has heard nothing for {n} days.", n=TELL_DAYS)
    return _("We mended it, and it came back twice.")
