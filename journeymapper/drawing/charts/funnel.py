"""The way of those who are called back, one bar for each part of it."""

from __future__ import annotations

from journeymapper.analysis.alerts.funnel import Funnel
from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import STRONG, Chart, Named
from journeymapper.drawing.charts.rows import Rows
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.lettering import Pen

_BAR = 14.0

PARTS: tuple[Message, ...] = (
    _("Came in"),
    _("Somebody takes care"),
    _("Reached"),
    _("Mended"),
    _("Told what came of it"),
)
"""What the counts of a funnel are, in their order."""


def funnel_bars(pen: Pen, found: Funnel, width: float) -> Chart:
    """Return a bar for each part of the way, within a frame that stands for all who came in."""
    names = [Named("", pen.say(words)) for words in PARTS]
    rows = Rows(pen, names, width, low=0, high=found.opened, ticks=(), right=52)
    sketch = rows.sketch(-16)
    for n, y in zip(found.counts, rows.middles(), strict=True):
        whole = Box(rows.left, y - _BAR / 2, rows.right - rows.left, _BAR)
        sketch.rect(whole, "surface", "line_strong", 0.75)
        if n:
            wide = rows.x_of(n) - rows.left
            sketch.rect(Box(whole.x, whole.y, wide, _BAR), "text_secondary")
        sketch.text(str(n), rows.right + 10, y - 7.5, STRONG, "text")
    return sketch.finished(
        "called",
        _("How far those have come who are called back"),
        _(
            "{n} people were to be called back. {taken} are taken care of, {reached} were reached,"
            " {mended} times it was mended, {told} were told what came of it.",
            n=found.opened,
            taken=found.taken,
            reached=found.reached,
            mended=found.mended,
            told=found.told,
        ),
        (_("Part of the way"), _("People")),
        [(pen.say(words), n) for words, n in zip(PARTS, found.counts, strict=True)],
    )
