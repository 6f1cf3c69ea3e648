"""The views of plans in the window itself: its keys, its tabs, and what is due."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeymapper.domain.entities import Review
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import _
from journeymapper.domain.plans import state_of
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.plan import PlanPlace
from journeymapper.ui.plans.board import Board
from journeymapper.ui.plans.review_dialog import ReviewDialog
from journeymapper.ui.plans.timeline import TimelineView
from tests.gui.map_world import World, close_window, open_window
from tests.gui.plan_views_world import fill, plan_called, press
from tests.screenshots.hands import Meanwhile

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def world(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One window serves both tests."""
    opened = open_window(qapp, tmp_path_factory.mktemp("app"))
    yield opened
    close_window(opened)


@pytest.fixture
def window(world: World) -> MainWindow:
    world.window.session.new(fill, _("Begin"))
    world.window.activateWindow()
    return world.window


@pytest.fixture
def place(window: MainWindow) -> PlanPlace:
    window.show_place("plan")
    found = window.places.current()
    assert isinstance(found, PlanPlace)
    return found


def test_keys_of_the_views_reach_them_and_undo_takes_them_back(
    window: MainWindow, place: PlanPlace
) -> None:
    document = window.session.document
    assert document is not None
    read = plan_called(document, "Read the date back").id
    place.show_view("board")
    board = place.view("board")
    assert isinstance(board, Board)
    board.take_focus()
    press(Qt.Key.Key_Right, ALT)
    assert state_of(document.snapshot, read) == PlanState.RUNNING
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert state_of(document.snapshot, read) == PlanState.DRAFT
    press(Qt.Key.Key_Return)
    assert place.view_key == "list"
    place.show_view("timeline")
    timeline = place.view("timeline")
    assert isinstance(timeline, TimelineView)
    timeline.show_plan(read)
    press(Qt.Key.Key_Left, ALT)
    press(Qt.Key.Key_Right, ALT | Qt.KeyboardModifier.ShiftModifier)
    plan = plan_called(document, "Read the date back")
    assert (plan.start, plan.due) == ("2026-05-31", "2026-07-10")


def test_a_review_that_is_due_is_offered_until_it_was_held(
    window: MainWindow, place: PlanPlace
) -> None:
    document = window.session.document
    assert document is not None
    assert not place.notice.isVisible()  # the first plan began on 1 March
    with document.step(_("Look back")) as tx:
        tx.insert(Review("r", None, "2026-02-01"))
    assert place.notice.says.text() == "All plans were to be looked at together on 1 May."
    meanwhile = Meanwhile()
    meanwhile.expect(ReviewDialog, lambda dialog: dialog.accept())
    place.notice.hold.click()
    QApplication.processEvents()
    assert meanwhile.failed is None
    assert not place.notice.isVisible()
    assert len(document.snapshot.table(Review)) == 2
