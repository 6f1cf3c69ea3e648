"""Verbs about rows and saved views."""

from __future__ import annotations

from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Lane, SavedView
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import CARDS_OF_LANE, VIEWS_OF_MAP
from journeymapper.domain.kinds import FIRST_ROWS, MORE_ROWS, LaneKind
from journeymapper.domain.message import _


def add_lane(tx: Tx, map_id: str, kind: LaneKind, title: str = "", index: int | None = None) -> str:
    """Add a row to a map; only own rows can stand on a map twice."""
    tx.snapshot.get(JourneyMap, map_id)
    siblings = queries.lanes(tx.snapshot, map_id)
    if kind != LaneKind.CUSTOM and any(lane.kind == kind for lane in siblings):
        raise RefusedError(_("This row is on the map already."))
    position = position_at(tx, siblings, index)
    return tx.insert(Lane(tx.new_id(), map_id, kind, title, position=position)).id


def rename_lane(tx: Tx, lane_id: str, title: str) -> None:
    """Give a row a title of its own; an empty one brings the usual label back."""
    tx.change(Lane, lane_id, title=title)


def move_lane(tx: Tx, lane_id: str, index: int | None) -> None:
    """Move a row up or down; ``index`` counts the other rows, hidden ones too."""
    lane = tx.snapshot.get(Lane, lane_id)
    siblings = queries.lanes(tx.snapshot, lane.map)
    if stays(siblings, lane_id, index):
        return
    position = position_at(tx, without(siblings, lane_id), index)
    tx.change(Lane, lane_id, position=position)


def set_lane_visible(tx: Tx, lane_id: str, *, visible: bool) -> None:
    """Show or hide a row; its cards stay."""
    tx.change(Lane, lane_id, visible=visible)


def set_lane_height(tx: Tx, lane_id: str, height: int | None) -> None:
    """Set the least height of a row in pixels at 100 %; None: as high as it needs."""
    tx.change(Lane, lane_id, height=height)


def show_more_rows(tx: Tx, map_id: str, *, shown: bool) -> None:
    """Show all rows that are hidden, or only those of the first view."""
    for lane in queries.lanes(tx.snapshot, map_id):
        tx.change(Lane, lane.id, visible=shown or lane.kind in FIRST_ROWS)
    drop_unused_lanes(tx, map_id)


def drop_unused_lanes(tx: Tx, map_id: str) -> None:
    """Take out hidden rows of unusual kinds that hold nothing and that nobody has touched."""
    kept = {id_ for view in tx.snapshot.select(VIEWS_OF_MAP, map_id) for id_ in view.lanes}
    for lane in queries.lanes(tx.snapshot, map_id):
        usual = lane.kind in (*FIRST_ROWS, *MORE_ROWS, LaneKind.CUSTOM)
        touched = lane.visible or lane.title or lane.height is not None or lane.id in kept
        if not usual and not touched and not tx.snapshot.select(CARDS_OF_LANE, lane.id):
            tx.delete(Lane, lane.id)


def delete_lane(tx: Tx, lane_id: str) -> None:
    """Take a row out with its cards; the rows of steps and feelings stay."""
    lane = tx.snapshot.get(Lane, lane_id)
    if lane.kind in (LaneKind.TOUCHPOINT, LaneKind.FEELING):
        raise RefusedError(_("This row can be hidden, not deleted."))
    tx.delete(Lane, lane_id)


def add_saved_view(tx: Tx, map_id: str, name: str) -> str:
    """Keep the rows shown now under a name."""
    shown = tuple(lane.id for lane in queries.lanes(tx.snapshot, map_id) if lane.visible)
    position = position_at(tx, tx.snapshot.select(VIEWS_OF_MAP, map_id), None)
    return tx.insert(SavedView(tx.new_id(), map_id, name, shown, position)).id


def apply_saved_view(tx: Tx, view_id: str) -> None:
    """Show the rows of a saved view and hide the others."""
    view = tx.snapshot.get(SavedView, view_id)
    for lane in queries.lanes(tx.snapshot, view.map):
        tx.change(Lane, lane.id, visible=lane.id in view.lanes)


def delete_saved_view(tx: Tx, view_id: str) -> None:
    """Forget a saved view."""
    tx.delete(SavedView, view_id)
