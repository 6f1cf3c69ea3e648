"""A map too long to be laid out at once: whatever one does meanwhile, nothing stands wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Group
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.spots import box_of
from journeymapper.ui.commands import cards
from tests.gui.map_world import World, close_window, fill, open_window

STAGES, STEPS = 5, 8


def long_journey(tx: Tx) -> None:
    """The small journey with forty steps behind it."""
    fill(tx)
    (map_,) = queries.maps(tx.snapshot)
    lanes = {lane.kind: lane.id for lane in queries.lanes(tx.snapshot, map_.id)}
    for number in range(STAGES):
        stage = operations.add_stage(tx, map_.id, f"More {number}")
        for place in range(STEPS):
            step = operations.add_touchpoint(tx, stage, f"Step {number} {place}")
            pain = f"Pain {number} {place}"
            operations.add_card(tx, lanes[LaneKind.PAIN], pain, touchpoint=step)


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    opened = open_window(qapp, tmp_path_factory.mktemp("home"))
    opened.window.session.new(long_journey, _("Begin"))
    yield opened
    close_window(opened)


@pytest.fixture
def world(window: World) -> Iterator[World]:
    """The long journey, of which only what is in sight is laid out."""
    document = window.document
    if len(document.history()) > 1:
        document.go_back(document.history()[0], _("Again"))
    window.place.projection.at_once = 0
    window.place.show_map(window.map_id)
    assert shown(window).waiting
    yield window
    window.window.resize(1366, 768)
    window.place.room.reset()
    window.place.told.turn_off()


def shown(world: World) -> MapLayout:
    layout = world.place.projection.layout
    assert layout is not None
    return layout


def fresh(world: World) -> MapLayout:
    return lay_out(world.document.snapshot, world.map_id, world.place.projection.setting)


def in_sight(world: World, groups: list[Group]) -> dict[str, Group]:
    """The groups that reach into the pane of the cells."""
    board = world.place.canvas.view.board
    pane = board.pane(Part.CELLS)
    zoom, at = board.zoom, board.offset(Part.CELLS)
    left, top = (pane.left() + at.x()) / zoom, (pane.top() + at.y()) / zoom
    seen = Box(left, top, pane.width() / zoom, pane.height() / zoom)
    return {
        g.key: g
        for g in groups
        if g.box.x < seen.right
        and seen.x < g.box.right
        and g.box.y < seen.bottom
        and seen.y < g.box.bottom
    }


def assert_nothing_is_wrong(world: World) -> None:
    """What is in sight is what a map that was laid out as a whole shows there."""
    now = fresh(world)
    assert (shown(world).rows, shown(world).columns) == (now.rows, now.columns)
    scene = world.place.canvas.view.board.scenes[Part.CELLS]
    assert in_sight(world, list(scene.groups.values())) == in_sight(world, list(now.cells))


def _far_end(world: World) -> None:
    bar = world.place.canvas.view.horizontalScrollBar()
    bar.setValue(bar.maximum())


def _there_and_back(world: World) -> None:
    bar = world.place.canvas.view.horizontalScrollBar()
    for part in (3, 1, 4, 2):
        bar.setValue(bar.maximum() * part // 4)
        assert_nothing_is_wrong(world)


def _write_far_away(world: World) -> None:
    cards.write(world.document, world.card("Pain 3 3").id, "Written where nobody sees it yet")


def _write_and_take_back(world: World) -> None:
    _write_far_away(world)
    assert_nothing_is_wrong(world)
    world.window.session.undo()


def _rename_all_and_take_back(world: World) -> None:
    with world.document.step(_("Rename all")) as tx:
        for step in list(tx.snapshot.table(Touchpoint)):
            operations.rename_touchpoint(tx, step, "Another name")
    assert_nothing_is_wrong(world)
    world.window.session.undo()


def _larger_window(world: World) -> None:
    world.window.resize(1920, 1080)
    QApplication.processEvents()


def _find(world: World) -> None:
    world.place.bar.search.changed.emit("Pain 4 2")
    spot = world.place.canvas.bench.cursor.spot
    assert spot is not None
    assert spot.card == world.card("Pain 4 2").id
    box = box_of(shown(world), spot)
    assert box is not None
    pane = world.place.canvas.view.board.pane(Part.CELLS)
    assert pane.contains(world.point(box))


WAYS: dict[str, Callable[[World], object]] = {
    "open": assert_nothing_is_wrong,
    "scroll": _far_end,
    "scroll quickly": _there_and_back,
    "zoom out": lambda w: w.place.canvas.view.set_zoom(0.5),
    "write": _write_far_away,
    "undo": _write_and_take_back,
    "undo the many": _rename_all_and_take_back,
    "more rows": lambda w: w.run("rows.more"),
    "what customers told": lambda w: w.place.told.show(only=True),
    "fit width": lambda w: w.place.room.toggle_fit(),
    "larger window": _larger_window,
    "find": _find,
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_in_sight_is_never_wrong(world: World, way: str) -> None:
    WAYS[way](world)
    assert_nothing_is_wrong(world)
    world.place.projection.finish()
    assert not shown(world).waiting
    assert shown(world).drawing() == fresh(world).drawing()


def test_the_rest_comes_by_itself(world: World, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not shown(world).waiting)
    assert shown(world).drawing() == fresh(world).drawing()
    scene = world.place.canvas.view.board.scenes[Part.CELLS]
    assert scene.groups == {group.key: group for group in fresh(world).cells}


def test_a_drag_begins_with_everything_in_its_place(world: World) -> None:
    world.place.projection.preview(
        lambda tx: operations.move_touchpoint(tx, world.step("Form").id, world.stage("Learn"), 0)
    )
    world.place.projection.end_preview()
    assert not shown(world).waiting
    assert shown(world).drawing() == fresh(world).drawing()
