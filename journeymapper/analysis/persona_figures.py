"""How much of a persona's card is known, from whom, and whether it still holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Persona, PersonaNote
from journeymapper.domain.evidence import told
from journeymapper.domain.kinds import NoteSection, PersonaStatus, SourceKind
from journeymapper.domain.persona_card import FIXED_KEYS, filled
from journeymapper.domain.snapshot import Snapshot

SOON = timedelta(days=30)
"""A review is announced so long before it is due."""

HANDFUL = 5
"""More active personas than this are hard to keep in mind (R085)."""


@dataclass(frozen=True, slots=True)
class CardEvidence:
    """Statements of a card by where they come from; ``told`` are those of customers."""

    told: int
    team: int
    guessed: int

    @property
    def total(self) -> int:
        """All statements."""
        return self.told + self.team + self.guessed

    @property
    def shares(self) -> tuple[float, float, float] | None:
        """Told, team, guessed as shares that sum to 1; None where nothing is stated."""
        total = self.total
        if not total:
            return None
        return self.told / total, self.team / total, self.guessed / total

    @property
    def percents(self) -> tuple[int, int, int] | None:
        """The shares in whole percent that sum to 100 (largest remainders); None as above."""
        shares = self.shares
        if shares is None:
            return None
        whole = [int(share * 100) for share in shares]
        by_rest = sorted(range(3), key=lambda i: (whole[i] - shares[i] * 100, i))
        for i in by_rest[: 100 - sum(whole)]:
            whole[i] += 1
        return whole[0], whole[1], whole[2]


def card_evidence(snapshot: Snapshot, persona_id: str) -> CardEvidence:
    """Count the statements of a persona's card by their source."""
    return _counted(snapshot.select(indexes.NOTES_OF_PERSONA, persona_id))


def _counted(notes: Iterable[PersonaNote]) -> CardEvidence:
    sources = [note.source for note in notes if filled(note)]
    customers = sum(told(source) for source in sources)
    team = sum(source == SourceKind.STAFF for source in sources)
    return CardEvidence(customers, team, len(sources) - customers - team)


def needs_evidence(snapshot: Snapshot, persona_id: str) -> tuple[PersonaNote, ...]:
    """Return the statements that no customer is behind, guesses before the team's opinions."""
    notes = snapshot.select(indexes.NOTES_OF_PERSONA, persona_id)
    weak = [note for note in notes if filled(note) and not told(note.source)]
    return tuple(sorted(weak, key=lambda note: note.source == SourceKind.STAFF))


def completeness(snapshot: Snapshot, persona_id: str, section: NoteSection) -> tuple[int, int]:
    """Return how many of a section's fixed keys say something, and how many there are."""
    keys = FIXED_KEYS[section]
    notes = snapshot.select(indexes.NOTES_OF_PERSONA, persona_id)
    said = {note.key for note in notes if note.section == section and filled(note)}
    return len(said.intersection(keys)), len(keys)


class Freshness(StrEnum):
    """Whether a card still holds."""

    UNCHECKED = "unchecked"
    FRESH = "fresh"
    SOON = "soon"
    OVERDUE = "overdue"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Validity:
    """Whether a card still holds; ``days`` from today to its end, below 0 when it is over."""

    state: Freshness
    days: int | None = None


def validity(persona: Persona, today: date) -> Validity:
    """Say whether a card still holds on a local date (R088): its last day still counts."""
    if persona.status == PersonaStatus.RETIRED:
        return Validity(Freshness.RETIRED)
    if not persona.valid_until:
        return Validity(Freshness.UNCHECKED)
    left = date.fromisoformat(persona.valid_until) - today
    if left < timedelta(0):
        return Validity(Freshness.OVERDUE, left.days)
    return Validity(Freshness.SOON if left <= SOON else Freshness.FRESH, left.days)


def active_personas(snapshot: Snapshot) -> tuple[Persona, ...]:
    """Return the personas that are in use, the primary one first."""
    return tuple(p for p in queries.personas(snapshot) if p.status != PersonaStatus.RETIRED)


def is_called(persona: Persona) -> str:
    """Return what a persona is called in sentences."""
    return persona.short or persona.name
