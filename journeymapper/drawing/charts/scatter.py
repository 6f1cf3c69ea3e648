"""What matters and how we do: each step with its interval, and the lines that part the field.

Importance-performance analysis after Martilla and James (1977); the diagonal, where both are
equal, is the iso-priority line of Bacon (2003).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import (
    LABEL,
    MARK,
    SMALL,
    STRONG,
    Chart,
    Named,
    Sketch,
    colour_of,
    scale,
)
from journeymapper.drawing.charts.labels import Wanted, overlap, place_labels
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.lettering import Pen

_LEFT, _TOP, _RIGHT, _BOTTOM = 32.0, 24.0, 10.0, 50.0

_NAME = 190.0
"""Width at which a name is broken."""

Scale = Callable[[float], float]

QUADRANTS = {
    "Q1": _("Fix first"),
    "Q2": _("Keep it up"),
    "Q3": _("Can wait"),
    "Q4": _("More than needed"),
}
"""What each field of the chart says."""


@dataclass(frozen=True, slots=True)
class Point:
    """A step: how much it matters and how we do, 1 to 10; the interval of the latter."""

    named: Named
    importance: float
    performance: float
    interval: tuple[float, float] | None
    quadrant: str
    uncertain: bool


@dataclass(frozen=True, slots=True)
class Axes:
    """What is written along the chart, and where its two lines are (1 to 10)."""

    across: Message
    up: Message
    performance_line: float
    importance_line: float


def scatter(pen: Pen, points: Sequence[Point], axes: Axes, width: float, height: float) -> Chart:
    """Return the chart; the scale of importance begins where the points need it."""
    sketch = Sketch(pen, width, height)
    frame = Box(_LEFT, _TOP, width - _LEFT - _RIGHT, height - _TOP - _BOTTOM)
    lowest = _lowest([p.importance for p in points] + [axes.importance_line])
    x_of = scale(1, 10, frame.x, frame.right)
    y_of = scale(lowest, 10, frame.bottom, frame.y)
    across, up = x_of(axes.performance_line), y_of(axes.importance_line)
    sketch.rect(Box(frame.x, frame.y, across - frame.x, up - frame.y), "sunken")
    _diagonal(sketch, lowest, x_of, y_of)
    sketch.rect(frame, "", "text_tertiary")
    sketch.line((across, frame.y), (across, frame.bottom), colour="text_secondary", width=1.25)
    sketch.line((frame.x, up), (frame.right, up), colour="text_secondary", width=1.25)
    _ticks(sketch, frame, lowest, x_of, y_of)
    _titles(sketch, frame, axes)
    corners = _corners(sketch, frame, across, up)
    taken: list[Box] = list(corners)
    for point in points:
        x, y = x_of(point.performance), y_of(point.importance)
        if point.interval is not None:
            low, high = (x_of(value) for value in point.interval)
            sketch.whisker(low, high, y, colour_of(point.named.band))
            taken.append(Box(low, y - 4, high - low, 8))
    for point in points:
        x, y = x_of(point.performance), y_of(point.importance)
        sketch.mark(point.named.band, x, y)
        taken.append(_around(x, y))
    _labels(sketch, points, taken, frame, x_of, y_of, (across, up))
    head = (_("Step"), _("How much it matters"), _("How we do"), _("From"), _("To"), _("Field"))
    rows = [
        (
            p.named.name,
            round(p.importance, 1),
            round(p.performance, 1),
            round(p.interval[0], 1) if p.interval else "",
            round(p.interval[1], 1) if p.interval else "",
            pen.say(QUADRANTS[p.quadrant]),
        )
        for p in points
    ]
    return sketch.finished("importance", TITLE, _alt(points), head, rows)


TITLE = _("What matters and how we do")


def _lowest(values: Sequence[float]) -> int:
    """The whole number below all, at most 5, so that few points do not fill the field oddly."""
    return max(1, min(5, math.floor(min(values) - 0.4)))


def _around(x: float, y: float) -> Box:
    return Box(x - MARK / 2 - 1, y - MARK / 2 - 1, MARK + 2, MARK + 2)


def _diagonal(sketch: Sketch, lowest: int, x_of: Scale, y_of: Scale) -> None:
    start, end = (x_of(lowest), y_of(lowest)), (x_of(10), y_of(10))
    sketch.line(start, end, colour="line_strong", dash=(4.0, 4.0))


def _ticks(sketch: Sketch, frame: Box, lowest: int, x_of: Scale, y_of: Scale) -> None:
    for value in range(1, 11):
        sketch.text(str(value), x_of(value), frame.bottom + 5, align="middle")
    for value in range(lowest, 11):
        y = y_of(value)
        sketch.text(str(value), frame.x - 8, y - SMALL.line / 2, align="end")


def _titles(sketch: Sketch, frame: Box, axes: Axes) -> None:
    pen = sketch.pen
    middle = frame.x + frame.w / 2
    sketch.text(pen.say(axes.across), middle, frame.bottom + 26, LABEL, align="middle")
    sketch.text(pen.say(axes.up), 0, 0, LABEL)


def _corners(sketch: Sketch, frame: Box, across: float, up: float) -> list[Box]:
    """Name the four fields in the outer corners; a field without room stays without a name."""
    pen = sketch.pen
    found: list[Box] = []
    for name, left, top in (
        ("Q1", True, True),
        ("Q2", False, False),
        ("Q3", True, False),
        ("Q4", False, False),
    ):
        upper = name in ("Q1", "Q2")
        block = pen.line(pen.say(QUADRANTS[name]), STRONG)
        room = (across - frame.x) if left else (frame.right - across)
        high = (up - frame.y) if upper else (frame.bottom - up)
        if block.width + 16 > room or block.height + 12 > high:
            continue
        x = frame.x + 9 if left else frame.right - 9 - block.width
        edge = (frame.y if top else up) if upper else frame.bottom
        y = edge + 6 if top else edge - block.height - 6
        colour = "text" if name == "Q1" else "text_secondary"
        sketch.text(pen.say(QUADRANTS[name]), x, y, STRONG, colour)
        found.append(Box(x, y, block.width, block.height))
    return found


def _labels(
    sketch: Sketch,
    points: Sequence[Point],
    taken: Sequence[Box],
    frame: Box,
    x_of: Scale,
    y_of: Scale,
    cross: tuple[float, float],
) -> None:
    pen = sketch.pen
    marks = [_around(x_of(p.performance), y_of(p.importance)) for p in points]
    blocks = [pen.block(p.named.name, STRONG, _NAME) for p in points]
    wanted = [
        Wanted(block.width, block.height, mark) for block, mark in zip(blocks, marks, strict=True)
    ]
    across, up = cross
    lines = (Box(across - 1, frame.y, 2, frame.h), Box(frame.x, up - 1, frame.w, 2))
    places = place_labels(wanted, taken, frame.inset(3), lines)
    for point, mark, place in zip(points, marks, places, strict=True):
        near = Box(mark.x - 9, mark.y - 9, mark.w + 18, mark.h + 18)
        if not overlap(near, place):
            sketch.line(
                (mark.x + mark.w / 2, mark.y + mark.h / 2 + (-9 if place.y < mark.y else 9)),
                (place.x + place.w / 2, place.bottom if place.y < mark.y else place.y),
                colour="line_strong",
            )
        sketch.text(point.named.name, place.x, place.y, STRONG, "text", room=_NAME)


def _alt(points: Sequence[Point]) -> Message:
    first = [p.named.name for p in points if p.quadrant == "Q1"]
    if not first:
        return _(
            "{n} steps by how much they matter and how we do. None of them matters much and is"
            " done badly.",
            n=len(points),
        )
    return _(
        "{n} steps by how much they matter and how we do. These matter much and are done badly:"
        " {steps}.",
        n=len(points),
        steps=", ".join(first),
    )
