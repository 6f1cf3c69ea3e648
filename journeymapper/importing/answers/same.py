"""Rows that are in a file twice: the same person's answers, not two people who agree."""

from __future__ import annotations

from journeymapper.importing.answers.mapping import ColumnKind, Mapping
from journeymapper.importing.tables.table import Cell, Table

TELLING = 15
"""A comment of so many characters is written but once."""

_DISTINCT = 0.9
"""A column tells rows apart when this share of its filled cells differ."""
_FEWEST = 3


def same_rows(table: Table, mapping: Mapping) -> list[int]:
    """Return the places of rows equal to an earlier one, where that cannot be chance.

    Two people may well give the same marks: rows count as the same only when something in them
    tells people apart, such as a name, a number, a time with seconds, or a longer comment.
    """
    apart = [
        place
        for place, column in enumerate(mapping.columns)
        if column.kind in (ColumnKind.LEAVE_OUT, ColumnKind.DATE)
        and _tells_apart(table.column(place))
    ]
    comments = [n for n, c in enumerate(mapping.columns) if c.kind == ColumnKind.COMMENT]
    seen: set[tuple[Cell, ...]] = set()
    found: list[int] = []
    for place, row in enumerate(table.rows):
        if not any(row[n] is not None for n in apart) and not any(
            isinstance(text := row[n], str) and len(text) >= TELLING for n in comments
        ):
            continue
        key = tuple(row)
        if key in seen:
            found.append(place)
        else:
            seen.add(key)
    return found


def _tells_apart(column: list[Cell]) -> bool:
    filled = [cell for cell in column if cell is not None]
    return len(filled) >= _FEWEST and len(set(filled)) >= _DISTINCT * len(filled)
