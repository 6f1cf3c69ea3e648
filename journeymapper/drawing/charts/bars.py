"""Bars: scores with their intervals, what comes up most often, channels offered and preferred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.analysis.priorities import pareto
from journeymapper.domain.evidence import Grade
from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import (
    LABEL,
    STRONG,
    Chart,
    Named,
    Sketch,
    colour_of,
    number,
    scale,
)
from journeymapper.drawing.charts.rows import Rows, key_line
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.lettering import Pen

_BAR = 12.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A score of a step, 1 to 10, its interval, and on what it rests, in words."""

    named: Named
    mean: float
    interval: tuple[float, float] | None
    who: str
    sure: Grade


@dataclass(frozen=True, slots=True)
class Sides:
    """A channel: what part of contacts we offer by it and people prefer it for, 0 to 1."""

    name: str
    offered: float
    preferred: float


def score_bars(pen: Pen, bars: Sequence[Bar], width: float, said: Message) -> Chart:
    """Return a bar for each step, in the order given, with how far chance could move it.

    ``said`` is what a filled bar means; one that is only the team's opinion is hollow.
    """
    rows = Rows(pen, [bar.named for bar in bars], width, right=128)
    sketch = rows.sketch(22)
    for bar, y in zip(bars, rows.middles(), strict=True):
        told = bar.sure not in (Grade.D, Grade.E)
        box = Box(rows.left, y - _BAR / 2, rows.x_of(bar.mean) - rows.left, _BAR)
        fill = colour_of(bar.named.band) if told else "surface"
        sketch.rect(box, fill, colour_of(bar.named.band), 1.5)
        if bar.interval is not None:
            low, high = (rows.x_of(value) for value in bar.interval)
            sketch.whisker_on(low, high, y)
        block = sketch.text(number(bar.mean), rows.right + 14, y - 7.5, STRONG, "text")
        sketch.text(bar.who, rows.right + 20 + block.width, y - 7, room=108 - block.width)
    key = (("square", said), ("hollow", _("The team’s opinion")))
    key_line(sketch, key, rows.height + 4, rows.left)
    worst = bars[0]
    return sketch.finished(
        "scores",
        _("How we do, the lowest first"),
        _(
            "Scores of {n} steps from 1 to 10. The lowest is {step} with {score}.",
            n=len(bars),
            step=worst.named.name,
            score=number(worst.mean),
        ),
        (_("Step"), _("Average"), _("From"), _("To"), _("How sure")),
        [
            (
                bar.named.name,
                round(bar.mean, 1),
                round(bar.interval[0], 1) if bar.interval else "",
                round(bar.interval[1], 1) if bar.interval else "",
                bar.who,
            )
            for bar in bars
        ],
    )


def pareto_bars(pen: Pen, counts: Sequence[tuple[str, int]], width: float) -> Chart:
    """Return what was named how often, most often first; the few that make up four fifths filled.

    The line is the running share, 0 to 100 % over the whole width.
    """
    found = pareto(counts)
    by_name = dict(counts)
    highest = max(by_name.values())
    rows = Rows(
        pen,
        [Named("", str(name)) for name in found.order],
        width,
        low=0,
        high=highest,
        ticks=tuple((n, str(n)) for n in _whole_ticks(highest)),
        right=64,
    )
    sketch = rows.sketch(22)
    x_of = scale(0, 1, rows.left, rows.right)
    line: list[tuple[float, float]] = []
    for name, share, y in zip(found.order, found.cumulative, rows.middles(), strict=True):
        few = name in found.vital_few
        box = Box(rows.left, y - _BAR / 2, rows.x_of(by_name[name]) - rows.left, _BAR)
        sketch.rect(box, "text_secondary" if few else "surface", "text_secondary", 1.5)
        words = pen.say(_("{share} %", share=round(100 * share)))
        sketch.text(words, width - 6, y - 7.5, LABEL, "text", "end")
        line.append((x_of(share), y))
    sketch.line(*line, colour="text", width=1.5, dash=(3.0, 3.0))
    for x, y in line:
        sketch.circle(x, y, 3, "surface", "text")
    key_line(sketch, (("square", _("Together four fifths of all")),), rows.height + 4, rows.left)
    return sketch.finished(
        "complaints",
        _("What people complain about most often"),
        _(
            "{n} themes. {few} of them make up four fifths. Most often: {name}, {times} times.",
            n=len(found.order),
            few=len(found.vital_few),
            name=str(found.order[0]),
            times=by_name[found.order[0]],
        ),
        (_("Theme"), _("How often"), _("Together, %")),
        [
            (str(name), by_name[name], round(100 * share))
            for name, share in zip(found.order, found.cumulative, strict=True)
        ],
    )


def mirror_bars(pen: Pen, persona: str, shares: Sequence[Sides], width: float) -> Chart:
    """Return what we offer on one side and what people prefer on the other, per channel."""
    names = width * 0.26
    half = (width - names) / 2
    start, end = half, half + names
    blocks = [pen.block(one.name, LABEL, names - 16) for one in shares]
    heights = [max(26.0, block.height + 7) for block in blocks]
    top = 24.0
    sketch = Sketch(pen, width, top + sum(heights) + 6)
    highest = max(0.01, *(max(s.offered, s.preferred) for s in shares))
    length = scale(0, highest, 0, half - 52)
    sketch.text(pen.say(_("We offer")), start, 2, STRONG, "text", "end")
    sketch.text(pen.say(_("{persona} prefers", persona=persona)), end, 2, STRONG, "text")
    y = top
    for i, (one, block, high) in enumerate(zip(shares, blocks, heights, strict=True)):
        if i % 2 == 0:
            sketch.rect(Box(0, y, width, high), "sunken")
        middle = y + high / 2
        x = start + (names - block.width) / 2
        sketch.text(one.name, x, middle - block.height / 2, LABEL, "text", room=names - 16)
        left, right = length(one.offered), length(one.preferred)
        sketch.rect(Box(start - left, middle - 6, left, 12), "surface", "text_secondary", 1.5)
        sketch.rect(Box(end, middle - 6, right, 12), "text_secondary")
        sketch.text(_percent(pen, one.offered), start - left - 6, middle - 7, align="end")
        sketch.text(_percent(pen, one.preferred), end + right + 6, middle - 7)
        y += high
    wanted = max(shares, key=lambda one: one.preferred - one.offered)
    return sketch.finished(
        f"channels:{persona}",
        _("Channels we offer and {persona} prefers", persona=persona),
        _(
            "{n} channels. Furthest short is {name}: offered for {offered} % of contacts, preferred"
            " for {preferred} %.",
            n=len(shares),
            name=wanted.name,
            offered=round(100 * wanted.offered),
            preferred=round(100 * wanted.preferred),
        ),
        (_("Channel"), _("Offered, %"), _("Preferred, %")),
        [(s.name, round(100 * s.offered), round(100 * s.preferred)) for s in shares],
    )


def _percent(pen: Pen, share: float) -> str:
    return pen.say(_("{share} %", share=round(100 * share)))


def _whole_ticks(highest: int) -> tuple[int, ...]:
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000, 10_000, 10**9) if highest / s <= 8)
    return tuple(range(0, highest + 1, step))
