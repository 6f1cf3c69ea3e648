"""Alerts come in the step of their answers, once, and go with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.operations.lists import add_line
from journeymapper.document.raising import forsake_sheet, forsake_survey, heed_sheet
from journeymapper.document.taking import take
from journeymapper.domain.entities import Alert, AlertRule, Question, Round, Sheet, Survey
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.intake import Asked, Intake
from journeymapper.domain.kinds import Collected, QuestionKind, Respondent, Tier
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.message import _
from journeymapper.domain.responses import AnswerRow, Responses
from journeymapper.ui.commands.looking_back import LookBack
from tests.unit.document.test_answers import begin, desk_in

NPS = Asked(QuestionKind.NPS, "Recommend", low=0, high=10)
WHY = Asked(QuestionKind.TEXT, "Why")
AT, TODAY = "2026-05-12T09:00:00+00:00", "2026-05-12"
BEFORE = (10, 9, 9, 8, 8, 8, 7, 7, 7, 7, 6, 6, 6, 5, 5, 4, 3, 2, 9, 10, 8, 7, 6, 0)
"""The 24 answers of method B1: ten of them would not recommend us."""


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A document with a question, a pile, and a rule: 6 or less."""
    made = desk_in(tmp_path).create(begin, _("Start"))
    with made.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "Visit")
        nps = operations.add_question(tx, survey, QuestionKind.NPS, "", short="Recommend")
        operations.add_question(tx, survey, QuestionKind.TEXT, "", short="Why")
        operations.add_round(tx, survey, "May", "2026-05-01")
        add_line(tx, AlertRule, name="Unhappy", question=nps, value=6.0)
    yield made
    made.close()


def file_of(marks: tuple[float, ...], date: str = "", words: str = "", name: str = "May") -> Intake:
    sheets = [(n, date, "customer", "", "", "", "") for n in range(1, len(marks) + 1)]
    answers: list[AnswerRow] = []
    for number, mark in enumerate(marks, 1):
        answers.append((number, "0", float(mark), ""))
        if words:
            answers.append((number, "1", None, words))
    return Intake(f"{name}.csv", (NPS, WHY), Responses(sheets, answers))


def taken(document: Document, intake: Intake, at: str = AT) -> int:
    """Take a file; return how many alerts it raised."""
    before = len(alerts(document))
    with document.step(_("Take")) as tx:
        take(tx, intake, TODAY, at)
    return len(alerts(document)) - before


def alerts(document: Document) -> list[Alert]:
    return list(document.snapshot.table(Alert).values())


def asked(document: Document) -> tuple[str, str, str]:
    (pile,) = document.snapshot.table(Round)
    by_kind = {q.kind: q.id for q in document.snapshot.table(Question).values()}
    return pile, by_kind[QuestionKind.NPS], by_kind[QuestionKind.TEXT]


@pytest.mark.parametrize("date", ["", "2026-05-03"])
def test_24_answers_raise_ten_alerts_once_and_undo_takes_them(
    document: Document, date: str
) -> None:
    before = document.snapshot
    intake = file_of(BEFORE, date)
    assert taken(document, intake) == 10
    assert sorted(a.value or 0 for a in alerts(document)) == [0, 2, 3, 4, 5, 5, 6, 6, 6, 6]
    assert {a.opened for a in alerts(document)} == {AT}
    assert taken(document, replace(intake, name="Again.csv")) == 0
    document.undo()
    assert len(alerts(document)) == 10
    document.undo()
    assert document.snapshot == before
    document.redo()
    assert len(alerts(document)) == 10


def test_without_an_instant_or_a_rule_nothing_is_raised(document: Document) -> None:
    assert taken(document, file_of(BEFORE), at="") == 0
    (rule,) = document.snapshot.table(AlertRule)
    with document.step(_("Off")) as tx:
        operations.change_line(tx, AlertRule, rule, active=False)
    assert taken(document, file_of(BEFORE)) == 0


def test_a_file_that_has_grown_raises_what_is_new(document: Document) -> None:
    assert taken(document, file_of((6, 9, 6), "2026-05-03")) == 2
    assert taken(document, file_of((9, 6, 6, 6, 2), "2026-05-03", name="June")) == 2
    assert taken(document, file_of((3, 3), words="Cold", name="July")) == 2
    assert taken(document, file_of((3, 3, 3), words="Cold", name="August")) == 1


def test_marks_alone_are_known_again_with_their_whole_file_only(document: Document) -> None:
    assert taken(document, file_of((6, 9))) == 1
    assert taken(document, file_of((6, 8), name="June")) == 1  # another patient


def test_a_tier_is_heard_and_staff_are_not(document: Document) -> None:
    (rule,) = document.snapshot.table(AlertRule)
    with document.step(_("Tier")) as tx:
        operations.change_line(tx, AlertRule, rule, tier=Tier.FIRST)
    rows = Responses(
        [
            (1, "", "customer", "", "", "", "I"),
            (2, "", "customer", "", "", "", ""),
            (3, "", "employee", "", "", "", "I"),
        ],
        [(n, "0", 2.0, "") for n in (1, 2, 3)],
    )
    assert taken(document, Intake("May.csv", (NPS,), rows)) == 1


