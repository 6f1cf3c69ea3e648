"""Where on the map an undo or redo happened."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import (
    Card,
    Connection,
    Entity,
    Feeling,
    Lane,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.canvas.spots import Spot, is_shown, lane_of_kind
from journeymapper.ui.canvas.targets import spot_of_card, spot_of_step

_ORDER: tuple[type[Entity], ...] = (Stage, Touchpoint, Card, Feeling, Lane)
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
            yield _spot_of(snapshot, layout, kind, id_)
    for change in changes.changes:  # a way stands for the step that it leaves
        way = change.after or change.before
        if isinstance(way, Connection) and snapshot.find(Touchpoint, way.source) is not None:
            yield spot_of_step(snapshot, layout, way.source)
    for change in changes.changes:  # what is gone: the cell where it was
        if change.after is None:
            yield _spot_left(snapshot, layout, change.before)


def _spot_of(snapshot: Snapshot, layout: MapLayout, kind: type[Entity], id_: str) -> Spot | None:
    if kind is Stage:
        return Spot(stage=id_)
    if kind is Touchpoint:
        return spot_of_step(snapshot, layout, id_)
    if kind is Card:
        return spot_of_card(snapshot, id_)
    if kind is Lane:
        return Spot(id_)
    return _in_feeling_row(snapshot, layout, snapshot.get(Feeling, id_).touchpoint)


def _spot_left(snapshot: Snapshot, layout: MapLayout, gone: Entity | None) -> Spot | None:
    if isinstance(gone, Card):
        step = snapshot.find(Touchpoint, gone.touchpoint)
        stage = step.stage if step is not None else gone.stage or ""
        return Spot(gone.lane, stage, gone.touchpoint or "")
    if isinstance(gone, Feeling):
        return _in_feeling_row(snapshot, layout, gone.touchpoint)
    return None


def _in_feeling_row(snapshot: Snapshot, layout: MapLayout, touchpoint: str) -> Spot | None:
    step = snapshot.find(Touchpoint, touchpoint)
    lane = lane_of_kind(layout, LaneKind.FEELING)
    return Spot(lane, step.stage, step.id) if step is not None else None
