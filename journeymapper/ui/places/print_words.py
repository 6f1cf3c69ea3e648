"""What the place Print says about sheets: how many, and what is on paper already."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import PrintRun
from journeymapper.domain.message import Message, _
from journeymapper.drawing.paper import POINTS_PER_MM, Paper
from journeymapper.export.sheet import Sheet


def how_many(sheets: Sequence[Sheet], on: Paper, shown: int = 0) -> Message:
    """Return how many sheets of which paper; more than ``shown`` are said to be more."""
    n = len(sheets)
    if on.single and n == 1:
        width, height = (
            round(side / POINTS_PER_MM) for side in (sheets[0].width_pt, sheets[0].height_pt)
        )
        return _("1 sheet of {width} x {height} mm", width=width, height=height)
    if n == 1:
        return _("1 sheet of {paper}", paper=on.label)
    if shown and n > shown:
        return _(
            "{n} sheets of {paper}, the first {shown} are shown", n=n, paper=on.label, shown=shown
        )
    return _("{n} sheets of {paper}", n=n, paper=on.label)


def since_printed(runs: Sequence[PrintRun], changed: int) -> Message | None:
    """Return when the sheets were printed and whether they still hold; None if never."""
    if not runs:
        return None
    then = datetime.date.fromisoformat(runs[-1].date)
    day = in_words(then)
    if changed == 0:
        return _("Printed on {date}. Nothing on the sheets has changed since.", date=day)
    if changed == 1:
        return _("Printed on {date}. 1 sheet has changed since.", date=day)
    return _("Printed on {date}. {n} sheets have changed since.", date=day, n=changed)
