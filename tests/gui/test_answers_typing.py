"""Typing in paper piles: keys, corrections, undo, rounds, counts, reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document.operations import answers, surveys
from journeymapper.domain import indexes
from journeymapper.domain.entities import Answer, Question, Round, Sheet, Survey
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Better, Collected, People, QuestionKind, Respondent, Scale
from journeymapper.domain.message import _
from journeymapper.ui.answers import presets, words
from journeymapper.ui.answers.marks import marks_of
from journeymapper.ui.answers.state import Defaults
from journeymapper.ui.commands import answers as commands
from journeymapper.ui.places.answers import AnswersPlace
from journeymapper.ui.walk.words import FACE_WORDS
from tests.gui.map_world import World, again, close_window, open_window

CORRECT = Qt.Key.Key_Backspace
FIVE = ("9", "2", "5", "25\n", "y")
"""One sheet: recommend, satisfied (1 is the best), easy, minutes, rebooked."""


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = open_window(qapp, tmp_path_factory.mktemp("answers"))
    yield world
    close_window(world)


AT = "2026-05-12T09:00:00+00:00"


class Desk:
    """Somebody with a pile of paper in front of the keyboard."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.window.show_place("answers")
        place = world.window.places.current()
        assert isinstance(place, AnswersPlace)
        self.place = place
        if place.tab != "type":
            place.show_tab("type")

    def begin(self) -> None:
        """Make the visit sheet, 1 the best of its faces, and its first pile."""
        document = self.world.document
        with document.step(_("Begin")) as tx:
            survey = surveys.add_survey(tx, "Visit sheet")
            for draft in presets.visit_sheet(People.PATIENT, str):
                fields = dict(draft.fields)
                if draft.kind == QuestionKind.CSAT:
                    fields["better"] = Better.LOW
                surveys.add_question(tx, survey, draft.kind, draft.text, **fields)
            surveys.add_round(tx, survey, "February", "2026-02-09")
        self.place.state.set_defaults(Defaults())
        self.place.activate()

    def press(self, keys: str) -> None:
        """Press keys where the keyboard is; a line end is Enter."""
        for letter in keys:
            widget = QApplication.focusWidget()
            assert widget is not None, "nothing has the keyboard"
            if letter == "\n":
                QTest.keyClick(widget, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(widget, letter)

    def key(self, *keys: Qt.Key) -> None:
        for one in keys:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, one)

    def sheet(self, number: int) -> list[float | None]:
        """Return what a sheet of the pile in front answers, in the order of its scores."""
        pile = self.place.typing.scores.pile
        return [pile.value(number, column) for column in range(len(pile.questions))]

    @property
    def sheets(self) -> int:
        found = self.world.document.snapshot.select(
            indexes.SHEETS_OF_ROUND, self.place.state.round_id
        )
        return len(found)

    @property
    def where(self) -> tuple[int, int]:
        spot = self.place.typing.scores.pile.spot
        return spot.number, spot.column + 1

    def side(self) -> list[str]:
        """Return what a screen reader says of the figures beside the pile."""
        rows = self.place.side._rows
        return [row.accessibleName() for row in rows if not row.isHidden()]


@pytest.fixture
def desk(window: World) -> Desk:
    found = Desk(again(window))
    found.begin()
    return found


def test_a_pile_of_27_sheets_is_typed_with_one_key_an_answer(desk: Desk) -> None:
    for _sheet in range(26):
        desk.press("".join(FIVE))
    assert desk.sheets == 26
    desk.press("+")  # ten
    desk.press("1")
    desk.key(Qt.Key.Key_Space)
    desk.press("40\n")
    assert desk.where == (27, 5)
    desk.press("n")
    assert desk.sheet(27) == [10, 1, None, 40, 0]
    assert desk.where == (28, 1)
    assert desk.sheets == 27
    assert desk.world.undo_label() == "Sheet 27"
    assert desk.place.side.isVisible()
    assert "26 of 27" in desk.side()[4]
    # a cell of an earlier sheet, then back to where one was
    desk.place.typing.scores.table.picked.emit(3, 1)
    assert desk.place.typing.scores.pile.correcting
    desk.press("4")
    assert desk.sheet(3) == [9, 4, 5, 25, 1]
    assert desk.where == (28, 1)
    assert desk.world.undo_label() == "Correct sheet 3"
    desk.world.run("edit.undo")
    assert desk.sheet(3) == [9, 2, 5, 25, 1]
    # a whole sheet goes and comes back
    desk.world.run("edit.undo")
    assert desk.sheets == 26
    assert desk.where == (27, 1)
    desk.world.run("edit.redo")
    assert desk.sheet(27) == [10, 1, None, 40, 0]


