"""Maps inside of steps: which map shows a step in more detail, and the ways down to it."""

from __future__ import annotations

from collections import deque

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import JourneyMap, Stage, Touchpoint
from journeymapper.domain.snapshot import Snapshot

Trail = tuple[str, ...]
"""Ids of steps, each on the own map of the one before: the way by which one went down."""


def holders(snapshot: Snapshot, map_id: str) -> tuple[Touchpoint, ...]:
    """Return the steps whose own map this is, in the order of their maps and places."""
    found = snapshot.select(indexes.STEPS_WITH_MAP, map_id)
    order = {journey.id: place for place, journey in enumerate(queries.maps(snapshot))}
    return tuple(sorted(found, key=lambda step: _place(snapshot, step, order)))


def with_own_map(snapshot: Snapshot, map_id: str) -> tuple[Touchpoint, ...]:
    """Return the steps of a map that have a map of their own, in journey order."""
    every = snapshot.select(indexes.HAVE_A_MAP, True)
    here = (step for step in every if _map(snapshot, step) == map_id)
    return tuple(sorted(here, key=lambda step: _place(snapshot, step, {map_id: 0})))


def circle(snapshot: Snapshot, host: str, own: str) -> tuple[str, ...]:
    """Return the circle that would close if a step on the map ``host`` had the map ``own``.

    Ids of maps, from ``own`` down to ``host`` and ``own`` again; () where there is none.
    """
    before: dict[str, str] = {own: ""}
    waiting = deque((own,))
    inside = _inside(snapshot)
    while waiting and host not in before:
        here = waiting.popleft()
        for below in inside.get(here, ()):
            if below not in before:
                before[below] = here
                waiting.append(below)
    if host not in before:
        return ()
    way = [own]
    at = host
    while at:
        way.append(at)
        at = before[at]
    return tuple(reversed(way))


def trail_to(snapshot: Snapshot, map_id: str) -> Trail:
    """Return the way down to a map from a map that no step has; () for such a map itself.

    Where several steps have it, the first of them.
    """
    way: list[str] = []
    seen = {map_id}
    while above := [s for s in holders(snapshot, map_id) if _map(snapshot, s) not in seen]:
        way.append(above[0].id)
        map_id = _map(snapshot, above[0])
        seen.add(map_id)
    return tuple(reversed(way))


def trail_still_there(snapshot: Snapshot, trail: Trail, map_id: str) -> Trail:
    """Return the way by which one came to a map, as far as it still leads there.

    ``map_id`` may be further up on that way. Where it has come apart, the way by the first
    steps takes its place.
    """
    for end in range(len(trail), -1, -1):
        part = trail[:end]
        if _leads(snapshot, part, map_id) and (part or not holders(snapshot, map_id)):
            top = snapshot.get(Touchpoint, part[0]) if part else None
            above = trail_to(snapshot, _map(snapshot, top)) if top is not None else ()
            return (*above, *part)
    return trail_to(snapshot, map_id)


def maps_on(snapshot: Snapshot, trail: Trail) -> tuple[str, ...]:
    """Return the ids of the maps on which the steps of a way stand."""
    return tuple(_map(snapshot, snapshot.get(Touchpoint, step)) for step in trail)


def in_order(snapshot: Snapshot, map_ids: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return maps with those inside their steps right after them, and how deep each is."""
    left = dict.fromkeys(map_ids)
    found: list[tuple[str, int]] = []
    tops = [m for m in map_ids if not _held_by_any(snapshot, m, left)]

    def take(map_id: str, depth: int) -> None:
        if map_id in left:
            del left[map_id]
            found.append((map_id, depth))
            for step in with_own_map(snapshot, map_id):
                take(step.submap or "", depth + 1)

    for map_id in (*tops, *map_ids):  # the rest is there for files with a circle
        take(map_id, 0)
    return tuple(found)


def _held_by_any(snapshot: Snapshot, map_id: str, maps: dict[str, None]) -> bool:
    return any(_map(snapshot, step) in maps for step in holders(snapshot, map_id))


def _inside(snapshot: Snapshot) -> dict[str, list[str]]:
    """The own maps of the steps of each map."""
    found: dict[str, list[str]] = {}
    for step in snapshot.select(indexes.HAVE_A_MAP, True):
        if step.submap is not None and snapshot.find(JourneyMap, step.submap) is not None:
            found.setdefault(_map(snapshot, step), []).append(step.submap)
    return found


def _leads(snapshot: Snapshot, trail: Trail, map_id: str) -> bool:
    """Say whether each step is still there, on the own map of the one before."""
    expected = None
    for id_ in trail:
        step = snapshot.find(Touchpoint, id_)
        if step is None or (expected is not None and _map(snapshot, step) != expected):
            return False
        expected = step.submap
    return not trail or expected == map_id


def _map(snapshot: Snapshot, step: Touchpoint) -> str:
    return snapshot.get(Stage, step.stage).map


def _place(
    snapshot: Snapshot, step: Touchpoint, order: dict[str, int]
) -> tuple[int, float, str, float, str]:
    stage = snapshot.get(Stage, step.stage)
    return (order[stage.map], *_key(stage), *_key(step))


def _key(entity: Stage | Touchpoint) -> tuple[float, str]:
    return (entity.position, entity.id)
