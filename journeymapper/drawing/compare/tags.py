"""What is said at the card of a step: a sign, a word and a line, so that colour is not needed."""

from __future__ import annotations

from enum import StrEnum

from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Path, Rect, Shape, Text
from journeymapper.drawing.lettering import Pen, centred
from journeymapper.text.runs import TextStyle

_STYLE = TextStyle(10, 13, 700)
_HEIGHT = 14.0
_PAD = 6.0
_BAR = 4.0
_DASH = (5.0, 4.0)
_LAYER = 5


class Tag(StrEnum):
    """What happened to a step."""

    ADDED = "added"
    GONE = "gone"
    MOVED = "moved"
    RENAMED = "renamed"


WORDS: dict[Tag, Message] = {
    Tag.ADDED: _("+ New"),
    Tag.GONE: _("– Gone"),
    Tag.MOVED: _("Moved"),
    Tag.RENAMED: _("Renamed"),
}


def tag_group(pen: Pen, key: str, tag: Tag, card: Group) -> Group:
    """Return what lies over the card of a step: its tag, and a bar or a dashed, struck card."""
    box = card.box
    shapes: list[Shape] = []
    if tag is Tag.ADDED:
        shapes.append(Rect(Box(-1, 0, _BAR, box.h), "text", radius=2))
    if tag is Tag.GONE:
        shapes.append(Rect(Box(0, 0, box.w, box.h), "", "text", 1.5, radius=6, dash=_DASH))
        shapes += _struck(pen, card)
    word = pen.line(pen.say(WORDS[tag]), _STYLE)
    width = min(word.width + 2 * _PAD, box.w)
    label = Box(box.w - width + 2, -_HEIGHT / 2 - 2, width, _HEIGHT)
    filled = tag in (Tag.ADDED, Tag.GONE)
    shapes.append(Rect(label, "text" if filled else "surface", "text", 1.0, radius=_HEIGHT / 2))
    ink = "surface" if filled else "text"
    shapes += centred(word, label.x + label.w / 2, label.y + label.h / 2, ink)
    return Group(key, box, tuple(shapes), layer=_LAYER)


def _struck(pen: Pen, card: Group) -> list[Shape]:
    """Lines through the name on a card."""
    size = pen.cell_style("card_name").size
    lines: list[Shape] = []
    for shape in card.shapes:
        if not isinstance(shape, Text) or shape.run.size != size or not shape.run.xs:
            continue
        x = shape.x + min(shape.run.xs)
        y = shape.y + shape.run.ys[0] - size * 0.32
        end = shape.x + max(shape.run.xs) + size * 0.5
        lines.append(Path((("M", x, y), ("L", end, y)), stroke="text", width=1.5))
    return lines
