"""A table as a CSV file that spreadsheets open without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Cell = str | int | float

_BEGINS_FORMULA = "=+-@\t\r＝＋－＠"


def csv_file(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return rows as CSV: UTF-8 with its mark, commas, lines that end as Excel expects.

    A text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers.
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[harmless(c) for c in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    if isinstance(cell, str) and cell.lstrip(" \n").startswith(tuple(_BEGINS_FORMULA)):
        return f"'{cell}"
    return cell
