"""Answers: a pile that is being typed, its questions, its results."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journeymapper.document.operations import (
    answers,
    maps,
    projects,
    stages,
    surveys,
    touchpoints,
)
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.kinds import Better, People, QuestionKind, Respondent
from journeymapper.domain.message import _
from journeymapper.ui.answers import presets
from journeymapper.ui.answers.comments_tab import CommentsTab
from journeymapper.ui.answers.import_tab import ImportTab
from journeymapper.ui.answers.new_pile import NewPileDialog
from journeymapper.ui.answers.review_dialog import ReviewDialog
from journeymapper.ui.answers.tally_dialog import TallyDialog
from journeymapper.ui.places.answers import AnswersPlace
from tests.screenshots.rig import Rig, example_file
from tests.unit.importing.answer_files import MESSY

BEFORE = ((7, 3, 4, 30, 0), (9, 2, 5, 25, 0), (4, 4, 3, 40, 0), (10, 1, 6, 30, 1), (6, 2, 4, 25, 0))
AFTER = ((9, 2, 5, 25, 1), (3, 4, 2, 40, 0), (10, 1, 6, 15, 1), (7, 2, 5, 20, 1), (6, 3, 4, 20, 1))
"""Sheets of two rounds: recommend, satisfied (1 is the best), easy, minutes, rebooked."""


def two_rounds(tx: Tx, before: int = 30, after: int = 26) -> str:
    """Add the visit sheet with a pile of February and one of May; returns the later round."""
    survey = surveys.add_survey(tx, "Visit sheet")
    for draft in presets.visit_sheet(People.PATIENT, str):
        fields = dict(draft.fields)
        if draft.kind == QuestionKind.CSAT:
            fields["better"] = Better.LOW
        surveys.add_question(tx, survey, draft.kind, draft.text, **fields)
    asked = tx.snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey)
    pile = ""
    for name, day, n, rows in (
        ("February", "2026-02-09", before, BEFORE),
        ("May", "2026-05-04", after, AFTER),
    ):
        pile = surveys.add_round(tx, survey, name, day)
        for i in range(n):
            sheet = answers.add_sheet(tx, pile, date=day, respondent=Respondent.CUSTOMER)
            for question, value in zip(asked, rows[i % len(rows)], strict=False):
                answers.set_answer(tx, sheet, question.id, float(value))
            if i % 7 == 0:
                answers.set_answer(tx, sheet, asked[-1].id, None, "We waited long at the desk")
    return pile


def place_of(rig: Rig, *, filled: bool = True) -> AnswersPlace:
    """Return the place Answers of the example, with two piles in it when ``filled``."""
    if rig.window.session.document is None:
        rig.window.open(example_file(rig))
    document = rig.window.session.document
    assert document is not None
    if filled:
        with document.step(_("Type in two piles")) as tx:
            two_rounds(tx)
    rig.window.show_place("answers")
    rig.settle()
    place = rig.window.places.current()
    assert isinstance(place, AnswersPlace)
    return place


def _first(rig: Rig) -> QWidget:
    def fill(tx: Tx) -> None:
        projects.add_project(tx, title="Practice")
        stage = stages.add_stage(tx, maps.add_map(tx, "Patient journey"), "Arrive")
        touchpoints.add_touchpoint(tx, stage, "Greeting")

    rig.window.session.new(fill, _("Begin"))
    place_of(rig, filled=False)
    return rig.window


def _typing(rig: Rig) -> QWidget:
    place = place_of(rig)
    for value in (9.0, 2.0):
        place.typing.scores.take(value)
    rig.settle()
    return rig.window


def _minutes(rig: Rig) -> QWidget:
    place = place_of(rig)
    place.typing.more.setChecked(True)
    for value in (9.0, 2.0, 6.0):
        place.typing.scores.take(value)
    place.typing.scores.write("2")
    rig.settle()
    return rig.window


def _comments(rig: Rig) -> QWidget:
    place = place_of(rig)
    place.typing.part.button("comments").click()
    rig.settle()
    return rig.window


def _questions(rig: Rig) -> QWidget:
    place_of(rig).typing.choose.click()
    rig.settle()
    return rig.window


def _results(rig: Rig) -> QWidget:
    place_of(rig).show_tab("results")
    rig.settle()
    return rig.window


def _heard(rig: Rig) -> QWidget:
    place = place_of(rig)
    place.show_tab("comments")
    tab = place.tabs.currentWidget()
    assert isinstance(tab, CommentsTab)
    selection = tab.list.selectionModel()
    selection.select(tab.list.model_.index(0), selection.SelectionFlag.Select)
    rig.settle()
    return rig.window


def _import(rig: Rig) -> QWidget:
    """A messy export with names, two times and marks off the scale."""
    place = place_of(rig)
    place.show_tab("import")
    tab = place.tabs.currentWidget()
    assert isinstance(tab, ImportTab)
    path = rig.files / "Terminliste Mai 2026.csv"
    path.write_bytes(MESSY)
    tab.read(path)
    tab._background.wait()
    rig.settle()
    return rig.window


def _dialog(make: Callable[[AnswersPlace], QWidget]) -> Callable[[Rig], QWidget]:
    def show(rig: Rig) -> QWidget:
        shown = make(place_of(rig))
        shown.show()
        rig.settle()
        return shown

    return show


ANSWERS = (
    ("14-answers", _typing),
    ("14f-answers-questions", _questions),
    ("14g-answers-results", _results),
)
"""The states that every run judges."""

MORE_ANSWERS = (
    ("14c-answers-first", _first),
    ("14d-answers-minutes", _minutes),
    ("14e-answers-comments", _comments),
    ("14b-import", _import),
    ("14k-comments", _heard),
    ("14h-new-pile", _dialog(lambda p: NewPileDialog(p.context, p.state, p.window(), 26))),
    ("14i-tally", _dialog(lambda p: TallyDialog(p.context, p.state, p.window()))),
    ("14j-review", _dialog(lambda p: ReviewDialog(p.context, p.state, p.window()))),
)
