"""Where one can stand on the map: cells, cards in them, stage headers; and the way between."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Entity, Stage, Touchpoint
from journeymapper.domain.kinds import DERIVED_ROWS, LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.commands.cards import Cell


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to stand: a row ("" for the stage headers), a stage, a step, a card.

    ``touchpoint`` "" means the whole stage, or a stage without steps; ``card`` "" means the
    cell itself.
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
    def bare(self) -> Spot:
        """The cell, whichever of its cards is meant."""
        return replace(self, card="")


def kind_of_row(layout: MapLayout, lane: str) -> LaneKind | None:
    """Return the kind of a row; None for the stage headers and rows that are not shown."""
    return next((row.kind for row in layout.rows if row.lane == lane), None)


def spots_of_row(layout: MapLayout, lane: str) -> list[Spot]:
    """Return the cells of a row from start to end; ``lane`` "" gives the stage headers."""
    found: list[Spot] = []
    if not lane:
        found = [Spot(stage=column.stage) for column in layout.columns]
        return list(dict.fromkeys(found))
    row = next((row for row in layout.rows if row.lane == lane), None)
    if row is None:
        return []
    for column in layout.columns:
        ref = layout.cell_at(column.x + column.w / 2, row.y + row.h / 2)
        if ref is not None:
            found.append(Spot(lane, ref.stage, ref.touchpoint))
    return list(dict.fromkeys(found))


def spot_in_column(layout: MapLayout, lane: str, column: int) -> Spot | None:
    """Return the cell of a row above or below a column."""
    if not 0 <= column < len(layout.columns):
        return None
    at = layout.columns[column]
    if not lane:
        return Spot(stage=at.stage)
    row = next((row for row in layout.rows if row.lane == lane), None)
    if row is None:
        return None
    ref = layout.cell_at(at.x + at.w / 2, row.y + row.h / 2)
    return Spot(lane, ref.stage, ref.touchpoint) if ref is not None else None


def column_of(layout: MapLayout, spot: Spot) -> int:
    """Return the first column of a spot, from 0; 0 when it is not shown."""
    for place, column in enumerate(layout.columns):
        if spot.touchpoint:
            if column.touchpoint == spot.touchpoint:
                return place
        elif column.stage == spot.stage:
            return place
    return 0


def cards_of(snapshot: Snapshot, layout: MapLayout, spot: Spot) -> tuple[Card, ...]:
    """Return the cards that stand in a cell, in order."""
    if not spot.lane or kind_of_row(layout, spot.lane) in DERIVED_ROWS:
        return ()
    return queries.cards_at(snapshot, spot.lane, spot.place)


def box_of(layout: MapLayout, spot: Spot) -> Box | None:
    """Return the box of a spot on the map; None when it is not shown."""
    if not spot.lane:
        return layout.stage_boxes.get(spot.stage)
    if spot.card:
        box = layout.box_of(f"card:{spot.card}")
        if box is not None:
            return box
    return layout.cell_box(spot.lane, spot.place)


def is_shown(layout: MapLayout, snapshot: Snapshot, spot: Spot) -> bool:
    """Say whether a spot still exists on the map."""
    if spot.card and snapshot.find(Card, spot.card) is None:
        return False
    return box_of(layout, spot.bare) is not None


def things_at(snapshot: Snapshot, layout: MapLayout, spot: Spot) -> tuple[tuple[type[Entity], str], ...]:
    """Return what deleting a spot would take away: a stage, a step, or cards."""
    if not spot.lane:
        return ((Stage, spot.stage),)
    if spot.card:
        return ((Card, spot.card),)
    if kind_of_row(layout, spot.lane) == LaneKind.TOUCHPOINT:
        return ((Touchpoint, spot.touchpoint),) if spot.touchpoint else ()
    return tuple((Card, card.id) for card in cards_of(snapshot, layout, spot))
