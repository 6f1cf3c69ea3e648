"""The cell cursor: the current cell, what is selected, and how keys move it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.canvas.projection import Projection
from journeymapper.ui.canvas.spots import (
    Spot,
    cards_of,
    column_of,
    columns_of,
    covers,
    is_shown,
    lane_of_kind,
    spot_in,
    spots_of_row,
    without_hidden_card,
)


class Cursor(QObject):
    """Where one stands. Window state: never in the document, never undone."""

    moved = Signal()
    """The current spot or the selection is another one."""

    def __init__(self, projection: Projection) -> None:
        super().__init__()
        self._projection = projection
        self.spot: Spot | None = None
        self.selected: tuple[Spot, ...] = ()
        self._anchor: Spot | None = None
        self._column = 0
        projection.shown.connect(self._follow)

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps that are selected, directly or by one of their cells."""
        return tuple(dict.fromkeys(s.touchpoint for s in self.selected if s.touchpoint))

    @property
    def stage(self) -> str:
        """The id of the stage one stands in, or ""."""
        return self.spot.stage if self.spot else ""

    def go_to(self, spot: Spot | None, *, extend: bool = False) -> None:
        """Stand on a spot; ``extend`` selects everything between the anchor and it."""
        layout = self._projection.layout
        if spot is not None and layout is not None and not covers(layout, spot, self._column):
            self._column = column_of(layout, spot)
        self._stand(spot, extend=extend)

    def toggle(self, spot: Spot) -> None:
        """Add a spot to the selection, or take it out."""
        if spot in self.selected and len(self.selected) > 1:
            kept = tuple(s for s in self.selected if s != spot)
            self._set(kept[-1], kept)
        else:
            self._set(spot, (*(s for s in self.selected if s != spot), spot))
        self._anchor = self.spot

    def select(self, spots: tuple[Spot, ...]) -> None:
        """Select several spots; the last one is the current one."""
        self._set(spots[-1] if spots else None, spots)
        self._anchor = spots[0] if spots else None

    def step_across(self, by: int, *, extend: bool = False) -> bool:
        """Go one cell towards the start (-1) or the end (+1) of the row."""
        layout, spot = self._projection.layout, self.spot
        if layout is None or spot is None:
            return self._enter()
        row = spots_of_row(self._projection.snapshot, layout, spot.lane)
        place = (-1 if spot.on_title else self._place_in(row, spot)) + by
        if place == -1 and spot.lane and not extend:
            self._stand(Spot(spot.lane))  # the title of the row
            return True
        if not 0 <= place < len(row):
            return False
        self.go_to(row[place], extend=extend)
        return True

    def step_down(self, by: int, *, extend: bool = False) -> bool:
        """Go up (-1) or down (+1): to the next card of the cell, then to the next row."""
        layout, spot = self._projection.layout, self.spot
        if layout is None or spot is None or not layout.columns:
            return self._enter()
        if spot.on_title:
            return self._down_titles(layout, spot, by)
        cards = [card.id for card in cards_of(self._projection.snapshot, layout, spot)]
        if cards and not extend:
            here = cards.index(spot.card) if spot.card in cards else 0
            if 0 <= here + by < len(cards):
                self._stand(replace(spot, card=cards[here + by]))
                return True
        rows = ["", *(row.lane for row in layout.rows)]
        place = rows.index(spot.lane) + by if spot.lane in rows else 0
        if not 0 <= place < len(rows):
            return False
        beside = self._spot_in(layout, rows[place], self._column)
        self._stand(self._on_card(beside, last=by < 0), extend=extend)
        return True

    def go_to_end(self, *, first: bool, extend: bool = False) -> None:
        """Go to the first or the last cell of the row."""
        layout, spot = self._projection.layout, self.spot
        if layout is None or spot is None:
            self._enter()
            return
        row = spots_of_row(self._projection.snapshot, layout, spot.lane)
        if row:
            self.go_to(row[0] if first else row[-1], extend=extend)

    def _down_titles(self, layout: MapLayout, spot: Spot, by: int) -> bool:
        """Go from the title of a row to the next one."""
        rows = [row.lane for row in layout.rows]
        place = rows.index(spot.lane) + by if spot.lane in rows else 0
        if not 0 <= place < len(rows):
            return False
        self._stand(Spot(rows[place]))
        return True

    def _enter(self) -> bool:
        """Stand on the first step when one stood nowhere."""
        layout = self._projection.layout
        if layout is None or not layout.columns:
            return False
        steps = lane_of_kind(layout, LaneKind.TOUCHPOINT)
        self.go_to(self._spot_in(layout, steps, 0))
        return True

    def _spot_in(self, layout: MapLayout, lane: str, column: int) -> Spot:
        at = layout.columns[max(0, min(column, len(layout.columns) - 1))]
        return spot_in(self._projection.snapshot, layout, lane, at)

    def _stand(self, spot: Spot | None, *, extend: bool = False) -> None:
        layout = self._projection.layout
        if spot is not None and layout is not None:
            spot = without_hidden_card(self._projection.snapshot, layout, spot)
        if spot is not None:
            spot = self._on_card(spot) if not spot.card else spot
        if not extend or spot is None or self._anchor is None:
            self._anchor = spot
            self._set(spot, (spot,) if spot else ())
        else:
            self._set(spot, self._between(self._anchor, spot))

    def _on_card(self, spot: Spot, *, last: bool = False) -> Spot:
        """Stand on a card of the cell, when there is one."""
        layout = self._projection.layout
        cards = cards_of(self._projection.snapshot, layout, spot) if layout else ()
        return replace(spot, card=cards[-1 if last else 0].id) if cards else spot

    def _between(self, one: Spot, other: Spot) -> tuple[Spot, ...]:
        layout = self._projection.layout
        if layout is None or one.on_title or other.on_title:
            return (other,)
        rows = ["", *(row.lane for row in layout.rows)]
        if one.lane not in rows or other.lane not in rows:
            return (other,)
        top, bottom = sorted((rows.index(one.lane), rows.index(other.lane)))
        ends = (*columns_of(layout, one), *columns_of(layout, other))
        left, right = min(ends), max(ends)
        found: list[Spot] = []
        for lane in rows[top : bottom + 1]:
            found += [self._spot_in(layout, lane, column) for column in range(left, right + 1)]
        return tuple(dict.fromkeys(found))

    def _place_in(self, row: list[Spot], spot: Spot) -> int:
        layout = self._projection.layout
        if spot.bare in row or layout is None:
            return row.index(spot.bare)
        return next((i for i, s in enumerate(row) if covers(layout, s, self._column)), 0)

    def _set(self, spot: Spot | None, selected: tuple[Spot, ...]) -> None:
        if (spot, selected) != (self.spot, self.selected):
            self.spot, self.selected = spot, selected
            self._projection.bring(one.place for one in selected)
            self.moved.emit()

    def _follow(self) -> None:
        """Stay on the same things after a change; beside them when they are gone."""
        layout = self._projection.layout
        if layout is None:
            self._set(None, ())
            return
        if self._projection.previewing or self.spot is None:
            return
        snapshot = self._projection.snapshot
        kept = [self._updated(s) for s in self.selected]
        selected = tuple(s for s in kept if is_shown(layout, snapshot, s))
        spot = self._updated(self.spot)
        if is_shown(layout, snapshot, spot):
            self._set(spot, selected or (spot,))
        else:
            self._set(*self._nearest(layout, spot))

    def _updated(self, spot: Spot) -> Spot:
        """Return a spot where its step or card has moved to."""
        step = self._projection.snapshot.find(Touchpoint, spot.touchpoint)
        if step is not None and step.stage != spot.stage:
            return replace(spot, stage=step.stage)
        return spot

    def _nearest(self, layout: MapLayout, spot: Spot) -> tuple[Spot | None, tuple[Spot, ...]]:
        if is_shown(layout, self._projection.snapshot, spot.bare):
            beside = self._on_card(spot.bare)
        else:
            if not layout.columns:
                return None, ()
            lane = spot.lane if any(r.lane == spot.lane for r in layout.rows) else ""
            beside = self._on_card(self._spot_in(layout, lane, self._column))
        return beside, (beside,)
