"""The views in the place Plan itself: the way from one to another, and what is due."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeymapper.document.document import Document
from journeymapper.domain.entities import Review
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import _
from journeymapper.domain.plans import state_of
from journeymapper.ui.gap_watch import GapWatch
from journeymapper.ui.openings import OpeningsMemory
from journeymapper.ui.places.plan import PlanPlace
from journeymapper.ui.plans.review_dialog import ReviewDialog
from journeymapper.ui.plans.timeline import TimelineView
from tests.gui.comment_world import Bare
from tests.gui.plan_views.world import Stage, plan_called, press
from tests.screenshots.hands import Meanwhile


@pytest.fixture
def place(bare: Bare, stage: Stage, document: Document) -> Iterator[PlanPlace]:
    assert bare.session.document is document
    watch = GapWatch(bare.context, bare.session, bare.host)
    memory = OpeningsMemory(bare.context, bare.session, bare.host)
    made = PlanPlace(bare.context, bare.session, bare.binding, watch, memory)
    stage.put(made)
    made.refresh()
    yield made
    stage.put(None)
    for part in (watch, memory):
        part.deleteLater()


def test_views_open_plans_in_the_list_and_reviews_that_are_due_are_offered(
    place: PlanPlace, document: Document
) -> None:
    read = plan_called(document, "Read the date back").id
    place.show_view("board")
    place.view("board").take_focus()
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert state_of(document.snapshot, read) == PlanState.RUNNING
    press(Qt.Key.Key_Return)
    assert place.view_key == "list"
    place.bar.search.field.setText("mara")
    place.show_view("timeline")
    timeline = place.view("timeline")
    assert isinstance(timeline, TimelineView)
    assert timeline.pane.line is not None
    assert {row.bar.who for row in timeline.pane.line.rows} == {"Mara"}
    place.bar.search.field.clear()
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
