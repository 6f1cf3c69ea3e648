"""The portfolio as a chart: a row for each who stands behind plans, a block for each plan.

chart = portfolio_chart(pen, portfolio(snapshot, today), 720)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from journeymapper.analysis.plans.board import COLUMNS
from journeymapper.analysis.plans.facts import PlanFacts
from journeymapper.analysis.plans.portfolio import Backing
from journeymapper.analysis.plans.standing import Stage
from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import SMALL, STRONG, Chart, Named, Sketch
from journeymapper.drawing.charts.rows import Rows
from journeymapper.drawing.display_list import Box, Rect
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.plans.view_words import STAGES

_HIGH, _WIDEST, _APART, _RADIUS = 16.0, 44.0, 4.0, 4.0
_END = 44.0
"""Room for how many there are."""

TITLE = _("Plans by who stands behind them")
NOBODY = _("Nobody yet")
_NOTICED = _("says what customers get")

_LOOKS: dict[Stage, tuple[str, str, tuple[float, ...]]] = {
    "draft": ("surface", "text_tertiary", (4.0, 3.0)),
    "running": ("sunken", "text_secondary", ()),
    "checking": ("text_secondary", "text_secondary", ()),
    "closed": ("good_soft", "good", ()),
}
"""Fill, border and dashes, as on the timeline."""


def portfolio_chart(pen: Pen, found: Sequence[Backing], width: float) -> Chart:
    """Return the chart; a dot in a block says that customers notice something of the plan."""
    names = [Named("", one.name or pen.say(NOBODY)) for one in found]
    most = max(len(one.plans) for one in found)
    rows = Rows(pen, names, width, low=0, high=most, ticks=(), names=0.24, right=_END)
    sketch = rows.sketch(2)
    block = min(_WIDEST, (rows.right - rows.left) / most - _APART)
    for one, y in zip(found, rows.middles(), strict=True):
        for place, plan in enumerate(one.plans):
            x = rows.left + place * (block + _APART)
            box = Box(x, y - _HIGH / 2, block, _HIGH)
            _block(sketch, box, plan.standing.stage, noticed=bool(plan.plan.outcome.strip()))
        sketch.text(str(len(one.plans)), width - 12, y - 7.5, STRONG, "text", "end")
    _key(sketch, rows.left, rows.bottom + 8)
    every = [plan for one in found for plan in one.plans]
    alone = sum(plan.plan.sponsor is None for plan in every)
    return sketch.finished(
        "portfolio",
        TITLE,
        _("{n} plans; nobody stands behind {alone} of them. {stages}",
          n=len(every), alone=alone, stages=_counted(pen, every)),
        (_("Backed by"), *(STAGES[stage] for stage in COLUMNS)),
        [(name.name, *_of_stages(one.plans)) for name, one in zip(names, found, strict=True)],
    )  # fmt: skip


def _block(sketch: Sketch, box: Box, stage: Stage, *, noticed: bool) -> None:
    fill, border, dash = _LOOKS[stage]
    sketch.shapes.append(Rect(box, fill, border, 1.25, _RADIUS, dash))
    if noticed:
        colour = "surface" if stage == "checking" else "text"
        sketch.circle(box.x + box.w / 2, box.y + box.h / 2, 2.5, colour)


def _key(sketch: Sketch, x: float, y: float) -> None:
    """What the blocks stand for, from ``x`` on, or further to the start where that is too long."""
    parts: list[tuple[Stage | None, str]] = [(s, sketch.pen.say(STAGES[s])) for s in COLUMNS]
    parts.append((None, sketch.pen.say(_NOTICED)))
    whole = sum(sketch.pen.line(words, SMALL).width + 38 for _stage, words in parts)
    x = max(2.0, min(x, sketch.width - whole))
    for stage, words in parts:
        if stage is None:
            sketch.circle(x + 9, y + SMALL.line / 2, 2.5, "text")
        else:
            _block(sketch, Box(x, y + 1, 18, SMALL.line - 2), stage, noticed=False)
        x += 24 + sketch.text(words, x + 24, y).width + 14


def _of_stages(plans: Sequence[PlanFacts]) -> tuple[int, ...]:
    counted = Counter(plan.standing.stage for plan in plans)
    return tuple(counted[stage] for stage in COLUMNS)


def _counted(pen: Pen, plans: Sequence[PlanFacts]) -> str:
    parts: list[Message] = [
        _("{stage}: {n}.", stage=STAGES[stage], n=n)
        for stage, n in zip(COLUMNS, _of_stages(plans), strict=True)
        if n
    ]
    return " ".join(pen.say(part) for part in parts)
