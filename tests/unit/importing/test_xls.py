"""Old Excel files are read as well as new ones: dates, times, decimals, letters."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from journeymapper.importing.answers.guess import guess
from journeymapper.importing.answers.mapping import ColumnKind
from journeymapper.importing.answers.reading import Known, read
from journeymapper.importing.tables.reading import read_table
from journeymapper.importing.tables.refusing import TableError
from tests.unit.importing.answer_files import xlsx_of
from tests.unit.importing.xls_files import xls_of

ROWS: list[list[Any]] = [
    ["Terminliste Mai 2026", None, None, None, None, None],
    ["Datum", "Termin", "Aufruf", "Zufrieden", "Weiterempf.", "Bemerkung"],
    [datetime.date(2026, 5, 3), datetime.time(9, 30), datetime.time(9, 58), 1, 9, "Kühl im Flur"],
    [datetime.date(2026, 5, 3), datetime.time(10), datetime.time(10, 31), 2, 8.5, None],
    [datetime.date(2026, 5, 4), datetime.time(8, 15), None, 4, 10, "Žluťoučký kůň, 日本"],
    [datetime.date(2026, 5, 31), datetime.time(23, 59), datetime.time(0, 5), 5, 0, "Süß"],
]


def test_an_old_workbook_is_the_same_table_as_a_new_one() -> None:
    old, new = read_table(xls_of(ROWS)), read_table(xlsx_of(ROWS))
    assert (old.kind, new.kind) == ("xls", "xlsx")
    assert old.header == new.header == tuple(ROWS[1])
    assert [list(row) for row in old.rows] == [list(row) for row in new.rows] == ROWS[2:]
    assert (old.above, old.numbers, old.sheet) == (
        ("Terminliste Mai 2026",),
        [3, 4, 5, 6],
        "Tabelle1",
    )


def test_its_answers_are_taken() -> None:
    table = read_table(xls_of(ROWS))
    mapping = guess(table)
    kinds = {column.header: column.kind for column in mapping.columns}
    assert kinds["Datum"] == ColumnKind.DATE
    assert kinds["Weiterempf."] == ColumnKind.RECOMMEND
    reading = read(table, mapping, Known())
    assert reading.count == 4
    assert [sheet[1] for sheet in reading.rows.sheets] == [
        "2026-05-03", "2026-05-03", "2026-05-04", "2026-05-31",
    ]  # fmt: skip
    assert [str(p.message) for p in reading.problems if p.column == "Weiterempf."] == [
        "Row 4, Weiterempf.: “8.5” is no answer from 0 to 10."
    ]
    assert reading.waits is not None
    assert list(reading.waits.minutes)[:2] == [28.0, 31.0]
    texts = {text for *_row, text in reading.rows.answers if text}
    assert texts == {"Kühl im Flur", "Žluťoučký kůň, 日本", "Süß"}


def test_a_reader_that_gives_up_on_itself_refuses_the_file() -> None:
    """The folder of the file says that the stream is longer: the reader fails its own assertion."""
    data = bytearray(xls_of(ROWS))
    size_of_stream = 2 * 512 + 128 + 120
    data[size_of_stream + 1] = 1
    with pytest.raises(TableError) as caught:
        read_table(bytes(data))
    assert caught.value.reason == "damaged"
