"""What views are told when everything was read anew."""

from __future__ import annotations

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import ENTITIES
from journeymapper.domain.snapshot import Snapshot


def differences(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Return the changes that lead from one state to another, for those who show it."""
    found: list[Change] = []
    for kind in ENTITIES:
        old, new = before.table(kind), after.table(kind)
        for id_ in dict.fromkeys((*old, *new)):
            was, now = old.get(id_), new.get(id_)
            if was != now:
                found.append(Change(kind, id_, was, now))
    return tuple(found)
