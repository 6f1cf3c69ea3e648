"""How an alert stands at an instant: due, overdue, escalated, and how far its protocol is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from journeymapper.analysis.alerts.repeats import repeats
from journeymapper.domain import alerts, indexes
from journeymapper.domain.entities import Alert, EscalationLevel, ProtocolStep
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.instants import read_instant
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

_WAITING = (AlertState.NEW, AlertState.ASSIGNED, AlertState.CONTACTED, AlertState.REOPENED)
"""States in which the customer still waits for something to be mended."""

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class StepStanding:
    """A step of a protocol for one alert.

    ``done`` is when it was ticked. ``minutes`` are those left (negative: late), None for a step
    that is done or has no limit. ``late`` says that it was done too late or is too late now.
    """

    step: ProtocolStep
    done: datetime | None
    minutes: float | None
    late: bool


@dataclass(frozen=True, slots=True)
class AlertStanding:
    """``minutes`` are those left until it is due (negative: overdue), None once it is resolved.

    ``level`` is the escalation it has come to by its age. ``before`` are the earlier failures of
    the same customer, as ids of alerts and recoveries; ``reopened`` how often it came back.
    """

    alert: Alert
    state: AlertState
    opened: datetime | None
    due: datetime | None
    minutes: float | None
    level: EscalationLevel | None
    protocol: tuple[StepStanding, ...]
    before: tuple[str, ...]
    reopened: int

    @property
    def open(self) -> bool:
        """Say whether it still asks for something."""
        return self.state != AlertState.CLOSED

    @property
    def overdue(self) -> bool:
        """Say whether it should have been resolved by now."""
        return self.minutes is not None and self.minutes < 0

    @property
    def unrouted(self) -> bool:
        """Say whether it is open and nobody has it: it lies in the red inbox."""
        return self.open and self.alert.role is None and self.alert.person is None

    @property
    def twice(self) -> bool:
        """Say whether this customer was failed before, or our mending failed (B24)."""
        return bool(self.before) or self.reopened > 0


def standing(snapshot: Snapshot, alert_id: str, now: datetime) -> AlertStanding:
    """Return how an alert stands at an instant."""
    alert = snapshot.get(Alert, alert_id)
    return _standing(snapshot, alert, now, repeats(snapshot).get(alert_id, ()))


def board(snapshot: Snapshot, now: datetime) -> tuple[AlertStanding, ...]:
    """Return all alerts by due time: those that wait, then the resolved ones, then the closed."""
    known = repeats(snapshot)
    found = [
        _standing(snapshot, alert, now, known.get(alert.id, ()))
        for alert in snapshot.table(Alert).values()
    ]
    return tuple(
        sorted(found, key=lambda s: (not s.open, s.minutes is None, s.due or _NEVER, s.alert.id))
    )


def due_of(alert: Alert) -> datetime | None:
    """Return when an alert is due: so many hours after it was first opened (R015)."""
    opened = read_instant(alert.opened)
    return None if opened is None else opened + timedelta(hours=alert.hours)


def _standing(
    snapshot: Snapshot, alert: Alert, now: datetime, before: tuple[str, ...]
) -> AlertStanding:
    state, due = alerts.state_of(snapshot, alert.id), due_of(alert)
    opened = read_instant(alert.opened)
    waits = state in _WAITING
    return AlertStanding(
        alert,
        state,
        opened,
        due,
        (due - now).total_seconds() / 60 if waits and due is not None else None,
        _level(snapshot, opened, now) if waits else None,
        _protocol(snapshot, alert, opened, now if waits else None),
        before,
        alerts.reopened(snapshot, alert.id),
    )


def _level(snapshot: Snapshot, opened: datetime | None, now: datetime) -> EscalationLevel | None:
    """Return the highest level whose limit the age of an alert has passed (R032)."""
    if opened is None:
        return None
    age = (now - opened).total_seconds() / 60
    passed = [x for x in snapshot.table(EscalationLevel).values() if age > x.minutes]
    return max(passed, key=lambda x: (x.level, x.minutes, x.id), default=None)


def steps_of(snapshot: Snapshot, protocol: str | None) -> tuple[ProtocolStep, ...]:
    """Return the steps of a protocol in order."""
    if protocol is None:
        return ()
    return tuple(sorted(snapshot.select(indexes.STEPS_OF_PROTOCOL, protocol), key=sort_key))


def _protocol(
    snapshot: Snapshot, alert: Alert, opened: datetime | None, now: datetime | None
) -> tuple[StepStanding, ...]:
    """``now`` is None once the alert is resolved: what was left out then is not late any more."""
    ticks = {t.step: t.at for t in snapshot.select(indexes.TICKS_OF_ALERT, alert.id)}
    found: list[StepStanding] = []
    for step in steps_of(snapshot, alert.protocol):
        done = read_instant(ticks.get(step.id, ""))
        limit = None
        if opened is not None and step.minutes is not None:
            limit = opened + timedelta(minutes=step.minutes)
        at = done if done is not None else now
        late = limit is not None and at is not None and at > limit
        left = None
        if done is None and now is not None and limit is not None:
            left = (limit - now).total_seconds() / 60
        found.append(StepStanding(step, done, left, late))
    return tuple(found)


def breaches(found: Sequence[StepStanding]) -> tuple[ProtocolStep, ...]:
    """Return the steps of a protocol that came too late, or are too late now (R025)."""
    return tuple(one.step for one in found if one.late)
