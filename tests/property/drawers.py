"""What the drawers of verbs are made with: arguments drawn from a snapshot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from journeymapper.domain.entities import Entity
from journeymapper.domain.snapshot import Snapshot

Call = tuple[tuple[Any, ...], dict[str, Any]]
Draw = Callable[[Any], Any]
Drawer = Callable[[Draw, Snapshot], Call | None]

NAMES = st.text(st.characters(codec="utf-8"), max_size=12)
INDEXES = st.one_of(st.none(), st.integers(-1, 6))


def one_of(draw: Draw, snapshot: Snapshot, kind: type[Entity]) -> Any:
    """Draw one entity of a kind, or None when there is none."""
    found = sorted(snapshot.table(kind))
    return snapshot.get(kind, draw(st.sampled_from(found))) if found else None


def on(kind: type[Entity], *arguments: Any, **named: Any) -> Drawer:
    """Call a verb on one entity of a kind, with further drawn arguments."""

    def drawer(draw: Draw, snapshot: Snapshot) -> Call | None:
        entity = one_of(draw, snapshot, kind)
        if entity is None:
            return None
        return (entity.id, *map(draw, arguments)), {k: draw(v) for k, v in named.items()}

    return drawer


def free(*arguments: Any, **named: Any) -> Drawer:
    """Call a verb that needs nothing to be there."""

    def drawer(draw: Draw, _snapshot: Snapshot) -> Call:
        return tuple(map(draw, arguments)), {k: draw(v) for k, v in named.items()}

    return drawer


def pair(first: type[Entity], second: type[Entity], *arguments: Any, optional: bool) -> Drawer:
    """Call a verb on an entity and one of another kind (None when optional and absent)."""

    def drawer(draw: Draw, snapshot: Snapshot) -> Call | None:
        one, other = one_of(draw, snapshot, first), one_of(draw, snapshot, second)
        if one is None or (other is None and not optional):
            return None
        other_id = None if other is None or (optional and draw(st.booleans())) else other.id
        return (one.id, other_id, *map(draw, arguments)), {}

    return drawer


def subset(first: type[Entity], second: type[Entity]) -> Drawer:
    """Call a verb on an entity with some ids of another kind."""

    def drawer(draw: Draw, snapshot: Snapshot) -> Call | None:
        one = one_of(draw, snapshot, first)
        ids = sorted(snapshot.table(second))
        if one is None:
            return None
        some = draw(st.lists(st.sampled_from(ids), max_size=3)) if ids else []
        return (one.id, tuple(some)), {}

    return drawer
