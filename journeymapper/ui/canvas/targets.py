"""Where something that is dragged would land. Pure: layouts and snapshots in, places out."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Touchpoint
from journeymapper.domain.kinds import DERIVED_ROWS, STEP_ONLY_ROWS, LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Group
from journeymapper.drawing.map.feeling import chart_of
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.canvas.board import Board, Part
from journeymapper.ui.canvas.spots import Spot, group_of, kind_of_row, lane_of_kind, spot_at
from journeymapper.ui.commands.cards import Cell

NO_CARDS_HERE = _("This row is made from the steps; it takes no cards")
NEEDS_STEP = _("Cards of this row belong to a step; this stage has none yet")
NO_PICTURES = _("This row shows no pictures. Choose a row of plain text, such as Doing.")

_WITHOUT_PICTURES = (LaneKind.PAIN, LaneKind.METRIC, LaneKind.IDEA, LaneKind.OPPORTUNITY)
"""Rows whose cards are drawn without a picture."""


def step_group(board: Board, touchpoint_id: str) -> Group | None:
    """Return the card of a step as it is drawn."""
    return board.scenes[Part.CELLS].find(f"step:{touchpoint_id}")


def box_of_steps(board: Board, ids: tuple[str, ...]) -> Box | None:
    """Return the box around the cards of steps that stand side by side."""
    found = [group.box for id_ in ids if (group := step_group(board, id_)) is not None]
    if not found:
        return None
    left, top = min(box.x for box in found), min(box.y for box in found)
    right, bottom = max(box.right for box in found), max(box.bottom for box in found)
    return Box(left, top, right - left, bottom - top)


def place_for_step(
    layout: MapLayout, x: float, moving: tuple[str, ...] = ()
) -> tuple[str, int] | None:
    """Return stage and index for a step dropped at ``x``; None on a map without columns.

    The index counts the steps of the stage without those that are ``moving``.
    """
    columns = layout.columns
    if not columns:
        return None
    column = layout.column_at(x) or (columns[0] if x < columns[0].x else columns[-1])
    steps = [c for c in columns if c.stage == column.stage and c.touchpoint]
    before = [c for c in steps if c.x + c.w / 2 < x and c.touchpoint not in moving]
    return column.stage, len(before)


def place_for_stage(layout: MapLayout, x: float, moving: str = "") -> int:
    """Return the index for a stage dropped at ``x``, counted without the one that moves."""
    boxes = [box for id_, box in layout.stage_boxes.items() if id_ != moving]
    return sum(1 for box in boxes if box.x + box.w / 2 < x)


def place_for_row(layout: MapLayout, y: float, moving: str) -> int:
    """Return the place for a row dropped at ``y`` among the others that are shown."""
    return sum(1 for row in layout.rows if row.lane != moving and row.y + row.h / 2 < y)


def bar_before(layout: MapLayout, touchpoint_id: str) -> tuple[float, float, float] | None:
    """Return x, top and bottom of the insertion bar at the start side of a step."""
    row = next((r for r in layout.rows if r.kind == LaneKind.TOUCHPOINT), None)
    column = next((c for c in layout.columns if c.touchpoint == touchpoint_id), None)
    if row is None or column is None:
        return None
    return column.x, row.y, row.bottom - row.ways


def cell_for_card(snapshot: Snapshot, layout: MapLayout, x: float, y: float) -> Cell | None:
    """Return the cell at a point of the map; None outside of all rows."""
    spot = spot_at(snapshot, layout, x, y)
    return spot.cell if spot is not None else None


def why_no_card(layout: MapLayout, cell: Cell | None) -> Message | None:
    """Return why a cell takes no card; None where it takes one."""
    if cell is None:
        return None
    kind = kind_of_row(layout, cell.lane)
    if kind in DERIVED_ROWS:
        return NO_CARDS_HERE
    if kind in STEP_ONLY_ROWS and not cell.touchpoint:
        return NEEDS_STEP
    return None


def why_no_picture(kind: LaneKind | None, cell: Cell) -> Message | None:
    """Return why a cell of a row of this kind takes no picture; None where it takes one."""
    if kind in DERIVED_ROWS:
        return NO_CARDS_HERE
    if kind in _WITHOUT_PICTURES:
        return NO_PICTURES
    return NEEDS_STEP if kind in STEP_ONLY_ROWS and not cell.touchpoint else None


def index_in_cell(
    snapshot: Snapshot, layout: MapLayout, cell: Cell, y: float, moving: tuple[str, ...] = ()
) -> int:
    """Return the index for a card dropped at height ``y``, counted without those that move."""
    index = 0
    for card in queries.cards_at(snapshot, cell.lane, cell.place):
        group = group_of(layout, cell.place, f"card:{card.id}")
        if card.id not in moving and group is not None and group.box.y + group.box.h / 2 < y:
            index += 1
    return index


def spot_of_card(snapshot: Snapshot, card_id: str) -> Spot | None:
    """Return where a card stands now."""
    card = snapshot.find(Card, card_id)
    if card is None:
        return None
    stage = card.stage or ""
    if card.touchpoint:
        stage = snapshot.get(Touchpoint, card.touchpoint).stage
    return Spot(card.lane, stage, card.touchpoint or "", card.id)


def spot_of_step(snapshot: Snapshot, layout: MapLayout, touchpoint_id: str) -> Spot:
    """Return where the card of a step stands."""
    lane = lane_of_kind(layout, LaneKind.TOUCHPOINT)
    return Spot(lane, snapshot.get(Touchpoint, touchpoint_id).stage, touchpoint_id)


def feeling_at(layout: MapLayout, y: float) -> int | None:
    """Return the feeling at a height of the map; None while the row is not shown."""
    row = next((r for r in layout.rows if r.kind == LaneKind.FEELING), None)
    return chart_of(row).value(y) if row is not None else None
