"""Where the table begins: the line with the names of the columns, title lines above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from journeymapper.importing.tables.table import Cell, Row

_LOOKED_AT = 40
_FULL = 0.6
"""A header names at least this share of the columns."""
_VALUE = re.compile(r"[\d.,:/\s%+-]*\d[\d.,:/\s%+-]*")
_SUMS = ("summe", "gesamt", "total", "sum", "mittelwert", "durchschnitt", "average", "mean")


def filled(row: Row) -> int:
    """Count the cells that hold something."""
    return sum(cell is not None and cell != "" for cell in row)


def header_at(rows: Sequence[Row]) -> int | None:
    """Return the place of the line with names, or None when there is none."""
    head = rows[:_LOOKED_AT]
    widths = Counter(n for row in head if (n := filled(row)) > 0)
    if not widths:
        return None
    usual = max(widths, key=lambda n: (widths[n] * (n > 1), n))
    for place, row in enumerate(head):
        if filled(row) >= max(1, _FULL * usual) and _names(row):
            return place
        if filled(row) >= usual:
            return None  # the first full row holds values already
    return None


def _names(row: Row) -> bool:
    """Say whether all cells of a row are words."""
    cells = [cell for cell in row if cell is not None and cell != ""]
    return all(isinstance(cell, str) and not _VALUE.fullmatch(cell.strip()) for cell in cells)


def is_sum(row: Row) -> bool:
    """Say whether a row below the table only sums it up."""
    first = next((cell for cell in row if cell is not None and cell != ""), None)
    return isinstance(first, str) and first.strip(" :Ø").casefold() in _SUMS


def names_of(row: Row, width: int) -> tuple[str, ...]:
    """Return a name for each column: those without one by letter, equal ones numbered."""
    found: list[str] = []
    for place in range(width):
        cell: Cell = row[place] if place < len(row) else None
        name = " ".join(str(cell if cell is not None else "").split()) or letter(place)
        times = sum(other == name or other.startswith(f"{name} (") for other in found)
        found.append(f"{name} ({times + 1})" if times else name)
    return tuple(found)


def letter(place: int) -> str:
    """Return the name that spreadsheets give a column: A, B, .. AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
