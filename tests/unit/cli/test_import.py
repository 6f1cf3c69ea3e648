"""``import``: what was found, what is taken, and a file that stays as it is when it cannot be."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.domain.entities import Alert, AlertRule, ImportBatch, Question
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import _
from tests.unit.cli.conftest import Shell
from tests.unit.importing.answer_files import MESSY, xlsx_of


def blank(shell: Shell) -> Path:
    path = shell.folder / "practice.journey"
    shell.ok("new", path)
    return path


def data(shell: Shell, content: bytes = MESSY, name: str = "Liste Mai.csv") -> Path:
    path = shell.folder / name
    path.write_bytes(content)
    return path


def total(shell: Shell, path: Path) -> int:
    document = shell.opened(path)
    try:
        return document.counts.total
    finally:
        document.close()


def test_look_take_and_refuse_to_take_twice(shell: Shell) -> None:
    path, table = blank(shell), data(shell)
    before = path.read_bytes()
    looked = shell.ok("import", path, table, "--preview").out
    assert path.read_bytes() == before
    assert "Liste Mai.csv: 6 rows found." in looked
    assert "Row 6, Weiterempf.: “8,5” is no answer from 0 to 10." in looked
    assert "6 answers would be taken into “Liste Mai”." in looked
    assert "6 answers were taken into “Liste Mai”." in shell.ok("import", path, table).out
    assert total(shell, path) == 16
    taken = path.read_bytes()
    again = shell.run("import", path, table)
    assert again.code == 2
    assert "taken before, from Liste Mai.csv. Use --again" in again.err
    assert path.read_bytes() == taken
    shell.ok("undo", path)
    assert total(shell, path) == 0
    assert table.read_bytes() == MESSY


def test_unhappy_customers_of_a_file_are_to_be_called_back(shell: Shell) -> None:
    path, table = blank(shell), data(shell, b"Recommend\n2\n9\n6\n10\n", "May.csv")
    document = shell.opened(path)
    with document.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "Visit")
        nps = operations.add_question(tx, survey, QuestionKind.NPS, "", short="Recommend")
        operations.add_line(tx, AlertRule, name="Unhappy", question=nps, value=6.0)
    document.publish()
    document.close()
    said = shell.ok("import", path, table).out
    assert "People to call back: 2 more." in said
    document = shell.opened(path)
    assert {a.opened for a in document.snapshot.table(Alert).values()} == {
        "2026-05-12T09:30:00+00:00"
    }
    document.close()


def test_a_description_says_what_the_columns_are(shell: Shell) -> None:
    path = shell.example()
    table = data(shell, xlsx_of([["A", "B"], [2, "nice"], [5, ""]]), "x.xlsx")
    told = shell.folder / "map.json"
    columns = {"A": {"kind": "satisfied", "best": "low", "step": "1.1"}, "B": {"kind": "comment"}}
    told.write_text(json.dumps({"format": 1, "round": "June", "columns": columns}), "utf-8")
    shell.ok("import", path, table, "--mapping", told)
    document = shell.opened(path)
    batch = next(b for b in document.snapshot.table(ImportBatch).values() if b.name == "x.xlsx")
    question = document.snapshot.get(Question, batch.questions[0])
    assert (question.better, question.touchpoint is not None) == ("low", True)
    assert document.counts.values(question.id) == {2.0: 1, 5.0: 1}
    document.close()
    told.write_text('{"format": 1, "columns": {"A": {"kind": "date"}}}', "utf-8")
    complaint = shell.run("import", path, table, "--mapping", told).complaint
    assert complaint == (
        "x.xlsx: Its columns are not those that the description names. They are: A, B"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\x89PNG\r\n\x1a\n", "no table of text"), (b'A;B\n1;"x\n2;y\n', "Row 2: A quotation mark")],
)
def test_what_cannot_be_read_is_one_sentence(shell: Shell, content: bytes, words: str) -> None:
    path = blank(shell)
    before = path.read_bytes()
    assert words in shell.run("import", path, data(shell, content)).complaint
    assert path.read_bytes() == before
    assert shell.left_behind() == []


def test_files_that_are_not_there(shell: Shell) -> None:
    path = blank(shell)
    complaint = shell.run("import", path, shell.folder / "none.csv").complaint
    assert complaint.startswith("none.csv: ")
    missing = shell.run("import", path, data(shell), "--mapping", shell.folder / "none.json")
    assert missing.complaint.startswith("none.json: ")


def test_twenty_thousand_rows(shell: Shell) -> None:
    chance = random.Random(5)
    lines = ["Datum;Weiterempf.;Zufrieden;Bemerkung"]
    good = 0
    for number in range(20_000):
        mark = chance.randint(0, 11)
        good += mark <= 10
        day = f"{number % 28 + 1:02d}.{number % 12 + 1:02d}.2026"
        lines.append(f"{day};{mark};{chance.randint(1, 5)};")
    path, table = blank(shell), data(shell, "\n".join(lines).encode())
    out = shell.ok("import", path, table).out
    assert "20000 answers were taken" in out
    assert f"and {20_000 - good - 20} more" in out
    assert total(shell, path) == 20_000 + good
