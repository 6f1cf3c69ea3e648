"""Glyph outlines of our TrueType files as moves, lines and cubic curves. No Qt in here."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from journeymapper.text.truetype import TrueTypeFile

_ON_CURVE, _X_BYTE, _Y_BYTE, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080

Point = tuple[float, float, bool]
"""x, y, and whether the curve passes through it."""

Segment = tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a composite glyph and its place: x' = a x + c y + dx, y' = b x + d y + dy."""

    glyph: int
    a: float
    b: float
    c: float
    d: float
    dx: float
    dy: float

    def placed(self, point: Point) -> Point:
        """Return a point of the part as a point of the whole."""
        x, y, on = point
        return self.a * x + self.c * y + self.dx, self.b * x + self.d * y + self.dy, on


class Outlines:
    """The outlines of one font, in font units, y upwards; kept once read."""

    def __init__(self, font: TrueTypeFile) -> None:
        self.font = font
        self._data = font.table("glyf")
        self._kept: dict[int, tuple[Segment, ...]] = {}

    def segments(self, glyph: int) -> tuple[Segment, ...]:
        """Return the outline of a glyph: closed shapes, to be filled by the nonzero rule."""
        found = self._kept.get(glyph)
        if found is None:
            found = self._kept[glyph] = tuple(
                segment for contour in self._contours(glyph) for segment in _drawn(contour)
            )
        return found

    def _contours(self, glyph: int) -> list[list[Point]]:
        outline = self._data[self.font.loca[glyph] : self.font.loca[glyph + 1]]
        if len(outline) < 10:
            return []
        if struct.unpack_from(">h", outline)[0] >= 0:
            return _simple(outline)
        return [
            [component.placed(point) for point in contour]
            for component in components(outline)
            for contour in self._contours(component.glyph)
        ]


def components(outline: bytes) -> list[Component]:
    """Return the parts of a composite glyph from its bytes; none for a simple one."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found: list[Component] = []
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        dx, dy = struct.unpack_from(">hh" if flags & _WORDS else ">bb", outline, at + 4)
        at += 8 if flags & _WORDS else 6
        a, b, c, d = 1.0, 0.0, 0.0, 1.0
        if flags & _SCALE:
            a = d = _f2dot14(outline, at, 1)[0]
            at += 2
        elif flags & _TWO_SCALES:
            a, d = _f2dot14(outline, at, 2)
            at += 4
        elif flags & _MATRIX:
            a, b, c, d = _f2dot14(outline, at, 4)
            at += 8
        found.append(Component(glyph, a, b, c, d, dx, dy))
    return found


def _f2dot14(data: bytes, at: int, count: int) -> tuple[float, ...]:
    return tuple(value / 16384 for value in struct.unpack_from(f">{count}h", data, at))


def _simple(outline: bytes) -> list[list[Point]]:
    count = struct.unpack_from(">h", outline)[0]
    ends = struct.unpack_from(f">{count}H", outline, 10)
    at = 10 + 2 * count
    at += 2 + struct.unpack_from(">H", outline, at)[0]  # instructions
    total = ends[-1] + 1 if ends else 0
    flags: list[int] = []
    while len(flags) < total:
        flag = outline[at]
        at += 1
        flags.append(flag)
        if flag & _REPEAT:
            flags += [flag] * outline[at]
            at += 1
    xs, at = _coordinates(outline, at, flags, _X_BYTE, _X_SAME)
    ys, at = _coordinates(outline, at, flags, _Y_BYTE, _Y_SAME)
    points = [
        (float(x), float(y), bool(flag & _ON_CURVE))
        for x, y, flag in zip(xs, ys, flags, strict=True)
    ]
    starts = [0, *(end + 1 for end in ends)]
    return [points[start : end + 1] for start, end in zip(starts, ends, strict=False)]


def _coordinates(
    outline: bytes, at: int, flags: list[int], byte: int, same: int
) -> tuple[list[int], int]:
    value, found = 0, []
    for flag in flags:
        if flag & byte:
            value += outline[at] if flag & same else -outline[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", outline, at)[0]
            at += 2
        found.append(value)
    return found, at


def _drawn(contour: list[Point]) -> list[Segment]:
    """Return one closed contour of quadratic curves as cubic ones."""
    if len(contour) < 2:
        return []
    points: list[Point] = []
    for i, point in enumerate(contour):  # between two control points the curve passes midway
        before = contour[i - 1]
        if not point[2] and not before[2]:
            points.append(((point[0] + before[0]) / 2, (point[1] + before[1]) / 2, True))
        points.append(point)
    first = next(i for i, point in enumerate(points) if point[2])
    points = [*points[first:], *points[: first + 1]]
    x, y, _on = points[0]
    found: list[Segment] = [("M", x, y)]
    control: Point | None = None
    for point in points[1:]:
        if not point[2]:
            control = point
            continue
        if control is None:
            found.append(("L", point[0], point[1]))
        else:
            found.append(_cubic(x, y, control, point))
        x, y, control = point[0], point[1], None
    found.append(("Z",))
    return found


def _cubic(x: float, y: float, control: Point, end: Point) -> Segment:
    cx, cy = control[0] * 2 / 3, control[1] * 2 / 3
    return ("C", x / 3 + cx, y / 3 + cy, end[0] / 3 + cx, end[1] / 3 + cy, end[0], end[1])
