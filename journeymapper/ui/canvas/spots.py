"""Where one can stand on the map: cells, cards in them, stage headers; and what is there."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Entity, Stage, Touchpoint
from journeymapper.domain.evidence import told
from journeymapper.domain.kinds import DERIVED_ROWS, STEP_ONLY_ROWS, LaneKind
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Group
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.drawing.map.places import Column
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.commands.cards import Cell

LEAST_TARGET = 24.0
"""Side of the smallest target for the mouse, in px."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to stand: a row ("" for the stage headers), a stage, a step, a card.

    ``touchpoint`` "" means the whole stage; ``card`` "" means the cell itself. A row without a
    stage is the title of the row.
    """

    lane: str = ""
    stage: str = ""
    touchpoint: str = ""
    card: str = ""

    @property
    def cell(self) -> Cell:
        """The cell for the commands about cards."""
        return Cell(self.lane, self.touchpoint, self.stage)

    @property
    def place(self) -> str:
        """The id of the step, or of the stage."""
        return self.touchpoint or self.stage

    @property
    def on_title(self) -> bool:
        """Whether the title of a row is meant, not a cell."""
        return bool(self.lane) and not self.stage

    @property
    def bare(self) -> Spot:
        """The cell, whichever of its cards is meant."""
        return replace(self, card="")


def part_of(spot: Spot) -> Part:
    """Return the pane in which a spot lies."""
    if not spot.lane:
        return Part.HEADER
    return Part.TITLES if spot.on_title else Part.CELLS


def kind_of_row(layout: MapLayout, lane: str) -> LaneKind | None:
    """Return the kind of a row; None for the stage headers and rows that are not shown."""
    return next((row.kind for row in layout.rows if row.lane == lane), None)


def lane_of_kind(layout: MapLayout, kind: LaneKind) -> str:
    """Return the first row of a kind that is shown, or ""."""
    return next((row.lane for row in layout.rows if row.kind == kind), "")


def spot_in(snapshot: Snapshot, layout: MapLayout, lane: str, column: Column) -> Spot:
    """Return the cell where a row and a column meet.

    A row of texts has one cell for each stage, until a step of the stage has a text of its
    own there. What is about steps has one cell for each step.
    """
    if not lane:
        return Spot(stage=column.stage)
    step = Spot(lane, column.stage, column.touchpoint)
    kind = kind_of_row(layout, lane)
    if kind in DERIVED_ROWS or kind in STEP_ONLY_ROWS or not column.touchpoint:
        return step
    if _shown_at(snapshot, layout, lane, column.touchpoint):
        return step
    across = _shown_at(snapshot, layout, lane, column.stage)
    if not across and _has_own_texts(snapshot, layout, step):
        return step
    return Spot(lane, column.stage)


def spot_at(snapshot: Snapshot, layout: MapLayout, x: float, y: float) -> Spot | None:
    """Return the cell at a point of the map, with the card that is nearest there.

    A card is meant wherever one points in its cell: one line of text is no target.
    """
    ref = layout.cell_at(x, y)
    column = layout.column_at(x)
    if ref is None or column is None:
        return None
    near: list[tuple[float, Spot]] = []
    for place in dict.fromkeys((column.touchpoint, column.stage)):
        for card in queries.cards_at(snapshot, ref.lane, place):
            group = group_of(layout, place, f"card:{card.id}")
            if group is not None:
                away = max(group.box.y - y, y - group.box.bottom, 0.0)
                near.append((away, Spot(ref.lane, column.stage, card.touchpoint or "", card.id)))
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    return spot_in(snapshot, layout, ref.lane, column)


def spots_of_row(snapshot: Snapshot, layout: MapLayout, lane: str) -> list[Spot]:
    """Return the cells of a row from start to end; ``lane`` "" gives the stage headers."""
    found = [spot_in(snapshot, layout, lane, column) for column in layout.columns]
    return list(dict.fromkeys(found))


def column_of(layout: MapLayout, spot: Spot) -> int:
    """Return the first column of a spot, from 0; 0 when it is not shown."""
    for place, column in enumerate(layout.columns):
        if spot.touchpoint:
            if column.touchpoint == spot.touchpoint:
                return place
        elif column.stage == spot.stage:
            return place
    return 0


def columns_of(layout: MapLayout, spot: Spot) -> tuple[int, int]:
    """Return the first and the last column of a spot, from 0; a stage has several."""
    first = last = column_of(layout, spot)
    while not spot.touchpoint and covers(layout, spot, last + 1):
        last += 1
    return first, last


def covers(layout: MapLayout, spot: Spot, column: int) -> bool:
    """Say whether a spot lies in a column."""
    if not 0 <= column < len(layout.columns):
        return False
    at = layout.columns[column]
    return at.touchpoint == spot.touchpoint if spot.touchpoint else at.stage == spot.stage


def cards_of(snapshot: Snapshot, layout: MapLayout, spot: Spot) -> tuple[Card, ...]:
    """Return the cards that stand in a cell, in order."""
    if not spot.lane or kind_of_row(layout, spot.lane) in DERIVED_ROWS:
        return ()
    return _shown_at(snapshot, layout, spot.lane, spot.place)


def without_hidden_card(snapshot: Snapshot, layout: MapLayout, spot: Spot) -> Spot:
    """Return a spot as the map shows it: a card that the setting leaves out is not stood on."""
    card = snapshot.find(Card, spot.card)
    hidden = card is not None and layout.frame.setting.only_told and not told(card.source)
    return spot.bare if hidden else spot


def group_of(layout: MapLayout, place: str, key: str) -> Group | None:
    """Return a group of the column of a step, or of a stage's first column."""
    box = layout.cell_box(layout.rows[0].lane, place) if layout.rows else None
    if box is None:
        return None
    at = bisect_left(layout.columns, box.x, key=lambda column: column.x)
    return next((group for group in layout.parts[at] if group.key == key), None)


