"""Tables as a workbook: texts stay texts, whatever they begin with."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence

import xlsxwriter

from journeymapper.export.table import Cell

_BEGINNING = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - the package takes no zone
_WIDEST, _NARROWEST = 60, 8
_NAME_LIMIT = 31
_UNWANTED = "[]:*?/\\'"
_LONGEST = 32_767
"""Characters a cell may have; longer texts are continued in the cells below."""


def plain_book(out: io.BytesIO) -> xlsxwriter.Workbook:
    """Begin a workbook in which no text becomes a formula, a link or a number.

    The same content gives the same bytes.
    """
    plain = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(out, plain)
    book.set_properties({"created": _BEGINNING})
    return book


def workbook(title: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return rows as one sheet of a workbook, the first row as its heading.

    Nothing becomes a formula or a link. The same rows give the same bytes.
    """
    out = io.BytesIO()
    book = plain_book(out)
    head = book.add_format({"bold": True})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(_sheet_name(title))
    line = 0
    for number, row in enumerate(rows):
        for piece in _pieces(row):
            for column, cell in enumerate(piece):
                form = head if number == 0 else body
                if isinstance(cell, str):
                    sheet.write_string(line, column, cell, form)
                else:
                    sheet.write_number(line, column, cell, form)
            line += 1
    for column, width in enumerate(_widths(rows)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _pieces(row: Sequence[Cell]) -> list[list[Cell]]:
    """Return a row, and rows for what is too long for its cells."""
    texts = [cell if isinstance(cell, str) else "" for cell in row]
    lines = max((1 + (len(text) - 1) // _LONGEST for text in texts if text), default=1)
    first: list[Cell] = [c[:_LONGEST] if isinstance(c, str) else c for c in row]
    rest: list[list[Cell]] = [
        [text[i * _LONGEST : (i + 1) * _LONGEST] for text in texts] for i in range(1, lines)
    ]
    return [first, *rest]


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    count = max((len(row) for row in rows), default=0)
    longest = [_NARROWEST] * count
    for row in rows[:500]:
        for column, cell in enumerate(row):
            longest[column] = max(longest[column], min(_WIDEST, len(str(cell)) + 2))
    return longest


def _sheet_name(title: str) -> str:
    kept = "".join(" " if c in _UNWANTED else c for c in title).strip()
    return kept[:_NAME_LIMIT] or "1"