def test_backspace_goes_back_and_typing_goes_on_where_nothing_is_yet(desk: Desk) -> None:
    desk.press("".join(FIVE))
    desk.press("93")
    desk.key(CORRECT, CORRECT)
    assert desk.where == (2, 1)
    desk.press("8")
    assert desk.where == (2, 3)
    assert desk.sheet(2) == [8, 3, None, None, None]
    desk.key(CORRECT, CORRECT, CORRECT)
    assert desk.where == (1, 5)
    desk.press("n")
    assert desk.sheet(1)[4] == 0


def test_what_is_no_answer_is_said_and_changes_nothing(desk: Desk) -> None:
    desk.press("x")
    card = desk.place.typing.scores.card
    assert "“x” is no answer here" in card.wrong_text()
    desk.press("9")
    desk.press("7")
    assert "faces, 1 = best" in card.wrong_text()
    desk.press("25")
    assert desk.where == (1, 4)
    desk.press("1..5\n")
    assert "1..5" in card.wrong_text()
    desk.key(Qt.Key.Key_Escape)
    assert desk.sheet(1) == [9, 2, 5, None, None]
    assert desk.sheets == 0  # nothing was kept before the sheet is whole


def test_a_number_without_enter_is_kept_when_one_goes_elsewhere(desk: Desk) -> None:
    desk.press("92517,5")
    desk.world.window.show_place("map")
    desk.world.window.show_place("answers")
    assert desk.sheet(1) == [9, 2, 5, 17.5, None]


