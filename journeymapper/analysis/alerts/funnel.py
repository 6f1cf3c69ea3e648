"""How far those who were to be called back have come: from the answer to being told (G21)."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain import alerts
from journeymapper.domain.entities import Alert
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.snapshot import Snapshot

_WAY = (AlertState.ASSIGNED, AlertState.CONTACTED, AlertState.RESOLVED)


@dataclass(frozen=True, slots=True)
class Funnel:
    """So many came in; of them so many have come at least so far as they stand now.

    Who was opened again has to be taken in hand, reached and mended anew.
    """

    opened: int
    taken: int
    reached: int
    mended: int
    told: int

    @property
    def counts(self) -> tuple[int, ...]:
        """All five, in their order; none is more than the one before."""
        return (self.opened, self.taken, self.reached, self.mended, self.told)


def funnel(snapshot: Snapshot) -> Funnel | None:
    """Count all alerts of a document; None where there are none."""
    found = [_far(snapshot, alert) for alert in snapshot.table(Alert).values()]
    if not found:
        return None
    return Funnel(len(found), *(sum(far >= least for far in found) for least in (1, 2, 3, 4)))


def _far(snapshot: Snapshot, alert: Alert) -> int:
    """How far one has come: 0 new, 1 in hand, 2 reached, 3 mended, 4 told what came of it."""
    state = alerts.state_of(snapshot, alert.id)
    if state in (AlertState.NEW, AlertState.REOPENED):
        return 0
    far = _WAY.index(state) + 1 if state in _WAY else len(_WAY)
    return far + 1 if far == len(_WAY) and alert.told else far
