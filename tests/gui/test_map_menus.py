"""The menus of the map: rows to show, what can be done with a cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.domain.kinds import LaneKind, Severity
from journeymapper.ui.canvas.spots import Spot
from tests.gui.map_world import LEFT, NONE, World, begin

pytestmark = pytest.mark.qt_log_ignore(  # what the offscreen platform says of itself
    "^This plugin does not support grabbing the keyboard$", extend=True
)


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


def opened() -> QMenu:
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, *words: str) -> None:
    """Choose an entry, through the menus inside."""
    for word in words:
        action = next(a for a in menu.actions() if a.text() == word)
        inner = action.menu()
        if isinstance(inner, QMenu):
            menu = inner
        else:
            action.trigger()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    QApplication.processEvents()


def ask(world: World, at: QPoint) -> QMenu:
    """Open the menu at a point with the right button."""
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, world.viewport.mapToGlobal(at))
    QApplication.sendEvent(world.viewport, event)
    return opened()


def kinds(world: World) -> list[LaneKind]:
    return [row.kind for row in world.place.canvas.bench.layout.rows]


def test_the_corner_lists_all_rows(world: World) -> None:
    QTest.mouseClick(world.viewport, LEFT, NONE, QPoint(30, 40))
    choose(opened(), "Thinking")
    assert LaneKind.THINKING in kinds(world)
    assert world.undo_label() == "Show row Thinking"


def test_a_row_is_hidden_and_moved_by_its_title(world: World) -> None:
    row = world.place.canvas.bench.layout.rows[3]
    at = QPoint(30, round(row.y + 10))
    QTest.mouseClick(world.viewport, LEFT, NONE, at)
    choose(opened(), "Move up")
    assert kinds(world)[2] == LaneKind.PAIN
    pains = world.place.canvas.bench.layout.rows[2]
    QTest.mouseClick(world.viewport, LEFT, NONE, QPoint(30, round(pains.y + 10)))
    choose(opened(), "Hide this row")
    assert LaneKind.PAIN not in kinds(world)


def test_a_pain_is_rated_from_its_menu(world: World) -> None:
    card = world.card("Nobody looks up")
    spot = world.spot("Greeting", LaneKind.PAIN)
    menu = ask(world, world.centre(Spot(spot.lane, spot.stage, spot.touchpoint, card.id)))
    choose(menu, "How bad", "Critical")
    assert world.card("Nobody looks up").severity == Severity.CRITICAL


def test_one_more_card_is_written_below_the_first(world: World) -> None:
    card = world.card("Nobody looks up")
    spot = world.spot("Greeting", LaneKind.PAIN)
    menu = ask(world, world.centre(Spot(spot.lane, spot.stage, spot.touchpoint, card.id)))
    choose(menu, "One more card here")
    world.type("Loud")
    world.key(Qt.Key.Key_Return)
    assert world.card("Loud").touchpoint == card.touchpoint
    assert world.card("Loud").position > card.position


def test_a_step_gets_a_text_of_its_own_in_a_row_of_texts(world: World) -> None:
    menu = ask(world, world.centre(world.spot("Form", LaneKind.DOING)))
    choose(menu, "Own text for a step", "2.3 Form")
    world.type("Fills in a form")
    world.key(Qt.Key.Key_Return)
    assert world.card("Fills in a form").touchpoint == world.step("Form").id
    assert world.spot("Greeting", LaneKind.DOING).touchpoint == world.step("Greeting").id


def test_the_menu_of_a_step_offers_what_the_keys_do(world: World) -> None:
    menu = ask(world, world.centre(world.spot("Form")))
    names = {a.objectName() for a in menu.actions()}
    assert {"edit.edit", "edit.delete", "step.add_after", "step.moment_of_truth"} <= names
    menu.close()
    assert world.place.canvas.bench.cursor.spot == world.spot("Form")
