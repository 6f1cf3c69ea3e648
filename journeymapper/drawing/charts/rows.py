"""What charts made of rows share: a name at the start, a scale, grounds for every other row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from journeymapper.domain.message import Message
from journeymapper.drawing.charts.chart import LABEL, SMALL, Named, Sketch, scale
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.lettering import Pen

NAMES = 0.34
"""What part of the width the names take."""

_PAD = 7.0
_AXIS = 22.0
_TICKS = tuple(range(1, 11))


class Rows:
    """Rows of a chart from the top; ``x_of`` puts a value on the scale.

    ``height`` is what all rows, their scale and what is written under it take together.
    """

    def __init__(
        self,
        pen: Pen,
        named: Sequence[Named],
        width: float,
        *,
        low: float = 1.0,
        high: float = 10.0,
        ticks: Sequence[tuple[float, str]] | None = None,
        top: float = 0.0,
        least: float = 26.0,
        names: float = NAMES,
        right: float = 16.0,
    ) -> None:
        self._pen, self._named, self.width, self._top = pen, named, width, top
        room = width * names - 34
        self._blocks = [pen.block(one.name, LABEL, room) for one in named]
        self._heights = [max(least, block.height + _PAD) for block in self._blocks]
        self.left, self.right = width * names, width - right
        self.x_of: Callable[[float], float] = scale(low, high, self.left, self.right)
        self._ticks = ticks if ticks is not None else tuple((t, str(t)) for t in _TICKS)
        self.bottom = top + sum(self._heights)
        self.height = self.bottom + _AXIS

    def sketch(self, more: float = 0.0) -> Sketch:
        """Return a sketch with grounds, names and scale on it; ``more`` adds room below."""
        sketch = Sketch(self._pen, self.width, self.height + more)
        for i, (y, high) in enumerate(self._spans()):
            if i % 2 == 0:
                sketch.rect(Box(0, y, self.width, high), "sunken")
        for value, words in self._ticks:
            x = self.x_of(value)
            sketch.line((x, self._top), (x, self.bottom), colour="line_strong", width=0.75)
            sketch.text(words, x, self.bottom + 4, align="middle")
        for (y, high), one, block in zip(self._spans(), self._named, self._blocks, strict=True):
            if one.band:
                sketch.mark(one.band, 15, y + high / 2, 15.0)
            sketch.text(one.name, 30, y + (high - block.height) / 2, LABEL, "text",
                        room=self.left - 34)  # fmt: skip
        return sketch

    def middles(self) -> tuple[float, ...]:
        """Return the middle of each row."""
        return tuple(y + high / 2 for y, high in self._spans())

    def _spans(self) -> Iterator[tuple[float, float]]:
        y = self._top
        for high in self._heights:
            yield y, high
            y += high


def key_line(sketch: Sketch, entries: Sequence[tuple[str, Message]], y: float, x: float) -> None:
    """Write what the marks stand for, side by side from ``x`` on, or further to the start.

    Each is a filled or open circle, or a square.
    """
    said = [sketch.pen.line(sketch.pen.say(words), SMALL) for _kind, words in entries]
    whole = sum(block.width + 33 for block in said) - 18
    x = max(2.0, min(x, sketch.width - whole - 2))
    for kind, words in entries:
        draw_key(sketch, kind, x + 5, y + SMALL.line / 2)
        block = sketch.text(sketch.pen.say(words), x + 15, y)
        x += block.width + 33


def draw_key(sketch: Sketch, kind: str, x: float, y: float, colour: str = "text") -> None:
    """Draw a mark around a point: ``filled`` or ``open`` circle, ``square`` or ``hollow``."""
    from_ = Box(x - 5, y - 5, 10, 10)
    match kind:
        case "filled":
            sketch.circle(x, y, 5, colour)
        case "open":
            sketch.circle(x, y, 5, "surface", colour)
        case "square":
            sketch.rect(from_, colour)
        case _:
            sketch.rect(from_, "surface", colour, 1.5)
