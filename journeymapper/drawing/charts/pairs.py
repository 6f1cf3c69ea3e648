"""Two figures of each step beside each other: a dumbbell, and a slope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import LABEL, STRONG, Chart, Named, Sketch, number, scale
from journeymapper.drawing.charts.rows import Rows, draw_key, key_line
from journeymapper.drawing.lettering import Pen


@dataclass(frozen=True, slots=True)
class Both:
    """Two figures of a step, 1 to 10."""

    named: Named
    first: float
    second: float


EXPECTED = (_("Expected"), _("Experienced"))

_WIDEST = 620.0


def dumbbell(
    pen: Pen, pairs: Sequence[Both], width: float, sides: tuple[Message, Message] = EXPECTED
) -> Chart:
    """Return a row for each step with both figures and the way between them."""
    rows = Rows(pen, [pair.named for pair in pairs], width)
    sketch = rows.sketch(22)
    for pair, y in zip(pairs, rows.middles(), strict=True):
        one, other = rows.x_of(pair.first), rows.x_of(pair.second)
        sketch.line((one, y), (other, y), colour="text_secondary", width=2.5)
        draw_key(sketch, "open", one, y)
        draw_key(sketch, "filled", other, y)
    key_line(sketch, (("open", sides[0]), ("filled", sides[1])), rows.height + 4, rows.left)
    return sketch.finished(
        "expectation",
        _("What people expect and what they get"),
        _alt(pen, pairs, sides),
        (_("Step"), *sides),
        _table(pairs),
    )


def slope(
    pen: Pen, pairs: Sequence[Both], width: float, height: float, sides: tuple[Message, Message]
) -> Chart:
    """Return a line for each step from one side to the other; names keep apart on both sides."""
    width = min(width, _WIDEST)
    left, right = width * 0.36, width * 0.64
    room = left - 46
    blocks = [pen.block(pair.named.name, LABEL, room) for pair in pairs]
    need = sum(block.height + 4 for block in blocks)
    height = max(height, need + 60)
    sketch = Sketch(pen, width, height)
    top, bottom = 34.0, height - 16.0
    y_of = scale(1, 10, bottom, top)
    for x, words, align in ((left, sides[0], "end"), (right, sides[1], "start")):
        sketch.line((x, top - 6), (x, bottom + 6), colour="text_tertiary")
        sketch.text(pen.say(words), x, 4, STRONG, "text", align)
    tall = [block.height for block in blocks]
    starts = spread([y_of(pair.first) for pair in pairs], tall, top - 8, bottom + 12)
    ends = spread([y_of(pair.second) for pair in pairs], [15.0] * len(pairs), top - 8, bottom + 12)
    for pair, block, start, end in zip(pairs, blocks, starts, ends, strict=True):
        one, other = y_of(pair.first), y_of(pair.second)
        far = abs(pair.first - pair.second) >= 1.5
        sketch.line(
            (left, one),
            (right, other),
            colour="text" if far else "text_tertiary",
            width=2.25 if far else 1.25,
        )
        draw_key(sketch, "open", left, one)
        draw_key(sketch, "filled", right, other)
        sketch.text(number(pair.first), left - 10, start - 7.5, STRONG, "text", "end")
        sketch.text(
            pair.named.name, left - 40, start - block.height / 2, LABEL, "text", "end", room
        )
        sketch.text(number(pair.second), right + 10, end - 7.5, STRONG, "text")
    return sketch.finished(
        "belief",
        _("What we believe and what they say"),
        _alt(pen, pairs, sides),
        (_("Step"), *sides),
        _table(pairs),
    )


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """Return middles near those wanted at which things of these heights do not overlap.

    Where there is no room for all between ``low`` and ``high`` they go on below.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = [0.0] * len(wanted)
    edge = low
    for i in order:
        placed[i] = max(wanted[i], edge + heights[i] / 2)
        edge = placed[i] + heights[i] / 2 + 2
    edge = high
    for i in reversed(order):
        if placed[i] + heights[i] / 2 > edge:
            placed[i] = edge - heights[i] / 2
        edge = placed[i] - heights[i] / 2 - 2
    return tuple(placed)


def _table(pairs: Sequence[Both]) -> tuple[tuple[str | float, ...], ...]:
    return tuple((p.named.name, round(p.first, 1), round(p.second, 1)) for p in pairs)


def _alt(pen: Pen, pairs: Sequence[Both], sides: tuple[Message, Message]) -> Message:
    widest = max(pairs, key=lambda pair: abs(pair.first - pair.second))
    return _(
        "{n} steps, two figures each, from 1 to 10. Furthest apart is {step}. {first}: {one}."
        " {second}: {other}.",
        n=len(pairs),
        step=widest.named.name,
        first=pen.say(sides[0]),
        second=pen.say(sides[1]),
        one=number(widest.first),
        other=number(widest.second),
    )
