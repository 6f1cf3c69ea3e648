"""The place Plan: its bar, what stands under More, and what it tells after a pause."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.analysis.plans.dates import dates_of_plan
from journeymapper.app.openings import Opening, opening_of
from journeymapper.app.settings import KEEP_RECENT, OPENINGS
from journeymapper.document import operations
from journeymapper.domain.entities import Checkpoint, Plan
from journeymapper.domain.message import _
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.gap_watch import GapWatch
from journeymapper.ui.openings import OpeningsMemory
from journeymapper.ui.places.plan import PlanPlace
from journeymapper.ui.plans import calendar
from journeymapper.ui.plans.list_view import ListView
from tests.gui.comment_world import Bare
from tests.gui.map_world import fill

LAST = "2026-05-09"
TODAY = datetime.date(2026, 5, 15)


@pytest.fixture(scope="module")
def place(bare: Bare) -> PlanPlace:
    watch = GapWatch(bare.context, bare.session, bare.host)
    memory = OpeningsMemory(bare.context, bare.session, bare.host)
    made = PlanPlace(bare.context, bare.session, bare.binding, watch, memory)
    bare.show(made)
    column = bare.host.layout()
    assert column is not None
    column.addWidget(made.top_bar())
    return made


@pytest.fixture
def plan(bare: Bare, place: PlanPlace) -> str:
    """A plan in a document without a file."""
    bare.session.new(fill, _("Begin"))
    document = place.session.document
    assert document is not None
    made = commands.new_plan(document, "Keep dates", who="Mara", by_when="2026-05-12")
    with document.step(_("Check in")) as tx:
        operations.add_line(tx, Checkpoint, plan=made, date="2026-05-11")
    return made


@pytest.fixture
def old_plan(bare: Bare, plan: str, tmp_path: Path) -> str:
    """The same in a file that was open last on 9 May; one check-in and its end came since."""
    session, settings = bare.session, bare.context.settings
    document = session.document
    assert document is not None
    path = tmp_path / "visit.journey"
    session.save_as(path)
    doc_id = document.doc_id
    session.close()
    known = opening_of(settings.get(OPENINGS), doc_id)
    assert known == Opening(doc_id, TODAY.isoformat(), 0)
    settings.set(OPENINGS, (Opening(doc_id, LAST, 0),))
    session.open(path)
    return plan


def test_what_happened_meanwhile_is_told_and_dealt_with(
    bare: Bare, place: PlanPlace, old_plan: str
) -> None:
    strip = place.strip
    assert strip.isVisible()
    assert strip.day.text() == "Since 9 May"
    assert strip.missed.text() == "1 check-in missed"
    assert strip.due.text() == "1 plan due"
    assert strip.answers.text() == "No new answers"
    strip.note.click()
    listed = place.view("list")
    assert isinstance(listed, ListView)
    assert listed.open_id == old_plan
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "How it is"
    focused.setProperty("text", "half of them")
    bare.session.flush.emit()
    document = bare.session.document
    assert document is not None
    (check,) = document.snapshot.table(Checkpoint).values()
    assert (check.actual, check.noted) == ("half of them", TODAY.isoformat())
    assert strip.missed.text() == "No check-in missed"
    strip.shut.click()
    assert not strip.isVisible()


@pytest.mark.usefixtures("plan")
def test_where_nothing_is_to_be_remembered_no_opening_is(bare: Bare) -> None:
    settings = bare.context.settings
    settings.set(KEEP_RECENT, False)
    try:
        bare.session.close()
        assert settings.get(OPENINGS) == ()
    finally:
        settings.set(KEEP_RECENT, True)


@pytest.mark.usefixtures("plan")
def test_more_holds_only_what_can_be_done(place: PlanPlace) -> None:
    menu = place.bar.more.menu()
    menu.aboutToShow.emit()
    assert menu.actions()
    assert all(action.isEnabled() for action in menu.actions())


def test_find_goes_to_the_field_and_the_list_follows(place: PlanPlace, plan: str) -> None:
    listed = place.view("list")
    assert isinstance(listed, ListView)
    assert place.can_find()
    place.find()
    assert QApplication.focusWidget() is place.bar.search.field
    place.bar.search.field.setText("zebra")
    assert not listed.side.lines
    place.bar.search.field.clear()
    assert list(listed.side.lines) == [plan]


def test_the_days_of_a_plan_are_written_for_a_calendar(
    bare: Bare, plan: str, tmp_path: Path
) -> None:
    document = bare.session.document
    assert document is not None
    days = dates_of_plan(document.snapshot, document.snapshot.get(Plan, plan), TODAY)
    out = tmp_path / "dates.ics"
    calendar.write(bare.context, days, "Visit", out)
    content = out.read_text(encoding="utf-8")
    assert content.count("BEGIN:VEVENT") == 2
    assert "SUMMARY:Check-in: Keep dates" in content


@pytest.mark.usefixtures("plan")
def test_who_looks_first_does_not_wait_for_the_marks(bare: Bare, qtbot: QtBot) -> None:
    watch = GapWatch(bare.context, bare.session, bare.host)  # nothing was opened since
    watch.look_first()
    qtbot.waitUntil(lambda: watch.figures is not None)
    assert watch.is_current
