"""The review of all plans, led through by keyboard, kept as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.analysis.plans.review import Block
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import Review
from journeymapper.domain.kinds_plan import ReviewStatus
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.plans.review_dialog import ReviewDialog
from journeymapper.ui.plans.review_pages import NextPage, PlansPage, WritePage
from tests.gui.comment_world import Bare
from tests.gui.plan_views.world import TODAY, plan_called
from tests.screenshots.hands import Meanwhile, button

Lead = Callable[[], ReviewDialog]


@pytest.fixture
def lead(bare: Bare, document: Document) -> Iterator[Lead]:
    made: list[ReviewDialog] = []

    def begin() -> ReviewDialog:
        dialog = ReviewDialog(bare.context, document, TODAY, bare.host)
        dialog.show()
        made.append(dialog)
        return dialog

    yield begin
    for dialog in made:
        dialog.done(0)
        dialog.deleteLater()


def test_what_is_decided_of_each_plan_is_kept_as_one_step(lead: Lead, document: Document) -> None:
    dialog = lead()
    assert dialog.agenda.count() == 6
    plans, changes, after = (
        dialog.pages[block] for block in (Block.PLANS, Block.CHANGES, Block.NEXT)
    )
    assert isinstance(plans, PlansPage)
    assert isinstance(changes, WritePage)
    assert isinstance(after, NextPage)
    for _part in range(3):
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    keep, tell = (plan_called(document, t) for t in ("Keep agreed return dates", "Tell the delay"))
    status, decision = plans.rows[tell.id]
    assert dialog.focusWidget() is plans.rows[keep.id][0]
    status.setCurrentIndex(status.findData(ReviewStatus.OFF_TRACK.value))
    QTest.keyClicks(decision, "Say it at the desk from Monday")
    QTest.keyClicks(plans.rows[keep.id][1], "Count once more")
    changes.field.setPlainText("Look at it every month")
    after.months.setCurrentIndex(after.months.findData(1))
    assert after.next.text() == "Next review: 15 June 2026"
    dialog.accept()
    known = {one.plan: one for one in document.snapshot.table(Review).values()}
    assert set(known) == {None, keep.id, tell.id}
    assert known[tell.id].decision == "Say it at the desk from Monday"
    assert known[keep.id].status == ReviewStatus.ON_TRACK
    assert (known[None].status, known[None].changes, known[None].date) == (
        ReviewStatus.OFF_TRACK,
        "Look at it every month",
        "2026-05-15",
    )
    assert queries.project(document.snapshot).plan_months == 1
    assert "next review is due on 15 June 2026" in lead().due.text()
    document.undo()
    assert not document.snapshot.table(Review)
    assert queries.project(document.snapshot).plan_months == 3


def test_leaving_keeps_what_was_written_or_goes_on(lead: Lead, document: Document) -> None:
    untouched = lead()
    untouched.reject()
    assert not document.snapshot.table(Review)
    dialog = lead()
    changes = dialog.pages[Block.CHANGES]
    assert isinstance(changes, WritePage)
    changes.field.setPlainText("Half a sentence")
    meanwhile = Meanwhile()
    meanwhile.expect(DialogFrame, lambda asked: asked.reject())
    dialog.reject()
    assert dialog.isVisible()
    assert not document.snapshot.table(Review)
    meanwhile.expect(DialogFrame, lambda asked: button(asked, "Keep and leave").click())
    dialog.reject()
    assert meanwhile.failed is None
    (one,) = document.snapshot.table(Review).values()
    assert one.changes == "Half a sentence"
