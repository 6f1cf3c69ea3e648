"""Curves through points that never pass a point's value: they invent no feelings.

Monotone cubic interpolation after Steffen (1990): each piece stays between the values at its
two ends, and a point only bends the pieces beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from journeymapper.drawing.display_list import Segment

Point = tuple[float, float]


def slopes(points: Sequence[Point]) -> tuple[float, ...]:
    """Return the slope of the curve at each point; ``x`` must grow from point to point."""
    count = len(points)
    if count < 2:
        return (0.0,) * count
    widths = [b[0] - a[0] for a, b in pairwise(points)]
    rises = [(b[1] - a[1]) / width for a, b, width in zip(points, points[1:], widths, strict=False)]
    if count == 2:
        return (rises[0], rises[0])
    found = [_end(rises[0], rises[1], widths[0], widths[1])]
    found += [_inner(rises[i - 1], rises[i], widths[i - 1], widths[i]) for i in range(1, count - 1)]
    found.append(_end(rises[-1], rises[-2], widths[-1], widths[-2]))
    return tuple(found)


def _inner(before: float, after: float, width_before: float, width_after: float) -> float:
    if before * after <= 0:
        return 0.0
    mean = (before * width_after + after * width_before) / (width_before + width_after)
    steepest = min(abs(before), abs(after), abs(mean) / 2)
    return 2 * steepest if before > 0 else -2 * steepest


def _end(near: float, far: float, width_near: float, width_far: float) -> float:
    share = width_near / (width_near + width_far)
    slope = near * (1 + share) - far * share
    if slope * near <= 0:
        return 0.0
    if abs(slope) > 2 * abs(near):
        return 2 * near
    return slope


def curve(points: Sequence[Point], tangents: Sequence[float]) -> tuple[Segment, ...]:
    """Return the path through the points: a move and a cubic for each piece."""
    if not points:
        return ()
    path: list[Segment] = [("M", *points[0])]
    path += [("C", *_controls(points, tangents, i)) for i in range(1, len(points))]
    return tuple(path)


def clipped(
    points: Sequence[Point], tangents: Sequence[float], left: float, right: float
) -> tuple[Segment, ...]:
    """Return the part of the same path between two x; empty when it does not pass there.

    The cut pieces keep their exact shape, so that two halves meet in height and slope.
    """
    path: list[Segment] = []
    begin = bisect_right(points, left, key=itemgetter(0))
    for i in range(max(1, begin), len(points)):
        start, stop = points[i - 1], points[i]
        if start[0] >= right:
            break
        width = stop[0] - start[0]  # x runs evenly with the parameter
        first = max(0.0, (left - start[0]) / width)
        last = min(1.0, (right - start[0]) / width)
        x1, y1, x2, y2, x, y = _controls(points, tangents, i)
        a, b, c, d = _part((start, (x1, y1), (x2, y2), (x, y)), first, last)
        if not path:
            path.append(("M", *a))
        path.append(("C", *b, *c, *d))
    return tuple(path)


def value_at(points: Sequence[Point], tangents: Sequence[float], x: float) -> float | None:
    """Return the height of the curve at ``x``, None outside of it."""
    i = max(1, bisect_left(points, x, key=itemgetter(0)))
    if i >= len(points) or x < points[0][0]:
        return None
    start, stop = points[i - 1], points[i]
    x1, y1, x2, y2, ex, ey = _controls(points, tangents, i)
    t = (x - start[0]) / (stop[0] - start[0])
    return _split((start, (x1, y1), (x2, y2), (ex, ey)), t)[0][3][1]


def _controls(
    points: Sequence[Point], tangents: Sequence[float], i: int
) -> tuple[float, float, float, float, float, float]:
    (x0, y0), (x1, y1) = points[i - 1], points[i]
    third = (x1 - x0) / 3
    return (x0 + third, y0 + third * tangents[i - 1], x1 - third, y1 - third * tangents[i], x1, y1)


_Cubic = tuple[Point, Point, Point, Point]


def _part(cubic: _Cubic, first: float, last: float) -> _Cubic:
    if last < 1:
        cubic = _split(cubic, last)[0]
    if first > 0:
        cubic = _split(cubic, first / last)[1]
    return cubic


def _split(cubic: _Cubic, t: float) -> tuple[_Cubic, _Cubic]:
    """Cut a cubic in two (de Casteljau)."""
    a, b, c, d = cubic
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    middle = _between(abc, bcd, t)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _between(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
