"""Verbs about choices of rows: those that every map offers and those that users keep."""

from __future__ import annotations

from journeymapper.document.operations.lanes import add_lane, drop_unused_lanes
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Lane, SavedView
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.domain.row_views import ROWS_OF, RowView, usual_index


def apply_row_view(tx: Tx, map_id: str, view: RowView) -> None:
    """Show the rows of a view and hide the others; rows the map has not yet are added.

    Rows that came in this way and hold nothing go again when they are not shown.
    """
    kinds = ROWS_OF[view]
    known = {lane.kind for lane in queries.lanes(tx.snapshot, map_id)}
    for kind in kinds:
        if kind not in known:
            add_lane(tx, map_id, kind, index=usual_index(queries.lanes(tx.snapshot, map_id), kind))
    for lane in queries.lanes(tx.snapshot, map_id):
        tx.change(Lane, lane.id, visible=lane.kind in kinds)
    drop_unused_lanes(tx, map_id)


def rename_saved_view(tx: Tx, view_id: str, name: str) -> None:
    """Give a saved view another name; an empty one is refused."""
    if not name.strip():
        raise RefusedError(_("A view needs a name."))
    tx.change(SavedView, view_id, name=name)


def keep_saved_view(tx: Tx, view_id: str) -> None:
    """Let a saved view show the rows that are visible now."""
    view = tx.snapshot.get(SavedView, view_id)
    shown = tuple(lane.id for lane in queries.lanes(tx.snapshot, view.map) if lane.visible)
    tx.change(SavedView, view_id, lanes=shown)
