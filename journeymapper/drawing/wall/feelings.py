"""The feelings on a wall: one curve over all sheets, and a face at each step."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from journeymapper.domain.message import Message, _
from journeymapper.drawing.curve import Point, clipped, slopes
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import centred, placed, signed
from journeymapper.drawing.marks import face
from journeymapper.drawing.transform import shifted_segments
from journeymapper.drawing.wall.frame import (
    BAND_BOTTOM,
    BAND_TOP,
    LEAST,
    MARGIN,
    WallFrame,
)
from journeymapper.drawing.wall.planning import PlannedSheet
from journeymapper.text.runs import TextStyle

UNIT = 12.0
"""The height of one point of the scale from -5 to +5."""

FACE = 21.0
"""The radius of a face."""

MIDDLE = (BAND_TOP + BAND_BOTTOM) / 2
_NUMBER = TextStyle(18, 24, 700)
_WIDTH = 2.5


@dataclass(frozen=True, slots=True)
class Curve:
    """The curve of the main persona over all sheets of the row.

    ``x`` of a point counts from the left margin of the first sheet, without the margins
    between sheets: so the curve leaves one sheet where it enters the next.
    """

    points: tuple[Point, ...]
    tangents: tuple[float, ...]
    numbers: tuple[str, ...]
    values: tuple[int, ...]


def curve_of(frame: WallFrame, sheets: Sequence[PlannedSheet]) -> Curve:
    """Return the one curve through all feelings that are known."""
    points: list[Point] = []
    numbers: list[str] = []
    values: list[int] = []
    for i, sheet in enumerate(sheets):
        for head, x in zip(sheet.heads, centres(frame, len(sheet.heads)), strict=True):
            if head.step.feeling is not None:
                points.append((i * frame.inner + x, height_of(head.step.feeling)))
                numbers.append(head.step.number)
                values.append(head.step.feeling)
    return Curve(tuple(points), slopes(points), tuple(numbers), tuple(values))


def centres(frame: WallFrame, count: int) -> tuple[float, ...]:
    """Return the middles of so many columns, from the left margin on."""
    return tuple(frame.inner * (i + 0.5) / count for i in range(count))


def height_of(value: int) -> float:
    """Return where a feeling lies on a sheet."""
    return MIDDLE - value * UNIT


def band_groups(
    frame: WallFrame, curve: Curve, sheet: PlannedSheet, index: int
) -> tuple[Group, ...]:
    """Return tints, the part of the curve on the sheet ``index``, faces and numbers."""
    inner = frame.inner
    upper = Rect(Box(0, 0, inner, MIDDLE - BAND_TOP), "emotion_above_zero")
    lower = Rect(Box(0, MIDDLE - BAND_TOP, inner, BAND_BOTTOM - MIDDLE), "emotion_below_zero")
    zero = Rect(Box(0, MIDDLE - BAND_TOP - 0.4, inner, 0.8), "line_strong")
    box = Box(MARGIN, BAND_TOP, inner, BAND_BOTTOM - BAND_TOP)
    groups = [Group("band", box, (upper, lower, zero), layer=-1)]
    groups += _curve(frame, curve, index)
    for head, x in zip(sheet.heads, centres(frame, len(sheet.heads)), strict=True):
        groups.append(_face(frame, head.step.id, head.step.feeling, MARGIN + x))
    return tuple(groups)


def _curve(frame: WallFrame, curve: Curve, index: int) -> tuple[Group, ...]:
    left, right = index * frame.inner, (index + 1) * frame.inner
    segments = clipped(curve.points, curve.tangents, left, right)
    if not segments:
        return ()
    path = Path(
        shifted_segments(segments, MARGIN - left, 0), stroke="text", width=_WIDTH, round_ends=False
    )
    first = bisect_left(curve.points, left, key=itemgetter(0))
    last = bisect_right(curve.points, right, key=itemgetter(0))
    shown = zip(curve.numbers[first:last], curve.values[first:last], strict=True)
    alt = _said(frame.persona, ", ".join(f"{number} {signed(value)}" for number, value in shown))
    box = Box(0, 0, frame.width, frame.height)
    return (Group("curve", box, (path,), "", Reading.FIGURE, alt),)


def _said(name: str, values: str) -> Message:
    if not values:
        return _("How {name} feels goes on between the sheets beside this one.", name=name)
    return _("How {name} feels, from −5 to +5: {values}", name=name, values=values)


def _face(frame: WallFrame, step: str, value: int | None, x: float) -> Group:
    pen = frame.pen
    shapes: list[Shape] = []
    if value is None:
        block = pen.line(pen.say(_("No feeling yet")), frame.style(LEAST))
        y = BAND_BOTTOM - block.height - 4
        shapes += placed(block, -block.width / 2, 0, "text_secondary")
        box = Box(x, y, 0, block.height)
        return Group(f"feeling:{step}", box, tuple(shapes), step, Reading.TEXT)
    y = height_of(value)
    shapes += face(value, 0, 0, FACE)
    number = pen.line(signed(value), _NUMBER)
    shapes += centred(number, 0, -FACE - 10, "text")
    return Group(f"feeling:{step}", Box(x, y, 0, 0), tuple(shapes), step, Reading.TEXT, layer=1)
