"""The own map of a step in the window: down, up, the way above the canvas, what it comes to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.document.operations import feelings, submaps, touchpoints
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Persona
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.drawing.map.own_map import mark_area
from journeymapper.drawing.map.steps import pad_of
from journeymapper.ui.canvas.reading import words_at
from journeymapper.ui.canvas.targets import step_group
from journeymapper.ui.table.of_own_maps import OwnMapColumn
from journeymapper.ui.table.sight import Sight
from tests.gui.map_world import LEFT, NONE, World, again, close_window, open_window
from tests.screenshots.walk import faults_of

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    opened = open_window(qapp, tmp_path_factory.mktemp("home"))
    opened.window.show_place("map")
    yield opened
    close_window(opened)


@pytest.fixture
def world(window: World) -> World:
    return again(window)


def give(world: World, step: str, *names: str) -> str:
    """Give a step a map with these steps; Anna feels -3, then -2, and so on there."""
    document = world.document
    anna = next(p.id for p in document.snapshot.table(Persona).values() if p.name == "Anna")
    with document.step(_("Prepare")) as tx:
        made = submaps.give_own_map(tx, world.step(step).id, step)
        (stage,) = queries.stages(tx.snapshot, made)
        for place, name in enumerate(names):
            below = touchpoints.add_touchpoint(tx, stage.id, name)
            feelings.set_feeling(tx, below, anna, place - 3)
    return made


def choose(world: World, step: str, words: str) -> None:
    """Choose an entry of the menu about the own map of a step."""
    menu = world.place.own.menu(world.step(step).id)
    entry(menu, words).trigger()
    QApplication.processEvents()


def entry(menu: QMenu, words: str) -> QAction:
    for action in menu.findChildren(QAction):
        if action.text() == words:
            return action
    raise AssertionError(words)


def mark_of(world: World, step: str) -> QPoint:
    """The middle of the mark on the card of a step."""
    bench = world.place.canvas.bench
    id_ = world.step(step).id
    group = step_group(bench.board, id_)
    assert group is not None
    frame = bench.layout.frame
    return world.point(mark_area(frame, frame.own[id_], group.box, pad_of(frame)))


def selected(world: World) -> list[str]:
    return [s for s in world.steps() if world.step(s).id in world.place.canvas.bench.cursor.steps]


def test_keys_lead_down_and_up_again_with_the_step_selected(world: World) -> None:
    above = world.map_id
    below = give(world, "Greeting", "Line", "Name")
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_Down, CTRL_ALT)
    assert (world.map_id, selected(world)) == (below, ["Line"])
    assert world.place.own.crumbs.words() == ("Patient journey", "2.2 Greeting")
    world.key(Qt.Key.Key_Right)
    world.key(Qt.Key.Key_Up, CTRL_ALT)
    assert (world.map_id, selected(world)) == (above, ["Greeting"])
    assert world.place.own.crumbs.words() == ()
    world.key(Qt.Key.Key_Down, CTRL_ALT)
    assert selected(world) == ["Name"]  # where one stood


def test_a_new_map_is_opened_and_undo_comes_back_from_it(world: World) -> None:
    above = world.map_id
    world.select(world.spot("Form"))
    choose(world, "Form", "New map for this step")
    assert world.document.snapshot.get(JourneyMap, world.map_id).title == "Form"
    assert world.place.own.crumbs.words() == ("Patient journey", "2.3 Form")
    assert world.undo_label() == "Own map for Form"
    world.run("edit.undo")
    assert (world.map_id, world.step("Form").submap) == (above, None)


def test_a_double_click_on_the_mark_opens_the_map(world: World) -> None:
    below = give(world, "Greeting", "Line")
    QTest.mouseDClick(world.viewport, LEFT, NONE, mark_of(world, "Greeting"))
    assert world.map_id == below


def test_the_way_has_a_button_for_each_map_above_that_keys_reach(world: World) -> None:
    top = world.map_id
    give(world, "Greeting", "Line")
    world.place.own.go_down(world.step("Greeting").id)
    give(world, "Line", "Feet")
    world.place.own.go_down(world.step("Line").id)
    crumbs = world.place.own.crumbs
    assert crumbs.words() == ("Patient journey", "2.2 Greeting", "1.1 Line")
    QApplication.processEvents()  # the words find their places
    assert faults_of(world.window) == []
    world.run("view.previous_area")
    assert QApplication.focusWidget() is crumbs.up
    world.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is crumbs.buttons[0]
    world.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is crumbs.buttons[1]
    world.key(Qt.Key.Key_Backtab)
    world.key(Qt.Key.Key_Space)
    assert (world.map_id, selected(world)) == (top, ["Greeting"])


def test_a_map_of_two_steps_shows_the_way_one_came(world: World) -> None:
    below = give(world, "Greeting", "Line")
    choose(world, "Form", "Greeting")
    assert world.step("Form").submap == below
    world.place.own.go_down(world.step("Form").id)
    assert world.place.own.crumbs.words() == ("Patient journey", "2.3 Form: Greeting")
    world.place.own.go_up()
    world.place.own.go_down(world.step("Greeting").id)
    assert world.place.own.crumbs.words() == ("Patient journey", "2.2 Greeting")


def test_a_circle_is_refused_in_words_and_changes_nothing(world: World) -> None:
    give(world, "Greeting", "Line")
    world.place.own.go_down(world.step("Greeting").id)
    failed: list[str] = []
    world.window.session.failed.connect(lambda error: failed.append(str(error)))
    before = world.document.snapshot
    choose(world, "Line", "Patient journey")
    assert failed == [
        "“Patient journey” cannot be inside itself: Patient journey > Greeting > Patient journey."
    ]
    assert world.document.snapshot == before


def test_the_link_goes_and_the_map_stays(world: World) -> None:
    below = give(world, "Greeting", "Line")
    choose(world, "Greeting", "Take its own map away; the map stays")
    assert world.step("Greeting").submap is None
    assert world.document.snapshot.find(JourneyMap, below) is not None
    world.select(world.spot("Greeting"))
    world.run("go.own_map")
    assert world.map_id != below


def test_what_it_comes_to_is_told_in_details_hint_and_reading(world: World) -> None:
    give(world, "Greeting", "Line", "Name")
    world.select(world.spot("Greeting"))
    world.place.set_details(True)
    figures = [label.text() for label in world.place.inspector.step.own.figures]
    assert figures == [
        "2 steps inside",
        "Anna: average −2.5, lowest −3 at 1.1 Line, 2 of 2 steps",
    ]
    assert "average −2.5" in world.place.own.pointer.hint_at(QPointF(mark_of(world, "Greeting")))
    heard = words_at(world.place.canvas.bench, world.spot("Greeting"))
    assert heard.endswith("step; own map: 2 steps inside, average −2.5, lowest −3, 2 of 2 steps")
    world.place.set_details(None)


def test_an_empty_own_map_is_found_and_opened(world: World) -> None:
    below = give(world, "Greeting")
    watch = world.place.check.watch
    watch.look()
    finding = next(f for f in watch.findings if f.check.value == "empty own map")
    assert str(finding.text) == "Greeting has a map of its own, and no step is on it yet."
    world.place.check.repairs.mend(finding, QPoint())
    assert world.map_id == below


def test_the_table_names_own_maps_once_there_is_one(world: World) -> None:
    world.run("view.table")
    panel = world.place.table.panel
    assert panel.model.column_of("own_map") == -1
    below = give(world, "Greeting", "Line")
    assert panel.model.column_of("own_map") >= 0
    column, form = OwnMapColumn("own_map", "Own map"), world.step("Form").id
    sight = Sight.of(world.document.snapshot, world.map_id, "", str, only_told=False)
    for text, own in (("greeting", below), ("", None)):
        with world.document.step(_("Write")) as tx:
            column.put(tx, sight, form, text)
        assert world.step("Form").submap == own
    tx = Tx(world.document.snapshot, str)
    with pytest.raises(RefusedError, match="no map “Elsewhere”"):
        column.put(tx, sight, form, "Elsewhere")
    world.run("view.table")