def box_of(layout: MapLayout, spot: Spot) -> Box | None:
    """Return the box of a spot on the map; None when it is not shown."""
    if not spot.lane:
        key = f"stage:{spot.stage}"
        return next((group.box for group in layout.header if group.key == key), None)
    if spot.on_title:
        row = next((row for row in layout.rows if row.lane == spot.lane), None)
        return Box(0, row.y, layout.title_width, row.h) if row is not None else None
    group = None
    if spot.card:
        group = group_of(layout, spot.place, f"card:{spot.card}")
    elif spot.touchpoint and kind_of_row(layout, spot.lane) == LaneKind.TOUCHPOINT:
        group = group_of(layout, spot.place, f"step:{spot.touchpoint}")
    return group.box if group is not None else layout.cell_box(spot.lane, spot.place)


def taken_from(box: Box) -> Box:
    """Return where a card or step can be taken to drag it: at least 24 px each way."""
    more_w, more_h = max(0.0, LEAST_TARGET - box.w), max(0.0, LEAST_TARGET - box.h)
    return Box(box.x - more_w / 2, box.y - more_h / 2, box.w + more_w, box.h + more_h)


def is_shown(layout: MapLayout, snapshot: Snapshot, spot: Spot) -> bool:
    """Say whether a spot still exists on the map."""
    if spot.card and snapshot.find(Card, spot.card) is None:
        return False
    if without_hidden_card(snapshot, layout, spot) != spot:
        return False
    return box_of(layout, spot.bare) is not None


def things_at(
    snapshot: Snapshot, layout: MapLayout, spot: Spot
) -> tuple[tuple[type[Entity], str], ...]:
    """Return what deleting a spot would take away: a stage, a step, or cards."""
    if not spot.lane:
        return ((Stage, spot.stage),)
    if spot.card:
        return ((Card, spot.card),)
    if kind_of_row(layout, spot.lane) == LaneKind.TOUCHPOINT:
        return ((Touchpoint, spot.touchpoint),) if spot.touchpoint else ()
    return tuple((Card, card.id) for card in cards_of(snapshot, layout, spot))


def _has_own_texts(snapshot: Snapshot, layout: MapLayout, spot: Spot) -> bool:
    """Say whether any step of a stage has a text of its own in a row."""
    steps = queries.touchpoints(snapshot, spot.stage)
    return any(_shown_at(snapshot, layout, spot.lane, step.id) for step in steps)


def _shown_at(snapshot: Snapshot, layout: MapLayout, lane: str, place: str) -> tuple[Card, ...]:
    """Return the cards in a row at a step or across a stage, without those that are left out."""
    cards = queries.cards_at(snapshot, lane, place)
    if not layout.frame.setting.only_told:
        return cards
    return tuple(card for card in cards if told(card.source))
