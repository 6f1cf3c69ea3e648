"""Does what a layout left for later, a little at a time."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from journeymapper.drawing.collecting import without_collecting
from journeymapper.drawing.map import contents
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.drawing.map.places import Near


@without_collecting()
def measured_ahead(layout: MapLayout, most: int) -> MapLayout | None:
    """Measure up to ``most`` columns that wait; None when all are measured.

    What comes back shows the same as before, and serves as ``previous`` of the next layout
    alone: rows and columns do not know yet of what was measured.
    """
    found = layout.contents
    waiting = (c.touchpoint for c in layout.waiting if c.touchpoint)
    todo = list(islice((p for p in waiting if not found[p].measured), most))
    if not todo:
        return None
    now = {place: contents.measured(layout.frame, found[place]) for place in todo}
    return replace(layout, contents=found | now)


def places_of(layout: MapLayout, near: Near) -> frozenset[str]:
    """Return the ids of the steps that must be laid out so that a part can be seen.

    None are returned when nothing waits there.
    """
    stages = {column.stage for column in layout.waiting if near.meets(column.x, column.right)}
    return frozenset(column.place for column in layout.waiting if column.stage in stages)
