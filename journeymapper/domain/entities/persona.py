"""Typical customers: a card is a list of notes."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import NoteSection, PersonaKind, PersonaStatus, SourceKind


@dataclass(frozen=True, slots=True)
class Persona(Entity):
    """A typical customer. ``short`` is the name used on the map; dates are local."""

    name: str = fields.name()
    short: str = fields.name()
    kind: PersonaKind = fields.choice(PersonaKind, PersonaKind.PERSON)
    primary: bool = fields.flag(default=False)
    portrait: str | None = fields.link("Attachment")
    quote: str = fields.text()
    story: str = fields.text()
    demographics: str = fields.text()
    reviewed_at: str = fields.date()
    valid_until: str = fields.date()
    status: PersonaStatus = fields.choice(PersonaStatus, PersonaStatus.DRAFT)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class PersonaNote(Entity):
    """One statement on a persona's card, under a section and key.

    ``intensity`` is 0 to 5; ``n`` is how many people the statement rests on.
    """

    persona: str = fields.parent("Persona")
    section: NoteSection = fields.choice(NoteSection, NoteSection.EMOTION)
    key: str = fields.name()
    text: str = fields.text()
    intensity: int | None = fields.whole(None, 0, 5)
    source: SourceKind = fields.choice(SourceKind, SourceKind.ASSUMPTION)
    n: int | None = fields.whole(None, 0)
    date: str = fields.date()
    citation: str = fields.text()
    position: float = fields.real(0.0)
