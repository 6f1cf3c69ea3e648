"""Answers: typed sheet by sheet or taken from a file, counted, taken back, kept."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.counts import Cell, count_answers
from journeymapper.domain.entities import ImportBatch, Question, Round
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Better, QuestionKind, Respondent
from journeymapper.domain.message import _
from journeymapper.domain.responses import Responses, batch_key
from journeymapper.domain.scales import upright


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")


def desk_in(folder: Path) -> Desk:
    ids = itertools.count()
    return Desk(
        folder / "working", lambda: datetime(2026, 5, 9, tzinfo=UTC), lambda: f"i{next(ids)}"
    )


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A document with one survey of an nps and a comment, and one round."""
    made = desk_in(tmp_path).create(begin, _("Start"))
    with made.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "Visit sheet")
        operations.add_question(tx, survey, QuestionKind.NPS, "Would you recommend us?")
        operations.add_question(tx, survey, QuestionKind.TEXT, "Why?")
        operations.add_round(tx, survey, "Round 1", "2026-02-01")
    yield made
    made.close()


def asked(document: Document) -> tuple[str, str, str]:
    """Return the ids of the round, the nps and the comment."""
    (pile,) = document.snapshot.table(Round)
    by_kind = {q.kind: q.id for q in document.snapshot.table(Question).values()}
    return pile, by_kind[QuestionKind.NPS], by_kind[QuestionKind.TEXT]


def file_of(nps: str, why: str) -> Responses:
    return Responses(
        sheets=[
            (1, "2026-05-03", "customer", "", "", "DE", ""),
            (2, "2026-05-04", "employee", "", "", "DE", "I"),
        ],
        answers=[(1, nps, 9.0, ""), (1, why, None, "Kühl"), (2, nps, 3.0, "")],
    )


def test_typed_sheets_are_counted_as_soon_as_they_are_there(document: Document) -> None:
    pile, nps, why = asked(document)
    with document.step(_("Type in")) as tx:
        sheet = operations.add_sheet(tx, pile, date="2026-02-03")
        operations.set_answer(tx, sheet, nps, 9)
        operations.set_answer(tx, sheet, why, text="Friendly")
    assert dict(document.counts.cells(nps)) == {Cell(nps, pile, month="2026-02"): {9.0: 1}}
    assert [c.text for c in document.comments()] == ["Friendly"]
    with document.step(_("Next sheet")) as tx:
        operations.set_answer(tx, operations.add_sheet(tx, pile), nps, 9)
    assert document.counts.values(nps) == {9.0: 2}
    document.undo()
    document.undo()
    assert document.counts.total == 0


def test_an_imported_file_is_one_step_that_can_be_taken_back(document: Document) -> None:
    pile, nps, why = asked(document)
    assert document.counts.total == 0
    with document.step(_("Take")) as tx:
        batch = operations.import_answers(tx, pile, file_of(nps, why), name="May.xls")
    employees = lambda cell: cell.respondent == Respondent.EMPLOYEE.value  # noqa: E731
    assert document.counts.values(nps) == {3.0: 1, 9.0: 1}
    assert document.counts.values(nps, employees) == {3.0: 1}
    (comment,) = document.comments()
    assert (comment.key, comment.round) == (batch_key(batch, 1, why), pile)
    document.undo()
    assert document.counts.total == 0
    assert document.comments() == ()
    document.redo()
    assert document.counts.values(nps) == {3.0: 1, 9.0: 1}


def test_what_was_imported_is_there_after_opening_again(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    document = desk.create(begin, _("Start"))
    with document.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "Visit sheet")
        nps = operations.add_question(tx, survey, QuestionKind.NPS)
        why = operations.add_question(tx, survey, QuestionKind.TEXT)
        pile = operations.add_round(tx, survey, "Round 1")
        operations.import_answers(tx, pile, file_of(nps, why))
    counted = {cell: dict(values) for cell, values in document.counts.cells(nps).items()}
    document.save_as(tmp_path / "a.journey")
    document.close()
    again = desk.open(tmp_path / "a.journey")
    assert {c: dict(v) for c, v in again.counts.cells(nps).items()} == counted
    again.save_copy(tmp_path / "b.journey", without_history=True)
    with again.step(_("Drop")) as tx:
        operations.delete_batch(tx, next(iter(tx.snapshot.table(ImportBatch))))
    again.save_copy(tmp_path / "c.journey", without_history=True)
    again.close()
    copy = desk.open(tmp_path / "b.journey")
    assert copy.counts.total == 2
    copy.close()
    assert "Kühl".encode() not in (tmp_path / "c.journey").read_bytes()
    assert "Kühl".encode() in (tmp_path / "b.journey").read_bytes()


def test_answers_off_the_scale_are_refused_and_nothing_happens(document: Document) -> None:
    pile, nps, why = asked(document)
    head = document.history()[-1]
    for wrong in (11, 7.5, -1, float("nan"), float("inf")):
        with pytest.raises(RefusedError), document.step(_("Type in")) as tx:
            operations.set_answer(tx, operations.add_sheet(tx, pile), nps, wrong)
        rows = Responses([(1, "", "customer", "", "", "", "")], [(1, nps, wrong, "")])
        with pytest.raises(RefusedError), document.step(_("Take")) as tx:
            operations.import_answers(tx, pile, rows)
    with pytest.raises(RefusedError), document.step(_("Type in")) as tx:
        operations.set_answer(tx, operations.add_sheet(tx, pile), why, 1)
    assert document.history()[-1] == head
    assert document.counts.total == 0


def test_the_scale_of_an_answered_question_stays(document: Document) -> None:
    pile, nps, why = asked(document)
    with document.step(_("Take")) as tx:
        operations.import_answers(tx, pile, file_of(nps, why))
    with pytest.raises(RefusedError, match="has answers"), document.step(_("Change")) as tx:
        operations.change_question(tx, nps, kind=QuestionKind.CSAT)
    with document.step(_("Change")) as tx:
        operations.change_question(tx, nps, text="Would you tell a friend?")
    assert document.snapshot.get(Question, nps).text == "Would you tell a friend?"


def test_a_question_belongs_to_its_own_sheet(document: Document) -> None:
    _pile, nps, _why = asked(document)
    with document.step(_("Ask")) as tx:
        other = operations.add_round(tx, operations.add_survey(tx, "Another"), "Round 1")
        sheet = operations.add_sheet(tx, other)
    with pytest.raises(RefusedError, match="not on this sheet"), document.step(_("Type")) as tx:
        operations.set_answer(tx, sheet, nps, 9)


def test_usual_scales_and_the_good_end() -> None:
    question = Question("q", "s", QuestionKind.CSAT, low=1.0, high=5.0, better=Better.LOW)
    assert [upright(question, mark) for mark in (1, 2, 5)] == [5, 4, 1]


def test_counting_twice_gives_the_same(document: Document) -> None:
    pile, nps, why = asked(document)
    with document.step(_("Take")) as tx:
        operations.import_answers(tx, pile, file_of(nps, why))
    (batch,) = document.snapshot.table(ImportBatch)
    alone = count_answers(document.snapshot, {batch: {Cell(nps, ""): {9.0: 2}}})
    assert alone.values(nps) == {9.0: 2}
    assert count_answers(document.snapshot).total == 0
