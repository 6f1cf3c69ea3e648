"""Answers of a file in a document: which survey, which questions, one step, refused as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.taking import landing, take, taken_before
from journeymapper.domain.entities import ImportBatch, Question, Round, Survey
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.intake import Asked, Intake
from journeymapper.domain.kinds import Better, QuestionKind
from journeymapper.domain.message import _
from journeymapper.domain.responses import Responses
from tests.unit.document.test_answers import begin, desk_in

NPS = Asked(QuestionKind.NPS, "Weiterempf.", low=0, high=10)
CSAT = Asked(QuestionKind.CSAT, "Greeting", low=1, high=5, better=Better.LOW)
TODAY = "2026-05-12"


def people(*marks: float, dates: str = "2026-05-03") -> Responses:
    sheets = [(n, dates, "customer", "", "", "", "") for n in range(1, len(marks) + 1)]
    return Responses(sheets, [(n, "0", mark, "") for n, mark in enumerate(marks, 1)])


MAY = Intake("May.csv", (NPS,), people(9, 3, 10), "2026-05-03")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = desk_in(tmp_path).create(begin, _("Start"))
    yield made
    made.close()


def before(document: Document, intake: Intake) -> ImportBatch | None:
    return taken_before(document.snapshot, document.responses, intake)


def taken(document: Document, intake: Intake) -> None:
    with document.step(_("Take")) as tx:
        take(tx, intake, TODAY)


def test_a_first_file_brings_survey_questions_and_round_in_one_step(document: Document) -> None:
    before = document.snapshot
    taken(document, MAY)
    (question,) = document.snapshot.table(Question).values()
    (pile,) = document.snapshot.table(Round).values()
    assert (pile.name, pile.started) == ("May", "2026-05-03")
    assert document.counts.values(question.id) == {3.0: 1, 9.0: 1, 10.0: 1}
    (batch,) = document.snapshot.table(ImportBatch).values()
    assert (batch.name, batch.taken, batch.rows) == ("May.csv", TODAY, 3)
    document.undo()
    assert document.snapshot == before
    assert document.counts.total == 0


def test_the_next_file_is_a_new_round_of_the_same_questions(document: Document) -> None:
    taken(document, MAY)
    june = replace(MAY, name="June.csv", asked=(replace(NPS, short="NPS"),), rows=people(8, 8))
    assert landing(document.snapshot, june).number == 2
    taken(document, june)
    assert len(document.snapshot.table(Survey)) == 1
    assert len(document.snapshot.table(Round)) == 2
    assert len(document.snapshot.table(Question)) == 1  # whether we are recommended is asked once
    taken(document, replace(MAY, name="July.csv", rows=people(1)))
    assert [r.name for r in document.snapshot.table(Round).values()] == ["May", "June", "July"]


def test_a_typed_question_is_used_again_whatever_the_file_calls_it(document: Document) -> None:
    with document.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "Visit")
        nps = operations.add_question(tx, survey, QuestionKind.NPS, "Would you recommend us?")
        pile = operations.add_round(tx, survey, "Spring")
    taken(document, replace(MAY, survey="visit", round="spring"))
    (batch,) = document.snapshot.table(ImportBatch).values()
    assert (batch.round, batch.questions) == (pile, (nps,))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (replace(CSAT, better=Better.HIGH), "has 1 as its best answer here and 5 in the file"),
        (replace(CSAT, high=10), "goes from 1 to 5 here and from 1 to 10 in the file"),
    ],
)
def test_another_scale_is_refused_and_nothing_happens(
    document: Document, asked: Asked, words: str
) -> None:
    taken(document, replace(MAY, asked=(CSAT,), rows=people(1, 5)))
    before = document.snapshot
    with pytest.raises(RefusedError, match=words):
        taken(document, replace(MAY, asked=(asked,), rows=people(1)))
    assert document.snapshot is before


def test_easy_and_hard_are_never_mixed(document: Document) -> None:
    easy = Asked(QuestionKind.CES, "Easy", low=1, high=7)
    hard = Asked(QuestionKind.CES, "Effort", low=1, high=5, better=Better.LOW)
    with pytest.raises(RefusedError, match="others how hard"):
        taken(document, replace(MAY, asked=(easy, hard)))
    taken(document, replace(MAY, asked=(easy,), rows=people(5)))
    with pytest.raises(RefusedError, match="how hard it was where this survey asks how easy"):
        taken(document, replace(MAY, survey="May", asked=(hard,), rows=people(5)))


def test_two_columns_for_one_question_are_refused(document: Document) -> None:
    taken(document, MAY)
    with pytest.raises(RefusedError, match="Two columns answer the same question"):
        taken(document, replace(MAY, asked=(NPS, NPS)))


def test_choices_keep_their_numbers_and_new_ones_follow(document: Document) -> None:
    web = Asked(QuestionKind.CHOICE, "Way", options=("Web", "Phone"))
    taken(document, replace(MAY, asked=(web,), rows=people(1, 2, 2)))
    other = replace(web, options=("Fax", "phone"))
    taken(document, replace(MAY, asked=(other,), rows=people(1, 2)))
    (question,) = document.snapshot.table(Question).values()
    assert question.options == ("Web", "Phone", "Fax")
    assert document.counts.values(question.id) == {1.0: 1, 2.0: 3, 3.0: 1}


def test_the_same_answers_are_known_again_under_any_name(document: Document) -> None:
    assert before(document, MAY) is None
    taken(document, MAY)
    again = replace(MAY, name="copy of May.csv", rows=people(9, 3, 10))
    found = before(document, again)
    assert found is not None
    assert found.name == "May.csv"
    assert before(document, replace(MAY, rows=people(9, 3, 9))) is None
    assert before(document, replace(MAY, rows=people(9, 3, 10, dates=""))) is None
    document.undo()
    assert before(document, again) is None


def test_a_question_about_an_unknown_step_is_refused(document: Document) -> None:
    with pytest.raises(RefusedError, match="There is no step “9"):
        taken(document, replace(MAY, asked=(replace(NPS, step="9.9"),)))
