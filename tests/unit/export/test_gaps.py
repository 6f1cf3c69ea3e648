"""Gaps as a report and as a table: formats, harmless cells, the same file each time."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from journeymapper.analysis.gaps.board import make_board
from journeymapper.document import operations
from journeymapper.domain.counts import count_answers
from journeymapper.domain.errors import UserError
from journeymapper.export.gaps import HEAD, gaps_table
from journeymapper.text.catalogue import ENGLISH
from tests.unit.analysis.gap_world import TODAY, GapWorld


@pytest.fixture
def world() -> GapWorld:
    made = GapWorld()
    operations.rename_touchpoint(made.tx, made.waiting, '=HYPERLINK("x")')
    operations.set_feeling(made.tx, made.waiting, made.anna, -4)
    operations.accept_gap(made.tx, ("G18", made.waiting, made.anna), "+1 is enough", "2026-05-01")
    return made


def write(world: GapWorld, out: Path) -> bytes:
    snapshot = world.tx.snapshot.with_changes(())
    board = make_board(snapshot, count_answers(snapshot), TODAY)
    (path,) = gaps_table(snapshot, board, out, ENGLISH, TODAY)
    return path.read_bytes()


def test_a_csv_row_for_each_gap_and_no_formula(world: GapWorld, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(write(world, tmp_path / "g.csv").decode("utf-8-sig"))))
    assert rows[0] == [str(one) for one in HEAD]
    (row,) = [r for r in rows if r[2] == "G18"]
    assert row[0] == "2.1"
    assert row[1].startswith("'=")
    assert row[12:] == ["2026-05-01", "'+1 is enough", "", "no plan"]
    assert "Feeling, −5 to +5: −4" in row[11]


def test_a_workbook_holds_texts_and_the_same_bytes_each_time(
    world: GapWorld, tmp_path: Path
) -> None:
    first = write(world, tmp_path / "a.xlsx")
    assert first == write(world, tmp_path / "b.xlsx")
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK" in texts


def test_a_place_that_is_none_is_refused(world: GapWorld, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        write(world, tmp_path / "no" / "g.csv")
