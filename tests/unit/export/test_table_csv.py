"""A CSV file that runs nothing in a spreadsheet and keeps numbers as numbers."""

import csv
import io

import pytest

from journeymapper.export.table import csv_file, harmless


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\n=1", "＝1", "\t=1"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("cell", [-4, 2.5, "", "−4", "3.2", "it’s = to"])
def test_all_else_stays_as_it_is(cell: str | float) -> None:
    assert harmless(cell) == cell


def test_the_file_reads_back_with_commas_quotes_and_lines() -> None:
    rows = [["Step", "Pains"], ["Greeting, loud", 'He said "no"\nCold'], ["Größe 你好", ""]]
    content = csv_file(rows)
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == rows
