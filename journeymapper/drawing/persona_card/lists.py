"""The lists of a card: goals, what annoys, needs, helps; answers, character, organisation."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import (
    CHARACTER,
    ORGANISATION,
    questions,
    section_title,
)
from journeymapper.drawing.persona_card.blocks import (
    Block,
    bullet,
    heading,
    statement,
    text_blocks,
    together,
)
from journeymapper.drawing.persona_card.content import ABOUT, SMALL, CardContent
from journeymapper.drawing.persona_card.facts import fact_label, short_facts
from journeymapper.drawing.persona_card.header import LONG_WORDS

_BULLETS = (NoteSection.GOAL, NoteSection.FRUSTRATION, NoteSection.NEED, NoteSection.HELP)
_LAST = (NoteSection.ACCESS, NoteSection.BRAND)


def bullets(card: CardContent, section: NoteSection, width: float) -> list[Block]:
    """Return a section that is a list of lines; nothing where it is empty."""
    notes = card.notes(section)
    if not notes:
        return []
    icon = "check" if section == NoteSection.HELP else ""
    found = [heading(card, section, section_title(section, card.name), width)]
    for note in notes:
        found += bullet(card, note, width, icon)
    return together(found)


def lists(card: CardContent, width: float) -> list[Block]:
    """Return goals, what annoys, needs, helps, access and brands."""
    return [b for section in (*_BULLETS, *_LAST) for b in bullets(card, section, width)]


def answers(card: CardContent, width: float) -> list[Block]:
    """Return the questions of the thirteen that have an answer."""
    notes = card.notes(NoteSection.QUESTION)
    known = questions(card.name)
    count = _("{n} of {total}", n=len({note.key for note in notes} & set(known)), total=len(known))
    return _keyed(card, NoteSection.QUESTION, known, width, count)


def character(card: CardContent, width: float) -> list[Block]:
    """Return what sort of person it is, and the place in the organisation."""
    return [
        *_keyed(card, NoteSection.CHARACTER, CHARACTER, width),
        *_keyed(card, NoteSection.ORGANISATION, ORGANISATION, width),
    ]


def long_facts(card: CardContent, width: float) -> list[Block]:
    """Return the facts, where they are too long for the head of the card."""
    if short_facts(card):
        return []
    found: list[Block] = []
    for section in (NoteSection.DEMOGRAPHIC, NoteSection.TRAIT):
        notes = card.notes(section)
        if notes:
            found.append(heading(card, section, section_title(section, card.name), width))
        for note in notes:
            found += statement(card, note, fact_label(note), width)
    return found


def has_long_texts(card: CardContent) -> bool:
    """Say whether story, quote or line about a persona are too long for the head."""
    persona = card.persona
    return max(len(persona.about), len(persona.quote), len(persona.story)) > LONG_WORDS


def long_texts(card: CardContent, width: float) -> list[Block]:
    """Return story, quote and line about a persona, where they are too long for the head."""
    persona, name = card.persona, card.name
    found: list[Block] = []
    for key, title, text in (
        ("about", _("Who {name} is", name=name), persona.about),
        ("quote", _("What {name} says", name=name), persona.quote),
        ("story", _("The story of {name}", name=name), persona.story),
    ):
        if len(text) > LONG_WORDS:
            found.append(heading(card, key, title, width))
            found += text_blocks(card, key, text, ABOUT, width, entity=persona.id)
    return found


def sources(card: CardContent, width: float) -> list[Block]:
    """Return where statements come from, each source once; nothing on a card for clients."""
    if not card.open:
        return []
    said: dict[str, None] = {}
    for section in NoteSection:
        for note in card.notes(section):
            if note.citation.strip():
                said[_source(card, note)] = None
    if not said:
        return []
    found = [heading(card, "sources", _("Where this comes from"), width)]
    for i, text in enumerate(said):
        found += text_blocks(card, f"source:{i}", text, SMALL, width, colour="text_secondary")
    return found


def _source(card: CardContent, note: PersonaNote) -> str:
    text = " ".join(note.citation.split())
    if not note.date:
        return text
    return card.say(_("{source}, {date}", source=text, date=card.day(note.date)))


def _keyed(
    card: CardContent,
    section: NoteSection,
    labels: Mapping[str, Message],
    width: float,
    count: Message | None = None,
) -> list[Block]:
    notes = card.notes(section)
    if not notes:
        return []
    found = [heading(card, section, section_title(section, card.name), width, count)]
    for note in notes:
        label = labels.get(note.key) or Message("{text}", text=note.key)
        found += statement(card, note, label, width)
    return found
