"""Shapes and groups moved and scaled; the text stays shaped as it is."""

from __future__ import annotations

from dataclasses import replace

from journeymapper.drawing.display_list import (
    Box,
    Group,
    Icon,
    Path,
    Picture,
    Rect,
    Segment,
    Shape,
    Text,
)
from journeymapper.text.runs import GlyphRun


def shifted(shape: Shape, dx: float, dy: float) -> Shape:
    """Return the shape at another place."""
    match shape:
        case Rect() | Picture():
            return replace(shape, box=shape.box.moved(dx, dy))
        case Path():
            return replace(shape, segments=shifted_segments(shape.segments, dx, dy))
        case _:
            return replace(shape, x=shape.x + dx, y=shape.y + dy)


def shifted_segments(segments: tuple[Segment, ...], dx: float, dy: float) -> tuple[Segment, ...]:
    """Return the outline at another place."""
    return tuple(_mapped(segment, 1.0, dx, dy) for segment in segments)


def scaled(group: Group, factor: float, dx: float = 0.0, dy: float = 0.0) -> Group:
    """Return the group ``factor`` times as large, then moved by (dx, dy)."""
    box = group.box
    return replace(
        group,
        box=Box(box.x * factor + dx, box.y * factor + dy, box.w * factor, box.h * factor),
        shapes=tuple(scaled_shape(shape, factor) for shape in group.shapes),
        clip=_box(group.clip, factor) if group.clip is not None else None,
    )


def scaled_shape(shape: Shape, factor: float) -> Shape:
    """Return the shape ``factor`` times as large, seen from its origin."""
    match shape:
        case Text():
            return Text(_run(shape.run, factor), shape.x * factor, shape.y * factor, shape.colour)
        case Icon():
            return replace(shape, x=shape.x * factor, y=shape.y * factor, size=shape.size * factor)
        case Picture():
            return replace(shape, box=_box(shape.box, factor))
        case Rect():
            return replace(
                shape,
                box=_box(shape.box, factor),
                width=shape.width * factor,
                radius=shape.radius * factor,
                dash=tuple(part * factor for part in shape.dash),
            )
        case Path():
            return replace(
                shape,
                segments=tuple(_mapped(segment, factor, 0, 0) for segment in shape.segments),
                width=shape.width * factor,
                dash=tuple(part * factor for part in shape.dash),
            )


def _box(box: Box, factor: float) -> Box:
    return Box(box.x * factor, box.y * factor, box.w * factor, box.h * factor)


def _run(run: GlyphRun, factor: float) -> GlyphRun:
    return GlyphRun(
        run.font,
        run.size * factor,
        run.glyphs,
        tuple([x * factor for x in run.xs]),
        tuple([y * factor for y in run.ys]),
        run.text,
        run.clusters,
    )


def _mapped(segment: Segment, factor: float, dx: float, dy: float) -> Segment:
    kind, *numbers = segment
    return (
        kind,
        *(float(number) * factor + (dy if i % 2 else dx) for i, number in enumerate(numbers)),
    )
