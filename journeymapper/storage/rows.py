"""Rows of the tables as entities, many at once.

Values are converted and judged a column at a time, which costs a fraction of doing it for each
entity: only choices, flags and lists differ between row and entity.
"""

from __future__ import annotations

import gc
import math
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import Any

from journeymapper.domain.entities import ENTITIES, Entity
from journeymapper.domain.fields import Spec, specs_of
from journeymapper.storage import statements
from journeymapper.storage.errors import damaged
from journeymapper.storage.images import list_value
from journeymapper.storage.tables import TABLES


class _Lists(dict[str, tuple[str, ...]]):
    """Texts of lists already read; few differ."""

    def __missing__(self, text: str) -> tuple[str, ...]:
        value = self[text] = list_value(text)
        return value


def all_rows(raw: sqlite3.Connection) -> dict[type[Entity], dict[str, Entity]]:
    """Return all entities by id; raises DocumentError for values that cannot be ours."""
    with _without_collecting():
        return {kind: _table(raw, kind) for kind in ENTITIES}


def one_row(raw: sqlite3.Connection, kind: type[Entity], id_: str) -> Entity | None:
    """Return one entity, or None; raises DocumentError as ``all_rows`` does."""
    rows = raw.execute(statements.select_one(TABLES[kind]), (id_,)).fetchall()
    return _entities(kind, rows).get(id_)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hold back the search for garbage: nothing made here is any, and looking costs as much."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _table(raw: sqlite3.Connection, kind: type[Entity]) -> dict[str, Entity]:
    return _entities(kind, raw.execute(statements.select_all(kind)).fetchall())


def _entities(kind: type[Entity], rows: Sequence[tuple[Any, ...]]) -> dict[str, Entity]:
    if not rows:
        return {}
    ids, *columns = zip(*rows, strict=True)
    values = (
        _converted(column, spec)
        for column, spec in zip(columns, specs_of(kind).values(), strict=True)
    )
    try:
        return dict(zip(ids, _made(kind, ids, values), strict=True))
    except (KeyError, ValueError, TypeError):  # a code, number or text that never was
        raise damaged() from None


def _made(kind: type[Entity], ids: Sequence[str], columns: Iterable[Iterable[Any]]) -> list[Entity]:
    """Return entities of these columns of fields.

    Their slots are filled a column at a time: half the time of calling the frozen constructor,
    which does nothing else.
    """
    entities = list(map(object.__new__, repeat(kind, len(ids))))
    for name, column in zip(("id", *specs_of(kind)), (ids, *columns), strict=True):
        deque(map(getattr(kind, name).__set__, entities, column), maxlen=0)
    return entities


def _converted(column: Sequence[Any], spec: Spec) -> Iterable[Any]:
    """Return a column as the entities hold it; raises when a value is not allowed."""
    match spec.kind:
        case "choice":
            assert spec.enum is not None
            return map({str(code.value): code for code in spec.enum}.__getitem__, column)
        case "flag":
            return map({0: False, 1: True, None: None}.__getitem__, column)
        case "refs" | "words":
            return map(_Lists().__getitem__, column)
        case "whole" | "real":
            _check_numbers(column, spec)
        case "text":
            if max(map(len, column)) > spec.limit:
                raise ValueError
        case "date" | "ref":
            pass
    return column


def _check_numbers(column: Sequence[Any], spec: Spec) -> None:
    present = [value for value in column if value is not None] if spec.optional else column
    if not present:
        return
    low, high = min(present), max(present)
    if not (math.isfinite(low) and math.isfinite(high)):
        raise ValueError
    if (spec.low is not None and low < spec.low) or (spec.high is not None and high > spec.high):
        raise ValueError
