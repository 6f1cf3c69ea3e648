"""What the sheets to write on share: the steps, the pen, the size; all in points."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.text.runs import TextBlock, TextStyle

MARGIN = 28.0
FOOT = 24.0
SMALL = 11.0
"""The smallest text: it is read at the table, not on a wall."""


@dataclass(frozen=True, slots=True)
class BlankFrame:
    """What writes, on sheets of which size (``width`` across), and the words all repeat."""

    pen: Pen
    width: float
    height: float
    title: str
    persona: str
    example: bool
    printed: str

    def style(self, size: float, weight: int = 400, spacing: float = 1.25) -> TextStyle:
        """Return a style; ``spacing`` is the distance of lines as a multiple of the size."""
        return TextStyle(size, size * spacing, weight)

    def fitted(self, text: str, sizes: tuple[float, ...], width: float, height: float) -> TextBlock:
        """Return a text in the largest of these sizes in which it has room; never cut."""
        block = self.pen.block(text, self.style(sizes[0], 600), width)
        for size in sizes[1:]:
            if block.height <= height:
                break
            block = self.pen.block(text, self.style(size, 600), width)
        return block


def foot_of(frame: BlankFrame, number: int, total: int, width: float, height: float) -> Group:
    """Return the line at the bottom: which sheet it is, of which map, printed when."""
    pen, style = frame.pen, frame.style(SMALL)
    said: Message = _(
        "Sheet {number} of {total}, printed {date}",
        number=number,
        total=total,
        date=frame.printed,
    )
    block = pen.line(pen.say(said), style)
    shapes: list[Shape] = [*placed(block, 0, 6, "text_secondary")]
    inner = width - 2 * MARGIN
    end = inner
    if frame.example:
        tag = pen.line(pen.say(_("EXAMPLE")), frame.style(SMALL, 700))
        box = Box(inner - tag.width - 12, 4, tag.width + 12, 18)
        shapes.append(Rect(box, "surface", "text_secondary", 0.75, radius=3))
        shapes += centred(tag, box.x + box.w / 2, box.y + box.h / 2, "text_secondary")
        end = box.x - 12
    title = pen.line(frame.title, style)
    if title.width <= end - block.width - 24:  # the bars tell the stage in any case
        shapes += placed(title, end - title.width, 6, "text_secondary")
    box = Box(MARGIN, height - MARGIN - FOOT + 12, inner, FOOT)
    return Group("foot", box, tuple(shapes), reading=Reading.TEXT)