def sheet(document: Document, value: float | None, text: str = "", **fields: Any) -> str:
    pile, nps, why = asked(document)
    with document.step(_("Sheet")) as tx:
        made = operations.add_sheet(tx, pile, **fields)
        operations.set_answer(tx, made, nps, value)
        operations.set_answer(tx, made, why, None, text)
        heed_sheet(tx, made, AT)
    return made


def correct(document: Document, sheet_id: str, value: float | None, text: str = "") -> None:
    _pile, nps, why = asked(document)
    with document.step(_("Correct")) as tx:
        operations.set_answer(tx, sheet_id, nps, value)
        operations.set_answer(tx, sheet_id, why, None, text)
        heed_sheet(tx, sheet_id, AT)


def test_a_typed_sheet_raises_once_and_a_correction_takes_it_back(document: Document) -> None:
    typed = sheet(document, 3)
    (alert,) = alerts(document)
    assert (alert.value, alert.text, alert.source) == (3, "", typed)
    correct(document, typed, 4, "So cold")
    assert [(a.id, a.value, a.text) for a in alerts(document)] == [(alert.id, 4, "So cold")]
    correct(document, typed, 8)
    assert alerts(document) == []
    document.undo()
    assert len(alerts(document)) == 1


def test_what_somebody_has_begun_with_stays(document: Document) -> None:
    typed = sheet(document, 3)
    (alert,) = alerts(document)
    with document.step(_("Assign")) as tx:
        operations.move_alert(tx, alert.id, AlertState.ASSIGNED, AT)
    correct(document, typed, 9, "All well now")
    assert [a.value for a in alerts(document)] == [3]
    with document.step(_("Out")) as tx:
        forsake_sheet(tx, typed)
        operations.delete_sheet(tx, typed)
    assert len(alerts(document)) == 1


def test_a_sheet_that_goes_takes_its_untouched_alert_along(document: Document) -> None:
    typed = sheet(document, 3)
    with document.step(_("Out")) as tx:
        forsake_sheet(tx, typed)
        operations.delete_sheet(tx, typed)
    assert alerts(document) == []
    assert document.snapshot.find(Sheet, typed) is None


def test_what_was_asked_goes_with_all_alerts_that_nobody_has_begun_with(
    document: Document,
) -> None:
    sheet(document, 2)
    assert taken(document, file_of(BEFORE)) == 10
    begun, *_others = alerts(document)
    with document.step(_("By hand")) as tx:
        by_hand = operations.raise_alert(tx, AT, text="Told us at the desk")
        operations.move_alert(tx, begun.id, AlertState.ASSIGNED, AT)
    with document.step(_("Out")) as tx:
        for survey in list(tx.snapshot.table(Survey)):
            forsake_survey(tx, survey)
            operations.delete_survey(tx, survey)
    assert {a.id for a in alerts(document)} == {begun.id, by_hand}
    document.undo()
    assert len(alerts(document)) == 12


def test_a_rule_that_sleeps_or_is_gone_loses_no_alert(document: Document) -> None:
    typed = sheet(document, 3)
    (rule,) = document.snapshot.table(AlertRule)
    with document.step(_("Off")) as tx:
        operations.change_line(tx, AlertRule, rule, active=False)
    correct(document, typed, 2)
    assert [a.value for a in alerts(document)] == [2]
    with document.step(_("Gone")) as tx:
        operations.delete_line(tx, AlertRule, rule)
    correct(document, typed, 9)
    assert [a.value for a in alerts(document)] == [2]


def test_staff_and_tally_lines_are_nobody_to_call_back(document: Document) -> None:
    sheet(document, 1, respondent=Respondent.EMPLOYEE)
    sheet(document, 1, collected=Collected.TALLY)
    assert alerts(document) == []


def switch(document: Document, *, on: bool) -> None:
    with document.step(_("Switch")) as tx:
        for rule in document.snapshot.table(AlertRule):
            operations.change_line(tx, AlertRule, rule, active=on)


@pytest.fixture
def unheard(document: Document) -> Document:
    """The 24 answers lie there, and nobody looked at them when they came."""
    switch(document, on=False)
    assert taken(document, file_of(BEFORE)) == 0
    switch(document, on=True)
    return document


def test_looking_back_puts_everybody_on_the_list_once_as_one_step(unheard: Document) -> None:
    told: list[tuple[int, int]] = []
    job = LookBack(unheard, AT)
    assert job.run(lambda: False, lambda done, total: told.append((done, total)))
    assert (told[0], told[-1], alerts(unheard)) == ((0, 24), (24, 24), [])
    assert job.finish() == len(alerts(unheard)) == 10
    steps = len(unheard.history())
    again = LookBack(unheard, AT)
    assert again.run(lambda: False, lambda _done, _total: None)
    assert again.finish() == 0
    assert len(unheard.history()) == steps
    unheard.undo()
    assert not alerts(unheard)


def test_looking_back_can_be_stopped_and_is_refused_where_it_holds_no_more(
    unheard: Document,
) -> None:
    before = unheard.snapshot
    assert not LookBack(unheard, AT).run(lambda: True, lambda _done, _total: None)
    assert unheard.snapshot is before
    job = LookBack(unheard, AT)
    assert job.run(lambda: False, lambda _done, _total: None)
    switch(unheard, on=False)
    with pytest.raises(RefusedError, match="changed while they were looked through"):
        job.finish()
    assert not alerts(unheard)
