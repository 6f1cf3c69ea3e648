"""What is made of a whole map, kept as long as nothing that it is made of has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from journeymapper.domain.indexes import Index
from journeymapper.domain.snapshot import Snapshot

T = TypeVar("T")


class Kept(Generic[T]):
    """The last result for a map, made again when one of the look-ups it reads is another.

    A snapshot shares with the one before the look-ups in which nothing changed. What ``make``
    reads besides ``indexes`` is not noticed.

        known = Kept(handoffs, STAGES_OF_MAP, TOUCHPOINTS_OF_STAGE, CONNECTIONS_FROM)
        known.of(snapshot, map_id)
    """

    def __init__(self, make: Callable[[Snapshot, str], T], *indexes: Index[Any]) -> None:
        self._make = make
        self._indexes = indexes
        self._made: tuple[str, tuple[object, ...], T] | None = None

    def of(self, snapshot: Snapshot, map_id: str) -> T:
        """Return the result for a map; raises what making it raises."""
        made = self._made
        if made is not None and made[0] == map_id and _same(made[1], self._read(snapshot)):
            return made[2]
        result = self._make(snapshot, map_id)
        self._made = map_id, self._read(snapshot), result
        return result

    def _read(self, snapshot: Snapshot) -> tuple[object, ...]:
        known = snapshot.built_indexes()
        return tuple(known.get(index) for index in self._indexes)


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Say so only of look-ups that are there: one that is not may hold anything."""
    return all(one is not None and one is other for one, other in zip(before, now, strict=True))
