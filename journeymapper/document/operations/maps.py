"""Verbs about whole maps."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Lane
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import FIRST_ROWS, MORE_ROWS, LaneKind, MapState
from journeymapper.domain.message import _


def add_map(
    tx: Tx, title: str, *, personas: tuple[str, ...] = (), state: MapState = MapState.CURRENT
) -> str:
    """Add an empty map with the rows of the first view shown and the usual others hidden."""
    position = position_at(tx, queries.maps(tx.snapshot), None)
    journey = tx.insert(
        JourneyMap(tx.new_id(), title=title, personas=personas, state=state, position=position)
    )
    kinds = (kind for kind in LaneKind if kind in FIRST_ROWS + MORE_ROWS)
    for place, kind in enumerate(kinds, start=1):
        tx.insert(
            Lane(
                tx.new_id(),
                map=journey.id,
                kind=kind,
                visible=kind in FIRST_ROWS,
                position=float(place),
            )
        )
    return journey.id


def rename_map(tx: Tx, map_id: str, title: str) -> None:
    """Give a map another title; an empty one is refused."""
    if not title.strip():
        raise RefusedError(_("A map needs a title."))
    tx.change(JourneyMap, map_id, title=title)


def change_map(tx: Tx, map_id: str, /, **fields: Any) -> None:
    """Set scenario, state, validation or validity of a map."""
    tx.change(JourneyMap, map_id, **fields)


def set_map_personas(tx: Tx, map_id: str, personas: tuple[str, ...]) -> None:
    """Choose the personas of a map, the main one first; each once."""
    tx.change(JourneyMap, map_id, personas=tuple(dict.fromkeys(personas)))


def delete_map(tx: Tx, map_id: str) -> None:
    """Take a map out with all that is on it; the last one stays.

    A future map that is based on it stays as a map of today: it has nothing left to be the
    future of. Steps whose own map it was stay without one.
    """
    known = queries.maps(tx.snapshot)
    if len(known) == 1:
        raise RefusedError(_("A file keeps at least one map."))
    for journey in known:
        if journey.based_on == map_id and journey.id != map_id:
            tx.change(JourneyMap, journey.id, state=MapState.CURRENT)
    tx.delete(JourneyMap, map_id)
