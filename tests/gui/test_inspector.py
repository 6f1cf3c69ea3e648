"""The details: what they show, and that each field writes what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Channel, Role, Stage, Touchpoint
from journeymapper.domain.kinds import (
    Frequency,
    LaneKind,
    MomentOfTruth,
    Phase,
    Severity,
    SourceKind,
    TimeUnit,
)
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.panels.inspector import Inspector
from tests.gui.map_world import LEFT, NONE, World, begin


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


@pytest.fixture
def details(world: World) -> Inspector:
    world.place.set_details(True)
    world.select(world.spot("Greeting"))
    return world.place.inspector


def test_closed_in_a_narrow_window_and_open_in_a_wide_one(small_map: World) -> None:
    assert begin(small_map).place.inspector.isHidden()
    assert not begin(small_map, (1500, 800)).place.inspector.isHidden()
    begin(small_map).run("view.details")
    assert not small_map.place.inspector.isHidden()


def test_the_selected_step_stays_in_view_when_the_details_open(small_map: World) -> None:
    world = begin(small_map, (900, 600))
    world.select(world.spot("Rebooking"))
    world.place.set_details(True)
    QApplication.processEvents()
    pane = world.place.canvas.view.board.pane(Part.CELLS)
    assert pane.contains(world.centre(world.spot("Rebooking")))


def test_the_head_says_number_name_and_place(details: Inspector) -> None:
    assert details.chip.text() == "2.2"
    assert details.title.text() == "Greeting"
    assert details.line.text() == "Arrive, step 2 of 3"


def test_name_and_description_are_written_as_they_are_typed(
    world: World, details: Inspector
) -> None:
    details.step.name.setFocus()
    details.step.name.selectAll()
    world.type("Welcome")
    world.key(Qt.Key.Key_Return)
    assert "Welcome" in world.steps()
    details.step.description.setFocus()
    world.type("Says hello")
    details.flush()
    assert world.step("Welcome").description == "Says hello"


def test_typing_in_the_details_is_one_step(world: World, details: Inspector) -> None:
    history = len(world.document.history())
    details.step.description.setFocus()
    for part in ("Says", " hello", " twice"):
        world.type(part)
        details.flush()
    assert len(world.document.history()) == history + 1


def test_a_name_that_is_too_long_stays_with_the_reason(world: World, details: Inspector) -> None:
    details.step.name.setText("x" * 300)
    details.step.name.textEdited.emit("x" * 300)
    assert not details.flush()
    assert "300 characters" in details.step.name.typing.problem.text()
    assert details.step.name.text() == "x" * 300
    assert "Greeting" in world.steps()
    details.step.name.typing.restore()
    assert details.step.name.text() == "Greeting"


def test_a_new_owner_is_added_by_typing_the_name(world: World, details: Inspector) -> None:
    field = details.step.owner.lineEdit()
    assert field is not None
    assert field.text() == "Front desk"
    field.setFocus()
    field.selectAll()
    world.type("Hygienist")
    world.key(Qt.Key.Key_Return)
    owner = world.document.snapshot.get(Role, world.step("Greeting").owner or "")
    assert owner.name == "Hygienist"
    field.selectAll()
    world.type("front DESK")
    world.key(Qt.Key.Key_Return)
    owner = world.document.snapshot.get(Role, world.step("Greeting").owner or "")
    assert owner.name == "Front desk"
    assert len(world.document.snapshot.table(Role)) == 2


def test_where_it_happens_is_typed_the_same_way(world: World, details: Inspector) -> None:
    field = details.step.channel.lineEdit()
    assert field is not None
    field.setFocus()
    world.type("Phone")
    world.key(Qt.Key.Key_Return)
    channel = world.document.snapshot.get(Channel, world.step("Greeting").channels[0])
    assert channel.name == "Phone"


def test_the_switch_marks_a_moment_of_truth(world: World, details: Inspector) -> None:
    QTest.mouseClick(details.step.moment, LEFT, NONE, QPoint(15, 12))
    assert world.step("Greeting").moment_of_truth != MomentOfTruth.NONE


def test_the_scale_sets_the_feeling_by_click_and_by_key(world: World, details: Inspector) -> None:
    scale = details.step.feelings.rows[0].scale
    QTest.mouseClick(scale, LEFT, NONE, QPoint(scale.width() - 8, 12))
    step = world.step("Greeting").id
    assert queries.feelings(world.document.snapshot, step)[0].value == 5
    scale.setFocus()
    world.key(Qt.Key.Key_Left)
    assert queries.feelings(world.document.snapshot, step)[0].value == 4


def test_a_pain_is_rated_counted_and_rewritten(world: World, details: Inspector) -> None:
    row = details.step.pains.rows[0]
    row.severity.buttons[Severity.CRITICAL].click()
    assert world.card("Nobody looks up").severity == Severity.CRITICAL
    row.often.setCurrentIndex(2)
    row.often.activated.emit(2)
    assert world.card("Nobody looks up").frequency == Frequency.OFTEN
    row.text.setFocus()
    row.text.selectAll()
    world.type("No greeting")
    details.flush()
    assert world.card("No greeting").severity == Severity.CRITICAL


def test_a_pain_is_added_and_deleted(world: World, details: Inspector) -> None:
    details.step.pains.add.click()
    world.type("Loud")
    details.flush()
    assert world.card("Loud").touchpoint == world.step("Greeting").id
    details.step.pains.rows[1].gone.click()
    assert "Loud" not in world.texts()


def test_waits_are_numbers_with_a_comma_or_a_point(world: World, details: Inspector) -> None:
    details.step.waits.promised.setFocus()
    world.type("2,5")
    details.step.waits.actual.setFocus()
    world.type("4")
    details.flush()
    step = world.step("Greeting")
    assert (step.wait_promised, step.wait_actual) == (2.5, 4.0)
    details.step.waits.unit.setCurrentIndex(1)
    details.step.waits.unit.activated.emit(1)
    assert world.step("Greeting").wait_unit == TimeUnit.HOURS
    details.step.waits.promised.setText("soon")
    assert not details.flush()
    assert world.step("Greeting").wait_promised == 2.5
    details.step.waits.promised.typing.restore()


def test_a_stage_has_name_phase_goal_and_owner(world: World, details: Inspector) -> None:
    stage = world.stage("Pay")
    world.select(Spot(stage=stage))
    assert details.line.text() == "Stage with 1 step"
    details.stage.goal.setFocus()
    world.type("Done quickly")
    details.flush()
    place = details.stage.phase.findData(Phase.AFTER.value)
    details.stage.phase.setCurrentIndex(place)
    details.stage.phase.activated.emit(place)
    found = world.document.snapshot.get(Stage, stage)
    assert (found.goal, found.phase) == ("Done quickly", Phase.AFTER)


def test_a_card_says_where_it_comes_from(world: World, details: Inspector) -> None:
    card = world.card("Nobody looks up")
    spot = world.spot("Greeting", LaneKind.PAIN)
    world.select(Spot(spot.lane, spot.stage, spot.touchpoint, card.id))
    assert details.line.text() == "Pains at Greeting"
    place = details.card.source.findData(SourceKind.SURVEY.value)
    details.card.source.setCurrentIndex(place)
    details.card.source.activated.emit(place)
    details.card.n.setFocus()
    world.type("31")
    details.flush()
    found = world.document.snapshot.get(Card, card.id)
    assert (found.source, found.n) == (SourceKind.SURVEY, 31)


def test_several_steps_share_what_is_chosen(world: World, details: Inspector) -> None:
    world.place.canvas.bench.cursor.select((world.spot("Review"), world.spot("Form")))
    assert details.title.text() == "2 steps"
    assert not details.step.name.isVisible()
    QTest.mouseClick(details.step.moment, LEFT, NONE, QPoint(15, 12))
    for name in ("Review", "Form"):
        assert world.step(name).moment_of_truth != MomentOfTruth.NONE
    marked = world.document.snapshot.table(Touchpoint).values()
    assert sum(step.moment_of_truth != MomentOfTruth.NONE for step in marked) == 2


def test_what_is_typed_belongs_to_the_step_that_was_shown(world: World, details: Inspector) -> None:
    details.step.description.setFocus()
    world.type("About the greeting")
    world.place.canvas.bench.cursor.go_to(world.spot("Form"))
    assert world.step("Greeting").description == "About the greeting"
    assert world.step("Form").description == ""


def test_undo_shows_the_old_text_again(world: World, details: Inspector) -> None:
    details.step.description.setFocus()
    world.type("Says hello")
    details.flush()
    world.window.session.undo()
    assert details.step.description.toPlainText() == ""


def test_what_was_refused_is_said_when_another_step_is_shown(
    world: World, details: Inspector
) -> None:
    said: list[str] = []
    world.window.session.said.connect(lambda message: said.append(str(message)))
    details.step.name.setText("x" * 300)
    details.step.name.textEdited.emit("x" * 300)
    world.place.canvas.bench.cursor.go_to(world.spot("Form"))
    assert any("300 characters" in words for words in said)


def test_a_closed_document_is_written_to_no_more(world: World, details: Inspector) -> None:
    details.step.name.setText("x" * 300)
    details.step.name.textEdited.emit("x" * 300)
    world.window.session.close()
    assert details.flush()
    assert details.step.name.text() == ""
    begin(world)
