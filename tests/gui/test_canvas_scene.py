"""What is painted: an edited map looks exactly like one that is painted anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document import operations
from journeymapper.domain.entities import Card
from journeymapper.domain.kinds import LaneKind
from journeymapper.drawing.display_list import Box, Drawing, Group, Rect
from journeymapper.drawing.map.layout import lay_out
from journeymapper.ui.canvas.board import Board, Part
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.spots import framed
from journeymapper.ui.commands import cards, feelings, maps, stages, steps
from journeymapper.ui.commands.preview import Verb
from tests.gui.map_world import LEFT, NONE, World, begin


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


EDITS: dict[str, Callable[[World], object]] = {
    "move a step": lambda w: steps.move(w.document, w.step("Form").id, w.stage("Learn"), 0),
    "rename": lambda w: steps.rename(w.document, w.step("Form").id, "A form with a long name"),
    "add a step": lambda w: steps.add_after(w.document, w.step("Review").id),
    "add a stage": lambda w: stages.add(w.document, w.map_id, 0),
    "move a stage": lambda w: stages.move(w.document, w.stage("Pay"), 0),
    "write": lambda w: cards.add(
        w.document, w.spot("Form", LaneKind.PAIN).cell, "Asked twice, and nobody knows why"
    ),
    "feel": lambda w: feelings.set_value(
        w.document, w.step("Form").id, w.place.canvas.bench.persona, 5
    ),
    "more rows": lambda w: maps.show_more_rows(w.document, w.map_id, shown=True),
    "undo": lambda w: w.window.session.undo(),
}


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_scene_equals_one_built_anew(world: World, edit: str) -> None:
    EDITS["move a step"](world)
    EDITS[edit](world)
    projection = world.place.projection
    fresh = Board(world.place.canvas.view.board.ink)
    fresh.show(lay_out(world.document.snapshot, world.map_id, projection.setting))
    for part, scene in world.place.canvas.view.board.scenes.items():
        assert scene.groups == fresh.scenes[part].groups


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_picture_equals_one_painted_anew(world: World, edit: str) -> None:
    view = world.place.canvas.view
    view.grab()
    EDITS[edit](world)
    mended = view.grab().toImage()
    view.board.forget()
    assert view.grab().toImage() == mended


def test_a_scrolled_picture_is_the_same_wherever_it_came_from(small_map: World) -> None:
    world = begin(small_map, (640, 420))
    view = world.place.canvas.view
    bar = view.horizontalScrollBar()
    for value in (0, 37, 111, 111 + 256):
        bar.setValue(value)
        view.grab()
    bar.setValue(37)
    scrolled = view.grab().toImage()
    view.board.forget()
    assert view.grab().toImage() == scrolled


def test_only_what_changed_is_painted_again(world: World) -> None:
    view = world.place.canvas.view
    view.grab()
    layout = world.place.canvas.bench.layout
    before = {id(part) for part in layout.parts}
    steps.rename(world.document, world.step("Form").id, "Forms")
    after = world.place.canvas.bench.layout.parts
    assert sum(id(part) not in before for part in after) == 1


def group(key: str, x: float, layer: int = 0, fill: str = "text") -> Group:
    box = Box(x, 0, 10, 10)
    return Group(key, box, (Rect(Box(0, 0, 10, 10), fill),), layer=layer)


def test_reconciling_tells_what_looks_different_and_nothing_else() -> None:
    scene = Scene()
    one, two = group("one", 0), group("two", 500)
    scene.reconcile({"a": (one,), "b": (two,)})
    assert scene.reconcile({"a": (one,), "b": (two,)}) == []
    assert scene.reconcile({"a": (group("one", 0),), "b": (two,)}) == []
    changed = scene.reconcile({"a": (group("one", 0, fill="accent"),), "b": (two,)})
    assert {box.x for box in changed} == {-3.0}
    moved = scene.reconcile({"a": (group("one", 200, fill="accent"),), "b": (two,)})
    assert {box.x for box in moved} == {-3.0, 197.0}
    assert scene.reconcile({"b": (two,)}) == [group("", 200).box.inset(-3)]
    assert set(scene.groups) == {"two"}


def test_a_group_that_moves_to_another_part_stays() -> None:
    scene = Scene()
    one = group("one", 0)
    scene.reconcile({"a": (one,), "b": ()})
    assert scene.reconcile({"a": (), "b": (one,)}) == []
    assert scene.find("one") is one


def test_a_group_that_only_moved_is_found_at_its_new_place_alone() -> None:
    scene = Scene()
    one = group("one", 0)
    scene.reconcile({"a": (one,)})
    moved = Group(one.key, one.box.moved(900, 40), one.shapes)
    scene.reconcile({"a": (moved,)})
    assert scene.at(5, 5) == []
    assert scene.within(Box(0, 0, 100, 100)) == []
    assert scene.at(905, 45) == [moved]
    assert [item.group for item in scene.within(Box(890, 0, 100, 100))] == [moved]


def test_results_shown_one_after_another_equal_those_laid_out_anew(world: World) -> None:
    projection = world.place.projection
    card = world.card("Nobody looks up")
    for name in ("Review", "Form", "Greeting"):
        projection.preview(_to_step(card, world.step(name).id))
        assert _shown(world) == _laid_out_anew(world)
    EDITS["write"](world)
    assert _shown(world) == _laid_out_anew(world)


def _to_step(card: Card, step: str) -> Verb:
    return lambda tx: operations.move_card(tx, card.id, card.lane, touchpoint=step)


def _shown(world: World) -> Drawing:
    return world.place.canvas.bench.layout.drawing()


def _laid_out_anew(world: World) -> Drawing:
    projection = world.place.projection
    return lay_out(projection.snapshot, world.map_id, projection.setting).drawing()


def test_the_topmost_group_is_found_first() -> None:
    scene = Scene()
    scene.reconcile({"a": (group("low", 0), group("high", 0, layer=2), group("middle", 0))})
    assert [g.key for g in scene.at(5, 5)] == ["high", "middle", "low"]
    assert scene.at(50, 5) == []


def test_points_of_the_viewport_and_of_the_map_correspond(small_map: World) -> None:
    world = begin(small_map, (640, 420))
    view = world.place.canvas.view
    for zoom in (0.5, 1.0, 1.75):
        view.set_zoom(zoom)
        view.horizontalScrollBar().setValue(60)
        board = view.board
        for part, x, y in ((Part.CELLS, 300, 150), (Part.HEADER, 300, 20), (Part.TITLES, 9, 150)):
            assert board.part_at(x, y) is part
            where = board.to_map(x, y)
            back = board.to_view(Box(*where, 0, 0), part)
            assert (back.x(), back.y()) == pytest.approx((x, y))
    world.run("view.actual_size")


def test_nothing_stale_stays_on_the_screen(world: World) -> None:
    start, title = world.centre(world.spot("Greeting")), QPoint(60, 200)
    view = world.place.canvas.view
    moves: tuple[Callable[[], object], ...] = (
        lambda: world.select(world.spot("Greeting")),
        lambda: world.key(Qt.Key.Key_Right),
        lambda: world.drag(start, start + QPoint(-150, 30), drop=False),
        lambda: QTest.mouseMove(world.viewport, start + QPoint(200, 60)),
        lambda: world.key(Qt.Key.Key_Escape),
        lambda: QTest.mouseRelease(world.viewport, LEFT, NONE, start),
        lambda: QTest.mouseMove(world.viewport, QPoint(300, 150)),
        lambda: world.run("step.moment_of_truth"),
        lambda: world.run("edit.undo"),
        lambda: QTest.mouseMove(world.viewport, QPoint(60, 200)),
        lambda: world.drag(title, title + QPoint(0, 90), drop=False),
        lambda: QTest.mouseMove(world.viewport, title + QPoint(0, -60)),
        lambda: world.key(Qt.Key.Key_Escape),
        lambda: QTest.mouseRelease(world.viewport, LEFT, NONE, title),
        lambda: view.horizontalScrollBar().setValue(30),
    )
    for move in moves:
        move()
        QApplication.processEvents()
        assert on_screen(world) == freshly_painted(world)


def on_screen(world: World) -> QImage:
    corner, size = world.viewport.mapTo(world.window, QPoint(0, 0)), world.viewport.size()
    screen = world.window.screen()
    shown = screen.grabWindow(world.window.winId(), *corner.toTuple(), *size.toTuple())
    return shown.toImage().convertToFormat(QImage.Format.Format_RGB32)


def freshly_painted(world: World) -> QImage:
    return world.viewport.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_frame_stands_clear_of_a_text_and_on_the_edge_of_a_card() -> None:
    text, box = Group("card:a", Box(8, 8, 90, 30), ()), Box(4, 6, 92, 40)
    card = Group("card:b", box, (Rect(Box(0, 0, 92, 40), "surface"),))
    assert framed(text) == Box(4, 4, 98, 38)
    assert framed(card) == box
