"""Typing becomes one step: joining the changes of two steps on the same field."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from journeymapper.domain.changes import Change, Step
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Merge:
    """The last step, when the next one with the same key may become part of it."""

    key: Hashable
    step: Step
    changes: tuple[Change, ...]


def merged(first: Sequence[Change], second: Sequence[Change]) -> tuple[Change, ...] | None:
    """Return the changes of two steps as one, or None when they do not concern the same things.

    Only entities that both steps changed (or the first one added) can be joined.
    """
    wanted = {(c.kind, c.id): c for c in second}
    if len(wanted) != len(second) or any(c.after is None or c.before is None for c in second):
        return None
    if {(c.kind, c.id) for c in first} != set(wanted) or len(first) != len(wanted):
        return None
    return tuple(Change(c.kind, c.id, c.before, wanted[c.kind, c.id].after) for c in first)
