"""Tables as they come: letters, separators, titles, sheets, and files made to do harm."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.export.table import csv_file
from journeymapper.importing.tables import delimited, zipped
from journeymapper.importing.tables.reading import in_use, read_file, read_table
from journeymapper.importing.tables.refusing import TableError
from journeymapper.importing.tables.table import LONGEST_CELL, MOST_COLUMNS
from tests.unit.importing.answer_files import (
    MESSY,
    csv_of,
    ods_of,
    ods_with,
    with_member,
    xlsx_of,
)
from tests.unit.importing.answer_files import zipped as zip_of

PLAIN: list[list[Any]] = [["Name", "Mark"], ["Anna", 9], ["Bert", 7]]


def refused(data: bytes, sheet: str = "") -> str:
    with pytest.raises(TableError) as caught:
        read_table(data, sheet)
    assert str(caught.value.said())
    return caught.value.reason


def test_an_export_as_it_comes() -> None:
    table = read_table(MESSY)
    assert table.header == (
        "Datum", "Termin", "Aufruf", "Zufrieden", "Weiterempf.", "Bemerkung", "Name",
    )  # fmt: skip
    assert table.above == ("Zahnarztpraxis Dr. Öztürk", "Terminliste Mai 2026")
    assert (table.letters, table.delimiter, table.footer) == ("cp1252", ";", 1)
    assert table.numbers == [5, 6, 7, 8, 9, 10]
    assert list(table.rows[3]) == [
        "04.05.2026", "08:45", None, "3", "6", "Ging wieder", "Dora Ast",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "letters"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16"),
     ("cp1252", "cp1252")],
)  # fmt: skip
def test_letters_are_found(encoding: str, letters: str) -> None:
    table = read_table("Größe,Grund\n1,Kühl\n2,Süß\n".encode(encoding))
    assert table.header == ("Größe", "Grund")
    assert table.column(1) == ["Kühl", "Süß"]
    assert table.letters == letters


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_separators_are_found(delimiter: str) -> None:
    table = read_table(csv_of([["A", "B", "C"], [1, "x", 2], [3, "y", 4]], delimiter))
    assert (table.header, table.delimiter) == (("A", "B", "C"), delimiter)


def test_one_column_is_a_table_too() -> None:
    table = read_table(b"Comment\nCold, but friendly\nFine\nLong wait\nGood\n")
    assert table.header[0] == "Comment"
    assert len(table.rows) == 4


def test_what_excel_says_of_the_separator_is_believed() -> None:
    table = read_table(b"sep=|\nA|B\n1|2\n")
    assert (table.header, table.numbers) == (("A", "B"), [3])


def test_stray_nul_characters_are_left_out_and_said() -> None:
    table = read_table(b"A,B\n" + b"1,2\n" * 200 + b"3,\x004\n")
    assert table.stray == 1
    assert list(table.rows[-1]) == ["3", "4"]


def test_lone_carriage_returns_end_lines() -> None:
    assert read_table(b"A;B\r1;2\r3;4\r").numbers == [2, 3]


def test_lines_inside_quotes_stay_one_cell() -> None:
    table = read_table(b'A;B\n1;"two\nlines; ""said"""\n2;x\n')
    assert table.column(1) == ['two\nlines; "said"', "x"]


@pytest.mark.parametrize(
    "text",
    ['A;B\n1;"never closed\n2;x\n3;y\n', 'A;B\n1;"open\n' + "2;x\n" * 80 + '3;"y"\n'],
    ids=["at the end", "closed far below"],
)
def test_an_unclosed_quotation_mark_is_named_with_its_row(text: str) -> None:
    with pytest.raises(TableError) as caught:
        read_table(text.encode())
    assert (caught.value.reason, caught.value.row) == ("quote", 2)


def test_an_endless_cell_is_refused_with_its_row() -> None:
    with pytest.raises(TableError) as caught:
        read_table(b"A;B\n1;" + b"x" * (LONGEST_CELL + 1) + b"\n")
    assert (caught.value.reason, caught.value.row) == ("cell", 2)


def test_equal_and_missing_names_of_columns_are_told_apart() -> None:
    assert read_table(b"A;A;;B\n1;2;3;4\n").header == ("A", "A (2)", "C", "B")


def test_a_table_without_names_gets_letters() -> None:
    table = read_table(b"1;2\n3;4\n")
    assert (table.header, table.numbers) == (("A", "B"), [1, 2])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"  \r\n\n", "empty"),
        (b"A;B\n", "no rows"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "binary"),
        (b"%PDF-1.7 ...", "binary"),
        (bytes(range(256)) * 8 + bytes(400), "binary"),
        (b"SQLite format 3\0" + bytes(99), "journey"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 and nothing else", "damaged"),
        (csv_of([["x"] * (MOST_COLUMNS + 1)] * 3), "many columns"),
    ],
)
def test_what_is_no_table_of_answers_gets_one_sentence(data: bytes, reason: str) -> None:
    assert refused(data) == reason


