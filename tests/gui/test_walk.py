"""The walk: fourteen steps by keys and by mouse, left and taken up again, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.document.templates import fill_blank
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Connection, Feeling
from journeymapper.domain.kinds import Frequency, SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.commands import feelings, steps
from journeymapper.ui.places.home import HomePlace
from journeymapper.ui.walk.guide import Question
from journeymapper.ui.walk.so_far import SkippedLine
from tests.gui.walk_world import (
    CTRL,
    DENTAL,
    VALUES,
    WalkWorld,
    close_world,
    expected,
    open_world,
)

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def shown(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WalkWorld]:
    world = open_world(qapp, tmp_path_factory.mktemp("walk"))
    yield world
    close_world(world)


@pytest.fixture
def walk(shown: WalkWorld) -> WalkWorld:
    shown.begin()
    return shown


def test_the_card_is_whole_when_it_is_first_shown(qapp: QApplication, tmp_path: Path) -> None:
    world = open_world(qapp, tmp_path)
    world.begin()
    QApplication.processEvents()
    card = world.parts.page.card
    assert card.visibleRegion().boundingRect() == card.rect()
    close_world(world)


def skipped_lines(walk: WalkWorld) -> list[SkippedLine]:
    return [line for line in walk.parts.page.side.lines() if isinstance(line, SkippedLine)]


def is_whole(line: QWidget) -> bool:
    return line.height() >= line.sizeHint().height()


def test_fourteen_steps_by_keyboard_alone(walk: WalkWorld, qtbot: QtBot) -> None:
    for place, said in enumerate(DENTAL):
        assert (walk.guide.place, walk.guide.question) == (place, Question.HAVE)
        walk.answer(said)
        if place == 10:  # more than there is room for
            qtbot.waitUntil(lambda: all(map(is_whole, walk.parts.page.side.lines())))
    assert walk.guide.at_end
    assert walk.feelings() == [VALUES[face - 1] for face, _often, _what in DENTAL]
    assert walk.pains() == expected(DENTAL)
    snapshot = walk.document.snapshot
    told: tuple[Feeling | Card, ...] = (
        *snapshot.table(Feeling).values(),
        *snapshot.table(Card).values(),
    )
    assert {one.source for one in told} == {SourceKind.STAFF}
    finish = walk.parts.page.finish
    assert finish.isVisible()
    said_at_end = finish._sum.text()
    assert said_at_end == (
        "14 steps in 9 minutes 20. Worst so far: 3.1, 4.2 and 6.1. You can change everything."
    )
    assert walk.window.places.current().fact() == _("Everything here is the team’s opinion")


def test_fourteen_steps_by_mouse(walk: WalkWorld) -> None:
    for said in DENTAL:
        walk.answer_by_mouse(said)
    assert walk.guide.at_end
    assert walk.feelings() == [VALUES[face - 1] for face, _often, _what in DENTAL]
    assert walk.pains() == expected(DENTAL)
    worst = walk.parts.page.finish.deepest()
    walk.click(walk.parts.page.finish.open)
    assert not walk.place.walk.walking
    assert walk.place.canvas.view.isVisible()
    assert worst is not None
    assert walk.place.canvas.bench.cursor.steps == (worst.step.id,)


def test_the_walk_goes_on_after_closing_and_opening(walk: WalkWorld) -> None:
    for said in DENTAL[:4]:
        walk.answer(said)
    walk.key(Key.Key_1, Key.Key_2)
    walk.type("Wrong da")  # the last letters are written because the file is closed
    path = walk.document.path
    assert path is not None
    walk.window.session.close()
    home = walk.window.places.place("home")
    assert isinstance(home, HomePlace)
    assert "Continue the walk" in home.overview().begin.go_on.accessibleName()
    walk.window.open(path)
    assert not walk.place.walk.walking
    assert walk.place.bar.walk.accessibleName() == "Continue the walk at 3.1"
    walk.click(walk.place.bar.walk)
    assert walk.here() == "Arrival"
    assert walk.guide.passed == 4
    assert walk.card.faces[0].isChecked()
    assert walk.card.often[1].isChecked()
    assert walk.card.what.text() == "Wrong da"


def test_home_leads_back_into_the_walk(walk: WalkWorld) -> None:
    for said in DENTAL[:2]:
        walk.answer(said)
    walk.window.show_place("home")
    home = walk.window.places.current()
    assert isinstance(home, HomePlace)
    assert home.overview().begin.go_on.accessibleName().endswith("Continue the walk at 2.1")
    walk.click(home.overview().begin.go_on)
    assert walk.window.places.current() is walk.place
    assert walk.here() == "Book appointment"


def test_a_skipped_step_is_gone_and_can_be_put_back_as_it_was(walk: WalkWorld) -> None:
    before = walk.document.snapshot
    book = walk.step("Book appointment")
    walk.answer(DENTAL[0])
    walk.answer(DENTAL[1])
    walk.key(Key.Key_Delete)
    assert "Skip Book appointment. Ctrl+Z brings it back." in walk.window.status.texts()
    assert "Book appointment" not in walk.names()
    assert walk.here() == "Reminder"
    (line,) = skipped_lines(walk)
    walk.click(line.button)
    assert "Ctrl+Z" not in " ".join(walk.window.status.texts())  # it would take back the return
    assert walk.here() == "Book appointment"
    assert walk.step("Book appointment") == book
    assert set(walk.document.snapshot.table(Connection)) == set(before.table(Connection))
    assert skipped_lines(walk) == []


def test_what_was_skipped_is_known_after_opening_again(walk: WalkWorld) -> None:
    walk.answer(DENTAL[0])
    walk.key(Key.Key_Delete)
    path = walk.document.path
    assert path is not None
    walk.window.session.close()
    walk.window.open(path)
    walk.window.binding.run("walk.start")
    (line,) = skipped_lines(walk)
    walk.click(line.button)
    assert walk.names()[:3] == ["Recommendation or review", "Practice web page", "Book appointment"]


def test_undo_shows_the_step_that_it_is_about(walk: WalkWorld) -> None:
    walk.answer(DENTAL[0])
    walk.answer(DENTAL[1])
    walk.window.binding.run("edit.undo")
    assert walk.here() == "Practice web page"
    assert walk.card.what.text() == ""
    walk.window.binding.run("edit.undo")
    walk.window.binding.run("edit.undo")
    assert walk.feelings()[:3] == [2, None, None]
    assert not any(face.isChecked() for face in walk.card.faces)
    for _step in range(3):
        walk.window.binding.run("edit.redo")
    assert walk.feelings()[:2] == [2, 2]
    assert walk.card.what.text() == "Opening hours are hard to find"


def test_a_step_is_renamed_and_one_added_after_it(walk: WalkWorld) -> None:
    walk.key(Key.Key_F2)
    walk.type("Heard of us")
    walk.key(Key.Key_Return)
    assert walk.here() == "Heard of us"
    walk.key(Key.Key_Return, held=CTRL)
    walk.type("Asks 2 friends")
    walk.key(Key.Key_Return)
    assert walk.names()[:3] == ["Heard of us", "Asks 2 friends", "Practice web page"]
    assert walk.guide.facts().number == "1.2"
    assert walk.guide.question == Question.FEEL  # whoever adds a step has it
    walk.key(Key.Key_4)
    assert walk.feelings()[:2] == [None, 2]


def test_digits_are_answers_only_while_no_text_box_has_the_cursor(walk: WalkWorld) -> None:
    walk.key(Key.Key_2, Key.Key_3)
    walk.type("1 of 5")
    assert walk.feelings()[0] == -2
    walk.key(Key.Key_Return)
    assert walk.pains()[0] == (Frequency.OFTEN, "1 of 5")
    walk.key(Key.Key_5, held=SHIFT)  # where digits are written with Shift
    assert walk.feelings()[:2] == [-2, 4]


def test_no_takes_the_pain_out_and_undo_brings_it_back(walk: WalkWorld) -> None:
    walk.answer(DENTAL[2])
    walk.key(Key.Key_PageUp, Key.Key_Down, Key.Key_Down, Key.Key_1)
    assert walk.pains()[0] is None
    assert walk.card.often[0].isChecked()
    walk.window.binding.run("edit.undo")
    assert walk.pains()[0] == (Frequency.OFTEN, "Date is not read back")
    assert walk.card.what.text() == "Date is not read back"


def test_the_card_shows_what_the_map_holds(walk: WalkWorld) -> None:
    step = walk.guide.step_id
    (persona,) = queries.personas(walk.document.snapshot)
    feelings.set_value(walk.document, step, persona.id, -3)
    steps.rename(walk.document, step, "Reviews")
    assert walk.card.faces[1].isChecked()
    assert walk.card.heading._name.text() == "Reviews"
    walk.key(Key.Key_2)  # the face that is shown: the finer value stays
    assert walk.feelings()[0] == -3
    walk.key(Key.Key_Up, Key.Key_1)
    assert walk.feelings()[0] == -4


def test_a_name_that_is_too_long_is_refused_and_nothing_is_lost(walk: WalkWorld) -> None:
    walk.key(Key.Key_F2)
    walk.card.heading.line.setText("x" * 250)
    walk.guide.next()
    assert walk.guide.place == 0
    assert walk.card.heading.line.text() == "x" * 250
    assert not walk.card.heading.line.typing.problem.isHidden()
    walk.card.heading.line.setText("Reviews")
    walk.guide.next()
    assert walk.names()[0] == "Reviews"


def test_the_walk_stays_when_the_file_cannot_be_written(walk: WalkWorld) -> None:
    walk.key(Key.Key_4)
    path = walk.document.path
    assert path is not None
    path.unlink()
    path.mkdir()  # nothing can be written there now
    assert not walk.window.flows.close()
    walk.key(Key.Key_Return)
    assert walk.guide.place == 1
    assert walk.here() == "Practice web page"
    assert walk.card.heading._name.text() == "Practice web page"
    walk.save()


def test_esc_goes_to_the_map_at_the_step(walk: WalkWorld) -> None:
    walk.answer(DENTAL[0])
    walk.key(Key.Key_Escape)
    assert not walk.place.walk.walking
    assert walk.place.canvas.bench.cursor.steps == (walk.step("Practice web page").id,)
    assert walk.window.binding.action("step.add_after").isEnabled()
    walk.window.binding.run("walk.start")
    assert walk.here() == "Practice web page"
    assert not walk.window.binding.action("step.add_after").isEnabled()


def test_one_can_leave_questions_open(walk: WalkWorld) -> None:
    walk.key(Key.Key_Return, Key.Key_Return, Key.Key_Return)
    assert walk.guide.place == 1
    assert walk.feelings()[0] is None
    assert walk.document.next_undo is None


def test_a_blank_map_offers_the_walk_once_there_are_steps(shown: WalkWorld) -> None:
    shown.window.session.new(fill_blank, _("Start the map"))
    shown.save()
    assert not shown.place.bar.walk.isEnabled()
    shown.window.binding.run("walk.start")
    assert not shown.place.walk.walking
    shown.place.empty_button.click()
    shown.type("Arrive")
    shown.key(Key.Key_Return)
    assert shown.place.bar.walk.isEnabled()
    shown.window.binding.run("walk.start")
    assert shown.place.walk.walking
    assert len(shown.guide.order) == 1
    shown.key(Key.Key_Delete)  # the last step: the map says how to go on
    assert not shown.place.walk.walking


def test_the_template_asks_in_its_own_words_as_long_as_the_step_has_its_name(
    walk: WalkWorld,
) -> None:
    asked = walk.card.asked[Question.HAVE]
    assert asked.text() == "Do patients hear about you from others?"
    steps.rename(walk.document, walk.guide.step_id, "Poster at the bus stop")
    assert asked.text() == "Do you have this step?"
