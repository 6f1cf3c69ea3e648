"""Putting something among its siblings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Entity, replaced
from journeymapper.domain.order import place_at

E = TypeVar("E", bound=Entity)


def position_at(tx: Tx, siblings: Iterable[Entity], index: int | None) -> float:
    """Return the position for a newcomer at ``index`` (None: the end).

    Where two siblings have come too close, all of them are renumbered in the same step.
    """
    rows = tuple(siblings)
    places = [(e.id, float(getattr(e, "position", 0.0))) for e in rows]
    position, moved = place_at(places, len(places) if index is None else index)
    for sibling in rows:
        if sibling.id in moved:
            tx.update(replaced(sibling, {"position": moved[sibling.id]}))
    return position


def without(siblings: Iterable[E], id_: str) -> tuple[E, ...]:
    """Return the siblings without the one that moves."""
    return tuple(e for e in siblings if e.id != id_)


def stays(siblings: tuple[Entity, ...], id_: str, index: int | None) -> bool:
    """Say whether a move to ``index`` among the others leaves the order as it is."""
    ids = [e.id for e in siblings]
    if id_ not in ids:
        return False
    target = len(ids) - 1 if index is None else max(0, min(index, len(ids) - 1))
    return ids.index(id_) == target
