"""Shapes one paragraph with Qt and takes its glyphs out in logical order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, groupby
from operator import itemgetter

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from journeymapper.domain.records import dataclass
from journeymapper.text.fonts import SHAPING_SIZE, Face, FontShelf
from journeymapper.text.plain import is_rtl
from journeymapper.text.runs import GlyphRun, TextLine

_FLAGS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_ABSOLUTE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute

Glyph = tuple[int, int, float, float]
"""Place in the paragraph, glyph id, x, and y downwards from the base line, in shaping pixels."""


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """A line before it is put in its place; ``width`` in units, glyphs in shaping pixels."""

    text: str
    start: int
    width: float
    rtl: bool
    parts: tuple[tuple[Face, list[Glyph]], ...]


def shape(
    text: str, faces: tuple[Face, ...], shelf: FontShelf, size: float, width: float | None
) -> list[ShapedLine]:
    """Break one paragraph into lines no wider than ``width`` units at ``size``."""
    if not text:
        return [ShapedLine("", 0, 0.0, rtl=False, parts=())]
    scale = size / SHAPING_SIZE
    rtl = is_rtl(text)
    spans = list(shelf.spans(text, faces))
    layout = QTextLayout(text, spans[0][2].qfont)
    layout.setCacheEnabled(False)
    layout.setTextOption(_option(rtl=rtl, wraps=width is not None))
    paragraph = _Paragraph(text, spans)
    if len(spans) > 1:
        layout.setFormats(paragraph.formats())
    # a hair wider, so that a text fits into the width that was measured for it
    room = 0.0 if width is None else max(width, 0.0) / scale + 0.05
    lines: list[ShapedLine] = []
    layout.beginLayout()
    for line in _lines(layout):
        line.setLineWidth(room)
        line.setPosition(QPointF(0, 0))
        lines.append(paragraph.taken(line, scale, rtl=rtl))
    layout.endLayout()
    return lines


def scaled(line: ShapedLine, x: float, baseline: float, size: float) -> TextLine:
    """Put a shaped line at its place in a block: left edge and base line in units."""
    starts = [glyphs[0][0] for _face, glyphs in line.parts]
    ends = [*starts[1:], line.start + len(line.text)]
    runs = tuple(
        _run(line, part, end, x, baseline, size)
        for part, end in zip(line.parts, ends, strict=False)
    )
    return TextLine(runs, baseline, x, line.width, line.text)


def _run(
    line: ShapedLine,
    part: tuple[Face, list[Glyph]],
    end: int,
    x: float,
    baseline: float,
    size: float,
) -> GlyphRun:
    face, glyphs = part
    scale = size / SHAPING_SIZE
    places, ids, xs, ys = zip(*glyphs, strict=True)
    start = places[0]
    flat = ys.count(0.0) == len(ys)
    return GlyphRun(
        font=face.name,
        size=size,
        glyphs=ids,
        xs=tuple([x + at * scale for at in xs]),
        # nearly always the base line itself: one shared number
        ys=(baseline,) * len(ys) if flat else tuple([baseline + at * scale for at in ys]),
        text=line.text[start - line.start : end - line.start],
        clusters=tuple([place - start for place in places]) if start else places,
    )


class _Paragraph:
    """A text, where its characters lie in UTF-16, and the face of each part."""

    def __init__(self, text: str, spans: list[tuple[int, int, Face]]) -> None:
        self.text = text
        self.spans = spans
        self._units: list[int] | None = None
        self._characters: list[int] | None = None
        if not text.isascii() and max(text) > "\uffff":
            sizes = [2 if character > "\uffff" else 1 for character in text]
            self._units = [0, *accumulate(sizes)]
            self._characters = [i for i, size in enumerate(sizes) for _ in range(size)]
            self._characters.append(len(text))

    def formats(self) -> list[QTextLayout.FormatRange]:
        """Return the spans as Qt wants them."""
        found: list[QTextLayout.FormatRange] = []
        for start, end, face in self.spans:
            part = QTextLayout.FormatRange()
            part.start = self._units[start] if self._units else start
            part.length = (self._units[end] if self._units else end) - part.start
            form = QTextCharFormat()
            form.setFont(face.qfont)
            part.format = form
            found.append(part)
        return found

    def taken(self, line: QTextLine, scale: float, *, rtl: bool) -> ShapedLine:
        """Return a line with its glyphs in logical order, the parts of one face together."""
        start = self._character(line.textStart())
        end = self._character(line.textStart() + line.textLength())
        width = line.naturalTextWidth()
        glyphs = self._glyphs(line)
        spaces = start + len(self.text[start:end].rstrip())
        if spaces < end and glyphs and glyphs[-1][0] < spaces:
            # Qt leaves out the spaces that end a line; a reader needs one between the words
            glyphs.append((spaces, self._face(spaces).space, 0.0 if rtl else width, 0.0))
        return ShapedLine(self.text[start:end], start, width * scale, rtl, self._parts(glyphs))

    def _parts(self, glyphs: list[Glyph]) -> tuple[tuple[Face, list[Glyph]], ...]:
        if not glyphs:
            return ()
        if len(self.spans) == 1:
            return ((self.spans[0][2], glyphs),)
        return tuple(
            (face, list(same)) for face, same in groupby(glyphs, lambda g: self._face(g[0]))
        )

    def _glyphs(self, line: QTextLine) -> list[Glyph]:
        base = line.ascent()
        found = [
            (place, glyph, point.x(), point.y() - base)
            for run in line.glyphRuns(-1, -1, _FLAGS)
            for place, glyph, point in zip(
                run.stringIndexes(), run.glyphIndexes(), run.positions(), strict=True
            )
        ]
        if self._characters:
            places = self._characters
            found = [(places[unit], glyph, x, y) for unit, glyph, x, y in found]
        if not self.text.isascii():  # a joiner or a mark of direction is a space that shows nothing
            found = [
                glyph
                for glyph in found
                if glyph[1] != self._face(glyph[0]).space or self.text[glyph[0]].isspace()
            ]
        found.sort(key=itemgetter(0))  # Qt gives the runs of a line in any order
        return found

    def _character(self, unit: int) -> int:
        return self._characters[unit] if self._characters else unit

    def _face(self, place: int) -> Face:
        if len(self.spans) == 1:
            return self.spans[0][2]
        return self.spans[bisect_right(self.spans, place, key=itemgetter(0)) - 1][2]


def _option(*, rtl: bool, wraps: bool) -> QTextOption:
    option = QTextOption(_ABSOLUTE_LEFT)
    option.setUseDesignMetrics(True)
    option.setWrapMode(
        QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wraps else QTextOption.WrapMode.NoWrap
    )
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    return option


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    while (line := layout.createLine()).isValid():
        yield line
