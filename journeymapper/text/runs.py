"""Shaped text: what the text engine gives and every painter takes. No Qt in here."""

from __future__ import annotations

from typing import Literal

from journeymapper.domain.records import dataclass

Family = Literal["sans", "condensed"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set: ``size`` and ``line`` (distance of base lines) in units, CSS weight."""

    size: float
    line: float
    weight: int = 400
    family: Family = "sans"


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one font on one line, in logical order.

    ``font`` is the PostScript name of one of our font files. ``xs`` and ``ys`` are the pen
    positions of the glyphs, relative to the block's top left corner (``ys`` on the base line,
    marks may deviate). ``text`` is what the run stands for; ``clusters[i]`` is where in
    ``text`` glyph i begins.
    """

    font: str
    size: float
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    text: str
    clusters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: its runs in logical order, base line, left edge, width and text."""

    runs: tuple[GlyphRun, ...]
    baseline: float
    x: float
    width: float
    text: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph broken into lines; ``width`` is that of the widest line."""

    lines: tuple[TextLine, ...]
    width: float
    height: float
