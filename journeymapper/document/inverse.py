"""The changes that take a step back, applied to the state as it is now."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Entity, GapSighting, PrintRun, Version, replaced
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Draft, Snapshot

_LASTING: tuple[type[Entity], ...] = (Version, PrintRun, GapSighting)
"""What stays when everything else is made as it was: names of versions, paper, gaps seen."""


def inverse_of(changes: Sequence[Change], now: Snapshot) -> tuple[Change, ...]:
    """Return the changes that undo ``changes``, last first.

    Only the fields that a step changed are set back, so that what others wrote since stays.
    Raises RefusedError when something it concerns is gone or has come back meanwhile.
    """
    draft = Draft(now)
    result: list[Change] = []
    for change in reversed(changes):
        current = draft.find(change.kind, change.id)
        if (current is None) != (change.after is None):
            raise RefusedError(
                _("This cannot be taken back: something it concerns was changed since.")
            )
        back = Change(change.kind, change.id, current, _set_back(change, current))
        draft.apply(back)
        result.append(back)
    return tuple(result)


def changes_to(
    was: Mapping[tuple[type[Entity], str], Entity | None], now: Snapshot
) -> tuple[Change, ...]:
    """Return the changes that make things as they were; what is in ``was`` and differs.

    Names of versions are not part of what a version holds, nor is what was printed: they stay.
    """
    found: list[Change] = []
    for (kind, id_), entity in was.items():
        current = now.find(kind, id_)
        if kind not in _LASTING and current != entity:
            found.append(Change(kind, id_, current, entity))
    return tuple(found)


def _set_back(change: Change, current: Entity | None) -> Entity | None:
    before, after = change.before, change.after
    if before is None or after is None or current is None:
        return before
    if current is after or current == after:
        return before
    fields = {
        f.name: getattr(before, f.name)
        for f in dataclasses.fields(before)
        if getattr(before, f.name) != getattr(after, f.name)
    }
    return replaced(current, fields)
