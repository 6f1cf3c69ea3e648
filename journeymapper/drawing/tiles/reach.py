"""How far a shape may reach, generously: what is outside for certain need not be on a tile."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.drawing.display_list import Box, Icon, Path, Picture, Rect, Shape, Text
from journeymapper.text.runs import GlyphRun

_BLANK = ("canvas", "surface")
"""Colours of plain ground: a tile with nothing else on it is an empty one."""


def reach(shape: Shape) -> Box | None:
    """Return a box that holds all the ink of a shape, seen from its group; None without ink."""
    match shape:
        case Rect():
            if not shape.fill and not shape.stroke:
                return None
            return shape.box.inset(-shape.width / 2) if shape.stroke else shape.box
        case Picture():
            return shape.box
        case Icon():
            return Box(shape.x, shape.y, shape.size, shape.size).inset(-1.0)
        case Path():
            return _of_path(shape)
        case Text():
            return _of_run(shape.run).moved(shape.x, shape.y) if shape.run.glyphs else None


def is_ground(shape: Shape) -> bool:
    """Say whether a shape is plain ground without an outline."""
    return isinstance(shape, Rect) and not shape.stroke and shape.fill in _BLANK


def around(boxes: Iterable[Box]) -> Box | None:
    """Return the smallest box around boxes, None around none."""
    known = tuple(boxes)
    if not known:
        return None
    x, y = min(box.x for box in known), min(box.y for box in known)
    right, bottom = max(box.right for box in known), max(box.bottom for box in known)
    return Box(x, y, right - x, bottom - y)


def meets(one: Box, other: Box) -> bool:
    """Say whether two boxes have a part in common; touching edges are none."""
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def holds(outer: Box, inner: Box) -> bool:
    """Say whether a box lies wholly in another one."""
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _of_path(path: Path) -> Box | None:
    if not path.fill and not path.stroke:
        return None
    xs: list[float] = []
    ys: list[float] = []
    for _kind, *numbers in path.segments:
        values = [float(number) for number in numbers]
        xs += values[::2]
        ys += values[1::2]
    if not xs:
        return None
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return box.inset(-path.width) if path.stroke else box


def _of_run(run: GlyphRun) -> Box:
    """Letters reach at most so far from where they start, above, below and beside it."""
    size = run.size
    x, y = min(run.xs) - 0.4 * size, min(run.ys) - 1.1 * size
    return Box(x, y, max(run.xs) + 1.3 * size - x, max(run.ys) + 0.5 * size - y)
