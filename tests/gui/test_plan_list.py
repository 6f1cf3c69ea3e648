"""The list of plans: lines typed by keyboard, ticks, the open plan and its five steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.document.document import Document
from journeymapper.domain.entities import (
    Checkpoint,
    Entity,
    Involved,
    Kpi,
    Participant,
    Plan,
    PlanWord,
    Task,
    Touchpoint,
    Why,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import PlanPart, PlanState
from journeymapper.domain.message import _
from journeymapper.domain.plans import state_of
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.commands.plans import Measure, read_measure
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.day_words import read_day
from journeymapper.ui.plans.list_view import ListView
from journeymapper.ui.plans.open_plan import OpenPlan
from journeymapper.ui.plans.part import Part
from tests.gui.comment_world import Bare, begin

KEY = Qt.Key


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Bare]:
    made = Bare(tmp_path_factory.mktemp("app"), qapp)
    yield made
    made.close()


@pytest.fixture(scope="module")
def only_view(bare: Bare) -> ListView:
    """One view serves all tests of the file."""
    view = ListView(bare.context, bare.session)
    bare.show(view)
    bare.host.resize(1300, 700)
    begin(bare.session)

    def refresh(_changes: object) -> None:
        document = bare.session.document
        assert document is not None
        view.refresh(document.snapshot, today_of(bare.context))

    bare.session.changed.connect(refresh)
    return view


@pytest.fixture
def document(bare: Bare, only_view: ListView) -> Document:
    only_view.forget()
    only_view.find("")
    only_view.side.hides_done = False
    made = bare.session.document
    assert made is not None
    made.go_back(made.history()[0], _("Again"))
    only_view.refresh(made.snapshot, today_of(bare.context))
    bare.host.activateWindow()
    return made


@pytest.fixture
def view(only_view: ListView, document: Document) -> ListView:
    assert document is only_view.session.document
    return only_view


def all_of(document: Document, kind: type[Entity]) -> list[Any]:
    return list(document.snapshot.table(kind).values())


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def type_in(cell: QWidget, text: str) -> None:
    cell.setFocus()
    QTest.keyClicks(cell, text)


def owner_of(document: Document, one: Plan | Task) -> str:
    return commands.name_of(document.snapshot, one.owner)


def unfolded(view: ListView, part: PlanPart) -> Any:
    found = view.plan.steps.show_part(part)
    assert isinstance(found, Part)
    return found


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


def test_the_title_is_edited_in_place_and_never_empty(
    document: Document, view: ListView, plan: str
) -> None:
    view.plan.title.setFocus()
    view.plan.title.selectAll()
    QTest.keyClicks(view.plan.title, "Keep what was agreed")
    press(KEY.Key_Return)
    assert document.snapshot.get(Plan, plan).title == "Keep what was agreed"
    view.plan.title.selectAll()
    QTest.keyClick(view.plan.title, KEY.Key_Delete)
    assert not view.plan.title.flush()
    assert document.snapshot.get(Plan, plan).title == "Keep what was agreed"


def test_start_says_what_is_missing_and_then_starts(
    document: Document, view: ListView, plan: str
) -> None:
    view.plan.start.start.click()
    assert "Say what happens today." in view.plan.start.told.text()
    assert state_of(document.snapshot, plan) == PlanState.DRAFT
    problem = unfolded(view, PlanPart.PROBLEM)
    type_in(problem.happens.cell, "They slip")
    type_in(problem.intended.cell, "They hold")
    watch = unfolded(view, PlanPart.WATCH)
    assert "happens" not in view.plan.start.told.text()
    before = watch.measures.rows[0].findChild(QWidget, "before")
    assert before is not None
    type_in(before, "7 of 50")
    press(KEY.Key_Tab)
    (kpi,) = all_of(document, Kpi)
    assert kpi.baseline == ("0:43", "1:7")
    view.plan.start.start.click()
    assert state_of(document.snapshot, plan) == PlanState.RUNNING
    assert not view.plan.start.isVisible()
    assert before.property("readOnly")


@pytest.mark.usefixtures("plan")
def test_whys_go_on_below_each_other_and_branch(document: Document, view: ListView) -> None:
    whys = unfolded(view, PlanPart.PROBLEM).whys
    whys.rows[-1].cells["text"].setFocus()
    for words in ("Nobody writes it down", "No room"):
        QTest.keyClicks(focused(), words)
        press(KEY.Key_Return)
    first, second = all_of(document, Why)
    assert (first.under, second.under) == (None, first.id)
    whys.ask_again(first.id)
    QTest.keyClicks(focused(), "No time")
    press(KEY.Key_Return)
    assert {w.text for w in all_of(document, Why) if w.under == first.id} == {"No room", "No time"}
    whys.rows[0].findChild(QWidget, "root").click()
    assert document.snapshot.get(Why, first.id).root
    whys.delete(whys.rows[0])
    assert not all_of(document, Why)
    assert len(whys.rows) == 1


@pytest.mark.usefixtures("plan")
def test_tab_goes_on_in_the_line_that_was_just_begun(document: Document, view: ListView) -> None:
    part = unfolded(view, PlanPart.DEADLINES)
    type_in(part.check_ins.rows[-1].cells["date"], "20.5.2031")
    press(KEY.Key_Tab)
    QTest.keyClicks(focused(), "half of them")
    press(KEY.Key_Tab)
    QTest.keyClicks(focused(), "13 of 29")
    press(KEY.Key_Tab)
    (check,) = all_of(document, Checkpoint)
    today = today_of(view.context).isoformat()
    assert (check.date, check.expected, check.actual, check.noted) == (
        "2031-05-20", "half of them", "13 of 29", today,
    )  # fmt: skip


def test_tasks_of_a_plan_show_its_progress(document: Document, view: ListView, plan: str) -> None:
    tasks = unfolded(view, PlanPart.DEADLINES).tasks
    made = [commands.new_task(document, words, plan_id=plan) for words in ("a", "b", "c")]
    commands.tick(document, made[0], "2026-05-20")
    assert tasks.note.text() == "1 of 3 done, 33 %"
    type_in(tasks.rows[1].cells["who"], "Ines")
    assert tasks.flush()
    assert owner_of(document, document.snapshot.get(Task, made[1])) == "Ines"
    assert made[0] not in view.side.lines  # it is no simple task


def test_a_wrong_day_stays_in_its_field_and_changes_nothing(
    document: Document, view: ListView, plan: str
) -> None:
    part = unfolded(view, PlanPart.DEADLINES)
    commands.set_plan(document, plan, start="2026-05-10")
    type_in(part.due.cell, "1.5.2026")
    assert not view.plan.flush()
    assert part.due.cell.problem_label().isVisible()
    assert part.due.cell.text().startswith("1")
    assert document.snapshot.get(Plan, plan).due == ""


@pytest.mark.usefixtures("plan")
def test_helpers_and_words_are_written_where_they_belong(
    document: Document, view: ListView
) -> None:
    part = unfolded(view, PlanPart.WHO)
    helpers = part.helpers
    type_in(helpers.rows[-1].cells["who"], "Ines")
    press(KEY.Key_Tab)
    (one,) = all_of(document, Involved)
    assert commands.name_of(document.snapshot, one.participant) == "Ines"
    type_in(part.theirs.cell, "Nobody called us")
    view.flush()
    (word,) = all_of(document, PlanWord)
    assert (word.part, word.customers, word.team) == (PlanPart.WHO, "Nobody called us", "")


def test_typing_is_written_before_another_plan_is_shown(
    document: Document, view: ListView, plan: str
) -> None:
    other = commands.new_plan(document, "Tell the delay")
    view.show_plan(plan)
    problem = unfolded(view, PlanPart.PROBLEM)
    type_in(problem.happens.cell, "They slip")
    view.show_plan(other)
    assert document.snapshot.get(Plan, plan).happens == "They slip"
    assert document.snapshot.get(Plan, other).happens == ""
    assert problem.happens.cell.toPlainText() == ""


def test_undo_while_a_plan_is_open_shows_what_came_back(
    document: Document, view: ListView, plan: str
) -> None:
    step = all_of(document, Touchpoint)[0]
    commands.set_plan(document, plan, touchpoint=step.id)
    assert step.name in view.plan.sentence.text()
    view.session.undo()
    assert step.name not in view.plan.sentence.text()
    view.session.undo()
    assert view.right.currentWidget() is view.nothing


def test_a_copy_is_a_draft_without_what_happened(document: Document, plan: str) -> None:
    with document.step(commands.labelled(document, plan)) as tx:
        tx.change(Plan, plan, happens="They slip", intended="They hold")
    (kpi,) = all_of(document, Kpi)
    with document.step(commands.labelled(document, plan)) as tx:
        tx.change(Kpi, kpi.id, baseline=("1:7", "0:43"), baseline_date="2026-02-20")
    commands.start_plan(document, plan, "2026-03-16")
    commands.new_task(document, "Call", plan_id=plan)
    made = commands.duplicate_plan(document, plan)
    copy = document.snapshot.get(Plan, made)
    assert (copy.happens, copy.owner) == ("They slip", document.snapshot.get(Plan, plan).owner)
    assert state_of(document.snapshot, made) == PlanState.DRAFT
    assert [k.baseline for k in all_of(document, Kpi) if k.plan == made] == [()]
    assert [t.title for t in all_of(document, Task) if t.plan == made] == ["Call"]


def test_task_and_plan_become_each_other(document: Document) -> None:
    task = commands.new_task(document, "Hold slots", who="Mara", by_when="2026-05-28")
    plan = commands.plan_of_task(document, task)
    assert not all_of(document, Task)
    made = document.snapshot.get(Plan, plan)
    assert (made.title, made.due, owner_of(document, made)) == ("Hold slots", "2026-05-28", "Mara")
    assert not commands.has_more(document.snapshot, plan)
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
    view.back.click()
    assert view.side.isVisible()
    assert not view.right.isVisible()
    view.side.lines[plan].click()
    assert view.right.isVisible()
    bare.host.resize(1300, 700)
    QApplication.processEvents()
    assert view.side.isVisible()
