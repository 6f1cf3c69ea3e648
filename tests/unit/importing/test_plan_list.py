"""An action list goes out and comes back: what is changed, what is new, what is not taken."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document import operations
from journeymapper.document.taking_plan_list import checked, take_list
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Participant, Plan, Task
from journeymapper.domain.errors import UserError
from journeymapper.domain.plan_list import Column, ListChanges
from journeymapper.domain.plan_list_words import told
from journeymapper.domain.sources import new_id
from journeymapper.export.plan_list import list_workbook
from journeymapper.importing.formulas import formulas_in
from journeymapper.importing.tables.refusing import TableError
from journeymapper.text.catalogue import ENGLISH
from tests.unit.analysis.measured import new_tx
from tests.unit.importing.plan_lists import Formula, Row, come_back, rows_out, workbook


class World:
    """Mara's plan with a task of Lea's, and a simple task of Jonas's at the desk."""

    def __init__(self) -> None:
        self.tx: Tx = new_tx()
        map_id = operations.add_map(self.tx, "Visit")
        stage = operations.add_stage(self.tx, map_id, "Leaving")
        self.desk = operations.add_touchpoint(self.tx, stage, "Rebooking at the desk")
        mara, lea, jonas = (
            operations.add_participant(self.tx, name) for name in ("Mara", "Lea", "Jonas")
        )
        self.stickers = operations.add_task(
            self.tx, "Order stickers", owner=jonas, due="2026-05-28", touchpoint=self.desk
        )
        self.plan = operations.add_plan(
            self.tx, "Keep return dates", owner=mara, start="2026-03-16", due="2026-05-15"
        )
        self.chart = operations.add_task(self.tx, "Write the chart", self.plan, owner=lea)
        self.rows: list[Row] = rows_out(self.tx.snapshot)

    def back(self) -> ListChanges:
        return checked(self.tx.snapshot, new_id, come_back(self.tx, workbook(self.rows)))

    def said(self) -> list[str]:
        return [ENGLISH.say(message) for message in told(self.back())]


@pytest.fixture
def world() -> World:
    return World()


def test_what_is_changed_is_told_row_by_row_and_then_taken(world: World) -> None:
    world.rows[0] |= {Column.WHO: "Petra", Column.DONE: datetime.date(2026, 5, 20)}
    world.rows[1] |= {Column.DUE: "30.6.2026"}
    world.rows.append(
        {
            Column.WHAT: "Call the printer",
            Column.WHO: "mara",
            Column.PLAN: "keep return dates",
            Column.PLACE: "1.1",
        }
    )
    del world.rows[2]
    assert world.said() == [
        "Row 2, Order stickers. Who: Jonas becomes Petra.",
        "Row 2, Order stickers. Done on: nothing becomes 20 May 2026.",
        "Row 3, Keep return dates. By when: 15 May 2026 becomes 30 June 2026.",
        "Row 4 is a new task: Call the printer. mara.",
        "Write the chart is no longer in the list. It stays as it is.",
    ]
    before = world.tx.snapshot.find(Task, world.chart)
    take_list(world.tx, world.back())
    snapshot = world.tx.snapshot
    task = snapshot.get(Task, world.stickers)
    assert task.done == "2026-05-20"
    assert snapshot.get(Participant, task.owner or "").name == "Petra"
    assert snapshot.get(Plan, world.plan).due == "2026-06-30"
    assert snapshot.find(Task, world.chart) == before
    (new,) = [one for one in snapshot.table(Task).values() if one.title == "Call the printer"]
    assert (new.plan, new.touchpoint) == (world.plan, world.desk)
    assert new.owner == snapshot.get(Plan, world.plan).owner
    world.rows = rows_out(snapshot)
    assert world.back() == ListChanges()


