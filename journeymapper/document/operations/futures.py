"""The verb that begins a future map: a copy of today's, to be changed into what is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, map_pairs, queries
from journeymapper.domain.entities import Connection, Entity, Feeling, JourneyMap, replaced
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import specs_of
from journeymapper.domain.kinds import MapState, SourceKind
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot


def start_future(tx: Tx, map_id: str, title: str) -> str:
    """Add a future map that begins as a copy of today's, under a title of its own.

    Stages, steps, rows, views, cards, feelings, ways and ends are copied. Ratings are not:
    nobody was asked about what does not exist yet; for the same reason the feelings are the
    team's opinion from now on. Which step came from which is not stored: see
    ``analysis.step_pairs``. Returns the id of the new
    map. A map that is a future map itself, or has one, is refused, as is an empty title.
    """
    if not title.strip():
        raise RefusedError(_("A map needs a title."))
    today = tx.snapshot.get(JourneyMap, map_id)
    if today.state == MapState.FUTURE:
        raise RefusedError(_("This is a future map already."))
    if map_pairs.future_of(tx.snapshot, map_id) is not None:
        raise RefusedError(_("This map has a future map already."))
    ids = {("JourneyMap", map_id): tx.new_id()}
    tx.insert(
        replaced(
            today,
            {
                "id": ids["JourneyMap", map_id],
                "title": title,
                "state": MapState.FUTURE,
                "based_on": map_id,
                "position": position_at(tx, queries.maps(tx.snapshot), None),
                "validated_on": "",
                "validated_how": "",
                "validated_n": None,
                "valid_until": "",
            },
        )
    )
    for entity in tuple(_on_map(tx.snapshot, map_id)):
        key = (type(entity).__name__, entity.id)
        ids[key] = tx.new_id()
        tx.insert(replaced(entity, {"id": ids[key], **_pointing(entity, ids)}))
    return ids["JourneyMap", map_id]


def _on_map(snapshot: Snapshot, map_id: str) -> Iterator[Entity]:
    """Everything that is copied, what is referred to before what refers to it."""
    steps = queries.touchpoints_of_map(snapshot, map_id)
    stages = queries.stages(snapshot, map_id)
    yield from queries.lanes(snapshot, map_id)
    yield from snapshot.select(indexes.VIEWS_OF_MAP, map_id)
    yield from snapshot.select(indexes.ENDS_OF_MAP, map_id)
    yield from stages
    yield from steps
    for place in (*stages, *steps):
        yield from snapshot.select(indexes.CARDS_OF_PLACE, place.id)
    for step in steps:
        yield from queries.feelings(snapshot, step.id)
        ways: tuple[Connection, ...] = snapshot.select(indexes.CONNECTIONS_FROM, step.id)
        yield from ways


def _pointing(entity: Entity, ids: dict[tuple[str, str], str]) -> dict[str, Any]:
    """The references of a copy: to copies where there are some, else to the same as before."""
    found: dict[str, Any] = {}
    for name, spec in specs_of(type(entity)).items():
        value = getattr(entity, name)
        if not spec.target or not value or name == "submap":
            continue
        if spec.kind == "refs":
            found[name] = tuple(ids.get((spec.target, id_), id_) for id_ in value)
        else:
            found[name] = ids.get((spec.target, value), value)
    if isinstance(entity, Feeling):
        found |= {"source": SourceKind.STAFF, "n": None}
    return found
