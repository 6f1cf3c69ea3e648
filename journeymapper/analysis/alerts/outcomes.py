"""What worked (R026): outcomes of alerts by how rarely the trouble came back."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain import alerts
from journeymapper.domain.entities import Alert
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.snapshot import Snapshot

FEW = 5
"""With fewer alerts an outcome says little."""

_DONE = (AlertState.RESOLVED, AlertState.VERIFIED, AlertState.CLOSED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome as it was written; of ``n`` alerts ``reopened`` came back at least once."""

    outcome: str
    n: int
    reopened: int

    @property
    def rate(self) -> float:
        """Share of the alerts that came back, 0 to 1."""
        return self.reopened / self.n

    @property
    def few(self) -> bool:
        """Say whether there are too few alerts to trust the rate."""
        return self.n < FEW


def what_worked(snapshot: Snapshot) -> tuple[Outcome, ...]:
    """Return the outcomes of alerts that were resolved once, least reopened first."""
    words: dict[str, str] = {}
    counted: dict[str, list[bool]] = {}
    for alert in sorted(snapshot.table(Alert).values(), key=lambda a: (a.opened, a.id)):
        written = " ".join(alert.outcome.split())
        moves = alerts.events(snapshot, alert.id)
        if written and any(move.state in _DONE for move in moves):
            key = written.casefold()
            words.setdefault(key, written)
            counted.setdefault(key, []).append(alerts.reopened(snapshot, alert.id) > 0)
    rows = (Outcome(words[key], len(back), sum(back)) for key, back in counted.items())
    return tuple(sorted(rows, key=lambda row: (row.rate, -row.n, row.outcome.casefold())))
