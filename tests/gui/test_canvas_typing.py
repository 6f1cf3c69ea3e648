"""Typing on the map: select a cell and write, and it is in the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.domain import queries
from journeymapper.domain.entities import Card
from journeymapper.domain.kinds import LaneKind
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.commands import cards
from tests.gui.map_world import LEFT, NONE, World, begin


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


def feeling(world: World, step: str) -> int | None:
    found = queries.feelings(world.document.snapshot, world.step(step).id)
    return found[0].value if found else None


def test_typing_in_an_empty_pain_makes_a_card_and_keeps_the_first_key(world: World) -> None:
    world.select(world.spot("Form", LaneKind.PAIN))
    world.type("Asked twice")
    world.key(Qt.Key.Key_Return)
    assert world.card("Asked twice").touchpoint == world.step("Form").id
    assert not world.place.canvas.editing.active
    assert world.place.canvas.view.hasFocus()


def test_all_keys_of_one_text_are_one_step_of_the_history(world: World) -> None:
    history = len(world.document.history())
    world.select(world.spot("Form", LaneKind.PAIN))
    world.type("Asked")
    world.place.canvas.editing.flush()
    world.type(" twice")
    world.place.canvas.editing.flush()
    world.key(Qt.Key.Key_Return)
    assert len(world.document.history()) == history + 1
    assert world.undo_label() == "Write “Asked twice”"


def test_what_is_typed_is_kept_half_a_second_later(world: World, qtbot: QtBot) -> None:
    world.select(world.spot("Form", LaneKind.PAIN))
    world.type("Asked twice")
    assert "Asked twice" not in world.texts()
    qtbot.waitUntil(lambda: "Asked twice" in world.texts(), timeout=3000)
    assert world.place.canvas.editing.active
    world.key(Qt.Key.Key_Escape)


def test_typing_over_a_step_renames_it(world: World) -> None:
    world.select(world.spot("Form"))
    world.type("Two forms")
    world.key(Qt.Key.Key_Return)
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Two forms"]
    assert world.undo_label() == "Rename to Two forms"


def test_f2_keeps_the_text_and_lets_one_write_on(world: World) -> None:
    world.select(world.spot("Form"))
    world.run("edit.edit")
    world.key(Qt.Key.Key_End)
    world.type(" again")
    world.key(Qt.Key.Key_Return)
    assert "Form again" in world.steps()


def test_escape_leaves_the_text_as_it_was_even_after_it_was_kept(world: World) -> None:
    history = len(world.document.history())
    world.select(world.spot("Form"))
    world.type("Nonsense")
    world.place.canvas.editing.flush()
    assert "Nonsense" in world.steps()
    world.key(Qt.Key.Key_Escape)
    assert "Form" in world.steps()
    assert "Nonsense" not in world.steps()
    assert len(world.document.history()) == history + 2


def test_escape_before_anything_was_kept_leaves_no_trace(world: World) -> None:
    history = len(world.document.history())
    world.select(world.spot("Form"))
    world.type("Nonsense")
    world.key(Qt.Key.Key_Escape)
    assert len(world.document.history()) == history


def test_clicking_elsewhere_keeps_the_text(world: World) -> None:
    world.select(world.spot("Form", LaneKind.PAIN))
    world.type("Asked twice")
    QTest.mouseClick(world.viewport, LEFT, NONE, world.centre(world.spot("Review")))
    assert "Asked twice" in world.texts()
    assert world.place.canvas.bench.cursor.spot == world.spot("Review")


def test_a_refused_text_stays_in_the_editor_with_the_reason(world: World) -> None:
    world.select(world.spot("Form"))
    world.key(Qt.Key.Key_Return)
    long = "x" * 300
    QApplication.clipboard().setText(long)
    editor = world.place.canvas.editor
    editor.selectAll()
    editor.insertPlainText(long)
    world.key(Qt.Key.Key_Return)
    assert world.place.canvas.editing.active
    assert editor.toPlainText() == long
    assert "300 characters" in editor.message
    assert "Form" in world.steps()
    QTest.mouseClick(world.viewport, LEFT, NONE, world.centre(world.spot("Review")))
    assert editor.toPlainText() == long
    world.key(Qt.Key.Key_Escape)
    assert "Form" in world.steps()


def test_pasted_text_loses_its_looks_and_in_a_name_its_lines(world: World) -> None:
    world.select(world.spot("Form"))
    world.key(Qt.Key.Key_Return)
    data = QMimeData()
    data.setHtml("<b>Two</b><br>forms")
    data.setText("Two\nforms")
    editor = world.place.canvas.editor
    editor.selectAll()
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "Two forms"
    assert "font-weight:700" not in editor.toHtml().partition("<body")[2].replace("600", "")
    world.key(Qt.Key.Key_Return)
    assert "Two forms" in world.steps()


def test_an_emptied_card_is_no_card(world: World) -> None:
    card = world.card("Nobody looks up")
    spot = world.spot("Greeting", LaneKind.PAIN)
    world.select(Spot(spot.lane, spot.stage, spot.touchpoint, card.id))
    world.key(Qt.Key.Key_Backspace)
    world.key(Qt.Key.Key_Return)
    assert world.document.snapshot.find(Card, card.id) is None
    world.run("edit.undo")
    world.run("edit.undo")
    assert world.card("Nobody looks up").id == card.id


@pytest.mark.parametrize(("keys", "value"), [("4", 4), ("-3", -3), ("+5", 5), ("0", 0)])
def test_a_number_in_the_feeling_row_sets_the_feeling(world: World, keys: str, value: int) -> None:
    world.select(world.spot("Greeting", LaneKind.FEELING))
    world.type(keys)
    world.key(Qt.Key.Key_Return)
    assert feeling(world, "Greeting") == value
    assert world.place.canvas.bench.cursor.spot == world.spot("Form", LaneKind.FEELING)


def test_feelings_are_typed_one_after_the_other(world: World) -> None:
    world.select(world.spot("Wrong day", LaneKind.FEELING))
    for value in ("-4", "1", "3"):
        world.type(value)
        world.key(Qt.Key.Key_Return)
    assert [feeling(world, s) for s in ("Wrong day", "Greeting", "Form")] == [-4, 1, 3]


@pytest.mark.parametrize("keys", ["9", "-", "abc", "2.5"])
def test_what_is_no_feeling_stays_in_the_editor(world: World, keys: str) -> None:
    world.select(world.spot("Greeting", LaneKind.FEELING))
    world.type(keys)
    world.key(Qt.Key.Key_Return)
    assert world.place.canvas.editing.active
    assert "−5 to +5" in world.place.canvas.editor.message
    world.key(Qt.Key.Key_Escape)
    assert feeling(world, "Greeting") == 0


def test_a_stage_is_renamed_in_its_header(world: World) -> None:
    world.select(Spot(stage=world.stage("Pay")))
    world.run("edit.edit")
    world.type("Pay and go")
    world.key(Qt.Key.Key_Return)
    assert list(world.stages()) == ["Learn", "Arrive", "Pay and go"]


def test_a_measured_value_belongs_to_its_step(world: World) -> None:
    world.run("rows.more")
    world.select(world.spot("Form", LaneKind.METRIC))
    world.type("30 minutes")
    world.key(Qt.Key.Key_Return)
    assert world.card("30 minutes").touchpoint == world.step("Form").id


def test_a_text_for_a_stage_is_typed_once_for_all_its_steps(world: World) -> None:
    spot = world.spot("Form", LaneKind.DOING)
    assert spot.touchpoint == ""
    world.select(spot)
    world.type("Comes in")
    world.key(Qt.Key.Key_Return)
    assert world.card("Comes in").stage == world.stage("Arrive")


def test_publishing_writes_what_is_typed_and_goes_on(world: World) -> None:
    world.select(world.spot("Form", LaneKind.PAIN))
    world.type("Asked")
    world.window.session.flush.emit()
    assert "Asked" in world.texts()
    assert world.place.canvas.editing.active
    world.type(" twice")
    world.key(Qt.Key.Key_Return)
    assert "Asked twice" in world.texts()


def test_undo_while_typing_takes_back_what_is_typed(world: World) -> None:
    world.select(world.spot("Form", LaneKind.PAIN))
    world.type("Asked")
    world.window.session.undo()
    assert not world.place.canvas.editing.active
    assert "Asked" not in world.texts()


def test_opening_and_leaving_the_editor_changes_no_character(world: World) -> None:
    words = "Wait 50\u00a0% longer"
    world.select(world.spot("Form", LaneKind.PAIN))
    cards.add(world.document, world.spot("Form", LaneKind.PAIN).cell, words)
    world.select(world.spot("Form", LaneKind.PAIN))
    history = len(world.document.history())
    world.key(Qt.Key.Key_Return)
    world.key(Qt.Key.Key_Return)
    assert len(world.document.history()) == history
    assert world.card(words).text == words
