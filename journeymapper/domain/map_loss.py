"""What goes when a map is deleted, and what stays without it."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain import indexes, queries, submaps
from journeymapper.domain.entities import JourneyMap, Plan, Touchpoint
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class MapLoss:
    """``steps`` and ``cards`` go; the rest stays, but loses the map or a step of it.

    ``plans`` are those made for a step of the map. ``above`` are the steps whose own map it is,
    ``below`` how many maps its own steps have, ``futures`` the maps that are based on it.
    """

    steps: int
    cards: int
    plans: int
    above: tuple[Touchpoint, ...]
    below: int
    futures: tuple[JourneyMap, ...]


def lost_with(snapshot: Snapshot, map_id: str) -> MapLoss:
    """Return what would be lost with a map."""
    steps = {step.id for step in queries.touchpoints_of_map(snapshot, map_id)}
    places = (*steps, *(stage.id for stage in queries.stages(snapshot, map_id)))
    own = {step.submap for step in submaps.with_own_map(snapshot, map_id)}
    return MapLoss(
        len(steps),
        sum(len(snapshot.select(indexes.CARDS_OF_PLACE, place)) for place in places),
        sum(plan.touchpoint in steps for plan in snapshot.table(Plan).values()),
        submaps.holders(snapshot, map_id),
        len(own),
        tuple(m for m in queries.maps(snapshot) if m.based_on == map_id and m.id != map_id),
    )
