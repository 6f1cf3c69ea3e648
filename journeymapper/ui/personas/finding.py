"""Finding a word on the cards. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain import queries
from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.persona_card import LISTS, notes_in
from journeymapper.domain.snapshot import Snapshot

HEAD = ""
STORY = "story"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a word stands: on whose card, in which section ("" is the head), key or id there."""

    persona: str
    section: str
    key: str


def place_of(note: PersonaNote) -> tuple[str, str]:
    """Return section and key of a statement as the card finds its field."""
    return note.section.value, note.id if note.section in LISTS else note.key


def hits(snapshot: Snapshot, text: str) -> tuple[Hit, ...]:
    """Return where a text is found, card by card in the order in which one reads them."""
    wanted = text.strip().casefold()
    if not wanted:
        return ()
    found: list[Hit] = []
    for persona in queries.personas(snapshot):
        fields = (
            ("name", persona.short or persona.name),
            ("about", persona.about),
            ("quote", persona.quote),
        )
        found += [Hit(persona.id, HEAD, key) for key, words in fields if wanted in words.casefold()]
        for section in NoteSection:
            found += [
                Hit(persona.id, *place_of(note))
                for note in notes_in(snapshot, persona.id, section)
                if wanted in note.text.casefold()
            ]
        if wanted in persona.story.casefold():
            found.append(Hit(persona.id, STORY, STORY))
    return tuple(found)
