"""Text files with separators: which separator, and the lines cut at it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from journeymapper.importing.tables.refusing import TableError
from journeymapper.importing.tables.table import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
)

DELIMITERS = (";", ",", "\t", "|")
_SAMPLE = 60
_SAMPLE_CHARACTERS = 60_000
_STEADY = 0.6
"""A separator cuts at least this share of the lines into the same number of cells."""
_RUNNING_ON = 50
"""A cell of more lines than this swallowed what follows it."""
_NEVER = "\x1f"
"""Separates nothing."""
_SAYS = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n")


def delimiter_of(text: str) -> str:
    """Return the separator; "" for a table of one column."""
    said = _SAYS.match(text)
    if said:
        return said.group(1)
    sample = io.StringIO(text[:_SAMPLE_CHARACTERS], newline="")
    lines = [line for line, _n in zip(sample, range(_SAMPLE), strict=False)]
    best, most = "", 0
    for delimiter in DELIMITERS:
        found = _cut(lines, delimiter)
        if not found:
            continue
        width, times = found.most_common(1)[0]
        if width > 1 and times >= _STEADY * found.total() and times * (width - 1) > most:
            best, most = delimiter, times * (width - 1)
    return best


def _cut(lines: list[str], delimiter: str) -> Counter[int]:
    """Count the lengths of rows; a row that is cut inside quotes counts for nothing."""
    try:
        cut = [row for row in csv.reader(lines, delimiter=delimiter) if any(row)]
    except csv.Error:
        return Counter()
    rows = [0 if any(cell.count('"') % 2 for cell in row) else len(row) for row in cut]
    long = [width for width in rows if width > 1]
    return Counter(long if len(long) * 2 > len(rows) else rows)


def records(text: str, delimiter: str) -> list[Row]:
    """Cut a text into rows; raises TableError for rows that run into each other, or too many.

    Row n of a spreadsheet is at place n - 1, empty rows too.
    """
    said = _SAYS.match(text)
    lines = io.StringIO(text[said.end() :] if said else text, newline="")
    found: list[Row] = [[]] if said else []
    limit = csv.field_size_limit(LONGEST_CELL)  # of the process: others have it back
    reader = csv.reader(lines, delimiter=delimiter or _NEVER)
    line, widest = 0, 0
    try:
        for row in reader:
            found.append(row)
            widest = max(widest, len(row))
            if reader.line_num - line > _RUNNING_ON and _runs_on(row):
                raise TableError("quote", len(found))
            line = reader.line_num
    except csv.Error:
        raise TableError("cell", len(found) + 1) from None
    finally:
        csv.field_size_limit(limit)
    if widest > MOST_COLUMNS:
        raise TableError("many columns")
    if len(found) > MOST_ROWS + _SAMPLE:
        raise TableError("many rows")
    if len(found) * widest > 2 * MOST_CELLS:
        raise TableError("many cells")
    if found and found[-1] and "\n" in found[-1][-1].rstrip() and _unclosed(text):  # type: ignore[union-attr]
        raise TableError("quote", len(found))
    return found


def _runs_on(row: list[str]) -> bool:
    return any(cell.count("\n") + cell.count("\r") > _RUNNING_ON for cell in row)


def _unclosed(text: str) -> bool:
    """Say whether the last cell of a text is left open: it has an odd number of marks."""
    return text.count('"') % 2 == 1
