"""What columns mean, and what becomes of every cell: taken, or named with its row."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import Better, Measure, QuestionKind
from journeymapper.importing.answers import cells
from journeymapper.importing.answers.found import Do, found_in, to_look_at
from journeymapper.importing.answers.guess import guess
from journeymapper.importing.answers.mapping import (
    Column,
    ColumnKind,
    Mapping,
    from_json,
    to_json,
)
from journeymapper.importing.answers.reading import Known, Reading, read
from journeymapper.importing.answers.remembered import recall, remember
from journeymapper.importing.tables.reading import read_table
from journeymapper.importing.tables.table import Table
from tests.unit.importing.answer_files import MESSY, csv_of, xlsx_of

K = ColumnKind


def table_of(rows: Sequence[Sequence[Any]], delimiter: str = ";") -> Table:
    return read_table(csv_of(rows, delimiter))


def kinds(table: Table) -> list[ColumnKind]:
    return [column.kind for column in guess(table).columns]


def read_as(table: Table, *columns: Column, **more: Any) -> Reading:
    return read(table, Mapping(columns, **more), Known())


def said(reading: Reading) -> list[str]:
    return [str(problem.message) for problem in reading.problems]


def test_the_messy_export_is_understood() -> None:
    table = read_table(MESSY)
    mapping = guess(table)
    assert [column.kind for column in mapping.columns] == [
        K.DATE, K.APPOINTMENT, K.CALLED, K.SATISFIED, K.RECOMMEND, K.COMMENT, K.LEAVE_OUT,
    ]  # fmt: skip
    assert (mapping.decimal, mapping.order) == (",", "dmy")
    assert mapping.columns[3].best == Better.LOW  # 1 stands beside 9 and 10
    reading = read(table, mapping, Known())
    assert reading.count == 6
    assert said(reading) == ["Row 6, Weiterempf.: “8,5” is no answer from 0 to 10."]
    assert reading.waits is not None
    assert list(reading.waits.minutes) == [28, 31, 5, None, 42, 0]
    assert [*reading.waits.missing, *reading.waits.early] == [3, 5]
    assert [sheet[1] for sheet in reading.rows.sheets][:3] == ["2026-05-03"] * 2 + ["2026-05-04"]
    assert not any("Müller" in text for *_answer, text in reading.rows.answers)
    titles = [str(note.title) for note in found_in(table, mapping, reading)]
    assert "2 lines above the table" in titles
    assert "Old Windows letters" in titles
    assert "03.05.2026 is 3 May" in titles
    assert "8,5 is read as 8.5" in titles
    looks = to_look_at(table, mapping, reading)
    assert [(str(look.title), look.do) for look in looks] == [
        ("1 cell cannot be taken", Do.SHOW),
        ("1 row has one time only", Do.SHOW),
        ("Is 1 the best answer?", Do.TURN),
    ]


@pytest.mark.parametrize(
    ("header", "values", "kind"),
    [
        ("How likely are you to recommend us?", [9, 10, 3], K.RECOMMEND),
        ("NPS", [0, 7], K.RECOMMEND),
        ("Wie leicht war die Anmeldung?", [7, 6], K.EASY),
        ("Zufriedenheit Empfang", [5, 4], K.SATISFIED),
        ("Bewertung", ["★★★★☆", "★★"], K.SATISFIED),
        ("Freundlichkeit", [5, 3, 4], K.SATISFIED),
        ("Wartezeit (min)", [12, 30], K.NUMBER),
        ("Kommentar", ["gut", "zu lange"], K.COMMENT),
        ("Pünktlich?", ["ja", "nein"], K.YES),
        ("Land", ["DE", "AT"], K.COUNTRY),
        ("Kanal", ["Telefon", "Web"], K.CHANNEL),
        ("E-Mail", ["a@b.de", "c@d.de"], K.LEAVE_OUT),
        ("Geburtsdatum", ["03.05.1970", "04.06.1981"], K.LEAVE_OUT),
        ("ID", [1, 2], K.LEAVE_OUT),
        ("Zeitstempel", ["2026-05-03 10:11:12", "2026-05-04 08:00:01"], K.DATE),
        ("Aufruf", ["09:30", "09:40"], K.LEAVE_OUT),  # no appointment to wait from
    ],
)
def test_columns_are_guessed(header: str, values: list[Any], kind: ColumnKind) -> None:
    table = table_of([[header, "Rest"], *[[value, "-"] for value in values]])
    assert kinds(table)[0] == kind


def test_effort_runs_the_other_way() -> None:
    column = guess(table_of([["Aufwand", "x"], [2, ""], [5, ""]])).columns[0]
    assert (column.kind, column.best, column.high) == (K.EASY, Better.LOW, 5)


def test_what_no_scale_holds_says_nothing_about_its_ends() -> None:
    rows: list[list[Any]] = [[1, 10], [2, 8], [1, 9], [3, 5], [5, 1], [1e200, 1e200]]
    column = guess(table_of([["Zufriedenheit", "Weiterempfehlung"], *rows])).columns[0]
    assert (column.kind, column.best) == (K.SATISFIED, Better.LOW)


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [("8,5", ",", 8.5), ("1.234,5", ",", 1234.5), ("8.5", ".", 8.5), ("−3", ".", -3.0),
     ("7/10", ".", 7.0), ("12 min", ",", 12.0), ("★★★☆☆", ".", 3.0), (4, ".", 4.0),
     ("", ".", None), ("k.A.", ",", None), (None, ".", None)],
)  # fmt: skip
def test_numbers(cell: Any, decimal: str, value: float | None) -> None:
    assert cells.number_of(cell or None, decimal) == value


@pytest.mark.parametrize("cell", ["8,5", "eight", "1e400", "=1+1", True, datetime.date(2026, 5, 3)])
def test_no_numbers(cell: Any) -> None:
    with pytest.raises(ValueError):
        cells.number_of(cell, ".")


@pytest.mark.parametrize(
    ("cell", "order", "date"),
    [("03.05.2026", "dmy", "2026-05-03"), ("5/3/2026", "mdy", "2026-05-03"),
     ("2026-05-03T10:00:00Z", "dmy", "2026-05-03"), ("3.5.26", "dmy", "2026-05-03"),
     (datetime.datetime(2026, 5, 3, 9, tzinfo=datetime.UTC), "dmy", "2026-05-03"),
     (None, "dmy", "")],
)  # fmt: skip
def test_dates(cell: Any, order: str, date: str) -> None:
    assert cells.date_of(cell, order) == date


@pytest.mark.parametrize("cell", ["31.02.2026", "13/13/2026", "tomorrow", 45000])
def test_no_dates(cell: Any) -> None:
    with pytest.raises(ValueError):
        cells.date_of(cell)


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [("09:30", 570), ("9.30 Uhr", 570), ("9:30 PM", 1290), ("12:05 am", 5),
     ("03.05.2026 09:30", 570),
     (datetime.time(9, 30), 570), (0.5, 720), (datetime.timedelta(hours=1), 60)],
)  # fmt: skip
def test_times(cell: Any, minutes: float) -> None:
    assert cells.minutes_of(cell) == minutes


@pytest.mark.parametrize("cell", ["25:00", "9:75", "13:00 pm", "noon", 7.0])
def test_no_times(cell: Any) -> None:
    with pytest.raises(ValueError):
        cells.minutes_of(cell)


def test_a_date_without_doubt_decides_for_all() -> None:
    american = table_of([["Date", "NPS"], ["05/03/2026", 9], ["05/28/2026", 8]], ";")
    mapping = guess(american)
    assert mapping.order == "mdy"
    assert read(american, mapping, Known()).rows.sheets[0][1] == "2026-05-03"


def test_a_date_in_doubt_is_asked_about() -> None:
    table = table_of([["Date", "NPS"], ["05/03/2026", 9], ["06/03/2026", 8]])
    mapping = guess(table)
    looks = to_look_at(table, mapping, read(table, mapping, Known()))
    assert [look.do for look in looks] == [Do.DATES]


def test_marks_off_the_scale_are_named_and_never_moved_onto_it() -> None:
    table = table_of([["A", "B"], [11, 4], [-1, 9], ["x", 5], [10, 1]])
    reading = read_as(table, Column("A", K.RECOMMEND), Column("B", K.SATISFIED))
    assert said(reading) == [
        "Row 2, A: “11” is no answer from 0 to 10.",
        "Row 3, A: “-1” is no answer from 0 to 10.",
        "Row 3, B: “9” is no answer from 1 to 5.",
        "Row 4, A: “x” is no number.",
    ]
    assert reading.rows.answers == [
        (1, "1", 4.0, ""), (2, "1", 5.0, ""), (3, "0", 10.0, ""), (3, "1", 1.0, ""),
    ]  # fmt: skip
    assert reading.silent == 1


def test_bad_dates_cost_the_date_alone() -> None:
    table = table_of([["D", "A"], ["31.02.2026", 5], ["03.05.2026", 6]])
    reading = read_as(table, Column("D", K.DATE), Column("A", K.RECOMMEND))
    assert [sheet[1] for sheet in reading.rows.sheets] == ["", "2026-05-03"]
    assert said(reading) == ["Row 2, D: “31.02.2026” is no date."]


def test_comments_are_cleaned_and_too_long_ones_named() -> None:
    table = read_table(xlsx_of([["C", "A"], ["a\x07b \u2009", 1], ["y" * 10_001, 2], ["=1+1", 3]]))
    reading = read_as(table, Column("C", K.COMMENT), Column("A", K.RECOMMEND))
    texts = [text for *_answer, text in reading.rows.answers if text]
    assert texts[-1] == "=1+1"
    assert all(text.isprintable() for text in texts)
    assert said(reading) == ["Row 3, C: This text has 10001 characters; at most 10000 fit here."]


def test_rows_with_more_cells_than_columns_are_named() -> None:
    table = table_of([["C", "A"], ["one", 1], ["two; or three", 2], ["four", 4]])
    reading = read_as(table, Column("C", K.COMMENT), Column("A", K.RECOMMEND))
    assert said(reading)[0] == "Row 3: It has more cells than there are columns."
    assert reading.count == 2


def test_the_same_person_twice_is_taken_once() -> None:
    rows: list[list[Any]] = [["Name", "A"], ["Anna", 9], ["Bert", 9], ["Cora", 1], ["Anna", 9]]
    rows += [[f"P{n}", 5] for n in range(20)]
    table = table_of(rows)
    once = read_as(table, Column("Name"), Column("A", K.RECOMMEND))
    assert (once.same, once.count) == ((3,), 23)
    both = read_as(table, Column("Name"), Column("A", K.RECOMMEND), keep_same=True)
    assert (both.same, both.count) == ((3,), 24)


def test_two_people_may_give_the_same_marks() -> None:
    table = table_of([["A", "B"], [9, 5], [9, 5], [9, 5], [1, 2]])
    reading = read_as(table, Column("A", K.RECOMMEND), Column("B", K.SATISFIED))
    assert (reading.same, reading.count) == ((), 4)


def test_times_past_midnight_and_slips_of_the_pen() -> None:
    rows: list[list[Any]] = [
        ["T", "A", "X"],
        ["23:50", "00:10", 1],
        ["09:00", "07:00", 1],
        ["09:00", "20:00", 1],
    ]
    table = table_of(rows)
    columns = (Column("T", K.APPOINTMENT), Column("A", K.CALLED), Column("X", K.RECOMMEND))
    reading = read_as(table, *columns)
    assert reading.waits is not None
    assert list(reading.waits.minutes) == [20, None, None]
    assert len(said(reading)) == 2
    assert read_as(table, *columns, minutes=False).waits is None


def test_choices_and_yes() -> None:
    table = table_of([["C", "Y"], ["Web", "ja"], ["Phone", "nein"], ["Web", "vielleicht"]])
    reading = read_as(table, Column("C", K.CHOICE), Column("Y", K.YES))
    assert reading.asked[0].options == ("Web", "Phone")
    assert [a[2] for a in reading.rows.answers] == [1.0, 1.0, 2.0, 0.0, 1.0]
    assert said(reading) == ["Row 4, Y: “vielleicht” is neither yes nor no."]


def test_names_the_project_does_not_have_are_counted() -> None:
    table = table_of([["K", "A"], ["Phone", 1], ["Fax", 2], ["Fax", 3]])
    mapping = Mapping((Column("K", K.CHANNEL), Column("A", K.RECOMMEND)))
    reading = read(table, mapping, Known(channels={"phone": "c1"}))
    assert [sheet[4] for sheet in reading.rows.sheets] == ["c1", "", ""]
    assert reading.unknown == (("Fax", 2),)


def test_workbook_cells_are_used_as_they_are() -> None:
    day = datetime.date(2026, 5, 3)
    rows: list[list[Any]] = [["Datum", "Termin", "Aufruf", "NPS"],
            [day, datetime.time(9, 0), datetime.time(9, 20), 9]]  # fmt: skip
    table = read_table(xlsx_of(rows))
    reading = read(table, guess(table), Known())
    assert reading.rows.sheets[0][1] == "2026-05-03"
    assert reading.waits is not None
    assert list(reading.waits.minutes) == [20]


FULL = Mapping(
    (
        Column("A", K.SATISFIED, "Greeting", 0, 10, Better.LOW, step="3.2"),
        Column("B", K.NUMBER, unit="minutes", measure=Measure.EXPECTATION),
        Column("C"),
    ),
    ",",
    "mdy",
    "Tabelle1",
    minutes=False,
    keep_same=True,
    survey="Visit",
    round="May",
)


def test_a_description_is_written_and_read_back() -> None:
    assert from_json(to_json(FULL)) == FULL


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[", "no JSON"),
        ("[]", "format"),
        ('{"format": 2, "columns": {}}', "format"),
        ('{"format": 1}', "columns"),
        ('{"format": 1, "columns": {"A": "date"}}', "column “A”"),
        ('{"format": 1, "columns": {"A": {"kind": "nps"}}}', "kind"),
        ('{"format": 1, "columns": {"A": {"low": "1"}}}', "low"),
        ('{"format": 1, "columns": {"A": {"lo": 1}}}', "no “lo”"),
        ('{"format": 1, "columns": {}, "decimal": ";"}', "decimal"),
        ('{"format": 1, "columns": {}, "colour": "red"}', "colour"),
        ('{"format": 1, "columns": {"A": {"low": NaN}}}', "low"),
    ],
)
def test_a_wrong_description_says_what_is_wrong(text: str, what: str) -> None:
    with pytest.raises(UserError, match=what):
        from_json(text)


def test_the_documented_description_is_understood() -> None:
    text = (Path(__file__).parents[3] / "docs" / "import.md").read_text("utf-8")
    mapping = from_json(text.split("```json\n")[1].split("```")[0])
    assert [column.kind for column in mapping.columns] == kinds(read_table(MESSY))
    assert all(f"`{kind}`" in text for kind in ColumnKind)


def test_what_was_told_is_found_again_for_the_same_columns(tmp_path: Path) -> None:
    table = read_table(MESSY)
    told = replace(guess(table), order="mdy", round="May")
    remember(tmp_path, table, told)
    found = recall(tmp_path, table)
    assert found is not None
    assert found == replace(told, round="", sheet=table.sheet)
    assert recall(tmp_path, table_of([["A", "B"], [1, 2]])) is None
    (next(tmp_path.rglob("*.json"))).write_text("{", "utf-8")
    assert recall(tmp_path, table) is None


def test_columns_of_another_file_are_refused() -> None:
    with pytest.raises(UserError, match="not the ones described"):
        read_as(table_of([["A", "B"], [1, 2]]), Column("A"), Column("Other"))


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10), min_size=1, max_size=30))
def test_every_mark_on_the_scale_is_taken_as_it_is(marks: list[int]) -> None:
    table = table_of([["NPS", "x"], *[[mark, "y"] for mark in marks]])
    reading = read(table, guess(table), Known())
    assert reading.asked[0].kind == QuestionKind.NPS
    assert [a[2] for a in reading.rows.answers if a[1] == "0"] == [float(m) for m in marks]
