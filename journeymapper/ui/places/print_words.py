"""What the place Print says about sheets: how many, and what is on paper already."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import PrintRun
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import POINTS_PER_MM, Paper


def how_many(sheets: Sequence[Sheet], on: Paper, shown: int = 0) -> Message:
    """Return how many sheets of which paper; more than ``shown`` are said to be more."""
    n = len(sheets)
    if any(sheet.tile is not None for sheet in sheets) and n > 1:
        return _how_many_tiles(sheets, on)
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


def _how_many_tiles(sheets: Sequence[Sheet], on: Paper) -> Message:
    tiles = [sheet.tile for sheet in sheets if sheet.tile is not None]
    posters = len({tile.of for tile in tiles})
    n = len(sheets)
    if posters > 1:
        return _(
            "{n} sheets of {paper}: {posters} posters, each with a plan",
            n=n,
            paper=on.label,
            posters=posters,
        )
    columns, rows = (max(tile.column for tile in tiles), max(tile.row for tile in tiles))
    empty = columns * rows - len(tiles)
    if empty == 1:
        return _(
            "{n} sheets of {paper}: a plan, {columns} x {rows} tiles, 1 of them empty and left out",
            n=n,
            paper=on.label,
            columns=columns,
            rows=rows,
        )
    if empty:
        return _(
            "{n} sheets of {paper}: a plan, {columns} x {rows} tiles, {empty} of them empty"
            " and left out",
            n=n,
            paper=on.label,
            columns=columns,
            rows=rows,
            empty=empty,
        )
    return _(
        "{n} sheets of {paper}: a plan and {columns} x {rows} tiles",
        n=n,
        paper=on.label,
        columns=columns,
        rows=rows,
    )


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