def test_the_arrow_keys_lead_to_every_cell_and_esc_back(desk: Desk) -> None:
    for _sheet in range(3):
        desk.press("".join(FIVE))
    desk.key(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert desk.where == (2, 2)
    desk.press("5")
    assert desk.sheet(2)[1] == 5
    assert desk.where == (4, 1)
    desk.key(Qt.Key.Key_Up, Qt.Key.Key_Escape)
    assert desk.where == (4, 1)
    desk.key(Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert desk.sheets == 2
    assert desk.world.undo_label() == "Delete sheet 3"


def test_keys_can_be_clicked(desk: Desk) -> None:
    keys = desk.place.typing.scores.card.keys.keys
    assert keys[0].accessibleName() == "0 not at all"
    QTest.mouseClick(keys[10], Qt.MouseButton.LeftButton)
    assert desk.sheet(1)[0] == 10
    faces = desk.place.typing.scores.card.keys.keys
    assert [key.mark.face for key in faces] == [4, 2, 0, -2, -4]


def test_comments_come_after_the_scores(desk: Desk) -> None:
    for _sheet in range(2):
        desk.press("".join(FIVE))
    page = desk.place.typing
    page.part.button("comments").click()
    desk.press("We waited\n")
    desk.press("Fine")
    page.part.button("scores").click()
    texts = {a.text for a in desk.world.document.snapshot.table(Answer).values() if a.text}
    assert texts == {"We waited", "Fine"}
    assert [c.text for c in desk.world.document.comments()] == ["We waited", "Fine"]
    assert desk.world.undo_label() == "Comment on sheet 2"


def test_few_answers_have_no_figure_and_a_second_round_compares(desk: Desk) -> None:
    for _sheet in range(3):
        desk.press("".join(FIVE))
    assert desk.side()[0] == "Would recommend. 3 answers: too few for a figure"
    document, state = desk.world.document, desk.place.state
    with document.step(_("More")) as tx:
        for _sheet in range(20):
            sheet = answers.add_sheet(tx, state.round_id)
            for question, value in zip(state.scored(), (6, 2, 4, 45, 0), strict=True):
                answers.set_answer(tx, sheet, question.id, float(value))
    state.show_round(commands.begin_round(document, state.survey_id, "May", "2026-05-04"))
    desk.place.activate()
    for _sheet in range(12):
        desk.press("92520\ny")
    said = desk.side()
    assert said[3].endswith("Shorter than in February (42).")
    assert "More often than in February (3 of 23)." in said[4]
    desk.place.show_tab("results")
    blocks = desk.place.results.blocks
    assert len(blocks) == 6
    assert "Shorter than in February (42)." in blocks[3].accessibleName()
    assert blocks[5].sentences == ["0 comments"]


def test_the_team_answers_the_same_questions_apart_from_patients(desk: Desk) -> None:
    desk.press("".join(FIVE))
    desk.place.typing.more.click()
    who = desk.place.typing.defaults.who
    who.setCurrentIndex(1)
    who.activated.emit(1)
    desk.place.typing.scores.setFocus()
    desk.press("".join(FIVE))
    sheets = desk.world.document.snapshot.table(Sheet).values()
    found = {sheet.number: sheet.respondent for sheet in sheets}
    assert found == {1: Respondent.CUSTOMER, 2: Respondent.EMPLOYEE}
    assert desk.side()[0] == "Would recommend. 1 answer: too few for a figure"


def test_the_country_is_typed_once_for_all_sheets_and_is_warned_of(desk: Desk) -> None:
    place = desk.place
    place.typing.more.click()
    field = place.typing.defaults.country
    for name, code in (("Germany", "DE"), ("nl", "NL")):
        field.setFocus()
        field.setText(name)
        field.editingFinished.emit()
        assert field.text() == code
        place.typing.scores.setFocus()
        for _sheet in range(5):
            desk.press("".join(FIVE))
    field.setText("somewhere")
    field.editingFinished.emit()
    assert field.toolTip().startswith("This is no country.")
    assert place.state.defaults.country == "NL"
    sheets = desk.world.document.snapshot.table(Sheet).values()
    assert [s.country for s in sorted(sheets, key=lambda s: s.number)] == ["DE"] * 5 + ["NL"] * 5
    place.show_tab("results")
    assert any("2 countries" in said for said in place.results.blocks[0].sentences)


def test_a_week_is_counted_and_typed_straight_back(desk: Desk) -> None:
    document, state = desk.world.document, desk.place.state
    step = desk.world.step("Rebooking").id
    with pytest.raises(RefusedError):
        commands.keep_tally(document, step, 21, 20, "", "2026-05-04")
    pile = commands.keep_tally(document, step, 13, 20, "", "2026-05-04")
    state.show_round(pile)
    question = commands.count_of_step(document, step)
    assert question is not None
    assert document.counts.values(question.id) == {0.0: 7, 1.0: 13}
    sheets = document.snapshot.select(indexes.SHEETS_OF_ROUND, pile)
    assert {sheet.collected for sheet in sheets} == {Collected.TALLY}
    later = commands.keep_tally(document, step, 2, 20, "", "2026-06-01")
    state.show_round(later)
    assert state.survey_id == question.survey
    assert "Less often than in May 2026 (13 of 20)." in desk.side()[0]
    desk.world.run("edit.undo")
    desk.world.run("edit.undo")
    assert commands.count_of_step(document, step) is None


def test_reviews_have_stars_and_words_on_a_sheet_of_their_own(desk: Desk) -> None:
    document = desk.world.document
    first = commands.keep_review(document, 2, "Long wait", "2026-04-01", "2026-05-12", AT)
    again_ = commands.keep_review(document, 5, "", "2026-04-02", "2026-05-12", AT)
    assert first == again_
    with pytest.raises(RefusedError):
        commands.keep_review(document, 0, "Nothing", "", "", AT)
    pile = document.snapshot.get(Round, first)
    title = document.snapshot.get(Survey, pile.survey).title
    assert title == "Online reviews"
    stars = next(q for q in document.snapshot.table(Question).values() if q.survey == pile.survey)
    assert document.counts.values(stars.id) == {2.0: 1, 5.0: 1}


def test_the_first_start_offers_sheets_and_goes_on_to_the_pile(window: World) -> None:
    desk = Desk(again(window))
    page = desk.place.typing.pick
    assert page.isVisible()
    assert page.begins[0].isEnabled()
    page.begins[0].click()
    survey = desk.place.state.survey
    assert survey is not None
    assert survey.title == "Questionnaire"
    assert desk.place.typing.is_picking  # all can be changed before it is typed
    assert page.go.hasFocus()
    kinds = [question.kind for question in desk.place.state.questions()]
    assert kinds == [QuestionKind.CSAT] * 6 + [QuestionKind.TEXT]
    assert desk.place.state.questions()[0].touchpoint == desk.world.step("Review").id
    page._cards[0].short.setText("Reviews")
    page._cards[0].flush()
    assert desk.place.state.questions()[0].short == "Reviews"
    assert desk.world.undo_label() == "Change the question “Reviews”"


def test_answers_are_there_after_opening_the_file_again(desk: Desk, tmp_path: Path) -> None:
    desk.press("".join(FIVE))
    path = tmp_path / "again.journey"
    session = desk.world.window.session
    session.save_as(path)
    session.close()
    session.open(path)
    desk.world.window.show_place("answers")
    assert desk.sheet(1) == [9, 2, 5, 25, 1]
    assert desk.where == (2, 1)
    desk.press("7")
    assert desk.sheet(2)[0] == 7


def test_a_sheet_says_only_what_its_own_questions_need() -> None:
    faces = Question("q", survey="s", kind=QuestionKind.CSAT, low=1, high=5, scale=Scale.FACES)
    notes = [str(mark.note) for mark in marks_of(faces)]
    assert notes == [str(word).lower() for word in FACE_WORDS]  # as they stand on the paper
    assert "+" not in str(words.keys(tens=False, numbers=False))
    assert "best two" in str(words.counted((faces,)))
    assert words.counted((replace(faces, kind=QuestionKind.NPS),)) is None
