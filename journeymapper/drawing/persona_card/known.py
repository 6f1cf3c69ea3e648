"""How much of a card is known, and until when it holds."""

from __future__ import annotations

from journeymapper.analysis.persona_figures import Freshness, card_evidence, validity
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Icon, Rect, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.persona_card import words
from journeymapper.drawing.persona_card.blocks import Block, heading, one
from journeymapper.drawing.persona_card.content import LABEL, PLAIN, STRONG, CardContent

_BAR = 8.0
_FILLS = (("text_secondary", ""), ("line_strong", ""), ("surface", "text_secondary"))
"""Fill and line of each share: said by customers, the team's opinion, a guess."""


def evidence(card: CardContent, width: float) -> list[Block]:
    """Return the bar of shares with its percentages; nothing where nothing is stated."""
    percents = card_evidence(card.snapshot, card.persona.id).percents
    if percents is None:
        return []
    people = card.project.people
    found = [heading(card, "evidence", words.HOW_MUCH[people], width)]
    shapes: list[Shape] = []
    x = 0.0
    room = width - 3 * sum(percent > 0 for percent in percents) + 3
    for percent, (fill, line) in zip(percents, _FILLS, strict=True):
        if percent:
            long = room * percent / 100
            inset = 0.5 if line else 0.0
            box = Box(x, 0, long, _BAR).inset(inset)
            shapes.append(Rect(box, fill, line, 1.0, radius=1.5))
            x += long + 3
    found.append(Block(_BAR, (_bar(shapes, width),), keep=True))
    labels = (words.THEY_SAID[people], words.TEAM_SHARE, words.GUESS_SHARE)
    for i, (label, percent) in enumerate(zip(labels, percents, strict=True)):
        found.append(_line(card, i, label, percent, width))
    return found


def holds(card: CardContent, width: float) -> list[Block]:
    """Return until when the card holds and when it was looked at."""
    persona = card.persona
    state = validity(persona, card.today).state
    lines: list[Message] = []
    match state:
        case Freshness.UNCHECKED:
            lines.append(_("Not checked with anybody yet"))
        case Freshness.OVERDUE:
            lines.append(_("Was to be looked at by {date}", date=card.day(persona.valid_until)))
        case _:
            if persona.valid_until:
                lines.append(_("Look again by {date}", date=card.day(persona.valid_until)))
    if persona.reviewed_at:
        lines.append(_("Checked {date}", date=card.day(persona.reviewed_at)))
    shapes: list[Shape] = [Icon("calendar", 0, 1, 12)]
    y = 0.0
    for i, message in enumerate(lines):
        style = PLAIN if i else STRONG
        block = card.block(card.say(message), style, width - 18)
        shapes += placed(block, 18, y, "text_secondary" if i else "text")
        y += block.height
    return [one("holds", width, max(14.0, y), shapes, entity=persona.id, gap=13)]


def _bar(shapes: list[Shape], width: float) -> Group:
    return Group("evidence:bar", Box(0, 0, width, _BAR), tuple(shapes))


def _line(card: CardContent, i: int, label: Message, percent: int, width: float) -> Block:
    pen = card.pen
    fill, line = _FILLS[i]
    number = pen.line(card.say(_("{n}\u00a0%", n=percent)), LABEL)
    said = card.block(card.say(label), LABEL, width - number.width - 18)
    square = Rect(Box(0, 2.5, 6, 6).inset(0.5 if line else 0), fill, line, 1.0, radius=1)
    shapes = (
        square,
        *placed(said, 12, 0),
        *placed(number, width - number.width, 0),
    )
    return one(f"evidence:{i}", width, said.height + 1, shapes, gap=3, keep=i < 2)
