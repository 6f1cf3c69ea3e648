"""A change of an entity as the SQL that makes it, with its values."""

from __future__ import annotations

from typing import Any

from journeymapper.domain.changes import Change
from journeymapper.storage import statements
from journeymapper.storage.images import changed_fields, field_names, row_values
from journeymapper.storage.tables import TABLES


def row_statement(change: Change) -> tuple[str, list[Any]]:
    """Return the SQL and its values that make a change to the rows."""
    table, before, after = TABLES[change.kind], change.before, change.after
    if after is None:
        return statements.delete(table), [change.id]
    if before is None:
        return statements.insert(table), [change.id, *row_values(after, field_names(change.kind))]
    names = changed_fields(before, after)
    if not names:
        return statements.touch(table), [change.id]
    return statements.update(table, names), [*row_values(after, names), change.id]


def amending_statement(change: Change) -> tuple[str, list[Any]]:
    """Return the SQL and its values that set the row of an amended change."""
    table, after = TABLES[change.kind], change.after
    if after is None:
        return statements.delete(table), [change.id]
    names = field_names(change.kind)
    return statements.update(table, names), [*row_values(after, names), change.id]
