"""The open plan: edited in place, its five steps, and how it starts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import (
    Checkpoint,
    Involved,
    Kpi,
    Plan,
    PlanWord,
    Question,
    Task,
    Touchpoint,
    Why,
)
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.kinds_plan import Horizon, PlanPart, PlanState
from journeymapper.domain.message import _
from journeymapper.domain.plans import state_of
from journeymapper.ui.commands import plan_turns as turns
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.commands.plans import Measure
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.list_view import ListView
from journeymapper.ui.plans.measure_list import Details
from journeymapper.ui.plans.reason_dialog import ReasonDialog
from tests.gui.comment_world import Bare
from tests.gui.plan_world import (
    all_of,
    choose,
    focused,
    fresh,
    list_in,
    owner_of,
    press,
    type_in,
    unfolded,
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
    view.plan.start.start.setFocus()
    view.plan.start.start.click()
    assert problem.intended.cell.hasFocus()  # the one that is missing
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


def test_a_question_that_is_chosen_brings_its_answers_from_before(
    document: Document, view: ListView, plan: str
) -> None:
    (row, _new) = unfolded(view, PlanPart.WATCH).measures.rows
    choose(row.cells["kind"], "A question we ask")
    details = row.findChild(Details)
    assert isinstance(details, Details)
    nps = next(q for q in all_of(document, Question) if q.kind == QuestionKind.NPS)
    choose(details.question, nps.text)
    (kpi,) = all_of(document, Kpi)
    assert (kpi.plan, kpi.question, kpi.baseline) == (plan, nps.id, ("6:1", "7:1", "8:1"))


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
    assert queries.person_name(document.snapshot, one.participant) == "Ines"
    type_in(part.theirs.cell, "Nobody called us")
    view.flush()
    (word,) = all_of(document, PlanWord)
    assert (word.part, word.customers, word.team) == (PlanPart.WHO, "Nobody called us", "")
    assert not part.silent.isVisible()
    assert unfolded(view, PlanPart.SOLUTION).silent.isVisible()


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


def test_an_immediate_fix_begins_the_plan_behind_it(
    document: Document, view: ListView, plan: str
) -> None:
    commands.set_plan(document, plan, horizon=Horizon.IMMEDIATE, happens="They slip")
    part = unfolded(view, PlanPart.SOLUTION)
    assert part.behind.isVisible()
    choose(part.systemic, "Begin one")
    made = document.snapshot.get(Plan, plan).systemic
    assert made is not None
    assert document.snapshot.get(Plan, made).happens == "They slip"
    assert made in view.side.lines
    assert part.systemic.currentText() == document.snapshot.get(Plan, made).title


def test_what_is_refused_in_a_choice_goes_back(
    bare: Bare, document: Document, view: ListView, plan: str
) -> None:
    other = commands.new_plan(document, "Tell the delay")
    commands.set_plan(document, other, systemic=plan)
    view.show_plan(plan)
    commands.set_plan(document, plan, horizon=Horizon.IMMEDIATE)
    part = unfolded(view, PlanPart.SOLUTION)
    bare.failed.clear()
    choose(part.systemic, "Tell the delay")
    assert len(bare.failed) == 1
    assert document.snapshot.get(Plan, plan).systemic is None
    assert part.systemic.currentText() == "None yet"


def entries(view: ListView) -> dict[str, QAction]:
    view.plan.menu.fill()
    return {action.text(): action for action in view.plan.menu.actions() if action.text()}


def test_the_menu_offers_what_makes_sense_as_the_plan_stands(
    document: Document, view: ListView, plan: str
) -> None:
    assert {"Make it a simple task", "Drop the plan…", "Delete the plan"} <= set(entries(view))
    turns.drop_plan(document, plan, "2026-05-15", "Too dear")
    dropped = entries(view)
    assert "Go on with the plan…" in dropped
    assert not {"Make it a simple task", "Drop the plan…"} & set(dropped)
    assert view.plan.state.text() == "Dropped"
    turns.reopen_plan(document, plan, "2026-05-16", "We found money")
    assert "Drop the plan…" in entries(view)


def test_a_deleted_plan_comes_back_with_undo(document: Document, view: ListView, plan: str) -> None:
    entries(view)["Delete the plan"].trigger()
    assert not all_of(document, Plan)
    assert not all_of(document, Kpi)
    assert view.right.currentWidget() is view.nothing
    view.session.undo()
    assert view.open_id == plan
    assert len(all_of(document, Kpi)) == 1


def test_the_second_list_of_five_steps_is_there_when_asked_for(
    document: Document, view: ListView, plan: str
) -> None:
    assert not view.plan.programme.isVisible()
    entries(view)["Show the second list of five steps"].trigger()
    assert view.plan.programme.isVisible()
    view.plan.programme.ticks["alerts"].click()
    assert document.snapshot.get(Plan, plan).prepared == ("alerts",)
    entries(view)["Show the second list of five steps"].trigger()
    assert view.plan.programme.isVisible()  # what is ticked is not hidden


def test_a_reason_is_asked_for_in_words(bare: Bare) -> None:
    dialog = ReasonDialog(bare.context, bare.host, _("Drop?"), _("It stays."), _("Drop"))
    dialog.agree.click()
    assert not dialog.told.isHidden()
    assert dialog.result() == 0
    dialog.field.setPlainText(" Too dear ")
    dialog.agree.click()
    assert dialog.result() == 1
    assert dialog.reason == "Too dear"
    dialog.deleteLater()
