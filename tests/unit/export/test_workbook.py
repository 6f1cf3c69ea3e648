"""Tables as workbooks: whatever the texts are, they stay texts."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from journeymapper.export.table import Cell
from journeymapper.export.workbook import workbook


def read(content: bytes) -> list[list[object]]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python()]


def test_texts_that_look_like_formulas_links_or_numbers_stay_texts() -> None:
    cells = ["=1+1", "+1", "@SUM(A1)", "https://example.org", "12", "{=A1}", "internal:Sheet!A1"]
    made = workbook("Test: [*?/]", [["Head"] * len(cells), cells])
    assert read(made)[1] == cells
    sheet = zipfile.ZipFile(io.BytesIO(made)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


@settings(max_examples=10)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30))
def test_any_text_can_be_written(text: str) -> None:
    made = workbook(text, [["A", "B"], [text, 1.5]])
    assert read(made)[1][1] == 1.5


def test_what_is_too_long_for_a_cell_goes_on_below() -> None:
    text = "x" * 40_000
    rows = read(workbook("Long", [["A", "B"], [text, "b"], ["c", "d"]]))
    assert "".join(str(row[0]) for row in rows[1:3]) == text
    assert rows[3] == ["c", "d"]


def test_the_same_table_gives_the_same_bytes() -> None:
    rows: list[list[Cell]] = [["A"], ["b"], [2]]
    assert workbook("T", rows) == workbook("T", rows)
