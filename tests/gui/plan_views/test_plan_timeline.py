"""The timeline by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeymapper.document.document import Document
from journeymapper.ui.plans.dates_dialog import DatesDialog
from journeymapper.ui.plans.spot import Spot
from journeymapper.ui.plans.timeline import TimelineView
from tests.gui.comment_world import Bare
from tests.gui.plan_views.world import Stage, plan_called, press, task_called
from tests.screenshots.hands import Meanwhile

ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT = Qt.MouseButton.LeftButton
KEEP = "Keep agreed return dates"


@pytest.fixture
def view(bare: Bare, stage: Stage, document: Document) -> TimelineView:
    assert bare.session.document is document
    made = TimelineView(bare.context, bare.session)
    stage.show(made)
    return made


def spot(view: TimelineView, document: Document, title: str = KEEP) -> Spot:
    return view.pane.spots[plan_called(document, title).id]


def dates(document: Document, title: str = KEEP) -> tuple[str, str]:
    plan = plan_called(document, title)
    return plan.start, plan.due


def drag(taken: Spot, x: int, pixels: int, *, drop: bool = True) -> None:
    """Take a bar at ``x`` and move it; points are counted from where it was taken."""
    start = QPoint(x, taken.height() // 2)
    corner = taken.mapToGlobal(QPoint(0, 0))
    QTest.mousePress(taken, LEFT, pos=start)
    for part in (1, 2, 3):
        at = corner + start + QPoint(pixels * part // 3, 0)
        QTest.mouseMove(taken, taken.mapFromGlobal(at))
    if drop:
        QTest.mouseRelease(taken, LEFT, pos=taken.mapFromGlobal(corner + start + QPoint(pixels, 0)))


def test_each_bar_says_what_it_shows(view: TimelineView, document: Document) -> None:
    assert spot(view, document).accessibleName() == (
        "Keep agreed return dates, from 16 March to 15 May, To check"
    )
    task = task_called(document, "Ask Dr Okafor").id
    assert view.pane.spots[task].accessibleName() == "Ask Dr Okafor, late since 12 May, Running"


def test_dragging_an_end_moves_the_date_and_undo_brings_it_back(
    bare: Bare, view: TimelineView, document: Document
) -> None:
    week = round(7 * 6.5)
    bar = spot(view, document)
    drag(bar, bar.width() - 3, week)
    assert dates(document) == ("2026-03-16", "2026-05-22")
    drag(spot(view, document), 3, -week)
    assert dates(document) == ("2026-03-09", "2026-05-22")
    drag(spot(view, document), 60, week)
    assert dates(document) == ("2026-03-16", "2026-05-29")
    for _number in range(3):
        bare.session.undo()
    assert dates(document) == ("2026-03-16", "2026-05-15")


def test_escape_puts_a_held_bar_back(view: TimelineView, document: Document) -> None:
    bar, before = spot(view, document), document.snapshot
    width = bar.width()
    drag(bar, bar.width() - 3, 65, drop=False)
    assert view.told.says.text() == "Keep agreed return dates, from 16 March to 25 May"
    assert bar.width() > width
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    QTest.mouseRelease(bar, LEFT)
    assert bar.width() == width
    assert document.snapshot is before


def test_keys_move_the_bar_its_end_and_its_beginning(
    bare: Bare, view: TimelineView, document: Document
) -> None:
    spot(view, document).setFocus()
    press(Qt.Key.Key_Right, ALT)
    press(Qt.Key.Key_Right, ALT | SHIFT)
    press(Qt.Key.Key_Left, CTRL | SHIFT)
    assert dates(document) == ("2026-03-16", "2026-05-17")
    bare.session.undo()  # one bar moved by keys is one step
    assert dates(document) == ("2026-03-16", "2026-05-15")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right, ALT)
    assert dates(document, "Warm the waiting room") == ("2026-03-01", "2026-04-02")
    assert "is closed" in view.told.says.text()


def test_dates_are_typed_and_swapped_ones_are_refused(
    view: TimelineView, document: Document
) -> None:
    def type_(dialog: DatesDialog) -> None:
        dialog.begin.setText("1 June 2026")
        dialog.due.setText("31.5.2026")
        dialog.agree.click()
        assert "before it starts" in dialog.told.text()
        dialog.due.setText("soon")
        assert not dialog.agree.isEnabled()
        dialog.due.setText("14 June 2026")
        dialog.agree.click()

    meanwhile = Meanwhile()
    meanwhile.expect(DatesDialog, type_)
    row = next(row for row in view.pane.line.rows if row.bar.title == "Explain the bill")  # type: ignore[union-attr]
    menu = view.menu(row.bar)
    next(one for one in menu.actions() if one.text() == "Dates…").trigger()
    menu.deleteLater()
    assert meanwhile.failed is None
    assert dates(document, "Explain the bill") == ("2026-06-01", "2026-06-14")


def test_weeks_are_wider_and_words_leave_few_rows(view: TimelineView, document: Document) -> None:
    width = spot(view, document).width()
    view.zoom.button("week").click()
    assert spot(view, document).width() > 2 * width
    view.zoom.button("month").click()
    view.find("okafor")
    assert [row.bar.title for row in view.pane.line.rows] == ["Ask Dr Okafor"]  # type: ignore[union-attr]
    view.find("nothing like it")
    assert not view.pane.spots
    assert view.told.says.text() == "Nothing here holds “nothing like it”."
    view.find("")
