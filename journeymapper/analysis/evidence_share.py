"""How much of a map customers told us, and how much is the team's opinion (method C)."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Feeling
from journeymapper.domain.evidence import told
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class EvidenceShare:
    """Statements by where they come from; ``told`` are those of customers."""

    told: int
    team: int

    @property
    def total(self) -> int:
        """All statements."""
        return self.told + self.team

    @property
    def share(self) -> float:
        """The part that customers told, 0 to 1; 0 where nothing is stated."""
        return self.told / self.total if self.total else 0.0


def evidence_share(snapshot: Snapshot, map_id: str) -> EvidenceShare:
    """Count the statements of a map: its cards with words on them, and all feelings."""
    found: list[Card | Feeling] = []
    for stage in queries.stages(snapshot, map_id):
        found += snapshot.select(indexes.CARDS_OF_PLACE, stage.id)
        for step in queries.touchpoints(snapshot, stage.id):
            found += snapshot.select(indexes.CARDS_OF_PLACE, step.id)
            found += queries.feelings(snapshot, step.id)
    return _shared(found)


def persona_share(snapshot: Snapshot, map_id: str, persona_id: str) -> EvidenceShare:
    """Count the feelings of one persona on a map."""
    steps = queries.touchpoints_of_map(snapshot, map_id)
    found = (queries.feeling_of(snapshot, step.id, persona_id) for step in steps)
    return _shared(feeling for feeling in found if feeling is not None)


def _shared(statements: Iterable[Card | Feeling]) -> EvidenceShare:
    counts = {True: 0, False: 0}
    for one in statements:
        if isinstance(one, Feeling) or one.text.strip():
            counts[told(one.source)] += 1
    return EvidenceShare(counts[True], counts[False])
