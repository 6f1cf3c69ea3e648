"""What every chart is, and the paper it is drawn on: lines, words and marks in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message
from journeymapper.drawing.display_list import Box, Drawing, Group, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.marks import severity_mark
from journeymapper.drawing.outlines import circle
from journeymapper.text.runs import TextBlock, TextStyle

LABEL = TextStyle(12, 15, 500)
STRONG = TextStyle(12, 15, 600)
SMALL = TextStyle(11, 14, 400)

MARK = 17.0
"""Side of the mark of a severity."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A finished chart: ``alt`` says what it shows, ``head`` and ``rows`` hold its figures."""

    drawing: Drawing
    alt: Message
    head: tuple[Message, ...]
    rows: tuple[tuple[str | float, ...], ...]
    title: Message


@dataclass(frozen=True, slots=True)
class Named:
    """How a subject is called on a chart, and how bad it is ("" where nothing is wrong)."""

    subject: str
    name: str
    band: str = ""


def colour_of(band: str) -> str:
    """Return the colour of the mark of a band."""
    return f"severity.{band}.fill" if band else "text_secondary"


def number(value: float) -> str:
    """Return a figure with one decimal."""
    return f"{value:.1f}"


class Sketch:
    """Collects the shapes of one chart."""

    def __init__(self, pen: Pen, width: float, height: float) -> None:
        self.pen, self.width, self.height = pen, width, height
        self.shapes: list[Shape] = []

    def line(
        self,
        *points: tuple[float, float],
        colour: str = "text_tertiary",
        width: float = 1.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points."""
        first, *rest = points
        path = (("M", *first), *(("L", *point) for point in rest))
        self.shapes.append(Path(path, "", colour, width, dash))

    def rect(self, box: Box, fill: str = "", stroke: str = "", width: float = 1.0) -> None:
        """Draw a rectangle."""
        self.shapes.append(Rect(box, fill, stroke, width))

    def circle(self, x: float, y: float, radius: float, fill: str, stroke: str = "") -> None:
        """Draw a circle, filled and perhaps outlined."""
        self.shapes.append(circle(x, y, radius, fill, stroke, 1.75))

    def text(
        self,
        words: str,
        x: float,
        y: float,
        style: TextStyle = SMALL,
        colour: str = "text_secondary",
        align: str = "start",
        room: float | None = None,
    ) -> TextBlock:
        """Write one line (or as many as ``room`` asks for), its top at ``y``."""
        pen = self.pen
        block = pen.line(words, style) if room is None else pen.block(words, style, room)
        shift = {"start": 0.0, "middle": block.width / 2, "end": block.width}[align]
        self.shapes += placed(block, x - shift, y, colour)
        return block

    def whisker(self, low: float, high: float, y: float, colour: str) -> None:
        """Draw how far chance could move a value, with an end at each side."""
        self._whisker(low, high, y, colour, 1.75)

    def whisker_on(self, low: float, high: float, y: float) -> None:
        """Draw the same over something filled: a rim of the ground keeps it apart."""
        self._whisker(low, high, y, "surface", 4.75)
        self._whisker(low, high, y, "text", 1.75)

    def _whisker(self, low: float, high: float, y: float, colour: str, width: float) -> None:
        more = (width - 1.75) / 2
        self.line((low - more, y), (high + more, y), colour=colour, width=width)
        for x in (low, high):
            self.line((x, y - 4 - more), (x, y + 4 + more), colour=colour, width=width)

    def mark(self, band: str, x: float, y: float, size: float = MARK) -> None:
        """Draw the mark of a severity around a point, an open circle where nothing is wrong."""
        if band:
            half = size / 2
            self.shapes += severity_mark(self.pen, Severity(band), x - half, y - half, size)
        else:
            self.shapes.append(circle(x, y, size * 0.38, "surface", "text_secondary", 2.0))

    def finished(
        self,
        key: str,
        title: Message,
        alt: Message,
        head: Sequence[Message],
        rows: Sequence[tuple[str | float, ...]],
    ) -> Chart:
        """Return the chart as one figure with words that stand for it."""
        group = Group(
            f"chart:{key}",
            Box(0, 0, self.width, self.height),
            tuple(self.shapes),
            reading=Reading.FIGURE,
            alt=alt,
        )
        drawing = Drawing(self.width, self.height, (group,))
        return Chart(drawing, alt, tuple(head), tuple(rows), title)


def scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    """Return what puts values between ``low`` and ``high`` between two places."""
    return lambda value: start + (value - low) * (end - start) / (high - low)
