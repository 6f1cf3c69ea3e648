"""A page that is filled from the top: blocks of text, boxes, lines to write on."""

from __future__ import annotations

from datetime import date

from journeymapper.domain.dates import in_words
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, MARGIN_MM, POINTS_PER_MM, Upright
from journeymapper.text.runs import TextStyle

WIDTH, HEIGHT = A4.width, A4.height
MARGIN = (MARGIN_MM + 4) * POINTS_PER_MM
INNER = WIDTH - 2 * MARGIN
"""What is written is as wide on every paper; it stands in the middle of a wider one."""

TITLE = TextStyle(20, 26, 600)
LEAD = TextStyle(11.5, 16, 400)
BODY = TextStyle(11.5, 16, 400)
STRONG = TextStyle(11.5, 16, 600)
SMALL = TextStyle(9, 12, 400)

_FOOT = MARGIN - 14


class Page:
    """Collects groups; ``y`` is where the next one begins."""

    def __init__(self, pen: Pen, size: Upright = A4) -> None:
        self.pen, self.size = pen, size
        self._left = (size.width - INNER) / 2
        self.y = MARGIN
        self._groups: list[Group] = []

    def write(
        self,
        key: str,
        text: str,
        style: TextStyle,
        colour: str = "text",
        reading: Reading = Reading.TEXT,
    ) -> None:
        """Write lines over the whole width."""
        block = self.pen.block(text, style, INNER)
        shapes = placed(block, 0, 0, colour)
        box = Box(self._left, self.y, INNER, block.height)
        self._groups.append(Group(key, box, shapes, reading=reading))
        self.y += block.height

    def add(
        self,
        key: str,
        height: float,
        shapes: tuple[Shape, ...],
        reading: Reading = Reading.TEXT,
        alt: Message | None = None,
        entity: str = "",
    ) -> None:
        """Add shapes over the whole width; they are measured from its left end."""
        box = Box(self._left, self.y, INNER, height)
        self._groups.append(Group(key, box, shapes, entity, reading, alt))
        self.y += height

    def rule(self, key: str, y: float = 0.0) -> None:
        """Draw a line to write on, ``y`` below."""
        self.y += y
        self.add(key, 1, (Rect(Box(0, 0, INNER, 0.75), "line_strong"),), Reading.DECORATION)

    def sheet(self, title: str, today: date, foot: Message | None = None) -> Sheet:
        """Return the finished sheet; at its ``foot`` stands when its steps had their numbers."""
        day = in_words(today)
        usual = _("{title}. Numbers of the steps as on {date}.", title=title, date=day)
        said = self.pen.say(usual if foot is None else foot)
        block = self.pen.block(said, SMALL, INNER)
        width, height = self.size.width, self.size.height
        box = Box(self._left, height - _FOOT - block.height, INNER, block.height)
        shapes = placed(block, 0, 0, "text_secondary")
        bottom = Group("foot", box, shapes, reading=Reading.TEXT)
        drawing = Drawing(width, height, (*self._groups, bottom))
        return Sheet(drawing, width, height, title)
