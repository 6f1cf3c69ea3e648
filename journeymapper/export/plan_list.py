"""The action list as a workbook: texts stay texts, dates are dates, ids are out of sight."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

from journeymapper.domain.message import _
from journeymapper.domain.plan_list import DATES, HEADS, KINDS, Column, ListRow, rows_of
from journeymapper.domain.snapshot import Snapshot
from journeymapper.export.files import check_place, write_all
from journeymapper.export.workbook import plain_book
from journeymapper.text.catalogue import Catalogue

SUFFIX = ".xlsx"
TITLE = _("Action list")

_WIDTHS = {
    Column.ID: 34,
    Column.KIND: 13,
    Column.WHAT: 48,
    Column.WHO: 20,
    Column.START: 12,
    Column.DUE: 12,
    Column.DONE: 12,
    Column.PLAN: 32,
    Column.PLACE: 30,
}
_DATE = 14
"""The form in which a spreadsheet shows dates as its computer does."""

_FIRST_YEAR = 1901
"""Spreadsheets count days from 1900, and count that year wrongly; earlier days are texts."""


def export_list(snapshot: Snapshot, out: Path, catalogue: Catalogue) -> list[Path]:
    """Write the list; returns the paths. Raises UserError for a place that cannot be written."""
    check_place(out)
    return write_all(out, [list_workbook(snapshot, catalogue)])


def list_workbook(snapshot: Snapshot, catalogue: Catalogue) -> bytes:
    """Return the list as a workbook of one sheet; the same plans give the same bytes."""
    made = io.BytesIO()
    book = plain_book(made)
    sheet = book.add_worksheet(catalogue.say(TITLE))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    dated = book.add_format({"num_format": _DATE, "valign": "top", "align": "left"})
    rows = rows_of(snapshot)
    for x, column in enumerate(Column):
        sheet.write_string(0, x, catalogue.say(HEADS[column]), bold)
        looks = dated if column in DATES else body
        hidden = {"hidden": True} if column == Column.ID else {}
        sheet.set_column(x, x, _WIDTHS[column], looks, hidden)
    for y, row in enumerate(rows, start=1):
        for x, column in enumerate(Column):
            text = _text(row, column, catalogue)
            if not text:
                continue
            day = datetime.date.fromisoformat(text) if column in DATES else None
            if day is not None and day.year >= _FIRST_YEAR:
                at = datetime.datetime.combine(day, datetime.time())
                sheet.write_datetime(y, x, at, dated)
            else:
                sheet.write_string(y, x, text, body)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, len(rows), len(Column) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return made.getvalue()


def _text(row: ListRow, column: Column, catalogue: Catalogue) -> str:
    if column == Column.KIND:
        return catalogue.say(KINDS[row.kind])
    return str(getattr(row, column.value))
