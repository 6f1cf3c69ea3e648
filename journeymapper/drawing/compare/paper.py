"""A comparison on one sheet of paper, as large as it needs to be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journeymapper.domain.dates import in_words
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.transform import scaled
from journeymapper.text.runs import TextStyle

_MARGIN = 28.0
_SCALE = 0.75
_COLUMN = 250.0
_GAP = 18.0
_NARROWEST = 540.0
_TITLE = TextStyle(18, 22, 600)
_SUB = TextStyle(10, 14, 400)
_LINE = TextStyle(9, 13, 400)


def paper_sheet(
    drawing: Drawing, title: str, lead: Message, lines: Sequence[Message], pen: Pen, today: date
) -> Sheet:
    """Return the drawing with a title above and the list of differences below, in points."""
    inner = max(drawing.width * _SCALE, _NARROWEST)
    head = pen.block(title, _TITLE, inner)
    sub = pen.block(pen.say(lead), _SUB, inner)
    top = _MARGIN + head.height + sub.height + 10
    groups = [
        Group("title", Box(_MARGIN, _MARGIN, inner, head.height), placed(head, 0, 0), "",
              Reading.TITLE),
        Group("lead", Box(_MARGIN, _MARGIN + head.height, inner, sub.height),
              placed(sub, 0, 0, "text_secondary"), "", Reading.TEXT),
    ]  # fmt: skip
    groups += [scaled(group, _SCALE, _MARGIN, top) for group in drawing.groups]
    top += drawing.height * _SCALE + _GAP
    shapes, height = _columns(pen, lines, inner)
    groups.append(Group("list", Box(_MARGIN, top, inner, height), shapes, "", Reading.TEXT))
    top += height + 8
    day = in_words(today)
    foot = pen.line(pen.say(_("Printed {date}", date=day)), _LINE)
    groups.append(
        Group("foot", Box(_MARGIN, top, inner, foot.height), placed(foot, 0, 0, "text_secondary"))
    )
    width, whole = inner + 2 * _MARGIN, top + foot.height + _MARGIN
    mark = Bookmark(title, 0, _MARGIN)
    return Sheet(Drawing(width, whole, tuple(groups)), width, whole, title, (mark,))


def _columns(pen: Pen, lines: Sequence[Message], inner: float) -> tuple[tuple[Shape, ...], float]:
    """The lines in columns of about equal height, read downwards."""
    count = max(1, int((inner + _GAP) // (_COLUMN + _GAP)))
    blocks = [pen.block(pen.say(line), _LINE, _COLUMN) for line in lines]
    each = sum(block.height + 3 for block in blocks) / count
    shapes: list[Shape] = []
    x = y = tallest = 0.0
    for block in blocks:
        if y and y + block.height / 2 > each and x + 2 * _COLUMN + _GAP <= inner:
            x, y = x + _COLUMN + _GAP, 0.0
        shapes += placed(block, x, y)
        y += block.height + 3
        tallest = max(tallest, y)
    return tuple(shapes), tallest
