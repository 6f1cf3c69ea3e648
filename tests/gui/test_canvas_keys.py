"""The map without a mouse: the same things by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from journeymapper.domain.kinds import LaneKind, MomentOfTruth
from journeymapper.ui.canvas.spots import Spot
from tests.gui.map_world import World, begin

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


def here(world: World) -> Spot:
    spot = world.place.canvas.bench.cursor.spot
    assert spot is not None
    return spot


def test_the_first_arrow_goes_to_the_first_step(world: World) -> None:
    world.key(Qt.Key.Key_Right)
    assert here(world) == world.spot("Review")


def test_arrows_go_from_cell_to_cell(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_Right)
    assert here(world) == world.spot("Form")
    world.key(Qt.Key.Key_Down)
    assert here(world) == world.spot("Form", LaneKind.FEELING)
    world.key(Qt.Key.Key_Left)
    assert here(world) == world.spot("Greeting", LaneKind.FEELING)


def test_going_up_and_down_through_a_wide_cell_keeps_the_column(world: World) -> None:
    world.select(world.spot("Form"))
    world.key(Qt.Key.Key_Up)
    assert here(world) == Spot(world.spot("Form", LaneKind.DOING).lane, world.stage("Arrive"))
    world.key(Qt.Key.Key_Up)
    assert here(world) == Spot(stage=world.stage("Arrive"))
    world.key(Qt.Key.Key_Down)
    world.key(Qt.Key.Key_Down)
    assert here(world) == world.spot("Form")


def test_home_and_end_go_to_the_ends_of_the_row(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_End)
    assert here(world) == world.spot("Rebooking")
    world.key(Qt.Key.Key_Home)
    assert here(world) == world.spot("Review")


def test_shift_and_arrows_select_several(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_Right, SHIFT)
    assert world.place.canvas.bench.cursor.steps == (
        world.step("Greeting").id,
        world.step("Form").id,
    )
    world.key(Qt.Key.Key_Escape)
    assert len(world.place.canvas.bench.cursor.selected) == 1


def test_a_new_step_comes_after_this_one_and_is_named_at_once(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.run("step.add_after")
    world.type("Lift")
    world.key(Qt.Key.Key_Return)
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Lift", "Form"]


def test_a_new_stage_comes_after_this_one(world: World) -> None:
    world.select(world.spot("Review"))
    world.run("stage.add")
    world.type("Call")
    world.key(Qt.Key.Key_Return)
    assert list(world.stages()) == ["Learn", "Call", "Arrive", "Pay"]


def test_alt_arrows_move_a_step_across_stages(world: World) -> None:
    world.select(world.spot("Wrong day"))
    world.run("move.left")
    assert world.stages()["Learn"] == ["Review", "Web page", "Wrong day"]
    assert here(world) == world.spot("Wrong day")
    world.run("move.right")
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Form"]


def test_alt_arrows_move_a_stage(world: World) -> None:
    world.select(Spot(stage=world.stage("Pay")))
    world.run("move.left")
    assert list(world.stages()) == ["Learn", "Pay", "Arrive"]


def test_alt_down_moves_the_row(world: World) -> None:
    world.select(world.spot("Greeting"))
    kinds = [row.kind for row in world.place.canvas.bench.layout.rows]
    world.run("move.down")
    after = [row.kind for row in world.place.canvas.bench.layout.rows]
    assert (kinds[1], kinds[2]) == (after[2], after[1])


def test_the_moment_of_truth_is_a_key(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.run("step.moment_of_truth")
    assert world.step("Greeting").moment_of_truth != MomentOfTruth.NONE
    assert world.window.binding.action("step.moment_of_truth").isChecked()
    world.run("step.moment_of_truth")
    assert world.step("Greeting").moment_of_truth == MomentOfTruth.NONE


def test_delete_takes_the_step_and_says_how_to_bring_it_back(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.run("edit.delete")
    assert "Greeting" not in world.steps()
    assert any("Ctrl+Z" in text for text in world.window.status.texts())
    world.run("edit.undo")
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Form"]
    assert "Nobody looks up" in world.texts()


def test_delete_in_the_feeling_row_forgets_the_feeling_only(world: World) -> None:
    world.select(world.spot("Greeting", LaneKind.FEELING))
    world.run("edit.delete")
    assert "Greeting" in world.steps()
    assert world.undo_label() == "Forget how Anna feels"


def test_undo_shows_where_it_happened(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.run("step.moment_of_truth")
    world.select(world.spot("Rebooking"))
    world.run("edit.undo")
    assert here(world) == world.spot("Greeting")
    world.select(world.spot("Rebooking"))
    world.run("edit.redo")
    assert here(world) == world.spot("Greeting")
    assert world.step("Greeting").moment_of_truth != MomentOfTruth.NONE


def test_the_cursor_stays_beside_what_was_deleted(world: World) -> None:
    world.select(world.spot("Rebooking"))
    world.run("edit.delete")
    assert here(world).lane == world.spot("Form").lane


def test_tab_goes_through_the_row_and_out_at_its_end(world: World) -> None:
    world.select(world.spot("Form"))
    world.key(Qt.Key.Key_Tab)
    assert here(world) == world.spot("Rebooking")
    world.key(Qt.Key.Key_Tab)
    assert not world.place.canvas.view.hasFocus()


def test_typing_before_a_cell_is_chosen_shows_where_one_stands(world: World) -> None:
    world.place.canvas.bench.cursor.go_to(None)
    before = world.document.snapshot
    world.type("x")
    assert here(world) == world.spot("Review")
    assert not world.place.canvas.editing.active
    assert world.document.snapshot is before
    assert "Choose a cell with the arrow keys, then type." in world.window.status.texts()


def test_a_step_that_waits_for_its_name_is_named_before_another_is_added(world: World) -> None:
    world.select(Spot(stage=world.stage("Pay")))
    world.run("stage.add")
    world.type("Leave")
    world.key(Qt.Key.Key_Return)
    world.run("step.add_after")
    world.type("Goodbye")
    world.key(Qt.Key.Key_Return)
    assert world.stages()["Leave"] == ["Goodbye"]
    world.select(Spot(stage=world.stage("Leave")))
    world.run("step.add_after")
    world.type("Coat")
    world.key(Qt.Key.Key_Return)
    assert world.stages()["Leave"] == ["Goodbye", "Coat"]


def test_the_ring_is_for_the_keyboard_only(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_Right)
    assert world.place.canvas.view.marks.focus
    world.drag(world.centre(world.spot("Form")), world.centre(world.spot("Form")))
    assert not world.place.canvas.view.marks.focus


def test_the_keys_of_the_table_reach_the_map(world: World) -> None:
    ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_M, ctrl)
    assert world.step("Greeting").moment_of_truth != MomentOfTruth.NONE
    world.key(Qt.Key.Key_Right, alt)
    assert world.stages()["Arrive"] == ["Wrong day", "Form", "Greeting"]
    world.key(Qt.Key.Key_Z, ctrl)
    world.key(Qt.Key.Key_Z, ctrl)
    assert world.step("Greeting").moment_of_truth == MomentOfTruth.NONE
    world.key(Qt.Key.Key_Return, ctrl)
    world.type("Lift")
    world.key(Qt.Key.Key_Return, ctrl)
    world.type("Stairs")
    world.key(Qt.Key.Key_Return)
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Lift", "Stairs", "Form"]


def test_delete_while_typing_deletes_letters_only(world: World) -> None:
    world.select(world.spot("Form"))
    world.key(Qt.Key.Key_F2)
    world.key(Qt.Key.Key_Home)
    world.key(Qt.Key.Key_Delete)
    world.key(Qt.Key.Key_Return)
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "orm"]
