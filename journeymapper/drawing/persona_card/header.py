"""The head of a card: portrait, name, badges, about, quote and facts."""

from __future__ import annotations

from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.persona_card import words
from journeymapper.drawing.persona_card.avatar import portrait
from journeymapper.drawing.persona_card.blocks import Block
from journeymapper.drawing.persona_card.content import (
    ABOUT,
    BADGE,
    NAME,
    QUOTE,
    CardContent,
)
from journeymapper.drawing.persona_card.facts import facts_of, place_facts
from journeymapper.text.plain import is_rtl

LONG_WORDS = 320
"""A longer story, quote or line about a persona has a section of its own."""

_WIDE = 440.0
"""From this width on the facts stand beside the name."""

_FACTS = 176.0


def header(card: CardContent, width: float) -> Block:
    """Return the head over the whole width."""
    facts = facts_of(card)
    beside = bool(facts) and width >= _WIDE
    picture = 76.0 if width >= 330 else 56.0
    left = picture + 14
    room = width - left - (_FACTS + 24 if beside else 0)
    groups = [_portrait(card, picture)]
    y = _write(card, groups, left, room)
    height = max(picture, y)
    if beside:
        x = width - _FACTS
        high = place_facts(card, groups, Box(x, 2, _FACTS, 0), 2)
        height = max(height, high)
        line = Rect(Box(x - 14, 0, 0.75, height), "line_strong")
        groups.append(Group("line:facts", Box(0, 0, width, height), (line,)))
    elif facts:
        below = Box(0, height + 10, width, 0)
        height = place_facts(card, groups, below, max(2, int(width // 110)))
    return Block(height, tuple(groups))


def _portrait(card: CardContent, size: float) -> Group:
    shapes = portrait(card.pen, card.persona, size, card.place)
    box = Box(0, 0, size, size)
    if card.persona.portrait is None:  # what is drawn from the name says no more than the name
        return Group("portrait", box, shapes)
    said = _("Portrait of {name}", name=card.name)
    return Group("portrait", box, shapes, card.persona.id, Reading.FIGURE, said)


def _write(card: CardContent, groups: list[Group], left: float, room: float) -> float:
    """Write name, badges, about and quote; return where they end."""
    persona, pen = card.persona, card.pen
    name = card.block(persona.name or card.say(_("No name yet")), NAME, room)
    y = -2.0
    groups.append(
        Group(
            "name",
            Box(left, y, room, name.height),
            placed(name, 0, 0),
            persona.id,
            Reading.TITLE,
        )
    )
    badges, size = _badges(card)
    end = name.lines[-1].x + name.lines[-1].width + 10
    beside = len(name.lines) == 1 and end + size <= room and not is_rtl(persona.name)
    x, at = (end, y + 6) if beside else (0.0, y + name.height + 2)
    if is_rtl(persona.name):
        x = max(0.0, room - size)
    groups.append(Group("badges", Box(left + x, at, size, 15), badges, reading=Reading.TEXT))
    y = y + name.height + (2 if beside else 20)
    for key, text in (("about", persona.about), ("story", persona.story)):
        if text.strip() and len(text) <= LONG_WORDS:
            block = card.block(text.strip(), ABOUT, room)
            shapes = placed(block, 0, 0, "text" if key == "about" else "text_secondary")
            box = Box(left, y, room, block.height)
            groups.append(Group(key, box, shapes, persona.id, Reading.TEXT))
            y += block.height + 1
    if persona.quote.strip() and len(persona.quote) <= LONG_WORDS:
        said = pen.say(_("“{quote}”", quote=persona.quote.strip().strip('“”"')))
        block = card.block(said, QUOTE, room - 11)
        rtl = is_rtl(persona.quote)
        shapes = (
            Rect(Box(room - 2.25 if rtl else 0, 0, 2.25, block.height), card.ink),
            *placed(block, 0 if rtl else 11, 0, card.ink),
        )
        y += 6
        box = Box(left, y, room, block.height)
        groups.append(Group("quote", box, shapes, persona.id, Reading.TEXT))
        y += block.height
    return y


def _badges(card: CardContent) -> tuple[tuple[Shape, ...], float]:
    wanted: list[tuple[Message, str, str, str]] = []
    if card.persona.primary:
        wanted.append((words.MAIN, "accent_soft", "", "accent"))
    wanted.append((words.KINDS[card.persona.kind], "sunken", "", "text_secondary"))
    if card.project.example:
        wanted.append((words.EXAMPLE, "", "text", "text"))
    shapes: list[Shape] = []
    x = 0.0
    for message, fill, line, ink in wanted:
        said = card.pen.line(card.say(message), BADGE)
        shapes.append(Rect(Box(x, 0, said.width + 10, 15), fill, line, 0.75, radius=3))
        shapes += placed(said, x + 5, (15 - said.height) / 2, ink)
        x += said.width + 16
    return tuple(shapes), x - 6
