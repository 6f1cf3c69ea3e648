"""Steps and changes as the history keeps them.

A change that adds or deletes keeps the whole entity; one that changes keeps only the fields that
changed. The rest of such an entity is found by going back from what it is now.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from journeymapper.domain.changes import Change, Initiator, Step, StepKind
from journeymapper.domain.entities import BY_NAME, Entity
from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass
from journeymapper.storage import statements
from journeymapper.storage.errors import damaged
from journeymapper.storage.images import (
    Image,
    changed_fields,
    entity_of,
    field_names,
    image_from_text,
    image_of,
    image_text,
)
from journeymapper.storage.migrations import upgrade_image
from journeymapper.storage.rows import one_row
from journeymapper.storage.tables import FORMAT

_Key = tuple[type[Entity], str]


@dataclass(frozen=True, slots=True)
class _Logged:
    """A row of the history. Images are partial when both are there."""

    key: _Key
    before: Image | None
    after: Image | None


def step_row(step: Step) -> tuple[Any, ...]:
    """Return a step as its table holds it."""
    return (
        step.seq,
        step.id,
        step.label.to_json(),
        step.at,
        step.initiator,
        step.kind,
        step.inverse_of,
        step.sitting,
        FORMAT,
    )


def change_row(seq: int, place: int, change: Change) -> tuple[Any, ...]:
    """Return a change as its table holds it."""
    before, after = change.before, change.after
    if before is not None and after is not None:
        names = changed_fields(before, after)
    else:
        names = field_names(change.kind)
    return (
        seq,
        place,
        change.kind.__name__,
        change.id,
        None if before is None else image_text(before, names),
        None if after is None else image_text(after, names),
    )


def read_steps(raw: sqlite3.Connection) -> tuple[Step, ...]:
    """Return all steps, oldest first; raises DocumentError for codes that never were."""
    try:
        return tuple(
            Step(
                id=id_,
                seq=seq,
                label=Message.from_json(label),
                at=at,
                initiator=Initiator(initiator),
                kind=StepKind(kind),
                inverse_of=inverse_of,
                sitting=sitting,
            )
            for seq, id_, label, at, initiator, kind, inverse_of, sitting, _format in raw.execute(
                statements.SELECT_STEPS
            )
        )
    except ValueError:
        raise damaged() from None


def read_changes(raw: sqlite3.Connection, seq: int) -> tuple[Change, ...]:
    """Return the changes of a step in the order they were made, each entity whole."""
    logged = [_logged(row) for row in raw.execute(statements.SELECT_CHANGES, (seq,))]
    last = {row.key: row for row in logged}
    states = _states_after(raw, seq, {key for key, row in last.items() if _is_partial(row)})
    changes: list[Change] = []
    for row in reversed(logged):
        before, after = row.before, row.after
        if _is_partial(row):
            state = states.get(row.key)
            if state is None:
                raise damaged()
            before, after = {**state, **(before or {})}, {**state, **(after or {})}
        states[row.key] = before
        changes.append(_change(row.key, before, after))
    return tuple(reversed(changes))


def read_states(raw: sqlite3.Connection, seq: int) -> dict[_Key, Entity | None]:
    """Return what everything touched since a step was right after it; None for what was not."""
    states: dict[_Key, Image | None] = {}
    for row in raw.execute(statements.SELECT_LATER_CHANGES, (seq,)):
        later = _logged(row)
        if not _is_partial(later):
            states[later.key] = later.before
            continue
        if later.key not in states:
            now = one_row(raw, *later.key)
            states[later.key] = None if now is None else image_of(now)
        states[later.key] = {**(states[later.key] or {}), **(later.before or {})}
    return {
        (kind, id_): None if image is None else entity_of(kind, id_, image)
        for (kind, id_), image in states.items()
    }


def _states_after(raw: sqlite3.Connection, seq: int, keys: set[_Key]) -> dict[_Key, Image | None]:
    """Return what entities were after a step: what they are now, less what came later."""
    states: dict[_Key, Image | None] = {}
    for kind, id_ in keys:
        entity = one_row(raw, kind, id_)
        states[kind, id_] = None if entity is None else image_of(entity)
    if not keys:
        return states
    wanted = {(kind.__name__, id_) for kind, id_ in keys}
    for row in raw.execute(statements.SELECT_LATER_CHANGES, (seq,)):
        if (row[0], row[1]) in wanted:
            later = _logged(row)
            if _is_partial(later):
                states[later.key] = {**(states[later.key] or {}), **(later.before or {})}
            else:
                states[later.key] = later.before
    return states


def _is_partial(row: _Logged) -> bool:
    return row.before is not None and row.after is not None


def _logged(row: tuple[str, str, str | None, str | None, int]) -> _Logged:
    entity, id_, before, after, number = row
    kind = BY_NAME.get(entity)
    if kind is None:
        raise damaged()
    return _Logged((kind, id_), _image(number, entity, before), _image(number, entity, after))


def _image(number: int, entity: str, text: str | None) -> Image | None:
    image = image_from_text(text)
    return None if image is None else upgrade_image(number, entity, image)


def _change(key: _Key, before: Image | None, after: Image | None) -> Change:
    kind, id_ = key
    if before is None and after is None:
        raise damaged()
    return Change(
        kind,
        id_,
        None if before is None else entity_of(kind, id_, before),
        None if after is None else entity_of(kind, id_, after),
    )
