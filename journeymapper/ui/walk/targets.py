"""Which step an undo or a redo is about, so that one sees what it did."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.domain.changes import ChangeSet, StepKind
from journeymapper.domain.entities import Card, Feeling, Touchpoint


def step_of_change(order: tuple[str, ...], changes: ChangeSet) -> str:
    """Return the first step on the map that an undo or redo concerns; "" for any other change."""
    if changes.step.kind not in (StepKind.UNDO, StepKind.REDO):
        return ""
    return next((step for step in _steps(changes) if step in order), "")


def _steps(changes: ChangeSet) -> Iterator[str]:
    yield from (*changes.added(Touchpoint), *changes.changed(Touchpoint))
    for change in changes.changes:
        entity = change.after or change.before
        if isinstance(entity, Feeling | Card):
            yield entity.touchpoint or ""
