"""Tables of text: read as spreadsheets write them, written as they read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.domain.errors import RefusedError
from journeymapper.ui.commands.clipboard.pasting import feeling_of
from journeymapper.ui.commands.clipboard.tables import (
    MOST_CELLS,
    block_of_text,
    read_table,
    rows_of,
    table_text,
)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("one", [["one"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\n\tb", [["a", ""], ["", "b"]]),
        ('"two\nlines"\tx', [["two\nlines", "x"]]),
        ('"say ""hello"""', [['say "hello"']]),
        ('"Nobody looks up"', [['"Nobody looks up"']]),
        ('"Hello" she said\n"Bye"', [['"Hello" she said'], ['"Bye"']]),
        ('"open', [['"open']]),
        ("\n\n", []),
    ],
)
def test_cells_and_rows_are_read(text: str, rows: list[list[str]]) -> None:
    assert read_table(text) == rows


@given(
    st.lists(
        st.lists(st.text("ab\t\n\"'é ", max_size=6), min_size=2, max_size=2), min_size=1, max_size=4
    )
)
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    assert read_table(table_text(rows)) == rows


def test_blank_lines_of_a_list_are_passed_over() -> None:
    assert rows_of(block_of_text("one\n\n two \n")) == [["one"], ["two"]]


def test_rows_of_a_table_are_made_equally_long() -> None:
    assert rows_of(block_of_text("a\tb\tc\nd")) == [["a", "b", "c"], ["d", "", ""]]


def test_too_much_is_refused_in_one_sentence() -> None:
    block_of_text("\n".join("x" for _row in range(MOST_CELLS)))
    with pytest.raises(RefusedError, match="5001 cells; at most 5000"):
        block_of_text("\n".join("x" for _row in range(MOST_CELLS + 1)))
    with pytest.raises(RefusedError, match="10001 characters"):
        block_of_text("x" * 10_001)


def test_hostile_text_takes_no_long_time() -> None:
    """Quotes that never close are looked for once, not once for each cell."""
    text = '"' + '""\t' * 4000 + "\n" + '"x\n' * 4000
    with pytest.raises(RefusedError):
        block_of_text(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", 3), ("+2", 2), ("−4", -4), (" -5 ", -5), ("6", None), ("1.5", None), ("well", None)],
)
def test_feelings_are_read_as_people_write_them(text: str, value: int | None) -> None:
    assert feeling_of(text) == value
