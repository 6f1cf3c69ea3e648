"""Which places of a map a step concerns, so that the others need not be looked at."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import (
    Alert,
    AlertEvent,
    AlertTick,
    Answer,
    Card,
    Checkpoint,
    CommentMark,
    Communication,
    Connection,
    Entity,
    Feeling,
    ImportBatch,
    Involved,
    Kpi,
    Outreach,
    PlanWord,
    Rating,
    Reading,
    Review,
    Round,
    Sheet,
    Task,
    Touchpoint,
    Verification,
    Why,
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


ELSEWHERE: frozenset[type[Entity]] = frozenset(
    (
        Alert,
        AlertEvent,
        AlertTick,
        Checkpoint,
        Communication,
        Involved,
        Kpi,
        Outreach,
        PlanWord,
        Reading,
        Review,
        Task,
        Verification,
        Why,
    )
)
"""What belongs to plans and alerts: no map shows anything of it."""


def _places(entity: Entity) -> tuple[str, ...] | None:
    if type(entity) in ELSEWHERE:
        return ()
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
