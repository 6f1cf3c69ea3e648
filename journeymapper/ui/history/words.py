"""How a step of the history reads: what, when, and whether it still holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from journeymapper.app.moments import moment
from journeymapper.domain.changes import Initiator, Step, StepKind
from journeymapper.domain.message import Message, _

_ICONS = {
    StepKind.CREATE: "file-plus",
    StepKind.DO: "circle",
    StepKind.UNDO: "undo-2",
    StepKind.REDO: "redo-2",
    StepKind.FORGET: "user",
}
NAMED = "circle-dot"
"""The icon of a point that has a name."""

_FROM = {
    Initiator.IMPORT: _("from an import"),
    Initiator.PARTICIPANT: _("by a participant"),
    Initiator.APP: _("noted by the program"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One row in words. ``name`` is the name of a version; ``holds`` is False when taken back."""

    what: Message
    when: Message
    icon: str
    name: str
    holds: bool


def reading(step: Step, now: datetime.datetime, name: str, *, holds: bool) -> Reading:
    """Put a step into words, seen from ``now``."""
    what = step.label
    if step.kind == StepKind.REDO:
        what = _("Redo: {what}", what=step.label)
    when = moment(step.at, now)
    by = _FROM.get(step.initiator)
    if by is not None:
        when = _("{when}, {by}", when=when, by=by)
    if not holds:
        when = _("{when}, taken back", when=when)
    return Reading(what, when, NAMED if name else _ICONS[step.kind], name, holds)


def taken_back(steps: Iterable[Step]) -> frozenset[int]:
    """Return the numbers of the steps that an undo took back and no redo brought again."""
    gone: set[int] = set()
    target: dict[int, int] = {}
    origin: dict[int, int] = {}
    for step in steps:
        if step.inverse_of is None:
            continue
        if step.kind == StepKind.UNDO:
            what = target[step.seq] = step.inverse_of
            gone |= {what, origin.get(what, what)}
        else:
            what = target.get(step.inverse_of, step.inverse_of)
            origin[step.seq] = origin.get(what, what)
            gone -= {what, origin[step.seq]}
    return frozenset(gone)
