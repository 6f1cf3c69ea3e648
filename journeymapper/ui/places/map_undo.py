"""Where on the map an undo or redo happened."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import (
    Card,
    Connection,
    Entity,
    Feeling,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.canvas.spots import Spot, is_shown, lane_of_kind
from journeymapper.ui.canvas.targets import spot_of_card, spot_of_step

_ORDER: tuple[type[Entity], ...] = (Stage, Touchpoint, Card, Feeling)
"""What belongs to others comes after them: a stage that came back stands for its steps."""


def spot_of_change(snapshot: Snapshot, layout: MapLayout, changes: ChangeSet) -> Spot | None:
    """Return the spot of the first thing that changed and can be seen; None for none."""
    for spot in _spots(snapshot, layout, changes):
        if spot is not None and is_shown(layout, snapshot, spot):
            return spot
    return None


def _spots(snapshot: Snapshot, layout: MapLayout, changes: ChangeSet) -> Iterator[Spot | None]:
    for kind in _ORDER:
        for id_ in (*changes.added(kind), *changes.changed(kind)):
            if kind is Stage:
                yield Spot(stage=id_)
            elif kind is Touchpoint:
                yield spot_of_step(snapshot, layout, id_)
            elif kind is Card:
                yield spot_of_card(snapshot, id_)
            else:
                feeling = snapshot.get(Feeling, id_)
                yield _in_feeling_row(snapshot, layout, feeling.touchpoint)
    for change in changes.changes:  # a way stands for the step that it leaves
        way = change.after or change.before
        if isinstance(way, Connection) and snapshot.find(Touchpoint, way.source) is not None:
            yield spot_of_step(snapshot, layout, way.source)
    for change in changes.changes:  # what is gone: the cell where it was
        before = change.before
        if change.after is None and isinstance(before, Card):
            stage = before.stage or ""
            step = snapshot.find(Touchpoint, before.touchpoint)
            if step is not None:
                stage = step.stage
            yield Spot(before.lane, stage, before.touchpoint or "")
        elif change.after is None and isinstance(before, Feeling):
            yield _in_feeling_row(snapshot, layout, before.touchpoint)


def _in_feeling_row(snapshot: Snapshot, layout: MapLayout, touchpoint: str) -> Spot | None:
    step = snapshot.find(Touchpoint, touchpoint)
    lane = lane_of_kind(layout, LaneKind.FEELING)
    return Spot(lane, step.stage, step.id) if step is not None else None
