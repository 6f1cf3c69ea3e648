"""The small marks of the ways: each means one thing, in any colour and in none."""

from __future__ import annotations

from collections.abc import Callable

from journeymapper.drawing.display_list import Box, Icon, Path, Rect, Shape
from journeymapper.drawing.map.ways_parts import NoteKind
from journeymapper.drawing.outlines import circle, polygon

_INK = "text_secondary"
_LINE = 1.5

Shapes = tuple[Shape, ...]


def note_mark(kind: NoteKind, x: float, y: float) -> Shapes:
    """Return the mark before a note, around (x, y), at most 12 wide."""
    return _MARKS[kind](x, y)


def handoff_mark(x: float, y: float) -> tuple[Shape, ...]:
    """Return the mark of two people around (x, y): a full dot hands over to a hollow one."""
    return (
        Path((("M", x - 3, y), ("L", x + 3, y)), stroke=_INK, width=1.25),
        circle(x - 5, y, 2.9, _INK),
        circle(x + 5, y, 2.4, "canvas", _INK, 1.25),
    )


def switch_mark(x: float, y: float) -> tuple[Shape, ...]:
    """Return the mark of two means of contact: a full square goes over to a hollow one."""
    return (
        Path((("M", x - 3, y), ("L", x + 3, y)), stroke=_INK, width=1.25),
        Rect(Box(x - 8, y - 2.8, 5.6, 5.6), _INK, radius=1),
        Rect(Box(x + 2.6, y - 2.4, 4.8, 4.8), "canvas", _INK, 1.25, radius=1),
    )


def _good(x: float, y: float) -> Shapes:
    return _icon("circle-check", x, y)


def _lost(x: float, y: float) -> Shapes:
    cross = (
        ("M", x - 2.2, y - 2.2),
        ("L", x + 2.2, y + 2.2),
        ("M", x + 2.2, y - 2.2),
        ("L", x - 2.2, y + 2.2),
    )
    return (
        circle(x, y, 5, "", _INK, 1.1),
        Path(cross, stroke=_INK, width=1.25, round_ends=True),
    )


def _other(x: float, y: float) -> Shapes:
    return (circle(x, y, 5, "", _INK, 1.1), circle(x, y, 2, _INK))


def _dead_end(x: float, y: float) -> Shapes:
    return (
        Path((("M", x - 5, y), ("L", x + 3.5, y)), stroke="text", width=_LINE),
        Path((("M", x + 4, y - 5), ("L", x + 4, y + 5)), stroke="text", width=2.5),
    )


def _trap(x: float, y: float) -> Shapes:
    return _icon("rotate-ccw", x, y)


def _unreached(x: float, y: float) -> Shapes:
    return (
        Path((("M", x - 6, y), ("L", x - 0.5, y)), stroke="text", width=_LINE, dash=(1.5, 2)),
        Rect(Box(x, y - 3, 5, 6), "", "text", 1.1, radius=1),
    )


def _entry(x: float, y: float) -> Shapes:
    return (
        Path((("M", x - 5.5, y), ("L", x + 2, y)), stroke="text", width=_LINE),
        Path(polygon([(x + 5, y), (x, y - 3.4), (x, y + 3.4)]), "text"),
    )


def _not_passed(x: float, y: float) -> Shapes:
    return _icon("unlink", x, y)


def _sum(x: float, y: float) -> Shapes:
    return (
        circle(x, y, 5.2, "", "text", 1.1),
        Path((("M", x, y - 2.8), ("L", x, y + 0.6)), stroke="text", width=_LINE),
        circle(x, y + 2.5, 0.9, "text"),
    )


def _icon(name: str, x: float, y: float) -> Shapes:
    return (Icon(name, x - 5.5, y - 5.5, 11, "text"),)


_MARKS: dict[NoteKind, Callable[[float, float], Shapes]] = {
    NoteKind.GOOD: _good,
    NoteKind.LOST: _lost,
    NoteKind.OTHER: _other,
    NoteKind.DEAD_END: _dead_end,
    NoteKind.TRAP: _trap,
    NoteKind.UNREACHED: _unreached,
    NoteKind.ENTRY: _entry,
    NoteKind.NOT_PASSED: _not_passed,
    NoteKind.SUM: _sum,
}
