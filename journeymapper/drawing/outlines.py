"""Outlines that drawings share: circles, polygons and boxes with some corners rounded."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeymapper.drawing.display_list import Box, Rect, Segment

_ROUND = 0.5523
"""How far the handles of a quarter circle reach, as a share of its radius."""


def circle(
    x: float, y: float, radius: float, fill: str = "", stroke: str = "", width: float = 1.0
) -> Rect:
    """Return a circle around (x, y)."""
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    return Rect(box, fill, stroke, width, radius=radius)


def polygon(points: Sequence[tuple[float, float]]) -> tuple[Segment, ...]:
    """Return the closed outline through the points."""
    first, *rest = points
    return (("M", *first), *(("L", *point) for point in rest), ("Z",))


def regular(x: float, y: float, radius: float, corners: int, turn: float) -> tuple[Segment, ...]:
    """Return a regular polygon around (x, y); ``turn`` is the angle of a corner in degrees."""
    angles = [math.radians(turn + 360 * i / corners) for i in range(corners)]
    return polygon([(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles])


def rounded(box: Box, top: float, bottom: float) -> tuple[Segment, ...]:
    """Return a box with the radius ``top`` at its upper and ``bottom`` at its lower corners."""
    left, right, y, end = box.x, box.right, box.y, box.bottom
    path: list[Segment] = [("M", left + top, y), ("L", right - top, y)]
    path += _corner(right - top, y, right, y, right, y + top)
    path.append(("L", right, end - bottom))
    path += _corner(right, end - bottom, right, end, right - bottom, end)
    path.append(("L", left + bottom, end))
    path += _corner(left + bottom, end, left, end, left, end - bottom)
    path.append(("L", left, y + top))
    path += _corner(left, y + top, left, y, left + top, y)
    path.append(("Z",))
    return tuple(path)


def _corner(
    x0: float, y0: float, corner_x: float, corner_y: float, x1: float, y1: float
) -> list[Segment]:
    if (x0, y0) == (x1, y1):
        return []
    return [
        (
            "C",
            x0 + (corner_x - x0) * _ROUND,
            y0 + (corner_y - y0) * _ROUND,
            x1 + (corner_x - x1) * _ROUND,
            y1 + (corner_y - y1) * _ROUND,
            x1,
            y1,
        )
    ]
