"""How far the ink of a drawing reaches: what a printer's margins may cut."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.drawing.display_list import Box, Drawing, Icon, Path, Picture, Rect, Shape, Text

Point = tuple[float, float]


def extent(drawing: Drawing) -> Box:
    """Return the smallest box around all that is drawn, in the units of the drawing.

    Text counts from the first to the last letter's start, with its height; a drawing without
    anything has an empty box at its origin.
    """
    xs: list[float] = []
    ys: list[float] = []
    for group in drawing.groups:
        for shape in group.shapes:
            for x, y in _within(_corners(shape), group.clip):
                xs.append(group.box.x + x)
                ys.append(group.box.y + y)
    if not xs:
        return Box(0, 0, 0, 0)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _within(corners: Iterator[Point], clip: Box | None) -> Iterator[Point]:
    """Move what is cut off to the edge of the clip."""
    if clip is None:
        return corners
    return ((min(max(x, clip.x), clip.right), min(max(y, clip.y), clip.bottom)) for x, y in corners)


def _corners(shape: Shape) -> Iterator[Point]:
    match shape:
        case Rect() | Picture():
            yield shape.box.x, shape.box.y
            yield shape.box.right, shape.box.bottom
        case Icon():
            yield shape.x, shape.y
            yield shape.x + shape.size, shape.y + shape.size
        case Path():
            for _kind, *numbers in shape.segments:
                values = [float(number) for number in numbers]
                yield from zip(values[::2], values[1::2], strict=True)
        case Text():
            run = shape.run
            for x, y in zip(run.xs, run.ys, strict=True):
                yield shape.x + x, shape.y + y
                yield shape.x + x, shape.y + y - run.size * 0.75
