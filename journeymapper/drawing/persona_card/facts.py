"""The short facts about a persona: household, place, ease with technology."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import DEMOGRAPHICS, TRAITS
from journeymapper.drawing.display_list import Box, Group, Reading, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.persona_card.content import LABEL, STRONG, CardContent

_LENGTH = 90
_MOST = 12
_DOT = 7.0
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with a text, dots of five, or both."""

    key: str
    label: Message
    text: str
    dots: int | None = None


def short_facts(card: CardContent) -> bool:
    """Say whether the facts are few and short enough for the head of the card."""
    found = _notes(card)
    return len(found) <= _MOST and all(len(note.text) <= _LENGTH for note in found)


def fact_label(note: PersonaNote) -> Message:
    """Return what a fact is called: by one of our words, or by the user's own."""
    known = DEMOGRAPHICS.get(note.key) or TRAITS.get(note.key)
    return known or Message("{text}", text=note.key)


def facts_of(card: CardContent) -> tuple[Fact, ...]:
    """Return the facts that stand in the head; long ones have a section of their own."""
    found: list[Fact] = []
    if short_facts(card):
        found += [
            Fact(note.id, fact_label(note), " ".join(note.text.split()), note.intensity)
            for note in _notes(card)
        ]
    persona = card.persona
    own = (
        ("country", _("Country"), persona.country),
        ("language", _("Language"), persona.language),
    )
    found += [Fact(key, label, text) for key, label, text in own if text]
    return tuple(found)


def place_facts(card: CardContent, groups: list[Group], at: Box, columns: int) -> float:
    """Add the facts in so many columns from the top of a box on; return where they end."""
    width = (at.w - (columns - 1) * _GAP) / columns
    facts = facts_of(card)
    y = at.y
    for start in range(0, len(facts), columns):
        high = 0.0
        for i, fact in enumerate(facts[start : start + columns]):
            shapes, height = _drawn(card, fact, width)
            box = Box(at.x + i * (width + _GAP), y, width, height)
            alt = _said(fact) if fact.dots is not None else None
            groups.append(Group(f"fact:{fact.key}", box, shapes, "", Reading.TEXT, alt))
            high = max(high, height)
        y += high + 6
    return y - 6


def _notes(card: CardContent) -> tuple[PersonaNote, ...]:
    return (*card.notes(NoteSection.DEMOGRAPHIC), *card.notes(NoteSection.TRAIT))


def _drawn(card: CardContent, fact: Fact, width: float) -> tuple[tuple[Shape, ...], float]:
    label = card.block(card.say(fact.label), LABEL, width)
    shapes = list(placed(label, 0, 0, "text_tertiary"))
    y = label.height
    if fact.dots is not None:
        for i in range(5):
            x, radius = _DOT / 2 + i * (_DOT + 3), _DOT / 2
            if i < fact.dots:
                shapes.append(circle(x, y + 6, radius, "text_secondary"))
            else:
                shapes.append(circle(x, y + 6, radius - 0.5, "", "text_secondary", 1.0))
        y += 12
    if fact.text:
        text = card.block(fact.text, STRONG, width)
        shapes += placed(text, 0, y)
        y += text.height
    return tuple(shapes), y


def _said(fact: Fact) -> Message:
    if fact.text:
        return _("{label}: {n} of 5, {text}", label=fact.label, n=fact.dots or 0, text=fact.text)
    return _("{label}: {n} of 5", label=fact.label, n=fact.dots or 0)
