"""Shapes that are higher than a page, parted between two lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymapper.drawing.display_list import Box, Icon, Path, Picture, Rect, Shape, Text
from journeymapper.drawing.transform import shifted

_ASCENT, _DESCENT = 1.0, 0.35
"""How far letters reach from their base line, as shares of the size."""

Piece = tuple[float, tuple[Shape, ...]]


def parted(
    shapes: Sequence[Shape], height: float, first: float, further: float
) -> tuple[Piece, ...]:
    """Return pieces with their heights: one as high as ``first``, others as high as ``further``.

    No line of text is cut, rectangles go on in the next piece, and what is drawn or pictured
    stands in the piece in which it begins.
    """
    return tuple(_pieces(shapes, height, first, further))


def _pieces(
    shapes: Sequence[Shape], height: float, first: float, further: float
) -> Iterator[Piece]:
    reach = [(shape, *_reach(shape)) for shape in shapes]
    top, room = 0.0, first
    while height - top > room:
        cut = _cut(reach, top, top + room)
        yield cut - top, tuple(_between(reach, top, cut))
        top, room = cut, further
    yield height - top, tuple(_between(reach, top, max(height, top + room)))


def _cut(reach: Sequence[tuple[Shape, float, float]], top: float, end: float) -> float:
    """Where a piece can end at the latest: between two lines."""
    lines = [(a, b) for shape, a, b in reach if isinstance(shape, Text) and a > top]
    cut = end
    while crossing := [a for a, b in lines if a < cut < b]:
        cut = min(crossing)
    return cut


def _between(
    reach: Sequence[tuple[Shape, float, float]], top: float, end: float
) -> Iterator[Shape]:
    for shape, a, b in reach:
        if isinstance(shape, Rect):
            if a < end and b > top:
                y, low = max(a, top), min(b, end)
                box = Box(shape.box.x, y - top, shape.box.w, low - y)
                yield Rect(box, shape.fill, shape.stroke, shape.width, shape.radius, shape.dash)
        elif top <= a < end or (a < 0 and top == 0):
            yield shifted(shape, 0, -top)


def _reach(shape: Shape) -> tuple[float, float]:
    """From where to where a shape stands."""
    match shape:
        case Rect() | Picture():
            return shape.box.y, shape.box.bottom
        case Text():
            size, base = shape.run.size, [shape.y + y for y in shape.run.ys] or [shape.y]
            return min(base) - _ASCENT * size, max(base) + _DESCENT * size
        case Icon():
            return shape.y, shape.y + shape.size
        case Path():
            ys = [float(s[i]) for s in shape.segments for i in range(2, len(s), 2)]
            return min(ys, default=0.0), max(ys, default=0.0)
