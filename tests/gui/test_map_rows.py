"""Rows by mouse and by key: moved, sized, named, added, kept as views; pictures in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Connection, Lane, Rating, SavedView
from journeymapper.domain.kinds import FIRST_ROWS, LaneKind
from journeymapper.domain.message import _
from journeymapper.domain.row_views import ROWS_OF, RowView
from journeymapper.drawing.map.places import Row
from journeymapper.ui.canvas.reading import words_at
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.commands import rows, steps
from journeymapper.ui.dialogs.view_name import ViewNameDialog
from tests.gui.map_world import LEFT, NONE, World, begin, close_window, open_window

pytestmark = pytest.mark.qt_log_ignore(  # what the offscreen platform says of itself
    "^This plugin does not support (grabbing the keyboard|raise\\(\\))$", extend=True
)

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    opened = begin(open_window(qapp, tmp_path_factory.mktemp("home")))
    yield opened
    close_window(opened)


@pytest.fixture
def world(window: World) -> World:
    """The small journey as it was in the beginning, in the same file all the time."""
    document = window.document
    document.go_back(document.history()[0], _("Begin anew"))
    window.place.projection.change_setting(folded=frozenset())
    window.place.set_details(None)
    window.place.canvas.bench.cursor.go_to(None)
    window.window.activateWindow()
    window.place.canvas.view.setFocus()
    return window


def shown(world: World) -> list[LaneKind]:
    return [row.kind for row in world.place.canvas.bench.layout.rows]


def row(world: World, kind: LaneKind) -> Row:
    return next(row for row in world.place.canvas.bench.layout.rows if row.kind == kind)


def lane(world: World, kind: LaneKind) -> Lane:
    found = queries.lanes(world.document.snapshot, world.map_id)
    return next(lane for lane in found if lane.kind == kind)


def title_at(world: World, kind: LaneKind) -> QPoint:
    return QPoint(60, round(row(world, kind).y + 12))


def seam_at(world: World, kind: LaneKind) -> QPoint:
    return QPoint(60, round(row(world, kind).bottom))


def popup() -> QMenu:
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, *words: str) -> None:
    """Choose an entry, through the menus inside, and close them all."""
    top, action = menu, None
    for word in words:
        action = next(a for a in menu.actions() if a.text() == word)
        inner = action.menu()
        menu = inner if isinstance(inner, QMenu) else menu
    top.close()
    assert action is not None
    action.trigger()
    QApplication.processEvents()


def menu_of_title(world: World, kind: LaneKind) -> QMenu:
    world.select(Spot(lane(world, kind).id))
    QTest.mouseClick(world.viewport, LEFT, NONE, title_at(world, kind))
    return popup()


def all_rows_menu(world: World) -> QMenu:
    world.run("rows.menu")
    return popup()


def test_a_row_is_dragged_by_its_title(world: World) -> None:
    before = world.document.next_undo
    target = title_at(world, LaneKind.TOUCHPOINT) - QPoint(0, 6)
    world.drag(title_at(world, LaneKind.PAIN), target, drop=False)
    assert shown(world)[1] == LaneKind.PAIN
    assert world.place.canvas.bubble.text() == "Pains goes above Steps"
    assert world.document.next_undo == before
    QTest.mouseRelease(world.viewport, LEFT, NONE, target)
    assert shown(world)[1] == LaneKind.PAIN
    assert world.undo_label() == "Move row Pains"
    world.run("edit.undo")
    assert shown(world) == list(FIRST_ROWS)


def test_a_drag_that_is_broken_off_or_comes_back_changes_nothing(world: World) -> None:
    start, before = title_at(world, LaneKind.PAIN), world.document.next_undo
    world.drag(start, title_at(world, LaneKind.DOING), drop=False)
    world.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(world.viewport, LEFT, NONE, start)
    world.drag(start, start + QPoint(0, 14))
    assert shown(world) == list(FIRST_ROWS)
    assert world.document.next_undo == before


def test_a_row_is_as_high_as_its_lower_edge_is_dragged(world: World) -> None:
    start, before = seam_at(world, LaneKind.DOING), row(world, LaneKind.DOING).h
    world.drag(start, start + QPoint(0, 40))
    assert row(world, LaneKind.DOING).h == lane(world, LaneKind.DOING).height == before + 40
    assert world.undo_label() == "Height of row Doing"
    QTest.mouseDClick(world.viewport, LEFT, NONE, seam_at(world, LaneKind.DOING))
    assert lane(world, LaneKind.DOING).height is None


def test_a_row_is_never_lower_than_its_text_needs(world: World) -> None:
    start = seam_at(world, LaneKind.PAIN)
    world.drag(start, start - QPoint(0, 400), drop=False)
    assert world.place.canvas.bubble.text() == "As low as its text allows"
    QTest.mouseRelease(world.viewport, LEFT, NONE, start - QPoint(0, 400))
    assert row(world, LaneKind.PAIN).h > rows.LOWEST


def test_the_arrow_keys_reach_the_title_and_alt_moves_the_row(world: World) -> None:
    world.select(world.spot("Review", LaneKind.PAIN))
    world.key(Qt.Key.Key_Left)
    title = Spot(lane(world, LaneKind.PAIN).id)
    assert world.place.canvas.bench.cursor.spot == title
    assert words_at(world.place.canvas.bench, title) == "Row Pains, 1 card"
    world.key(Qt.Key.Key_Up, ALT)
    assert shown(world)[2] == LaneKind.PAIN
    world.key(Qt.Key.Key_Up)
    assert world.place.canvas.bench.cursor.spot == Spot(lane(world, LaneKind.TOUCHPOINT).id)
    world.key(Qt.Key.Key_Right)
    assert world.place.canvas.bench.cursor.spot == world.spot("Review")


def test_a_title_is_typed_over_and_emptied_it_is_the_usual_one(world: World) -> None:
    world.select(Spot(lane(world, LaneKind.IDEA).id))
    world.type("What helps")
    world.key(Qt.Key.Key_Return)
    assert lane(world, LaneKind.IDEA).title == "What helps"
    assert world.undo_label() == "Rename row to What helps"
    world.key(Qt.Key.Key_F2)
    world.key(Qt.Key.Key_Backspace)
    world.key(Qt.Key.Key_Return)
    assert lane(world, LaneKind.IDEA).title == ""


def test_delete_on_a_title_hides_the_row(world: World) -> None:
    world.select(Spot(lane(world, LaneKind.IDEA).id))
    world.run("edit.delete")
    assert LaneKind.IDEA not in shown(world)
    assert "Opening hours first" in world.texts()


def test_an_own_row_is_added_below_and_named_at_once(world: World) -> None:
    choose(menu_of_title(world, LaneKind.DOING), "Add a row below", "Own row")
    world.type("Law")
    world.key(Qt.Key.Key_Return)
    assert shown(world)[:2] == [LaneKind.DOING, LaneKind.CUSTOM]
    assert lane(world, LaneKind.CUSTOM).title == "Law"
    choose(menu_of_title(world, LaneKind.CUSTOM), "Delete this row")
    assert LaneKind.CUSTOM not in shown(world)
    world.run("edit.undo")
    assert lane(world, LaneKind.CUSTOM).title == "Law"


def test_every_kind_of_row_that_is_not_shown_can_be_added(world: World) -> None:
    for kind in LaneKind:
        if kind not in (*FIRST_ROWS, LaneKind.CUSTOM):
            label = world.place.context.tokens.lane_label(kind.value)
            choose(all_rows_menu(world), "Add a row", label)
    assert set(shown(world)) == set(LaneKind) - {LaneKind.CUSTOM}
    assert shown(world) == [kind for kind in LaneKind if kind != LaneKind.CUSTOM]


def test_a_row_is_collapsed_and_opened_again(world: World) -> None:
    before = world.undo_label()
    choose(menu_of_title(world, LaneKind.PAIN), "Collapse this row")
    low = row(world, LaneKind.PAIN).h
    choose(menu_of_title(world, LaneKind.PAIN), "Open this row")
    assert low < row(world, LaneKind.PAIN).h
    assert world.undo_label() == before
    menu = menu_of_title(world, LaneKind.FEELING)
    assert "Collapse this row" not in [action.text() for action in menu.actions()]
    menu.close()


def test_the_height_of_a_row_can_be_changed_from_its_menu(world: World) -> None:
    before = row(world, LaneKind.IDEA).h
    choose(menu_of_title(world, LaneKind.IDEA), "Height", "Higher")
    assert row(world, LaneKind.IDEA).h == before + 24
    choose(menu_of_title(world, LaneKind.IDEA), "Height", "Automatic")
    assert lane(world, LaneKind.IDEA).height is None


def test_the_menu_key_opens_the_menu_of_the_row(world: World) -> None:
    world.select(Spot(lane(world, LaneKind.IDEA).id))
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(world.viewport, QContextMenuEvent(reason, QPoint(), QPoint()))
    choose(popup(), "Move up")
    assert shown(world)[-2:] == [LaneKind.IDEA, LaneKind.PAIN]


def test_a_view_is_one_step(world: World) -> None:
    choose(all_rows_menu(world), "Views", "Service blueprint")
    assert set(shown(world)) == set(ROWS_OF[RowView.BLUEPRINT])
    assert world.undo_label() == "Show view Service blueprint"
    world.run("edit.undo")
    assert shown(world) == list(FIRST_ROWS)


def named(name: str) -> None:
    """Type a name into the dialog that is open, and press Enter."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ViewNameDialog)
    dialog.field.setFocus()
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, name)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_views_are_kept_renamed_and_deleted(world: World) -> None:
    choose(all_rows_menu(world), "Views", "Hassle map")
    choose(all_rows_menu(world), "Views", "Keep these rows as a view…")
    named("Hurts")
    choose(all_rows_menu(world), "Views", "The first five rows")
    choose(all_rows_menu(world), "Views", "Hurts")
    assert set(shown(world)) == set(ROWS_OF[RowView.HASSLE])
    choose(all_rows_menu(world), "Views", "Change a view", "Hurts", "Rename…")
    named("Hurts most")
    assert world.undo_label() == "Rename view to Hurts most"
    choose(all_rows_menu(world), "Views", "Change a view", "Hurts most", "Delete")
    assert not world.document.snapshot.table(SavedView)
    world.run("edit.undo")
    assert [view.name for view in world.document.snapshot.table(SavedView).values()] == [
        "Hurts most"
    ]