@pytest.mark.parametrize(
    ("place", "cells", "why"),
    [
        (0, {Column.ID: "0" * 32}, "its hidden id is of no task or plan here. Was it changed?"),
        (0, {Column.ID: Formula("=A3")}, "its hidden id is a formula now."),
        (0, {Column.WHAT: Formula("=B2")}, "What: it is a formula. Type what is meant itself."),
        (0, {Column.DUE: "soon"}, "By when: “soon” is no date. Type it as 15.05.2026."),
        (0, {Column.DUE: 46000.0}, "By when: “46000” is no date. Type it as 15.05.2026."),
        (0, {Column.DUE: "31.2.2026"}, "By when: “31.2.2026” is no date. Type it as 15.05.2026."),
        (0, {Column.KIND: "Plan"}, "Task or plan: what is a task stays one, and so does a plan."),
        (0, {Column.WHAT: ""}, "What: it is empty. What it was called stays."),
        (0, {Column.WHAT: "x" * 201}, "What: it is longer than 200 characters."),
        (0, {Column.PLACE: "9.9 Nowhere"}, "Place: there is no step “9.9 Nowhere”."),
        (0, {Column.START: "2026-06-01"}, "The task would be due before it starts."),
        (1, {Column.WHO: ""}, "Who: a plan keeps somebody who is responsible."),
        (1, {Column.DONE: "2026-05-01"}, "Done on: a plan is closed in its place, with its proof."),
        (1, {Column.DUE: "2026-03-01"}, "The plan would be due before it starts."),
        (2, {Column.PLAN: "Other"}, "Belongs to the plan: the plan of a task is not changed here."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_its_reason_and_changes_nothing(
    world: World, place: int, cells: Row, why: str
) -> None:
    world.rows[place] |= cells
    found = world.back()
    assert found.count == 0
    assert [(one.row, ENGLISH.say(one.why)) for one in found.refused] == [(place + 2, why)]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({Column.WHO: "Mara"}, "it does not say what is to be done."),
        ({Column.WHAT: "New", Column.KIND: "Plan"},
         "a new plan is begun in its place; new rows are tasks."),
        ({Column.WHAT: "New", Column.KIND: "Idea"}, "“Idea” is neither a task nor a plan."),
        ({Column.WHAT: "New", Column.PLAN: "None such"}, "there is no plan “None such”."),
        ({Column.WHAT: Formula("=1+1")}, "it holds a formula. Type what is meant itself."),
    ],
)  # fmt: skip
def test_new_rows_that_say_too_little_or_too_much(world: World, cells: Row, why: str) -> None:
    world.rows.append(cells)
    found = world.back()
    assert found.count == 0
    assert [(one.row, ENGLISH.say(one.why)) for one in found.refused] == [(5, why)]


def test_the_rest_of_a_row_is_taken_and_a_copied_row_is_not(world: World) -> None:
    world.rows[0] |= {Column.DUE: "soon", Column.WHAT: "Order more stickers"}
    world.rows.append(dict(world.rows[0]) | {Column.WHAT: "Order envelopes"})
    found = world.back()
    assert [(one.column, one.after) for one in found.changes] == [
        (Column.WHAT, "Order more stickers")
    ]
    assert [one.row for one in found.refused] == [2, 5]
    assert "hidden id of row 2" in ENGLISH.say(found.refused[1].why)


def test_rows_may_be_sorted_and_columns_taken_out(world: World) -> None:
    assert come_back(world.tx, workbook(world.rows[::-1])) == ListChanges()
    columns = (Column.ID, Column.DUE, Column.WHAT)
    assert come_back(world.tx, workbook(world.rows, columns)) == ListChanges()
    with pytest.raises(UserError, match="no column “Do not change”"):
        come_back(world.tx, workbook(world.rows, (Column.WHAT, Column.DUE)))


def test_a_step_is_found_by_its_name_after_numbers_have_changed(world: World) -> None:
    world.rows[0] |= {Column.PLACE: "6.1 Rebooking at the desk"}
    assert world.back() == ListChanges()


def test_a_damaged_sheet_is_refused(world: World) -> None:
    data = workbook(world.rows)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            if member.endswith("sheet1.xml"):
                content = b'<!DOCTYPE x [<!ENTITY a "b">]>' + content[:-40]
            new.writestr(member, content)
    with pytest.raises(TableError):
        formulas_in(out.getvalue(), "Action list")


_TEXTS = st.text(max_size=40) | st.sampled_from(
    ["=1+1", "+49 170", "-5", "@SUM(A1)", "Total", "_x0041_", "12", "1.5.2026", "  a  b "]
)
_DAYS = st.just("") | st.dates().map(lambda day: day.isoformat())


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(_TEXTS, _TEXTS, _DAYS, _DAYS, st.booleans()), min_size=1, max_size=4))
def test_out_and_back_without_edits_changes_nothing(
    lines: list[tuple[str, str, str, str, bool]],
) -> None:
    tx = new_tx()
    plan = None
    for what, who, due, done, is_plan in lines:
        owner = operations.add_participant(tx, who)
        if is_plan:
            plan = operations.add_plan(tx, what, owner=owner, due=due)
        else:
            operations.add_task(tx, what, plan, owner=owner, due=due, done=done)
    assert come_back(tx, list_workbook(tx.snapshot, ENGLISH)) == ListChanges()
