"""The pieces that a card is filled with: what stays together, and texts that may be parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.message import Message
from journeymapper.drawing.display_list import Box, Group, Icon, Reading, Rect, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.marks import evidence_dots
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.persona_card.content import HEAD, LABEL, PLAIN, SMALL, CardContent
from journeymapper.text.runs import TextBlock, TextStyle

DOT = 5.5
"""Diameter of the dots that say how sure we are."""

DOTS_WIDTH = 4 * DOT + 3 * 3

_PART = 4
"""So many lines of a long text stay together."""

_MARK = 12.0
_SHORT_SECTION = 130.0


@dataclass(frozen=True, slots=True)
class Block:
    """What is never parted; its groups are placed from its own top left corner.

    ``gap`` is kept above it unless it begins a column. ``keep`` holds it with the next one.
    """

    height: float
    groups: tuple[Group, ...]
    gap: float = 0.0
    keep: bool = False


def one(
    key: str,
    width: float,
    height: float,
    shapes: Sequence[Shape],
    *,
    entity: str = "",
    reading: Reading = Reading.TEXT,
    alt: Message | None = None,
    gap: float = 0.0,
    keep: bool = False,
) -> Block:
    """Return a block that is one group."""
    group = Group(key, Box(0, 0, width, height), tuple(shapes), entity, reading, alt)
    return Block(height, (group,), gap, keep)


def heading(
    card: CardContent, key: str, title: Message, width: float, count: Message | None = None
) -> Block:
    """Return the heading of a section, with how much of it is filled."""
    pen = card.pen
    block = card.block(pen.say(title), HEAD, width)
    shapes = list(placed(block, 0, 0))
    if count is not None:
        said = pen.line(pen.say(count), LABEL)
        last = block.lines[-1]
        x = last.x + last.width + 7
        if len(block.lines) == 1 and x + said.width <= width:
            y = last.baseline - said.lines[0].baseline
            shapes += placed(said, x, y, "text_tertiary")
    return one(
        f"head:{key}", width, block.height + 4, shapes, reading=Reading.STAGE, gap=13, keep=True
    )


def text_blocks(
    card: CardContent,
    key: str,
    text: str,
    style: TextStyle,
    width: float,
    *,
    colour: str = "text",
    left: float = 0.0,
    entity: str = "",
) -> list[Block]:
    """Return a text as blocks of a few lines each, so that it can go on over any page."""
    found: list[Block] = []
    for paragraph in text.split("\n"):
        block = card.block(paragraph, style, width - left)
        high = card.high(style)
        for start in range(0, len(block.lines), _PART):
            lines = block.lines[start : start + _PART]
            part = TextBlock(lines, block.width, len(lines) * high)
            shapes = placed(part, left, -start * high, colour)
            name = f"{key}:{len(found)}" if found else key
            found.append(one(name, width, part.height, shapes, entity=entity))
    return found


def statement(
    card: CardContent, note: PersonaNote, label: Message | None, width: float
) -> list[Block]:
    """Return a statement of any length: its label with how sure it is, and its text."""
    pen = card.pen
    head: list[Shape] = []
    height = 0.0
    if label is not None:
        block = card.block(pen.say(label), LABEL, width - DOTS_WIDTH - 8)
        head += placed(block, 0, 0, "text_secondary")
        height = block.height
    head += dots(card, note, width - DOTS_WIDTH, 2.5)
    body = text_blocks(card, f"note:{note.id}", note.text, PLAIN, width, entity=note.id)
    if not note.text.strip():
        return [one(f"note:{note.id}", width, height + 2, head, entity=note.id, gap=5)]
    if len(body) > 1 or label is None:
        top = one(f"label:{note.id}", width, max(height, 11), head, gap=5, keep=True)
        return [top, *body]
    text = card.block(note.text, PLAIN, width)
    shapes = [*head, *placed(text, 0, height)]
    return [one(f"note:{note.id}", width, height + text.height, shapes, entity=note.id, gap=5)]


def bullet(card: CardContent, note: PersonaNote, width: float, icon: str = "") -> list[Block]:
    """Return a line of a list: a mark, the text, how sure it is at the end."""
    room = width - DOTS_WIDTH - 8 - _bars_width(note)
    body = text_blocks(card, f"note:{note.id}", note.text, PLAIN, room, left=_MARK, entity=note.id)
    if icon:
        mark: Shape = Icon(icon, -0.5, 1.5, 9, "good")
    else:
        mark = circle(3, card.high(PLAIN) / 2, 1.75, "text_tertiary")
    first = body[0]
    shapes = [
        mark,
        *first.groups[0].shapes,
        *bars(card, note, width - DOTS_WIDTH - 26, 2),
        *dots(card, note, width - DOTS_WIDTH, 3),
    ]
    begun = one(
        f"note:{note.id}", width, first.height, shapes, entity=note.id, gap=3.5, keep=len(body) > 1
    )
    return [begun, *body[1:]]


def together(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a short section so that they are not parted; long ones as they are."""
    if sum(block.height + block.gap for block in blocks) > _SHORT_SECTION:
        return list(blocks)
    return [replace(block, keep=block is not blocks[-1]) for block in blocks]


def dots(card: CardContent, note: PersonaNote, x: float, y: float) -> tuple[Shape, ...]:
    """Return the dots that say how sure a statement is."""
    return evidence_dots(card.sure(note).grade, x, y, DOT)


def sure_line(card: CardContent, note: PersonaNote, x: float, y: float) -> tuple[Shape, ...]:
    """Return dots and words on how sure a statement is, on a line of their own."""
    said = card.pen.line(card.sure_words(note), SMALL)
    return (
        *dots(card, note, x, y + 2.4),
        *placed(said, x + DOTS_WIDTH + 5, y, "text_secondary"),
    )


def bars(card: CardContent, note: PersonaNote, x: float, y: float) -> tuple[Shape, ...]:
    """Return five rising bars, filled up to the strength or weight of a statement; () without."""
    if note.intensity is None:
        return ()
    shapes: list[Shape] = []
    for i in range(5):
        high = 2.4 + i * 1.3
        box = Box(x + i * 3.6, y + 8 - high, 2.4, high)
        shapes.append(Rect(box, card.ink if i < note.intensity else "line"))
    return tuple(shapes)


def _bars_width(note: PersonaNote) -> float:
    return 26.0 if note.intensity is not None else 0.0
