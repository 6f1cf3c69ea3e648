"""The Feeling row: its scale, tints and lines, the points, and how sure we are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from journeymapper.domain.entities import Feeling
from journeymapper.domain.kinds import People
from journeymapper.domain.records import dataclass
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect, Shape, Text
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.places import Column, Row
from journeymapper.drawing.map.sure import Sureness
from journeymapper.drawing.marks import evidence_dots, feeling_point

SURE_HEIGHT = 20.0
"""Height of the line of how sure we are, under the curve."""

_PAD = 15.0
LINES = (4, 2, -2, -4)
"""Where dotted lines run."""

DOTS = 6.0
"""From dot to dot."""

POINT_LAYER = 3
CURVE_LAYER = 2


@dataclass(frozen=True, slots=True)
class Chart:
    """The scale of the Feeling row: from a value to a height and back."""

    top: float
    height: float

    @property
    def unit(self) -> float:
        """The height of one point of the scale."""
        return (self.height - 2 * _PAD) / 10

    @property
    def bottom(self) -> float:
        """The lower edge of the tints."""
        return self.top + self.height

    def y(self, value: float) -> float:
        """Return the height of a value from -5 to +5."""
        return self.top + _PAD + (5 - value) * self.unit

    def value(self, y: float) -> int:
        """Return the value nearest to a height, within -5 to +5."""
        return max(-5, min(5, round(5 - (y - self.top - _PAD) / self.unit)))


def chart_of(row: Row) -> Chart:
    """Return the scale of a Feeling row."""
    return Chart(row.y, row.h - SURE_HEIGHT)


def band(row: Row, left: float, right: float, key: str = "band") -> Group:
    """Return the two tints and the zero line from ``left`` to ``right``."""
    chart = chart_of(row)
    zero = chart.y(0) - row.y
    width = right - left
    shapes: tuple[Shape, ...] = (
        Rect(Box(0, 0, width, zero), "emotion_above_zero"),
        Rect(Box(0, zero, width, chart.height - zero), "emotion_below_zero"),
        Rect(Box(0, zero - 0.75, width, 1.5), "emotion.z0.fill"),
    )
    return Group(key, Box(left, row.y, width, chart.height), shapes, layer=-2)


def dotted_lines(row: Row, column: Column, top: float) -> tuple[Path, ...]:
    """Return the dotted lines of one column, measured from (column.x, ``top``)."""
    chart = chart_of(row)
    start = -column.x % DOTS  # so that the dots of neighbours are evenly spaced
    return tuple(
        Path(
            (("M", start, chart.y(value) - top), ("L", column.w, chart.y(value) - top)),
            stroke="line_strong",
            dash=(1.0, DOTS - 1),
        )
        for value in LINES
    )


def points(
    pen: Pen, column: Column, feelings: Sequence[tuple[int, Feeling]], row: Row
) -> tuple[Group, ...]:
    """Return the points of one column, that of the main persona last: it lies on top."""
    chart = chart_of(row)
    groups: list[Group] = []
    for rank, feeling in reversed(feelings):
        half = 12.0 if rank == 0 else 7.0
        x, y = column.centre, chart.y(feeling.value)
        shapes = pen.once(
            ("point", rank, feeling.value),
            partial(feeling_point, pen, rank, feeling.value, half, half),
        )
        box = Box(x - half, y - half, 2 * half, 2 * half)
        groups.append(Group(f"feeling:{feeling.id}", box, shapes, feeling.id, layer=POINT_LAYER))
    return tuple(groups)


def sure_line(pen: Pen, column: Column, known: Sureness, people: People, row: Row) -> Group:
    """Return the words under the curve at one step; counted answers are bold.

    Where the column is too narrow for the words, four dots say the same.
    """
    shapes = pen.once((known, people, column.w), lambda: _sure_words(pen, column.w, known, people))
    alt = None if isinstance(shapes[0], Text) else known.words(people)
    box = Box(column.x, row.bottom - SURE_HEIGHT, column.w, SURE_HEIGHT)
    return Group(f"sure:{column.touchpoint}", box, shapes, column.touchpoint, Reading.TEXT, alt)


def _sure_words(pen: Pen, width: float, known: Sureness, people: People) -> tuple[Shape, ...]:
    style = pen.style("card_meta", 600 if known.counted else None)
    block = pen.line(pen.say(known.words(people)), style)
    if block.width <= width - 2:
        colour = "text" if known.counted else "text_secondary"
        left = (width - block.width) / 2
        return placed(block, left, (SURE_HEIGHT - style.line) / 2 + 0.5, colour)
    dot = pen.tokens.size("evidence_dot")
    return evidence_dots(known.grade, (width - 4 * dot - 9) / 2, 6, dot)
