"""A table as it was read: plain cells, and what was noticed while reading."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

Cell = (
    str | int | float | bool | datetime.date | datetime.time | datetime.datetime
    | datetime.timedelta | None
)  # fmt: skip
"""A text, never empty, or what a workbook says it is; None for an empty cell."""

Row = Sequence[Cell]

LARGEST_FILE = 100 * 1024 * 1024
"""Largest file that is read, in bytes."""

MOST_ROWS = 1_000_000
MOST_COLUMNS = 512
MOST_CELLS = 20_000_000
LONGEST_CELL = 1_000_000
"""In characters."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the header line; it travels between processes.

    ``numbers`` are the rows as a spreadsheet counts them, from 1. ``above`` are the title lines
    over the header, ``letters`` the encoding of a text file ("utf-8", "utf-16", "cp1252") and
    ``delimiter`` its separator, both "" for a workbook; ``kind`` is csv, xlsx, xls or ods.
    ``stray`` counts characters of no meaning that were left out. A row may be longer than
    ``header``, never shorter.
    """

    kind: str
    header: tuple[str, ...]
    rows: list[Row]
    numbers: Sequence[int]
    above: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    letters: str = ""
    delimiter: str = ""
    stray: int = 0
    footer: int = 0
    """How many lines of sums below the table were left out."""
    in_use: bool = field(default=False)
    """Whether another program has the file open."""

    def column(self, place: int) -> list[Cell]:
        """Return all cells of a column."""
        return [row[place] for row in self.rows]
