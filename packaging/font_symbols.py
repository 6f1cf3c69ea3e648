"""The few symbols that Noto Sans lacks and the app's sentences use, drawn to match its weight.

The stroke is as thick as the font's own minus sign and sits on the same axis, so an arrow beside
a number looks like part of the same alphabet. Units are font units (1000 to the em).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

Point = tuple[float, float]
Contour = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a symbol sits: its advance, the middle axis and the stroke, in font units."""

    advance: int
    axis: float
    stroke: float
    left: float
    right: float

    @property
    def reach(self) -> float:
        """Half the width of the drawing."""
        return (self.right - self.left) / 2

    @property
    def middle(self) -> float:
        """The x of the drawing's centre."""
        return (self.left + self.right) / 2


def add_symbols(font: TTFont) -> None:
    """Add to ``font`` every symbol of ``SYMBOLS`` that its character map lacks."""
    minus = _frame(font)
    known = font.getBestCmap()
    glyf: Any = font["glyf"]
    metrics: Any = font["hmtx"]
    for code, draw in SYMBOLS.items():
        if code in known:
            continue
        name = f"uni{code:04X}"
        frame = _wider(minus, _WIDER.get(code, 1))
        glyph = _glyph(draw(frame))
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        glyf.glyphs[name] = glyph
        glyf.glyphOrder = font.getGlyphOrder()
        glyph.recalcBounds(glyf)
        metrics.metrics[name] = (frame.advance, glyph.xMin)
        cmap: Any = font["cmap"]
        for table in cmap.tables:
            if table.isUnicode():
                table.cmap[code] = name
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def _frame(font: TTFont) -> Frame:
    name = font.getBestCmap()[0x2212]
    glyf: Any = font["glyf"]
    minus = glyf[name]
    metrics: Any = font["hmtx"]
    return Frame(
        advance=metrics[name][0],
        axis=(minus.yMin + minus.yMax) / 2,
        stroke=minus.yMax - minus.yMin,
        left=minus.xMin,
        right=minus.xMax,
    )


def _wider(frame: Frame, factor: float) -> Frame:
    extra = round(frame.advance * (factor - 1))
    return replace(frame, advance=frame.advance + extra, right=frame.right + extra)


def _glyph(contours: list[Contour]) -> Any:
    pen = TTGlyphPen(None)
    for contour in contours:
        clockwise = contour if _area(contour) < 0 else contour[::-1]
        whole = [(round(x), round(y)) for x, y in clockwise]
        pen.moveTo(whole[0])
        for point in whole[1:]:
            pen.lineTo(point)
        pen.closePath()
    glyph = pen.glyph()
    glyph.flags[0] |= 0x40  # the contours overlap
    return glyph


