"""Dragging several things, copies, and to other maps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journeymapper.document.operations import cards
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Feeling, Lane, Touchpoint
from journeymapper.domain.kinds import LaneKind, MapState, Severity
from journeymapper.domain.message import _
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.spots import Spot
from tests.gui.dragging import (
    CTRL,
    SHIFT,
    at_step,
    before_,
    bubble,
    click,
    drag,
    other_map,
    pain,
    send,
    steps_of,
)
from tests.gui.map_world import World
from tests.screenshots.hands import Mouse as Hand

pytestmark = pytest.mark.qt_log_ignore(  # what the offscreen platform says of itself
    "^This plugin does not support grabbing the keyboard$", extend=True
)


# several at once ---------------------------------------------------------------------------


def test_ctrl_click_adds_and_takes_out_and_what_is_selected_is_dragged_together(
    world: World,
) -> None:
    click(world, world.spot("Wrong day"))
    click(world, world.spot("Form"), CTRL)
    click(world, world.spot("Review"), CTRL)
    click(world, world.spot("Review"), CTRL)
    cursor = world.place.canvas.bench.cursor
    assert set(cursor.steps) == {world.step("Wrong day").id, world.step("Form").id}
    history = len(world.document.history())
    end = before_(world, "Web page")
    drag(world, world.centre(world.spot("Form")), end, drop=False)
    assert bubble(world) == "2 steps go before Web page"
    assert world.place.canvas.view.marks.count == 2
    send(world, QEvent.Type.MouseButtonRelease, end)
    assert world.stages()["Learn"] == ["Review", "Wrong day", "Form", "Web page"]
    assert world.stages()["Arrive"] == ["Greeting"]
    assert world.undo_label() == "Move 2 steps"
    assert len(world.document.history()) == history + 1
    assert set(cursor.steps) == {world.step("Wrong day").id, world.step("Form").id}


def test_a_click_on_one_of_several_selects_it_alone(world: World) -> None:
    click(world, world.spot("Wrong day"))
    click(world, world.spot("Form"), SHIFT)
    assert len(world.place.canvas.bench.cursor.steps) == 3
    click(world, world.spot("Greeting"))
    assert world.place.canvas.bench.cursor.selected == (world.spot("Greeting"),)


def test_several_cards_are_dragged_into_one_cell(world: World) -> None:
    with world.document.step(_("More")) as tx:
        lane = world.card("Nobody looks up").lane
        cards.add_card(tx, lane, "Too long", touchpoint=world.step("Form").id)
    click(world, pain(world))
    click(world, pain(world, "Too long"), CTRL)
    target = world.centre(world.spot("Review", LaneKind.PAIN))
    drag(world, world.centre(pain(world)), target, drop=False)
    assert bubble(world) == "2 cards to Pains at Review"
    send(world, QEvent.Type.MouseButtonRelease, target)
    assert at_step(world, LaneKind.PAIN, "Review") == ["Nobody looks up", "Too long"]
    assert world.undo_label() == "Move 2 cards"


def test_alt_arrows_move_all_selected_steps(world: World) -> None:
    world.select(world.spot("Wrong day"))
    world.key(Qt.Key.Key_Right, SHIFT)
    world.run("move.right")
    assert world.stages()["Arrive"] == ["Form", "Wrong day", "Greeting"]
    world.run("move.right")
    assert world.stages()["Pay"] == ["Wrong day", "Greeting", "Rebooking"]
    world.run("move.left")
    assert world.stages()["Arrive"] == ["Form", "Wrong day", "Greeting"]
    assert world.undo_label() == "Move 2 steps"


# copies -----------------------------------------------------------------------------------


def test_ctrl_held_while_dragging_copies_and_the_bubble_says_so(world: World) -> None:
    start, end = world.centre(world.spot("Greeting")), before_(world, "Rebooking")
    drag(world, start, end, CTRL, drop=False)
    assert bubble(world) == "Copy, becomes 3.1"
    send(world, QEvent.Type.MouseButtonRelease, end, CTRL)
    assert world.stages()["Pay"] == ["Greeting", "Rebooking"]
    assert "Greeting" in world.stages()["Arrive"]
    assert world.undo_label() == "Copy Greeting"
    made = queries.touchpoints(world.document.snapshot, world.stage("Pay"))[0]
    assert world.place.canvas.bench.cursor.steps == (made.id,)


def test_the_ctrl_key_changes_a_drag_under_way(world: World) -> None:
    view = world.place.canvas.view
    start, end = world.centre(world.spot("Greeting")), before_(world, "Rebooking")
    drag(world, start, end, drop=False)
    assert bubble(world) == "Greeting becomes 3.1, before Rebooking"
    QTest.keyPress(view, Qt.Key.Key_Control)
    assert bubble(world) == "Copy, becomes 3.1"
    QTest.keyRelease(view, Qt.Key.Key_Control)
    assert bubble(world) == "Greeting becomes 3.1, before Rebooking"
    send(world, QEvent.Type.MouseButtonRelease, end)
    assert world.stages()["Arrive"] == ["Wrong day", "Form"]


def test_a_card_and_a_stage_are_copied_with_ctrl(world: World) -> None:
    target = world.centre(world.spot("Review", LaneKind.PAIN))
    drag(world, world.centre(pain(world)), target, CTRL, drop=False)
    assert bubble(world) == "Copy to Pains at Review"
    send(world, QEvent.Type.MouseButtonRelease, target, CTRL)
    assert at_step(world, LaneKind.PAIN, "Review") == ["Nobody looks up"]
    assert at_step(world, LaneKind.PAIN, "Greeting") == ["Nobody looks up"]
    header = world.place.canvas.view.board.scenes[Part.HEADER]
    box = header.find(f"stage:{world.stage('Pay')}")
    first = header.find(f"stage:{world.stage('Learn')}")
    assert box is not None
    assert first is not None
    to_view = world.place.canvas.view.board.to_view
    start = to_view(box.box, Part.HEADER).center().toPoint()
    end = to_view(first.box, Part.HEADER).topLeft().toPoint() + QPoint(10, 20)
    drag(world, start, end, CTRL)
    found = queries.stages(world.document.snapshot, world.map_id)
    assert [stage.name for stage in found] == ["Pay", "Learn", "Arrive", "Pay"]


# other maps -------------------------------------------------------------------------------


def bar_point(world: World, widget: QWidget) -> QPoint:
    return world.viewport.mapFromGlobal(widget.mapToGlobal(widget.rect().center()))


def test_steps_dropped_on_future_go_to_that_map(world: World) -> None:
    future = other_map(world, MapState.FUTURE)
    end = bar_point(world, world.place.bar.states.button("future"))
    drag(world, world.centre(world.spot("Greeting")), end, drop=False)
    assert bubble(world) == "Move Greeting to Another"
    send(world, QEvent.Type.MouseButtonRelease, end)
    assert steps_of(world, future) == ["Door", "Greeting"]
    assert world.stages()["Arrive"] == ["Wrong day", "Form"]
    card = world.card("Nobody looks up")
    assert world.document.snapshot.get(Lane, card.lane).map == future
    assert (card.severity, world.undo_label()) == (Severity.HIGH, "Move Greeting to Another")
    world.run("edit.undo")
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Form"]


def test_with_several_other_maps_the_title_asks_which(world: World) -> None:
    first = other_map(world)
    other_map(world)
    end = bar_point(world, world.place.bar.title)
    drag(world, world.centre(world.spot("Form")), end, CTRL, drop=False)
    assert bubble(world) == "Let go to choose the map"
    send(world, QEvent.Type.MouseButtonRelease, end, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert steps_of(world, first) == ["Door", "Form"]
    assert "Form" in world.stages()["Arrive"]


def test_the_menu_moves_to_another_map_and_a_card_needs_a_step_of_that_name(
    world: World,
) -> None:
    another = other_map(world)

    def choose(spot: Spot) -> None:
        world.select(spot)
        at = world.viewport.mapToGlobal(world.centre(spot))
        world.place.canvas.mouse._menus(Part.CELLS, spot, spot.lane, at)
        Hand().choose("Move to map", "Another")
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu):
                menu.close()

    before = world.document.snapshot
    messages: list[str] = []
    world.window.session.failed.connect(lambda error: messages.append(str(error)))
    choose(pain(world))
    assert messages == ["Another has no step called Greeting."]
    assert world.document.snapshot is before
    choose(world.spot("Greeting"))
    assert steps_of(world, another) == ["Door", "Greeting"]


# feelings ---------------------------------------------------------------------------------


def feelings(world: World) -> dict[str, int]:
    snapshot = world.document.snapshot
    return {
        snapshot.get(Touchpoint, f.touchpoint).name: f.value
        for f in snapshot.table(Feeling).values()
    }


def test_alt_up_and_down_change_the_feeling_by_one(world: World) -> None:
    world.select(world.spot("Review", LaneKind.FEELING))
    for _turn in range(4):
        world.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert feelings(world)["Review"] == 5
    assert "from −5 to +5" in " ".join(world.window.status.texts())
    world.key(Qt.Key.Key_Right, SHIFT)
    world.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (feelings(world)["Review"], feelings(world)["Web page"]) == (4, 1)
    assert world.undo_label() == "Anna feels worse at 2 steps"


# several at once in the details -------------------------------------------------------------


def test_details_of_several_cards_set_all_of_them_in_one_step(world: World) -> None:
    with world.document.step(_("More")) as tx:
        add_pain(tx, world, "Form")
    world.place.set_details(True)
    click(world, pain(world))
    click(world, pain(world, "At Form"), CTRL)
    history = len(world.document.history())
    world.place.inspector.card.severity.chosen.emit(Severity.LOW)
    found = {c.text: c.severity for c in world.document.snapshot.table(Card).values()}
    assert found["Nobody looks up"] == found["At Form"] == Severity.LOW
    assert len(world.document.history()) == history + 1


def add_pain(tx: Tx, world: World, step: str) -> None:
    lane = world.card("Nobody looks up").lane
    cards.add_card(tx, lane, f"At {step}", touchpoint=world.step(step).id)
