"""Typical customers: a card is a list of notes."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import (
    AgeGroup,
    NoteSection,
    PersonaKind,
    PersonaStatus,
    SourceKind,
)
from journeymapper.domain.records import dataclass

STORY_LIMIT = 100_000
"""Longest story of a persona, in characters."""


@dataclass(frozen=True, slots=True)
class Persona(Entity):
    """A typical customer. ``short`` is the name used on the map; dates are local.

    ``about`` says in a line who this is. ``portrait`` is a picture; without one a portrait is
    drawn from the initials, ``age_group`` and ``colour`` (a token name, or empty: by its place).
    ``country`` is an ISO 3166 code of two letters, ``language`` an ISO 639 code.
    ``answers`` are the conditions under which answers are those of this persona, all of which
    must hold (``channel = Telephone``); without any, only sheets that name the persona are.
    """

    name: str = fields.name()
    short: str = fields.name()
    kind: PersonaKind = fields.choice(PersonaKind, PersonaKind.PERSON)
    primary: bool = fields.flag(default=False)
    portrait: str | None = fields.link("Attachment")
    age_group: AgeGroup = fields.choice(AgeGroup, AgeGroup.UNKNOWN)
    colour: str = fields.name()
    quote: str = fields.text()
    about: str = fields.text()
    story: str = fields.text(limit=STORY_LIMIT)
    country: str = fields.name()
    language: str = fields.name()
    answers: tuple[str, ...] = fields.words()
    reviewed_at: str = fields.date()
    valid_until: str = fields.date()
    status: PersonaStatus = fields.choice(PersonaStatus, PersonaStatus.DRAFT)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class PersonaNote(Entity):
    """One statement on a persona's card, under a section and key.

    ``intensity`` is 0 to 5 (a need's weight, a trait's dots); ``n`` is how many people the
    statement rests on. ``hidden`` keeps it off paper.
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
    hidden: bool = fields.flag(default=False)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class ChannelShare(Entity):
    """How much of a persona's contact runs through a channel; one for each pair.

    ``offered`` is what we offer today and ``preferred`` what the persona would choose, each as a
    share from 0 to 1, or None where it is not known.
    """

    persona: str = fields.parent("Persona")
    channel: str = fields.parent("Channel")
    offered: float | None = fields.real(None, 0, 1)
    preferred: float | None = fields.real(None, 0, 1)
    source: SourceKind = fields.choice(SourceKind, SourceKind.ASSUMPTION)
    n: int | None = fields.whole(None, 0)
    date: str = fields.date()
