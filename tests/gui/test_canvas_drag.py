"""Dragging things on the map: what is seen on the way, and the one step at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.domain import queries
from journeymapper.domain.kinds import LaneKind, MomentOfTruth
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.gestures.palette_drop import NewThing
from tests.gui.map_world import LEFT, NONE, World, begin


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


def test_a_step_dragged_to_another_stage_moves_there_in_one_step(world: World) -> None:
    before = len(world.document.history())
    start, end = world.centre(world.spot("Greeting")), world.centre(world.spot("Review"))
    world.drag(start, end - QPoint(30, 0))
    assert world.stages()["Learn"] == ["Greeting", "Review", "Web page"]
    assert world.stages()["Arrive"] == ["Wrong day", "Form"]
    assert len(world.document.history()) == before + 1
    assert world.undo_label() == "Move Greeting"


def test_on_the_way_the_map_shows_the_new_order_and_says_it(world: World) -> None:
    before = world.document.snapshot
    start, end = world.centre(world.spot("Greeting")), world.centre(world.spot("Wrong day"))
    world.drag(start, end - QPoint(30, 0), drop=False)
    layout = world.place.projection.layout
    assert layout is not None
    order = [c.touchpoint for c in layout.columns]
    assert order.index(world.step("Greeting").id) < order.index(world.step("Wrong day").id)
    assert world.place.canvas.bubble.text() == "Greeting becomes 2.1, before Wrong day"
    assert world.place.canvas.view.marks.bar is not None
    assert world.document.snapshot is before
    QTest.mouseRelease(world.viewport, LEFT, NONE, end - QPoint(30, 0))


def test_escape_in_mid_drag_leaves_everything_as_it_was(world: World) -> None:
    layout, steps = world.place.projection.layout, world.steps()
    history = len(world.document.history())
    start, end = world.centre(world.spot("Greeting")), world.centre(world.spot("Review"))
    world.drag(start, end, drop=False)
    assert world.place.projection.previewing
    world.key(Qt.Key.Key_Escape)
    assert not world.place.projection.previewing
    assert world.place.projection.layout is layout
    QTest.mouseRelease(world.viewport, LEFT, NONE, end)
    assert world.steps() == steps
    assert len(world.document.history()) == history
    assert not world.place.canvas.bubble.isVisible()


def test_a_step_dropped_where_it_was_is_no_step_of_the_history(world: World) -> None:
    history = len(world.document.history())
    start = world.centre(world.spot("Greeting"))
    world.drag(start, start + QPoint(12, 30))
    assert len(world.document.history()) == history


def test_a_stage_is_dragged_by_its_header(world: World) -> None:
    layout = world.place.projection.layout
    assert layout is not None
    boxes = layout.stage_boxes
    start = QPoint(round(boxes[world.stage("Pay")].x + 40), 40)
    end = QPoint(round(boxes[world.stage("Learn")].x + 10), 40)
    world.drag(start, end)
    assert list(world.stages()) == ["Pay", "Learn", "Arrive"]
    assert world.undo_label() == "Move Pay"


def test_a_pain_is_dragged_to_another_step(world: World) -> None:
    pain = world.card("Nobody looks up")
    spot = world.spot("Greeting", LaneKind.PAIN)
    start = world.centre(spot.__class__(spot.lane, spot.stage, spot.touchpoint, pain.id))
    world.drag(start, world.centre(world.spot("Review", LaneKind.PAIN)))
    assert world.card("Nobody looks up").touchpoint == world.step("Review").id


def test_a_card_finds_no_place_among_the_steps_and_is_told_why(world: World) -> None:
    pain = world.card("Nobody looks up")
    spot = world.spot("Greeting", LaneKind.PAIN)
    start = world.centre(spot.__class__(spot.lane, spot.stage, spot.touchpoint, pain.id))
    world.drag(start, world.centre(world.spot("Review")), drop=False)
    assert "takes no cards" in world.place.canvas.bubble.text()
    assert not world.place.canvas.view.marks.allowed
    QTest.mouseRelease(world.viewport, LEFT, NONE, world.centre(world.spot("Review")))
    assert world.card("Nobody looks up") == pain


def test_a_point_of_the_curve_moves_in_steps_of_one(world: World) -> None:
    step = world.step("Review")
    feeling = queries.feelings(world.document.snapshot, step.id)[0]
    scene = world.place.canvas.view.board.scenes[Part.CELLS]
    group = scene.find(f"feeling:{feeling.id}")
    assert group is not None
    start = world.point(group.box)
    lower = world.place.projection.layout
    assert lower is not None
    world.drag(start, start + QPoint(0, 60))
    after = queries.feelings(world.document.snapshot, step.id)[0]
    assert after.value < feeling.value
    assert after.source == feeling.source
    assert world.undo_label().startswith("Anna feels")


def test_a_moment_of_truth_is_dropped_from_the_palette(world: World) -> None:
    button = world.place.palette_.buttons[NewThing.MOMENT]
    target = world.viewport.mapTo(world.window, world.centre(world.spot("Form")))
    end = button.mapFrom(world.window, target)
    world.drag(button.rect().center(), end, of=button)
    assert world.step("Form").moment_of_truth != MomentOfTruth.NONE
    world.drag(button.rect().center(), end, of=button)
    assert world.step("Form").moment_of_truth == MomentOfTruth.NONE


def test_a_pain_from_the_palette_lands_at_the_step_and_is_typed_at_once(world: World) -> None:
    button = world.place.palette_.buttons[NewThing.PAIN]
    target = world.viewport.mapTo(world.window, world.centre(world.spot("Form")))
    world.drag(button.rect().center(), button.mapFrom(world.window, target), of=button)
    world.type("Asked twice")
    world.key(Qt.Key.Key_Return)
    assert world.card("Asked twice").touchpoint == world.step("Form").id


def test_a_new_step_from_the_palette_lands_between_two(world: World) -> None:
    button = world.place.palette_.buttons[NewThing.STEP]
    at = world.centre(world.spot("Greeting")) - QPoint(30, 0)
    target = world.viewport.mapTo(world.window, at)
    world.drag(button.rect().center(), button.mapFrom(world.window, target), of=button)
    world.type("Lift")
    world.key(Qt.Key.Key_Return)
    assert world.stages()["Arrive"] == ["Wrong day", "Lift", "Greeting", "Form"]


def test_a_drag_ends_when_the_document_changes_under_it(world: World) -> None:
    world.run("step.add_after")
    world.key(Qt.Key.Key_Escape)
    start, end = world.centre(world.spot("Greeting")), world.centre(world.spot("Review"))
    world.drag(start, end, drop=False)
    world.window.session.undo()
    assert world.place.canvas.mouse.gesture is None
    assert not world.place.projection.previewing
    QTest.mouseRelease(world.viewport, LEFT, NONE, end)
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Form"]


def test_space_and_the_left_button_push_the_map(small_map: World) -> None:
    world = begin(small_map, (700, 420))
    bar = world.place.canvas.view.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(0)
    QTest.keyPress(world.place.canvas.view, Qt.Key.Key_Space)
    world.drag(QPoint(400, 150), QPoint(350, 150))
    QTest.keyRelease(world.place.canvas.view, Qt.Key.Key_Space)
    assert bar.value() == 50


def test_what_cannot_be_dropped_shows_a_grey_bar_and_says_why(world: World) -> None:
    button = world.place.palette_.buttons[NewThing.MOMENT]
    header = world.viewport.mapTo(world.window, QPoint(200, 40))
    world.drag(button.rect().center(), button.mapFrom(world.window, header), drop=False, of=button)
    marks = world.place.canvas.view.marks
    assert marks.bar is not None
    assert not marks.allowed
    assert world.place.canvas.bubble.text() == "Drop it on a step"
    history = len(world.document.history())
    QTest.mouseRelease(button, LEFT, NONE, button.mapFrom(world.window, header))
    assert len(world.document.history()) == history


def test_a_drag_near_the_edge_scrolls(small_map: World, qtbot: QtBot) -> None:
    world = begin(small_map, (640, 420))
    bar = world.place.canvas.view.horizontalScrollBar()
    edge = QPoint(world.viewport.width() - 4, 150)
    world.drag(world.centre(world.spot("Review")), edge, drop=False)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=3000)
    QTest.mouseRelease(world.viewport, LEFT, NONE, edge)
    assert world.steps()[-1] == "Review"
