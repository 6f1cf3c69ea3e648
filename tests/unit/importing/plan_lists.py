"""Action lists as somebody leaves them in a spreadsheet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter

from journeymapper.document.tx import Tx
from journeymapper.domain.plan_list import DATES, HEADS, KINDS, Column, ListChanges, rows_of
from journeymapper.domain.snapshot import Snapshot
from journeymapper.importing.formulas import formulas_in
from journeymapper.importing.plan_list import compared
from journeymapper.importing.tables.reading import read_table
from journeymapper.text.catalogue import ENGLISH


@dataclass(frozen=True)
class Formula:
    """A cell that computes."""

    text: str


Cell = str | float | datetime.date | Formula | None
Row = dict[Column, Cell]


def rows_out(snapshot: Snapshot) -> list[Row]:
    """The rows as they go out, ready to be changed."""
    found: list[Row] = []
    for row in rows_of(snapshot):
        cells: Row = {column: str(getattr(row, column.value)) for column in Column}
        cells[Column.KIND] = ENGLISH.say(KINDS[row.kind])
        for column in DATES:
            text = str(cells[column])
            cells[column] = datetime.date.fromisoformat(text) if text else None
        found.append(cells)
    return found


def workbook(rows: Sequence[Mapping[Column, Cell]], columns: Sequence[Column] = tuple(Column)) -> (
    bytes
):  # fmt: skip
    """The rows as a file."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False})
    sheet, dated = book.add_worksheet("Action list"), book.add_format({"num_format": 14})
    for x, column in enumerate(columns):
        sheet.write_string(0, x, ENGLISH.say(HEADS[column]))
    for y, row in enumerate(rows, start=1):
        for x, column in enumerate(columns):
            match row.get(column):
                case Formula(text):
                    sheet.write_formula(y, x, text, None, "computed")
                case datetime.date() as day:
                    at = datetime.datetime.combine(day, datetime.time())
                    sheet.write_datetime(y, x, at, dated)
                case str(text) if text:
                    sheet.write_string(y, x, text)
                case float(number):
                    sheet.write_number(y, x, number)
    book.close()
    return made.getvalue()


def come_back(tx: Tx, data: bytes) -> ListChanges:
    """What a file changes."""
    table = read_table(data)
    return compared(table, formulas_in(data, table.sheet), tx.snapshot, ENGLISH.say)
