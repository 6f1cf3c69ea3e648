"""Which places of a map a step concerns, so that the others need not be looked at."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import (
    Answer,
    Card,
    CommentMark,
    Connection,
    Entity,
    Feeling,
    ImportBatch,
    Rating,
    Round,
    Sheet,
    Touchpoint,
)


def touched_by(changes: Iterable[Change]) -> frozenset[str] | None:
    """Return the ids of the steps and stages whose content changes may concern.

    None when rows, stages, people or anything else was changed that all columns depend on.
    """
    places: set[str] = set()
    for change in changes:
        for entity in (change.before, change.after):
            if entity is None:
                continue
            found = _places(entity)
            if found is None:
                return None
            places.update(found)
    return frozenset(places)


def _places(entity: Entity) -> tuple[str, ...] | None:
    match entity:
        case Card():
            return (entity.place,)
        case Feeling() | Rating():
            return (entity.touchpoint,)
        case Touchpoint():
            return (entity.id, entity.stage)
        case Connection() | Answer() | Sheet() | Round() | ImportBatch() | CommentMark():
            return ()  # the layout compares what answers tell by itself
        case _:
            return None