def test_a_number_in_the_row_of_ease_is_the_teams_opinion(world: World) -> None:
    rows.show_view(world.document, world.map_id, RowView.HASSLE)
    spot = world.spot("Greeting", LaneKind.EFFORT)
    world.select(spot)
    world.type("8")
    world.key(Qt.Key.Key_Return)
    assert not world.document.snapshot.table(Rating)
    assert "1 (hard) to 7 (easy)" in world.place.canvas.editor.message
    world.key(Qt.Key.Key_Backspace)
    world.type("2")
    world.key(Qt.Key.Key_Return)
    (rating,) = world.document.snapshot.table(Rating).values()
    assert (rating.touchpoint, rating.value, rating.perspective) == (spot.touchpoint, 2, "staff")
    assert world.place.canvas.bench.cursor.spot == world.spot("Form", LaneKind.EFFORT)


def test_a_picture_is_put_on_a_card_and_taken_away(world: World, tmp_path: Path) -> None:
    rows.show_view(world.document, world.map_id, RowView.STORYBOARD)
    file = tmp_path / "door.png"
    Image.new("RGB", (60, 40), "green").save(file)
    menus = world.place.pictures
    menus.put(world.spot("Review", LaneKind.IMAGE), file)
    (card,) = [c for c in world.document.snapshot.table(Card).values() if c.image]
    spot = world.place.canvas.bench.cursor.spot
    assert spot is not None
    assert spot.card == card.id
    world.key(Qt.Key.Key_Return)  # a card with a picture needs no words
    world.key(Qt.Key.Key_Return)
    assert world.document.snapshot.find(Card, card.id) is not None
    (tmp_path / "no.png").write_bytes(b"no picture")
    menus.put(spot, tmp_path / "no.png")
    assert world.document.snapshot.get(Card, card.id).image == card.image
    world.run("edit.undo")
    assert world.document.snapshot.find(Card, card.id) is None


