"""What stands around the window of a tile: where to cut, where to glue, which tile it is."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Segment, Shape
from journeymapper.drawing.lettering import Pen, centred
from journeymapper.drawing.paper import POINTS_PER_MM
from journeymapper.drawing.tiles.grid import OVERLAP
from journeymapper.text.runs import TextStyle

SMALL = TextStyle(8.0, 11.0)
STRONG = TextStyle(8.0, 11.0, 600)

_LONG = 14.0
"""How far marks and words reach from the window: 7 mm of the paper stay free at least."""

ABOVE = 20
"""The layer of the marks: over all that the large sheet has."""

_APART = 3.0
"""From the window to a mark."""

_CHECK_MM = 100
_SERIF = 4.0
_HATCH = 6.0
_MIDDLE = 8.5
"""From the window to the middle of a line of words."""


@dataclass(frozen=True, slots=True)
class Edges:
    """A tile's window on its sheet; ``right`` and ``below``: a neighbour is glued on there."""

    window: Box
    width: float
    height: float
    right: bool
    below: bool


def marks_of(edges: Edges) -> Group:
    """Return the lines to cut along and the hatched edges that go under the next tile."""
    window = edges.window
    lines: list[Segment] = []
    uprights = [window.x, *([] if edges.right else [window.right])]
    levels = [window.y, *([] if edges.below else [window.bottom])]
    for x in uprights:
        for near, far in _ends(window.y, window.bottom):
            lines += [("M", x, near), ("L", x, far)]
    for y in levels:
        for near, far in _ends(window.x, window.right):
            lines += [("M", near, y), ("L", far, y)]
    shapes: list[Shape] = [Path(tuple(lines), stroke="text", width=0.6)]
    if edges.right:
        x = window.right - OVERLAP
        for near, far in _ends(window.y, window.bottom):
            shapes += _hatched(Box(x, min(near, far), OVERLAP, abs(far - near)))
    if edges.below:
        y = window.bottom - OVERLAP
        for near, far in _ends(window.x, window.right):
            shapes += _hatched(Box(min(near, far), y, abs(far - near), OVERLAP))
    everywhere = Box(0, 0, edges.width, edges.height)
    return Group("tile:marks", everywhere, tuple(shapes), layer=ABOVE)


def label_of(pen: Pen, words: Message, title: str, edges: Edges) -> Group:
    """Return the line above the window: which tile it is, and of what where there is room."""
    window = edges.window
    left, end = window.x + 10, window.right - OVERLAP - 10
    middle = window.y - _MIDDLE
    label = pen.line(pen.say(words), STRONG)
    shapes = [*centred(label, left + label.width / 2, middle, "text")]
    name = pen.line(title, SMALL)
    after = left + label.width + 12
    if len(name.lines) == 1 and after + name.width <= end:
        shapes += centred(name, after + name.width / 2, middle, "text_secondary")
    box = Box(0, 0, edges.width, edges.height)
    return Group("tile:label", box, tuple(shapes), reading=Reading.TEXT, layer=ABOVE)


def check_of(pen: Pen, edges: Edges) -> Group:
    """Return the line at the foot of a sheet that is 10 cm long when printed at 100 %."""
    start = edges.window.x + 10
    end = start + _CHECK_MM * POINTS_PER_MM
    middle = edges.window.bottom + _MIDDLE
    line: tuple[Segment, ...] = (
        ("M", start, middle),
        ("L", end, middle),
        ("M", start, middle - _SERIF),
        ("L", start, middle + _SERIF),
        ("M", end, middle - _SERIF),
        ("L", end, middle + _SERIF),
    )
    said = pen.line(pen.say(_("10 cm at 100 %")), SMALL)
    shapes: list[Shape] = [
        Path(line, stroke="text", width=1.0),
        *centred(said, end + 8 + said.width / 2, middle, "text_secondary"),
    ]
    box = Box(0, 0, edges.width, edges.height)
    return Group("tile:check", box, tuple(shapes), reading=Reading.TEXT, layer=ABOVE)


def _ends(start: float, stop: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return from where to where marks go before ``start`` and after ``stop``."""
    return (start - _APART, start - _LONG), (stop + _APART, stop + _LONG)


def _hatched(box: Box) -> tuple[Shape, ...]:
    """Return a frame with slanting lines."""
    lines: list[Segment] = []
    reach = box.w + box.h
    at = _HATCH
    while at < reach:
        x1, y1 = (box.x + at, box.y) if at <= box.w else (box.right, box.y + at - box.w)
        x2, y2 = (box.x, box.y + at) if at <= box.h else (box.x + at - box.h, box.bottom)
        lines += [("M", x1, y1), ("L", x2, y2)]
        at += _HATCH
    outline: tuple[Segment, ...] = (
        ("M", box.x, box.y),
        ("L", box.right, box.y),
        ("L", box.right, box.bottom),
        ("L", box.x, box.bottom),
        ("Z",),
    )
    return (
        Path(tuple(lines), stroke="text_tertiary", width=0.4),
        Path(outline, stroke="text_tertiary", width=0.6),
    )