def test_workbooks_keep_what_their_cells_are() -> None:
    day, clock = datetime.date(2026, 5, 3), datetime.time(9, 30)
    rows: list[list[Any]] = [
        ["Datum", "Termin", "Note", "Text"],
        [day, clock, 2, "gut"],
        ["", "", 1.5, "=1+1"],
    ]
    table = read_table(xlsx_of(rows))
    assert table.kind == "xlsx"
    assert list(table.rows[0]) == [day, clock, 2.0, "gut"]
    assert list(table.rows[1]) == [None, None, 1.5, "=1+1"]


def test_opendocument_sheets_are_read() -> None:
    table = read_table(ods_of(PLAIN))
    assert (table.kind, table.sheet) == ("ods", "Blatt")
    assert [list(row) for row in table.rows] == [["Anna", 9.0], ["Bert", 7.0]]


def test_a_sheet_is_found_by_its_name() -> None:
    data = xlsx_of(PLAIN, "Antworten", "Leer")
    assert read_table(data).sheets == ("Antworten", "Leer")
    assert read_table(data, "Antworten").sheet == "Antworten"
    assert refused(data, "Anderswo") == "no sheet"


def test_cells_far_to_the_right_and_far_down_are_refused() -> None:
    sheet = "xl/worksheets/sheet1.xml"
    wide = with_member(xlsx_of(PLAIN), sheet, lambda xml: xml.replace(b'r="B3"', b'r="XFD3"'))
    assert refused(wide) == "many columns"
    deep = with_member(
        xlsx_of(PLAIN),
        sheet,
        lambda xml: xml.replace(b'<row r="3"', b'<row r="1048576"').replace(
            b'"B3"', b'"BB1048576"'
        ),
    )
    assert refused(deep) == "many cells"


def test_repeated_cells_are_counted_before_they_are_made() -> None:
    assert refused(ods_of(PLAIN, repeat=900_000_000)) == "many cells"
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
    row = f"<table:table-row>{cell}<text:p>x</text:p></table:table-cell></table:table-row>"
    assert refused(ods_with(row)) == "many columns"


def test_entities_are_never_expanded() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    row = '<table:table-row><table:table-cell office:value-type="string">'
    row += "<text:p>&b;</text:p></table:table-cell></table:table-row>"
    assert refused(ods_with(row, laughs)) == "damaged"
    sheet = with_member(
        xlsx_of(PLAIN),
        "xl/sharedStrings.xml",
        lambda xml: xml.replace(b"<sst", b'<!DOCTYPE x [<!ENTITY a "haha">]><sst').replace(
            b"Anna", b"&a;"
        ),
    )
    try:
        cells = [str(cell) for row in read_table(sheet).rows for cell in row]
    except TableError:
        return
    assert not any("haha" in cell for cell in cells)


def test_a_sheet_that_ends_in_the_middle_is_refused_before_it_is_read() -> None:
    """The reader itself would look for the end of it without ever coming back."""

    def cut(xml: bytes) -> bytes:
        return xml.partition(b"<table:table-row")[0]

    assert refused(with_member(ods_of(PLAIN), "content.xml", cut)) == "damaged"


def test_a_bomb_is_refused_by_the_bytes_it_makes() -> None:
    assert refused(zip_of({"xl/workbook.xml": " " * 8_000_000})) == "swollen"
    assert refused(zip_of({f"m{n}": "" for n in range(zipped.MOST_MEMBERS + 1)})) == "swollen"


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(zip_of({"xl/workbook.xml": " " * 8_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        at = archive.start_dir
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert refused(bytes(data)) in ("swollen", "damaged")


def test_a_file_that_another_program_has_open_is_read(tmp_path: Path) -> None:
    path = tmp_path / "Liste.csv"
    path.write_bytes(MESSY)
    assert not in_use(path)
    (tmp_path / "~$Liste.csv").write_bytes(b"")
    assert read_file(path).in_use
    assert path.read_bytes() == MESSY


_TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12
).map(str.strip).filter(bool)  # fmt: skip


@given(st.lists(st.tuples(_TEXT, _TEXT, _TEXT), min_size=1, max_size=6))
@settings(max_examples=30)
def test_what_csv_wrote_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    words = [tuple(f"w{cell}" for cell in row) for row in rows]
    data = csv_file([("Alpha", "Beta", "Gamma"), *words])
    table = read_table(data)
    assert table.header == ("Alpha", "Beta", "Gamma")
    assert [tuple(row) for row in table.rows] == words


@settings(max_examples=12)
@given(st.lists(st.tuples(_TEXT, st.integers(-4000, 4000).map(lambda n: n / 4)), min_size=1))
def test_what_a_workbook_holds_is_read_back(rows: list[tuple[str, float]]) -> None:
    words = [(f"w{text}", number) for text, number in rows]
    found = read_table(xlsx_of([("Alpha", "Beta"), *words])).rows
    assert [(row[0], row[1]) for row in found] == words


def test_a_separator_inside_comments_does_not_win() -> None:
    text = "Mark,Comment\n" + "".join(f'{n},"yes; no; well"\n' for n in range(9))
    assert delimited.delimiter_of(text) == ","
