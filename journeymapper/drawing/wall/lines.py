"""Text in lines that can be divided: what has no room goes on elsewhere, nothing is cut."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeymapper.drawing.lettering import Pen
from journeymapper.text.runs import GlyphRun, TextBlock, TextLine, TextStyle


@dataclass(frozen=True, slots=True)
class Lines:
    """A shaped text and its style; false when it has no lines."""

    block: TextBlock
    style: TextStyle

    def __bool__(self) -> bool:
        return bool(self.block.lines)

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return self.block.width

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.block.height

    def split(self, room: float) -> tuple[Lines, Lines]:
        """Return the lines that have room in a height, and the others."""
        count = max(0, min(len(self.block.lines), int(room / self.style.line + 1e-6)))
        return self._part(0, count), self._part(count, len(self.block.lines))

    def _part(self, start: int, stop: int) -> Lines:
        up = start * self.style.line
        lines = tuple(_raised(line, up) for line in self.block.lines[start:stop])
        width = max((line.width for line in lines), default=0.0)
        return Lines(TextBlock(lines, width, len(lines) * self.style.line), self.style)


def lines_of(pen: Pen, text: str, style: TextStyle, width: float) -> Lines:
    """Return a text in lines of ``width``."""
    return Lines(pen.block(text, style, width), style)


def _raised(line: TextLine, by: float) -> TextLine:
    if not by:
        return line
    runs = tuple(_raised_run(run, by) for run in line.runs)
    return replace(line, runs=runs, baseline=line.baseline - by)


def _raised_run(run: GlyphRun, by: float) -> GlyphRun:
    return replace(run, ys=tuple(y - by for y in run.ys))
