"""Commands about whole maps and their rows."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import futures, lanes, maps
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Lane
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.names import map_title, persona_name, shortened


def rename(document: Document, map_id: str, title: str) -> None:
    """Give a map another title."""
    label = _("Rename to {name}", name=shortened(title))
    with document.step(label) as tx:
        maps.rename_map(tx, map_id, title)


def start_future(document: Document, map_id: str, title: str) -> str:
    """Begin a future map of this title as a copy of today's; returns its id."""
    label = _("Future of {name}", name=map_title(document.snapshot, map_id))
    with document.step(label) as tx:
        return futures.start_future(tx, map_id, title)


def show_persona(document: Document, map_id: str, persona_id: str, *, shown: bool) -> None:
    """Show a persona's curve on a map, or take it off; its feelings stay."""
    snapshot = document.snapshot
    name = persona_name(snapshot, persona_id)
    others = [p for p in snapshot.get(JourneyMap, map_id).personas if p != persona_id]
    label = _("Show {name} on the map", name=name) if shown else _("Hide {name}", name=name)
    with document.step(label) as tx:
        maps.set_map_personas(tx, map_id, (*others, persona_id) if shown else tuple(others))


def show_more_rows(document: Document, map_id: str, *, shown: bool) -> None:
    """Show all rows, or only the first five."""
    label = _("More rows") if shown else _("Fewer rows")
    with document.step(label) as tx:
        lanes.show_more_rows(tx, map_id, shown=shown)


def show_row(document: Document, lane_id: str, title: str | Message, *, shown: bool) -> None:
    """Show a row or hide it; ``title`` is how it is called on screen."""
    label = _("Show row {name}", name=title) if shown else _("Hide row {name}", name=title)
    with document.step(label) as tx:
        lanes.set_lane_visible(tx, lane_id, visible=shown)


def shift_row(document: Document, lane_id: str, by: int, title: str | Message) -> bool:
    """Move a row up (-1) or down (+1) among those shown; returns whether there was room."""
    snapshot = document.snapshot
    rows = queries.lanes(snapshot, snapshot.get(Lane, lane_id).map)
    visible = [lane.id for lane in rows if lane.visible]
    place = visible.index(lane_id) + by
    if not 0 <= place < len(visible):
        return False
    target = [lane.id for lane in rows].index(visible[place])
    with document.step(_("Move row {name}", name=title)) as tx:
        lanes.move_lane(tx, lane_id, target)
    return True
