"""Which map is whose future."""

from __future__ import annotations

from journeymapper.domain import queries, submaps
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.kinds import MapState
from journeymapper.domain.snapshot import Snapshot


def future_of(snapshot: Snapshot, map_id: str) -> str | None:
    """Return the future map of a map of today, None while there is none.

    That is the first one based on it; else the first that does not say what it is based on and
    is not the own map of a step.
    """
    futures = [m for m in queries.maps(snapshot) if m.state == MapState.FUTURE]
    based = next((m.id for m in futures if m.based_on == map_id), None)
    free = (m.id for m in futures if m.based_on is None and not submaps.holders(snapshot, m.id))
    return based or next(free, None)


def today_of(snapshot: Snapshot, map_id: str) -> str | None:
    """Return the map of today that a future map is based on, or the first there is."""
    journey = snapshot.get(JourneyMap, map_id)
    if snapshot.find(JourneyMap, journey.based_on) is not None:
        return journey.based_on
    todays = (m.id for m in queries.maps(snapshot) if m.state == MapState.CURRENT)
    return next(todays, None)


def pair_of(snapshot: Snapshot, map_id: str) -> dict[MapState, str]:
    """Return today's and the future map that belong together; ``map_id`` is one of them."""
    journey = snapshot.get(JourneyMap, map_id)
    if journey.state == MapState.FUTURE:
        other, state = today_of(snapshot, map_id), MapState.CURRENT
    else:
        other, state = future_of(snapshot, map_id), MapState.FUTURE
    return {journey.state: map_id} | ({state: other} if other is not None else {})
