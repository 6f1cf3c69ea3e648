"""Commands about rows: add, rename, place, size, delete; and about choices of rows."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import lanes, row_views
from journeymapper.domain import queries
from journeymapper.domain.entities import Lane, SavedView
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.row_views import RowView, usual_index
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import shortened

LOWEST, HIGHEST = 24, 2000
"""A row can be made so low and so high, in pixels at 100 %."""

VIEW_NAMES: dict[RowView, Message] = {
    RowView.BLUEPRINT: _("Service blueprint"),
    RowView.HASSLE: _("Hassle map"),
    RowView.STORYBOARD: _("Storyboard"),
}
"""How the views are called that every map offers."""


def add(
    document: Document, map_id: str, kind: LaneKind, title: str | Message, index: int | None = None
) -> str:
    """Add a row at ``index`` (None: where such a row usually stands); returns its id.

    A row of that kind that is hidden is shown instead; ``title`` is how it is called on screen.
    """
    known = queries.lanes(document.snapshot, map_id)
    hidden = next((lane for lane in known if lane.kind == kind and not lane.visible), None)
    with document.step(_("Add row {name}", name=title)) as tx:
        if hidden is not None and kind != LaneKind.CUSTOM:
            lanes.set_lane_visible(tx, hidden.id, visible=True)
            return hidden.id
        place = usual_index(known, kind) if index is None else index
        return lanes.add_lane(tx, map_id, kind, index=place)


def rename(document: Document, lane_id: str, title: str, label: str) -> None:
    """Give a row a title; the usual ``label`` of its kind, or none, is no title of its own."""
    plain = title.strip()
    own = "" if plain == label else title
    step = _("Rename row to {name}", name=shortened(plain or label))
    with document.step(step, merge=("row title", lane_id)) as tx:
        lanes.rename_lane(tx, lane_id, own)


def place_among_all(snapshot: Snapshot, lane_id: str, place: int) -> int:
    """Return the index among all other rows for a place among the other visible ones."""
    rows = queries.lanes(snapshot, snapshot.get(Lane, lane_id).map)
    others = [lane for lane in rows if lane.id != lane_id]
    seen = [index for index, lane in enumerate(others) if lane.visible]
    if place < len(seen):
        return seen[max(0, place)]
    return seen[-1] + 1 if seen else 0


def move(document: Document, lane_id: str, place: int, title: str | Message) -> None:
    """Move a row; ``place`` counts the other visible rows."""
    index = place_among_all(document.snapshot, lane_id, place)
    with document.step(_("Move row {name}", name=title)) as tx:
        lanes.move_lane(tx, lane_id, index)


def set_height(document: Document, lane_id: str, height: int | None, title: str | Message) -> None:
    """Make a row so high (pixels at 100 %), or as high as it needs (None)."""
    if height is not None:
        height = max(LOWEST, min(HIGHEST, height))
    label = _("Height of row {name}", name=title)
    with document.step(label) as tx:
        lanes.set_lane_height(tx, lane_id, height)


def delete(document: Document, lane_id: str, title: str | Message) -> Message:
    """Delete a row with all that is written in it; returns the label of the step."""
    label = _("Delete row {name}", name=title)
    with document.step(label) as tx:
        lanes.delete_lane(tx, lane_id)
    return label


def show_view(document: Document, map_id: str, view: RowView) -> None:
    """Show the rows of a view that every map offers."""
    with document.step(_("Show view {name}", name=VIEW_NAMES[view])) as tx:
        row_views.apply_row_view(tx, map_id, view)


def show_saved_view(document: Document, view_id: str) -> None:
    """Show the rows of a view that somebody has kept."""
    with document.step(_("Show view {name}", name=view_name(document, view_id))) as tx:
        lanes.apply_saved_view(tx, view_id)


def save_view(document: Document, map_id: str, name: str) -> str:
    """Keep the rows shown now as a view; returns its id."""
    with document.step(_("Keep view {name}", name=shortened(name))) as tx:
        made = lanes.add_saved_view(tx, map_id, name)
        row_views.rename_saved_view(tx, made, name)
    return made


def rename_view(document: Document, view_id: str, name: str) -> None:
    """Give a kept view another name."""
    with document.step(_("Rename view to {name}", name=shortened(name))) as tx:
        row_views.rename_saved_view(tx, view_id, name)


def keep_view(document: Document, view_id: str) -> None:
    """Let a kept view show the rows that are shown now."""
    with document.step(_("Change view {name}", name=view_name(document, view_id))) as tx:
        row_views.keep_saved_view(tx, view_id)


def delete_view(document: Document, view_id: str) -> None:
    """Forget a kept view; its rows stay."""
    with document.step(_("Delete view {name}", name=view_name(document, view_id))) as tx:
        lanes.delete_saved_view(tx, view_id)


def view_name(document: Document, view_id: str) -> str:
    """Return the name of a kept view as labels quote it."""
    return shortened(document.snapshot.get(SavedView, view_id).name)
