"""The map for those who hear it: names, order, states, actions, and what follows a change."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from journeymapper.document.operations import cards, maps, stages, touchpoints
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.ui.canvas.accessible.cell import PRESS, SET_FOCUS
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.projection import Projection
from journeymapper.ui.canvas.spots import Spot
from tests.gui.map_world import World, begin

NAME = QAccessible.Text.Name


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


def list_of(world: World) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(world.place.canvas.view)
    assert found is not None
    return found


def items(world: World) -> list[QAccessibleInterface]:
    above = list_of(world)
    found = [above.child(i) for i in range(above.childCount())]
    return [one for one in found if one.role() == QAccessible.Role.ListItem]


def names(world: World) -> list[str]:
    return [one.text(NAME) for one in items(world)]


def item(world: World, name: str) -> QAccessibleInterface:
    return next(one for one in items(world) if one.text(NAME).startswith(name))


def here(world: World) -> str:
    """What is said of where the keyboard is."""
    return list_of(world).focusChild().text(NAME)


def test_the_map_is_a_list_that_says_which_map_it_is(world: World) -> None:
    above = list_of(world)
    assert above.role() == QAccessible.Role.List
    assert above.text(NAME) == "Map: Patient journey"
    assert above.parent().indexOfChild(above) >= 0


def test_a_reader_hears_step_stage_row_and_value(world: World) -> None:
    world.select(world.spot("Greeting", LaneKind.PAIN))
    assert here(world) == "2.2 Greeting, 2 Arrive, Pains, Nobody looks up, High"
    world.key(Qt.Key.Key_Up)
    assert here(world) == "2.2 Greeting, 2 Arrive, Feeling, Anna 0"
    world.select(Spot(stage=world.stage("Pay")))
    assert here(world) == "Stage 3 Pay"


def test_every_cell_is_there_once_in_reading_order(world: World) -> None:
    found = names(world)
    assert found[:3] == ["Stage 1 Learn", "Stage 2 Arrive", "Stage 3 Pay"]
    assert len(set(found)) == len(found)
    steps = [name for name in found if name.endswith(", Steps, step")]
    assert [step.split(",")[0] for step in steps] == [
        "1.1 Review",
        "1.2 Web page",
        "2.1 Wrong day",
        "2.2 Greeting",
        "2.3 Form",
        "3.1 Rebooking",
    ]
    above = list_of(world)
    assert [above.indexOfChild(one) for one in items(world)] == list(range(len(found)))


def test_hidden_rows_come_when_they_are_shown(world: World) -> None:
    before = len(names(world))
    assert not any(", What we measured, " in name for name in names(world))
    world.run("rows.more")
    assert "2.2 Greeting, 2 Arrive, What we measured, empty" in names(world)
    assert len(names(world)) > before


def test_the_states_follow_cursor_and_selection(world: World) -> None:
    world.select(world.spot("Greeting"))
    greeting = item(world, "2.2 Greeting, 2 Arrive, Steps")
    state = greeting.state()
    assert (state.focusable, state.selectable) == (1, 1)
    assert (state.focused, state.selected, state.offscreen) == (1, 1, 0)
    world.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert not greeting.state().focused
    assert greeting.state().selected
    assert here(world).startswith("2.3 Form")
    world.key(Qt.Key.Key_Right)
    assert not greeting.state().selected


def test_the_reader_can_go_to_a_cell_and_write_in_it(world: World) -> None:
    form = item(world, "2.3 Form, 2 Arrive, Steps")
    actions = form.actionInterface()
    assert actions.actionNames() == [SET_FOCUS, PRESS]
    assert actions.localizedActionName(PRESS) == "Edit"
    world.window.activity.setFocus()
    actions.doAction(SET_FOCUS)
    QApplication.processEvents()
    assert here(world).startswith("2.3 Form, 2 Arrive, Steps")
    assert not world.place.canvas.editing.active
    actions.doAction(PRESS)
    QApplication.processEvents()
    editor = QApplication.focusWidget()
    assert editor is world.place.canvas.editor
    assert editor.accessibleName().startswith("2.3 Form")
    world.type("Paper")
    world.key(Qt.Key.Key_Return)
    assert form.text(NAME).startswith("2.3 Paper, 2 Arrive, Steps")


def test_an_action_of_a_cell_that_is_gone_does_nothing(world: World) -> None:
    form = item(world, "2.3 Form, 2 Arrive, Steps")
    form.actionInterface().doAction(PRESS)
    with world.document.step(_("Delete")) as tx:
        touchpoints.delete_touchpoint(tx, world.step("Form").id)
    QApplication.processEvents()
    assert not world.place.canvas.editing.active


def test_a_place_on_the_screen_leads_to_its_cell(world: World) -> None:
    spot = world.spot("Greeting")
    at = world.viewport.mapToGlobal(world.centre(spot))
    found = list_of(world).childAt(at.x(), at.y())
    assert found.text(NAME).startswith("2.2 Greeting, 2 Arrive, Steps")
    assert found.rect().contains(at)


def test_names_and_cells_follow_a_change_and_its_undo(world: World) -> None:
    pain = item(world, "2.2 Greeting, 2 Arrive, Pains")
    with world.document.step(_("Move")) as tx:
        target = world.step("Form").id
        cards.move_card(tx, world.card("Nobody looks up").id, pain_row(world), touchpoint=target)
    assert pain.text(NAME) == "2.3 Form, 2 Arrive, Pains, Nobody looks up, High"
    assert "2.2 Greeting, 2 Arrive, Pains, empty" in names(world)
    world.run("edit.undo")
    assert pain.text(NAME) == "2.2 Greeting, 2 Arrive, Pains, Nobody looks up, High"
    with world.document.step(_("Rename")) as tx:
        stages.rename_stage(tx, world.stage("Arrive"), "Come in")
    assert pain.text(NAME) == "2.2 Greeting, 2 Come in, Pains, Nobody looks up, High"
    with world.document.step(_("Delete")) as tx:
        cards.delete_card(tx, world.card("Nobody looks up").id)
    assert not any("Nobody looks up" in name for name in names(world))
    assert list_of(world).indexOfChild(item(world, "Stage 1 Learn")) == 0


def test_another_map_is_read_with_its_own_numbers(world: World) -> None:
    assert names(world)
    with world.document.step(_("Add a map")) as tx:
        other = maps.add_map(tx, "Emergency")
        touchpoints.add_touchpoint(tx, stages.add_stage(tx, other, "Call"), "Ambulance")
    world.place.show_map(other)
    assert list_of(world).text(NAME) == "Map: Emergency"
    assert names(world)[:2] == ["Stage 1 Call", "Stage 1 Call, Doing, empty"]
    assert "1.1 Ambulance, 1 Call, Steps, step" in names(world)


def test_a_map_that_is_closed_leaves_no_cell(world: World) -> None:
    assert names(world)
    world.window.session.close()
    assert names(world) == []
    begin(world)
    assert names(world)


def test_a_thousand_changes_and_questions_between_them(world: World) -> None:
    luck = random.Random(7)
    document, above = world.document, list_of(world)
    for turn in range(50):
        if turn % 9 == 8:
            document.undo()
        with document.step(_("Change")) as tx:
            for _change in range(20):
                change(tx, luck, world.map_id, pain_row(world))
        for _question in range(10):
            ask(above, above.child(luck.randrange(above.childCount())))
    assert names(world) == fresh_names(world)


def change(tx: Tx, luck: random.Random, map_id: str, pains: str) -> None:
    """Add, rename, move or delete a step, or write at it; the map stays small."""
    steps = queries.touchpoints_of_map(tx.snapshot, map_id)
    one = luck.choice(steps)
    match luck.randrange(5):
        case 0 if len(steps) < 9:
            touchpoints.add_touchpoint(tx, one.stage)
        case 1 if len(steps) > 3:
            touchpoints.delete_touchpoint(tx, one.id)
        case 2:
            stage = luck.choice(queries.stages(tx.snapshot, map_id))
            touchpoints.move_touchpoint(tx, one.id, stage.id, 0)
        case 3 if len(queries.cards_at(tx.snapshot, pains, one.id)) < 3:
            cards.add_card(tx, pains, f"Pain {luck.random()}", touchpoint=one.id)
        case _:
            touchpoints.rename_touchpoint(tx, one.id, f"Step {luck.random()}")


def ask(above: QAccessibleInterface, about: QAccessibleInterface) -> None:
    """Ask everything that a reader asks."""
    assert about.isValid()
    assert about.parent() is not None
    if about.role() == QAccessible.Role.ListItem:
        assert about.text(NAME)
        assert above.indexOfChild(about) >= 0
        assert about.state().focusable
        assert about.actionInterface().actionNames() == [SET_FOCUS, PRESS]


def fresh_names(world: World) -> list[str]:
    """What a reader that came only now would hear."""
    world.place.canvas.access.cells.clear()
    return names(world)


def pain_row(world: World) -> str:
    lanes = queries.lanes(world.document.snapshot, world.map_id)
    return next(lane.id for lane in lanes if lane.kind == LaneKind.PAIN)


def test_a_view_that_goes_takes_its_cells_along(world: World) -> None:
    projection = Projection(world.place.projection.setting)
    canvas = Canvas(world.window.context, world.window.session, projection, lambda *_: None)
    projection.open(world.document, world.map_id)
    above = QAccessible.queryAccessibleInterface(canvas.view)
    found = [above.child(i) for i in range(canvas.access.cells.count())]
    numbers = [QAccessible.uniqueId(one) for one in found]
    assert all(QAccessible.accessibleInterface(number) for number in numbers)
    canvas.view.deleteLater()
    QApplication.sendPostedEvents(canvas.view, int(QEvent.Type.DeferredDelete.value))
    assert not any(QAccessible.accessibleInterface(number) for number in numbers)
    projection.close()
