"""The list of plans: lines typed by keyboard, ticks, what tasks and plans become."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import (
    Communication,
    Kpi,
    Participant,
    Plan,
    Task,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.plans import state_of
from journeymapper.ui.commands import plan_turns as turns
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.commands.plans import Measure, read_measure
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.day_words import read_day
from journeymapper.ui.plans.list_view import ListView
from journeymapper.ui.plans.open_plan import OpenPlan
from tests.gui.comment_world import Bare
from tests.gui.plan_world import (
    all_of,
    focused,
    fresh,
    list_in,
    owner_of,
    press,
    type_in,
)

KEY = Qt.Key


@pytest.fixture(scope="module")
def only_view(bare: Bare) -> ListView:
    """One view serves all tests of the file."""
    return list_in(bare)


@pytest.fixture
def document(bare: Bare, only_view: ListView) -> Document:
    return fresh(bare, only_view)


@pytest.fixture
def view(only_view: ListView, document: Document) -> ListView:
    assert document is only_view.session.document
    return only_view


@pytest.fixture
def plan(document: Document, view: ListView) -> str:
    made = commands.new_plan(document, "Keep dates", who="Mara", measure=Measure("dates kept"))
    view.show_plan(made)
    return made


def test_typing_a_line_and_enter_makes_a_simple_task(document: Document, view: ListView) -> None:
    view.new.who.setText("Petra")
    view.new.what.setFocus()
    QTest.keyClicks(focused(), "orders stickers")
    press(KEY.Key_Tab)
    QTest.keyClicks(focused(), "28 may 2031")
    assert view.new.add_button.text() == "Add task"
    press(KEY.Key_Return)
    (task,) = all_of(document, Task)
    assert (task.title, task.plan, task.due) == ("orders stickers", None, "2031-05-28")
    assert owner_of(document, task) == "Petra"
    assert focused() is view.new.who
    assert all(not field.text() for field in view.new.fields())
    assert view.right.currentWidget() is view.task


def test_a_line_that_says_how_we_will_see_it_is_a_plan(document: Document, view: ListView) -> None:
    view.new.who.setText("front desk")
    view.new.what.setText("holds two slots")
    view.new.measure.setFocus()
    QTest.keyClicks(focused(), "count 30 rebookings")
    assert view.new.add_button.text() == "Add plan"
    press(KEY.Key_Return)
    (made,) = all_of(document, Plan)
    (kpi,) = all_of(document, Kpi)
    assert (kpi.plan, kpi.text, kpi.wanted_n) == (made.id, "rebookings", 30)
    assert state_of(document.snapshot, made.id) == PlanState.DRAFT
    (person,) = all_of(document, Participant)
    assert person.role is not None  # the role of this name stands behind it
    assert view.right.currentWidget() is view.plan
    assert view.plan.sheet.plan_id == made.id


def test_enter_before_anything_is_to_be_done_goes_there(document: Document, view: ListView) -> None:
    type_in(view.new.measure, "count 20")
    press(KEY.Key_Return)
    assert focused() is view.new.what
    assert not all_of(document, Plan)


def test_a_day_that_is_none_stays_and_nothing_is_added(document: Document, view: ListView) -> None:
    view.new.what.setText("orders stickers")
    type_in(view.new.when, "32 may")
    press(KEY.Key_Return)
    assert not all_of(document, Task)
    assert view.new.when.text() == "32 may"
    assert view.new.told.isVisible()
    view.new.when.setText("31 may")
    assert not view.new.told.isVisible()


def test_a_line_being_typed_is_kept_when_the_map_is_closed(
    document: Document, view: ListView
) -> None:
    view.new.what.setText("orders stickers")
    view.leave()
    assert [task.title for task in all_of(document, Task)] == ["orders stickers"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("count 20", Measure("", 20)),
        ("Count 12 rebookings", Measure("rebookings", 12)),
        ("7 calls", Measure("calls", 7)),
        ("rebookings within 3 days", Measure("rebookings within 3 days", 20)),
        ("0 complaints", Measure("0 complaints", 20)),
        ("  ", None),
    ],
)
def test_how_we_will_see_it_is_read_as_it_is_typed(text: str, wanted: Measure | None) -> None:
    assert read_measure(text, "count") == wanted


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28.5.", "2026-05-28"),
        ("28 May", "2026-05-28"),
        ("3 feb", "2027-02-03"),
        ("May 28", "2026-05-28"),
        ("May 28, 2028", "2028-05-28"),
        ("12.05.2026", "2026-05-12"),
        ("2026-05-12", "2026-05-12"),
        ("tomorrow", "2026-05-21"),
        ("29 feb", "2028-02-29"),
        ("", ""),
        ("30 feb", None),
        ("soon", None),
        ("28", None),
    ],
)
def test_days_are_read_with_and_without_their_year(bare: Bare, text: str, day: str | None) -> None:
    assert read_day(text, bare.context, date(2026, 5, 20)) == day


def test_a_tick_closes_a_task_and_undo_opens_it(document: Document, view: ListView) -> None:
    task = commands.new_task(document, "Order stickers")
    view.side.lines[task].setFocus()
    press(KEY.Key_Space)
    day = today_of(view.context).isoformat()
    assert document.snapshot.get(Task, task).done == day
    assert view.side.tasks_count.text() == "0 open"
    view.session.undo()
    assert document.snapshot.get(Task, task).done == ""


def test_what_is_done_can_be_hidden(document: Document, view: ListView) -> None:
    task = commands.new_task(document, "Order stickers")
    other = commands.new_task(document, "Call the lab")
    commands.tick(document, task, "2026-05-20")
    view.side.hide_done.click()
    assert list(view.side.lines) == [other]
    view.side.hide_done.click()
    assert set(view.side.lines) == {task, other}


def test_find_shows_only_what_holds_the_words(
    document: Document, view: ListView, plan: str
) -> None:
    commands.new_task(document, "Order stickers", who="Petra")
    view.find("petra")
    assert [view.side.lines[id_].accessibleName() for id_ in view.side.lines] == [
        "Order stickers, Petra, no date"
    ]
    view.find("zebra")
    assert not view.side.lines
    assert "zebra" in view.side.plans_none.text()
    view.find("")
    assert plan in view.side.lines


def test_arrows_go_through_tasks_and_plans_and_open_them(
    document: Document, view: ListView, plan: str
) -> None:
    task = commands.new_task(document, "Order stickers")
    view.side.lines[task].setFocus()
    press(KEY.Key_Down)
    assert focused() is view.side.lines[plan]
    assert view.open_id == plan
    assert view.right.currentWidget() is view.plan


def named(document: Document, plan: str, title: str) -> str:
    commands.set_plan(document, plan, title=title)
    return plan


def test_a_copy_is_a_draft_without_what_happened(document: Document, plan: str) -> None:
    with document.step(commands.labelled(document, plan)) as tx:
        tx.change(Plan, plan, happens="They slip", intended="They hold")
    (kpi,) = all_of(document, Kpi)
    with document.step(commands.labelled(document, plan)) as tx:
        tx.change(Kpi, kpi.id, baseline=("1:7", "0:43"), baseline_date="2026-02-20")
    turns.start_plan(document, plan, "2026-03-16")
    call = commands.new_task(document, "Call", plan_id=plan)
    hang = commands.new_task(document, "Hang up", plan_id=plan)
    commands.set_task(document, hang, start="2026-05-01", due="2026-05-04", waits_for=(call,))
    made = commands.duplicate_plan(document, plan)
    copy = document.snapshot.get(Plan, made)
    assert (copy.happens, copy.owner) == ("They slip", document.snapshot.get(Plan, plan).owner)
    assert state_of(document.snapshot, made) == PlanState.DRAFT
    assert [k.baseline for k in all_of(document, Kpi) if k.plan == made] == [()]
    first, second = (t for t in all_of(document, Task) if t.plan == made)
    assert (first.title, second.title, second.waits_for) == ("Call", "Hang up", (first.id,))
    assert (second.start, second.due) == ("2026-05-01", "2026-05-04")
    assert commands.duplicate_plan(document, named(document, plan, "Very long " * 20))


def test_task_and_plan_become_each_other(document: Document) -> None:
    task = commands.new_task(document, "Hold slots", who="Mara", by_when="2026-05-28")
    plan = commands.plan_of_task(document, task)
    assert not all_of(document, Task)
    made = document.snapshot.get(Plan, plan)
    assert (made.title, made.due, owner_of(document, made)) == ("Hold slots", "2026-05-28", "Mara")
    assert not commands.has_more(document.snapshot, plan)
    with document.step(commands.labelled(document, plan)) as tx:
        told = operations.add_line(tx, Communication, plan=plan, label="The team")
    assert commands.has_more(document.snapshot, plan)
    with document.step(commands.labelled(document, plan)) as tx:
        operations.delete_line(tx, Communication, told)
        operations.change_plan(tx, plan, solution="Two slots a day")
    assert commands.has_more(document.snapshot, plan)
    task = commands.task_of_plan(document, plan)
    back = document.snapshot.get(Task, task)
    assert (back.title, back.due, owner_of(document, back)) == ("Hold slots", "2026-05-28", "Mara")
    assert not all_of(document, Plan)


def test_nothing_to_do_is_refused(document: Document) -> None:
    for make in (commands.new_plan, commands.new_task):
        with pytest.raises(RefusedError):
            make(document, "  ")
    assert not all_of(document, Plan)


def test_where_there_is_little_room_the_list_or_the_plan_is_there(
    bare: Bare, view: ListView, plan: str
) -> None:
    assert view.side.isVisible()
    bare.host.resize(700, 500)
    QApplication.processEvents()
    assert isinstance(view.right.currentWidget(), OpenPlan)
    assert not view.side.isVisible()
    assert not view.new.isVisible()
    view.panes.back.click()
    QApplication.processEvents()
    assert view.side.isVisible()
    assert view.side.width() == view.width()
    assert not view.right.isVisible()
    type_in(view.new.what, "Hang a clock")
    press(Qt.Key.Key_Return)
    assert "Hang a clock" in next(line.accessibleName() for line in view.side.lines.values())
    assert not view.right.isVisible()
    view.side.lines[plan].click()
    assert view.right.isVisible()
    bare.host.resize(1300, 700)
    QApplication.processEvents()
    assert view.side.isVisible()
