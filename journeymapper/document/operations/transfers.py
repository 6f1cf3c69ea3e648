"""Verbs that take stages and steps to another map of the same document."""

from __future__ import annotations

from journeymapper.document.operations.lanes import add_lane
from journeymapper.document.operations.placing import position_at
from journeymapper.document.operations.submaps import refuse_circle
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Connection, Lane, Stage, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import Index
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _

_CONNECTIONS_TO: Index[Connection] = Index(Connection, lambda c: c.target)


def transfer_touchpoint(
    tx: Tx, touchpoint_id: str, stage_id: str, index: int | None = None
) -> None:
    """Take a touchpoint with all that belongs to it to a stage of another map.

    Its cards go to the rows of the same kind; ways to touchpoints and ends that stay are cut.
    Its own map stays its own; a touchpoint that would come to stand inside of that is refused.
    """
    target = tx.snapshot.get(Stage, stage_id)
    if queries.map_of(tx.snapshot, touchpoint_id) == target.map:
        raise RefusedError(_("This step is on that map already."))
    refuse_circle(tx, target.map, tx.snapshot.get(Touchpoint, touchpoint_id).submap)
    siblings = queries.touchpoints(tx.snapshot, stage_id)
    position = position_at(tx, siblings, index)
    tx.change(Touchpoint, touchpoint_id, stage=stage_id, position=position)
    _take_along(tx, touchpoint_id, target.map)
    _cut(tx, (touchpoint_id,))


def transfer_stage(tx: Tx, stage_id: str, map_id: str, index: int | None = None) -> None:
    """Take a stage with its touchpoints to another map; ways inside of it stay.

    Refused where the map is inside of one of its touchpoints.
    """
    stage = tx.snapshot.get(Stage, stage_id)
    if stage.map == map_id:
        raise RefusedError(_("This stage is on that map already."))
    for step in queries.touchpoints(tx.snapshot, stage_id):
        refuse_circle(tx, map_id, step.submap)
    position = position_at(tx, queries.stages(tx.snapshot, map_id), index)
    tx.change(Stage, stage_id, map=map_id, position=position)
    steps = tuple(step.id for step in queries.touchpoints(tx.snapshot, stage_id))
    for place in (stage_id, *steps):
        _take_along(tx, place, map_id)
    _cut(tx, steps)


def lane_like(tx: Tx, lane: Lane, map_id: str) -> str:
    """Return the row of a map that is like another map's; it is added where there is none."""
    for known in queries.lanes(tx.snapshot, map_id):
        same_title = known.title.strip().casefold() == lane.title.strip().casefold()
        if known.kind == lane.kind and (lane.kind != LaneKind.CUSTOM or same_title):
            return known.id
    return add_lane(tx, map_id, lane.kind, lane.title)


def _take_along(tx: Tx, place: str, map_id: str) -> None:
    for card in tx.snapshot.select(indexes.CARDS_OF_PLACE, place):
        tx.change(Card, card.id, lane=lane_like(tx, tx.snapshot.get(Lane, card.lane), map_id))


def _cut(tx: Tx, steps: tuple[str, ...]) -> None:
    """Take out the ways that lead from these steps, or to them, over the edge of a map."""
    inside = set(steps)
    for id_ in steps:
        ways = (
            *tx.snapshot.select(indexes.CONNECTIONS_FROM, id_),
            *tx.snapshot.select(_CONNECTIONS_TO, id_),
        )
        for way in ways:
            leaves = way.target not in inside or way.source not in inside
            if leaves and tx.snapshot.find(Connection, way.id) is not None:
                tx.delete(Connection, way.id)