def test_the_details_rate_an_idea_and_a_program(world: World) -> None:
    world.place.set_details(True)
    form = world.place.inspector.card
    idea = world.card("Opening hours first")
    world.select(Spot(idea.lane, idea.stage or "", "", idea.id))
    assert form.ease.isHidden()
    QTest.mouseClick(form.worth.impact.buttons[4], LEFT)
    QTest.mouseClick(form.worth.effort.buttons[1], LEFT)
    idea = world.card("Opening hours first")
    assert (idea.impact, idea.effort) == (4, 1)
    assert form.worth.verdict.text() == "Quick win: it helps and is little work."
    QTest.mouseClick(form.worth.effort.buttons[1], LEFT)
    assert world.card("Opening hours first").effort is None
    assert form.worth.verdict.isHidden()


def test_the_details_say_what_is_passed_on(world: World) -> None:
    world.place.set_details(True)
    steps.set_new_owner(world.document, (world.step("Form").id,), "Nurse")
    world.select(world.spot("Form"))
    (hand_off,) = world.place.inspector.step.handoffs.rows
    assert hand_off.who.text() == "From Front desk to Nurse"
    hand_off.passed.setCurrentIndex(2)
    hand_off.passed.activated.emit(2)
    hand_off.items.setFocus()
    QTest.keyClicks(hand_off.items, "Allergies")
    QTest.keyClick(hand_off.items, Qt.Key.Key_Return)
    (way,) = world.document.snapshot.table(Connection).values()
    assert (way.source, way.target) == (world.step("Greeting").id, world.step("Form").id)
    assert (way.info_passed, way.items) == (False, "Allergies")