def _area(contour: Contour) -> float:
    following = [*contour[1:], contour[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(contour, following, strict=True))


def _bar(a: Point, b: Point, stroke: float) -> Contour:
    """Return the straight stroke from ``a`` to ``b`` with square ends."""
    length = math.dist(a, b)
    x, y = (b[1] - a[1]) / length * stroke / 2, (a[0] - b[0]) / length * stroke / 2
    return [(a[0] + x, a[1] + y), (b[0] + x, b[1] + y), (b[0] - x, b[1] - y), (a[0] - x, a[1] - y)]


def _arrow(turn: float) -> Callable[[Frame], list[Contour]]:
    """Return the drawing of an arrow that points ``turn`` degrees against the clock."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def draw(frame: Frame) -> list[Contour]:
        size, stroke = frame.reach, frame.stroke
        wing = size * 0.48
        diagonal = stroke * math.sqrt(0.5)
        tip = size
        flat = [
            _bar((-size, 0), (tip - stroke * 0.7, 0), stroke),
            [
                (tip, 0),
                (tip - wing - diagonal / 2, wing + diagonal / 2),
                (tip - wing - diagonal * 1.5, wing - diagonal / 2),
                (tip - diagonal * 2, 0),
                (tip - wing - diagonal * 1.5, -wing + diagonal / 2),
                (tip - wing - diagonal / 2, -wing - diagonal / 2),
            ],
        ]
        return [
            [(frame.middle + x * cos - y * sin, frame.axis + x * sin + y * cos) for x, y in part]
            for part in flat
        ]

    return draw


def _compare(side: int) -> Callable[[Frame], list[Contour]]:
    """Return the drawing of "at most" (``side`` -1) or "at least" (+1)."""

    def draw(frame: Frame) -> list[Contour]:
        half, rise, stroke = frame.reach, frame.reach * 0.72, frame.stroke
        raised = frame.axis + stroke * 0.9

        def place(x: float, y: float) -> Point:
            return (frame.middle + side * x, raised + y)

        thick = stroke * math.hypot(2 * half, rise) / (2 * half)
        angle = [
            place(half, thick / 2),
            place(half, -thick / 2),
            place(-half, -rise - thick / 2),
            place(-half, -rise + thick / 2),
            place(half - 2 * half * (thick / rise) * 0.5, 0),
            place(-half, rise - thick / 2),
            place(-half, rise + thick / 2),
        ]
        floor = raised - rise - stroke * 1.7
        return [angle, _bar((frame.left, floor), (frame.right, floor), stroke)]

    return draw


def _unequal(frame: Frame) -> list[Contour]:
    gap = frame.stroke * 1.2
    lines = [
        _bar((frame.left, frame.axis + y), (frame.right, frame.axis + y), frame.stroke)
        for y in (-gap, gap)
    ]
    slash = frame.reach * 0.5
    return [
        *lines,
        _bar(
            (frame.middle - slash, frame.axis - frame.reach),
            (frame.middle + slash, frame.axis + frame.reach),
            frame.stroke,
        ),
    ]


def _tick(frame: Frame) -> list[Contour]:
    low = (frame.middle - frame.reach * 0.3, frame.axis - frame.reach * 0.8)
    stroke = frame.stroke * 1.1
    return [
        _bar((frame.left, frame.axis - frame.reach * 0.15), low, stroke),
        _bar(
            (low[0] - stroke * 0.35, low[1] - stroke * 0.1),
            (frame.right, frame.axis + frame.reach),
            stroke,
        ),
    ]


def _ring(x: float, y: float, radius: float) -> Contour:
    steps = 48
    return [
        (x + radius * math.cos(math.tau * i / steps), y + radius * math.sin(math.tau * i / steps))
        for i in range(steps)
    ]


def _dot(frame: Frame) -> list[Contour]:
    return [_ring(frame.middle, frame.axis, frame.reach * 0.85)]


def _box(frame: Frame) -> list[Contour]:
    half, edge = frame.reach, frame.stroke / 2
    left, right = frame.middle - half, frame.middle + half
    low, high = frame.axis - half, frame.axis + half
    return [
        _bar((left - edge, low), (right + edge, low), frame.stroke),
        _bar((left - edge, high), (right + edge, high), frame.stroke),
        _bar((left, low), (left, high), frame.stroke),
        _bar((right, low), (right, high), frame.stroke),
    ]


_WIDER = {0x2190: 1.5, 0x2191: 1.5, 0x2192: 1.5, 0x2193: 1.5, 0x2610: 1.25}
"""How much wider than the minus sign a symbol's space is, where it is not the same."""

SYMBOLS: dict[int, Callable[[Frame], list[Contour]]] = {
    0x2190: _arrow(180),
    0x2191: _arrow(90),
    0x2192: _arrow(0),
    0x2193: _arrow(270),
    0x2260: _unequal,
    0x2264: _compare(-1),
    0x2265: _compare(1),
    0x25CF: _dot,
    0x2610: _box,
    0x2713: _tick,
}
"""The drawing of each added character: arrows, comparisons, dot, empty box and tick."""
