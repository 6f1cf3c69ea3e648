"""Puts a spread map, its head, legend and foot on sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import (
    Box,
    Drawing,
    Group,
    Reading,
)
from journeymapper.drawing.map import curves, furniture, header
from journeymapper.drawing.map.fitting import Spread
from journeymapper.drawing.map.furniture import Head, Place
from journeymapper.drawing.map.legend import Legend
from journeymapper.drawing.map.part import Part, part_groups
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.transform import scaled

_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet's size and margin in points."""

    width: float
    height: float
    margin: float

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


def compose(
    snapshot: Snapshot,
    map_id: str,
    spread: Spread,
    page: Page,
    head: Head,
    legend: Legend,
    today: date,
) -> tuple[Sheet, ...]:
    """Return the sheets of a spread map: column group by column group, rows downwards."""
    layout = spread.layout
    how_sure = furniture.how_sure(snapshot, map_id, layout.frame, layout.contents)
    stages = {span.stage.id: (span.stage, span.number) for span in layout.spans}
    all_spans = [header.spans_of(layout.columns[a:b], stages) for a, b in spread.columns]
    numbers = tuple(tuple(span.number for span in spans) for spans in all_spans)
    feeling = next((row for row in layout.rows if row.kind == LaneKind.FEELING), None)
    lines = curves.lines(layout.frame, layout.curves, feeling) if feeling is not None else ()
    made: list[Sheet] = []
    for i, (start, end) in enumerate(spread.columns):
        for j, (first_row, end_row) in enumerate(spread.rows):
            rows = layout.rows[first_row:end_row]
            part = Part(layout, layout.columns[start:end], rows, start, j > 0, i > 0, lines)
            place = Place(
                number=len(made) + 1,
                of=spread.sheets,
                spans=all_spans[i],
                groups=numbers,
                current=i,
                rows=len(spread.rows),
            )
            made.append(_sheet(part, place, spread.scale, page, head, legend, how_sure, today))
    return tuple(made)


def _sheet(
    part: Part,
    place: Place,
    scale: float,
    page: Page,
    head: Head,
    legend: Legend,
    how_sure: str,
    today: date,
) -> Sheet:
    pen = part.layout.frame.pen
    margin, top = page.margin, page.margin + head.height
    reading = Reading.TEXT if place.number == 1 else Reading.DECORATION
    size = Box(margin, margin, page.inner, head.height)
    groups = [
        Group(
            "title",
            size,
            head.title_shapes,
            reading=Reading.TITLE if place.number == 1 else Reading.DECORATION,
        ),
        Group("head", size, head.more_shapes, reading=reading),
        Group("index", size, furniture.index_shapes(pen, place, page.inner)),
    ]
    groups += [scaled(group, scale, margin, top) for group in part_groups(part, place)]
    bottom = page.height - margin - furniture.FOOT_HEIGHT
    under = Box(margin, bottom - _GAP - legend.height, page.inner, legend.height)
    groups.append(Group("legend", under, legend.shapes, reading=reading))
    foot = furniture.foot_shapes(pen, place, how_sure, today, page.inner)
    box = Box(margin, bottom, page.inner, furniture.FOOT_HEIGHT)
    groups.append(Group("foot", box, foot, reading=reading))
    return Sheet(
        drawing=Drawing(page.width, page.height, tuple(groups)),
        width_pt=page.width,
        height_pt=page.height,
        title=head.title,
        bookmarks=_bookmarks(part, place, head, page),
    )


def _bookmarks(part: Part, place: Place, head: Head, page: Page) -> tuple[Bookmark, ...]:
    if part.again:
        return ()
    found = [Bookmark(head.title, 0, page.margin)] if place.number == 1 else []
    found += [
        Bookmark(f"{span.number} {span.stage.name}", 1, page.margin + head.height)
        for span in place.spans
        if not span.continued
    ]
    return tuple(found)
