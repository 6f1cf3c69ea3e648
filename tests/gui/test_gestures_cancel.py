"""Gestures that come to nothing: where a drop cannot be it says why, and Esc leaves all alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt

from journeymapper.document.operations import cards, touchpoints
from journeymapper.domain import queries
from journeymapper.domain.entities import Lane
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.places import Near
from journeymapper.ui.canvas.board import Part
from tests.gui.dragging import CTRL, before_, bubble, drag, pain, send, stage_point
from tests.gui.map_world import NONE, World, again

pytestmark = pytest.mark.qt_log_ignore(  # what the offscreen platform says of itself
    "^This plugin does not support grabbing the keyboard$", extend=True
)


def test_a_card_outside_of_all_rows_is_told_where_it_may_go(world: World) -> None:
    drag(world, world.centre(pain(world)), QPoint(400, 20), drop=False)
    marks = world.place.canvas.view.marks
    assert bubble(world) == "Drop it in a row of cards"
    assert marks.bar is not None
    assert not marks.allowed
    before = world.document.snapshot
    send(world, QEvent.Type.MouseButtonRelease, QPoint(400, 20))
    assert world.document.snapshot is before


def feeling_point(world: World, name: str) -> QPoint:
    feeling = queries.feelings(world.document.snapshot, world.step(name).id)[0]
    group = world.place.canvas.view.board.scenes[Part.CELLS].find(f"feeling:{feeling.id}")
    assert group is not None
    return world.point(group.box)


STARTS: dict[str, Callable[[World], QPoint]] = {
    "a step": lambda world: world.centre(world.spot("Greeting")),
    "a card": lambda world: world.centre(pain(world)),
    "a stage": lambda world: stage_point(world, "Pay"),
    "a feeling": lambda world: feeling_point(world, "Form"),
    "a frame": lambda world: world.centre(world.spot("Form", LaneKind.DOING)),
}


@pytest.mark.parametrize("what", STARTS)
def test_escape_at_any_moment_leaves_document_layout_and_selection_alone(
    world: World, what: str
) -> None:
    world.select(world.spot("Review", LaneKind.PAIN))
    ends = (
        (before_(world, "Rebooking"), NONE),
        (QPoint(300, 20), CTRL),
        (QPoint(500, 400), CTRL),
        (QPoint(900, -30), NONE),
    )
    layout, snapshot = world.place.projection.layout, world.document.snapshot
    history = len(world.document.history())
    for end, keys in ends:
        drag(world, STARTS[what](world), end, keys, drop=False)
        world.key(Qt.Key.Key_Escape)
        send(world, QEvent.Type.MouseButtonRelease, end, keys)
        assert world.place.canvas.mouse.gesture is None
        assert not world.place.projection.previewing
        assert world.place.projection.layout is layout
        assert world.document.snapshot is snapshot
        assert not bubble(world)
        marks = world.place.canvas.view.marks
        assert (marks.lifted, marks.bar, marks.slot, marks.rubber) == (None,) * 4
    assert len(world.document.history()) == history


def test_a_preview_shows_what_is_so_wherever_the_map_is_scrolled(small_map: World) -> None:
    world = again(small_map)
    with world.document.step(_("Many")) as tx:
        for number in range(60):
            made = touchpoints.add_touchpoint(tx, world.stage("Pay"), f"Step {number}")
            cards.add_card(tx, world.card("Nobody looks up").lane, "Slow", touchpoint=made)
    view, projection = world.place.canvas.view, world.place.projection
    drag(world, world.centre(world.spot("Greeting")), before_(world, "Review"), drop=False)
    for value in (900, 3000, 5600, 0):
        view.horizontalScrollBar().setValue(value)
        part = projection.layout
        assert part is not None
        assert projection.previewing
        whole = lay_out(projection.snapshot, world.map_id, projection.setting)
        near = view.board.in_view()
        assert near.left <= value + part.title_width <= near.right
        assert seen_in(part, near) == seen_in(whole, near)
    world.key(Qt.Key.Key_Escape)
    send(world, QEvent.Type.MouseButtonRelease, QPoint(300, 200))


def seen_in(layout: MapLayout, near: Near) -> dict[str, Box]:
    """Where the steps and cards that can be seen stand across; rows may be higher."""
    return {
        group.key: Box(group.box.x, 0, group.box.w, 0)
        for group in layout.cells
        if near.meets(group.box.x, group.box.right) and group.key.startswith(("step:", "card:"))
    }


def test_a_frame_selects_the_cells_it_touches(world: World) -> None:
    start = world.centre(world.spot("Wrong day", LaneKind.PAIN))
    end = world.centre(world.spot("Form", LaneKind.IDEA))
    drag(world, start, end)
    selected = world.place.canvas.bench.cursor.selected
    rows = {world.document.snapshot.get(Lane, spot.lane).kind for spot in selected}
    assert rows == {LaneKind.PAIN, LaneKind.IDEA}
    assert {s.touchpoint for s in selected if s.touchpoint} >= {
        world.step(name).id for name in ("Wrong day", "Greeting", "Form")
    }
