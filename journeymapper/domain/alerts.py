"""How far an alert is, which moves are allowed, and what keeps it from closing (R014, R015)."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain import indexes
from journeymapper.domain.entities import Alert, AlertEvent
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.snapshot import Snapshot

_S = AlertState

MOVES: Mapping[AlertState, tuple[AlertState, ...]] = {
    _S.NEW: (_S.ASSIGNED,),
    _S.ASSIGNED: (_S.CONTACTED, _S.ASSIGNED),
    _S.CONTACTED: (_S.RESOLVED,),
    _S.RESOLVED: (_S.VERIFIED, _S.REOPENED),
    _S.VERIFIED: (_S.CLOSED, _S.REOPENED),
    _S.CLOSED: (_S.REOPENED,),
    _S.REOPENED: (_S.ASSIGNED, _S.CONTACTED),
}
"""From each state, where an alert may go; assigned again means to somebody else."""


def events(snapshot: Snapshot, alert_id: str) -> tuple[AlertEvent, ...]:
    """Return the moves of an alert, in the order in which they were noted."""
    return tuple(sorted(snapshot.select(indexes.EVENTS_OF_ALERT, alert_id), key=sort_key))


def state_of(snapshot: Snapshot, alert_id: str) -> AlertState:
    """Return how far an alert is; new before any move."""
    moves = events(snapshot, alert_id)
    return moves[-1].state if moves else AlertState.NEW


def reopened(snapshot: Snapshot, alert_id: str) -> int:
    """Return how often an alert was opened again."""
    return sum(e.state == AlertState.REOPENED for e in events(snapshot, alert_id))


def is_open(snapshot: Snapshot, alert_id: str) -> bool:
    """Say whether an alert still asks for something."""
    return state_of(snapshot, alert_id) != AlertState.CLOSED


def known_source(snapshot: Snapshot, rule_id: str, source: str) -> Alert | None:
    """Return the alert that a rule raised for an answer already, or None."""
    found = snapshot.select(indexes.ALERTS_OF_SOURCE, source) if source else ()
    return next((alert for alert in found if alert.rule == rule_id), None)
