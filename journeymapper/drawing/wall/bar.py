"""The top and the bottom of a sheet for a wall: its stage, its number, the check line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.drawing.paper import POINTS_PER_MM
from journeymapper.drawing.wall.frame import (
    BAR_BOTTOM,
    BAR_TOP,
    FOOT_TOP,
    LEAST,
    MARGIN,
    PAD,
    WallFrame,
)
from journeymapper.text.runs import TextBlock, TextStyle

CHECK_MM = 100
"""The length of the line that shows whether the printer kept the size."""

_INK = 6.0
_SIDE = 210.0
"""The width that the words at the end of the bar may take."""

_FOOT = 20.0
_SERIF = 4.0


def bar_group(frame: WallFrame, number: int, name: str, continued: Message | None = None) -> Group:
    """Return the bar of a stage: number, name, and at the end whose feelings these are."""
    pen = frame.pen
    ink, tint = f"stage.{number}.ink", f"stage.{number}.tint"
    height = BAR_BOTTOM - BAR_TOP
    middle = (_INK + height) / 2
    shapes: list[Shape] = [
        Rect(Box(0, 0, frame.inner, _INK), ink),
        Rect(Box(0, _INK, frame.inner, height - _INK), tint),
    ]
    big = pen.line(str(number), frame.style(pen.tokens.wall_size("stage_number"), 700))
    shapes += centred(big, PAD + big.width / 2, middle, ink)
    left = PAD + big.width + 12
    room = frame.inner - left - PAD
    said = _whose(frame)
    side = _side(frame, middle, (said, continued))
    title = _title(frame, name, room - side.width, height - _INK)
    if title.height > height - _INK:  # a very long name: it comes first
        side = _side(frame, middle, (continued,))
        title = _title(frame, name, room - side.width, height - _INK)
    shapes += placed(title, left, middle - title.height / 2, ink)
    shapes += side.shapes
    box = Box(MARGIN, BAR_TOP, frame.inner, height)
    return Group("stage", box, tuple(shapes), reading=Reading.STAGE)


def foot_group(pen: Pen, words: Message, left: float, right: float, y: float) -> Group:
    """Return the line at the bottom: the sheet, the day, and 10 cm to measure."""
    style = _foot_style(pen)
    said = pen.line(pen.say(words), style)
    length = CHECK_MM * POINTS_PER_MM
    middle = _FOOT / 2
    shapes: list[Shape] = [*centred(said, said.width / 2, middle, "text_secondary")]
    start = right - left - length
    label = pen.line(pen.say(_("10 cm")), style)
    shapes += centred(label, start - 8 - label.width / 2, middle, "text_secondary")
    line = (
        ("M", start, middle),
        ("L", start + length, middle),
        ("M", start, middle - _SERIF),
        ("L", start, middle + _SERIF),
        ("M", start + length, middle - _SERIF),
        ("L", start + length, middle + _SERIF),
    )
    shapes.append(Path(line, stroke="text", width=1.0))
    return Group("foot", Box(left, y, right - left, _FOOT), tuple(shapes), reading=Reading.TEXT)


def wall_foot(frame: WallFrame, number: int, total: int) -> Group:
    """Return the foot of a sheet of the row."""
    words = _(
        "Sheet {number} of {total}, printed {date}",
        number=number,
        total=total,
        date=frame.printed,
    )
    return foot_group(frame.pen, words, MARGIN + PAD, frame.width - MARGIN - PAD, FOOT_TOP)


def _foot_style(pen: Pen) -> TextStyle:
    size = max(LEAST, pen.tokens.wall_size("footer"))
    return TextStyle(size, size * 1.3)


def _whose(frame: WallFrame) -> Message | None:
    if not frame.persona:
        return None
    if frame.future:
        return _("Feelings in future: {name}", name=frame.persona)
    return _("Feelings: {name}", name=frame.persona)


def _title(frame: WallFrame, name: str, room: float, height: float) -> TextBlock:
    """Set a stage's name as large as it has room; the smallest is still easy to read."""
    pen = frame.pen
    block = pen.line(name, frame.style(pen.tokens.wall_size("stage"), 600))
    if block.width <= room and len(block.lines) == 1:
        return block
    for size in (26.0, 20.0, 17.0, LEAST):
        block = pen.block(name, frame.style(size, 600, 1.2), room)
        if block.height <= height:
            break
    return block


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands at the end of the bar, and its width with a gap before it."""

    shapes: tuple[Shape, ...]
    width: float


def _side(frame: WallFrame, middle: float, said: Sequence[Message | None]) -> _Side:
    """Say whose feelings these are, which part of the stage, and that it is an example."""
    pen = frame.pen
    shapes: list[Shape] = []
    width = 0.0
    end = frame.inner - PAD
    if frame.example:
        tag = pen.line(pen.say(_("EXAMPLE")), frame.style(LEAST, 700))
        box = Box(end - tag.width - 14, middle - 12, tag.width + 14, 24)
        shapes.append(Rect(box, "surface", "text_secondary", 1.0, radius=4))
        shapes += centred(tag, box.x + box.w / 2, middle, "text_secondary")
        width = box.w + 14
    style = frame.style(LEAST, 400, 1.2)
    blocks = [pen.block(pen.say(one), style, _SIDE) for one in said if one is not None]
    blocks = [block for block in blocks if len(block.lines) <= 2]
    if blocks:
        widest = max(block.width for block in blocks)
        y = middle - sum(block.height for block in blocks) / 2
        for block in blocks:
            shapes += placed(block, end - width - widest, y, "text_secondary")
            y += block.height
        width += widest + 14
    return _Side(tuple(shapes), width)
