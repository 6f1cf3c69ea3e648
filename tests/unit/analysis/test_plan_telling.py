"""What is said of plans: since the last opening, in a sentence, which steps are filled."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from journeymapper.analysis.gaps.types import Gap
from journeymapper.analysis.plans.dates import all_dates, dates_of_plan
from journeymapper.analysis.plans.severity import bands_of_plans
from journeymapper.analysis.plans.since import Since, since
from journeymapper.analysis.plans.standing import standing
from journeymapper.analysis.plans.steps import filled
from journeymapper.analysis.plans.telling import (
    how_we_see_it,
    in_a_sentence,
    line_of,
    state_words,
)
from journeymapper.document import operations
from journeymapper.domain import queries
from journeymapper.domain.entities import Checkpoint, Communication, Plan, Verification
from journeymapper.domain.kinds_plan import KpiKind, PlanPart
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from tests.unit.analysis.measured import new_tx

TODAY = date(2026, 5, 20)


class Work:
    """A map with a step, Mara, and no plan yet."""

    def __init__(self) -> None:
        self.tx = new_tx()
        operations.add_project(self.tx, title="Visit")
        map_id = operations.add_map(self.tx, "Visit")
        stage = operations.add_stage(self.tx, map_id, "Leave")
        self.step = operations.add_touchpoint(self.tx, stage, "Rebooking")
        self.mara = operations.add_participant(self.tx, "Mara")
        number = queries.numbers(self.tx.snapshot, map_id)[self.step]
        self.place = f"{number} Rebooking"

    @property
    def snapshot(self) -> Snapshot:
        return self.tx.snapshot

    def plan(self, title: str = "Keep dates", *, start: bool = True, **fields: Any) -> str:
        known: dict[str, Any] = {
            "happens": "Slips",
            "intended": "Holds",
            "owner": self.mara,
        } | fields
        made = operations.add_plan(self.tx, title, **known)
        if start:
            operations.start_plan(self.tx, made, "2026-03-16")
        return made

    def check(self, plan: str, day: str, noted: str = "") -> str:
        return operations.add_line(self.tx, Checkpoint, plan=plan, date=day, noted=noted)

    def close(self, plan: str) -> None:
        operations.add_line(self.tx, Verification, plan=plan, date="2026-05-16")
        operations.add_line(self.tx, Communication, plan=plan, label="Team", date="2026-05-16")
        operations.close_plan(self.tx, plan, "2026-05-17")

    def sentence(self, plan: str) -> str:
        return str(in_a_sentence(self.snapshot, self.snapshot.get(Plan, plan), TODAY))


@pytest.fixture
def work() -> Work:
    return Work()


def test_since_tells_check_ins_missed_and_plans_due_meanwhile(work: Work) -> None:
    plan = work.plan(due="2026-05-15")
    missed = [work.check(plan, "2026-05-12"), work.check(plan, "2026-05-09")]
    work.check(plan, "2026-05-08")  # missed already when it was open last
    work.check(plan, "2026-05-11", noted="2026-05-11")
    work.check(plan, "2026-05-20")  # today is not over
    found = since(work.snapshot, date(2026, 5, 9), TODAY, answers=3)
    assert found is not None
    assert [check.id for check in found.missed] == missed[::-1]
    assert found.due == (plan,)
    assert found.answers == 3


@pytest.mark.parametrize(("due", "told"), [("2026-05-09", 0), ("2026-05-10", 1), ("2026-05-20", 1),
                                           ("2026-05-21", 0), ("", 0)])  # fmt: skip
def test_a_plan_is_due_when_its_day_came_after_the_last_opening(
    work: Work, due: str, told: int
) -> None:
    work.plan(due=due)
    found = since(work.snapshot, date(2026, 5, 9), TODAY)
    assert found is not None
    assert len(found.due) == told


def test_a_closed_plan_calls_for_nothing(work: Work) -> None:
    plan = work.plan(due="2026-05-15")
    work.check(plan, "2026-05-12")
    work.close(plan)
    found = since(work.snapshot, date(2026, 5, 9), TODAY)
    assert found is not None
    assert not found.anything


@pytest.mark.parametrize("last", [TODAY, date(2026, 5, 21)])
def test_without_a_pause_nothing_is_told(work: Work, last: date) -> None:
    work.check(work.plan(due="2026-05-15"), "2026-05-19")
    assert since(work.snapshot, last, TODAY) is None


def test_calls_that_became_late_meanwhile_are_told_where_calls_are_followed(work: Work) -> None:
    days = {"before": "05", "late": "10", "later": "14", "not yet": "19"}
    raised = {
        name: operations.raise_alert(work.tx, f"2026-05-{day}T10:00:00+00:00", hours=48)
        for name, day in days.items()
    }
    now = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
    found = since(work.snapshot, date(2026, 5, 9), TODAY, now=now)
    assert found is not None
    assert found.calls == (raised["late"], raised["later"])
    assert found.anything
    assert since(work.snapshot, date(2026, 5, 9), TODAY) == Since(date(2026, 5, 9), (), (), 0)


def test_fewer_answers_than_before_are_no_new_ones(work: Work) -> None:
    found = since(work.snapshot, date(2026, 5, 9), TODAY, answers=-4)
    assert found is not None
    assert found.answers == 0
    assert not found.anything


def test_a_plan_is_told_in_one_sentence(work: Work) -> None:
    plan = work.plan(solution="holds two short slots.", touchpoint=work.step, due="2026-05-15")
    operations.add_kpi(work.tx, plan, "rebookings")
    assert work.sentence(plan) == f"Mara holds two short slots, at {work.place}, until 15 May."
    beside_its_name = how_we_see_it(work.snapshot, plan, named=False)
    assert [str(one) for one in beside_its_name] == ["We count 20."]
    operations.add_kpi(work.tx, plan, "", wanted_n=7)
    operations.add_kpi(work.tx, plan, "minutes waited", kind=KpiKind.NUMBER)
    assert [str(one) for one in how_we_see_it(work.snapshot, plan)] == [
        "We count 20: rebookings.",
        "We count 7.",
        "We write down: minutes waited.",
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"solution": "holds two slots"}, "Mara holds two slots."),
        ({"solution": ""}, "Mara."),
        ({"solution": "holds slots", "owner": None}, "Nobody yet: holds slots."),
        ({"owner": None, "due": "2026-05-15"}, "Nobody yet, until 15 May."),
    ],
)
def test_what_is_not_agreed_is_left_out_of_the_sentence(
    work: Work, fields: dict[str, Any], said: str
) -> None:
    assert work.sentence(work.plan(start=False, **fields)) == said


@pytest.mark.parametrize(
    ("start", "due", "words"),
    [
        (True, "2026-05-15", "Due since 15 May"),
        (True, "2026-05-20", "Due today"),
        (True, "2026-06-01", "Due 1 June"),
        (True, "", "Running"),
        (False, "2026-06-01", "Draft"),
        (False, "2026-05-15", "Due since 15 May"),
    ],
)
def test_the_badge_says_how_a_plan_stands(work: Work, start: bool, due: str, words: str) -> None:
    plan = work.snapshot.get(Plan, work.plan(start=start, due=due))
    plan = work.snapshot.get(Plan, plan.id)
    stands = standing(work.snapshot, plan.id, TODAY)
    assert str(state_words(plan, stands, TODAY)) == words


@pytest.mark.parametrize(
    ("missed", "words"),
    [
        (0, "Mara, running"),
        (1, "Mara, running, 1 check-in missed"),
        (2, "Mara, running, 2 check-ins missed"),
    ],
)
def test_the_line_below_a_title_counts_missed_check_ins(
    work: Work, missed: int, words: str
) -> None:
    plan = work.plan()
    for day in range(missed):
        work.check(plan, f"2026-05-0{day + 1}")
    found = work.snapshot.get(Plan, plan)
    assert str(line_of(work.snapshot, found, standing(work.snapshot, plan, TODAY))) == words


def test_a_step_of_a_plan_is_filled_when_it_holds_what_it_needs(work: Work) -> None:
    plan = work.plan(start=False, owner=None, intended=" ", due="2026-05-15")
    assert filled(work.snapshot, work.snapshot.get(Plan, plan)) == {PlanPart.DEADLINES}
    operations.change_plan(work.tx, plan, intended="Holds", owner=work.mara, solution="x")
    operations.add_kpi(work.tx, plan, "rebookings")
    assert filled(work.snapshot, work.snapshot.get(Plan, plan)) == set(PlanPart)


def test_days_ahead_go_into_the_calendar_in_order_and_what_is_noted_does_not(work: Work) -> None:
    plan = work.plan(due="2026-06-30")
    work.check(plan, "2026-06-10")
    work.check(plan, "2026-05-10", noted="2026-05-10")
    operations.add_task(work.tx, "Call", plan, owner=work.mara, due="2026-06-05")
    operations.add_task(work.tx, "Stickers", due="2026-06-01")
    days = dates_of_plan(work.snapshot, work.snapshot.get(Plan, plan), TODAY)
    assert [(day.day.isoformat(), str(day.title)) for day in days] == [
        ("2026-06-05", "Mara: Call"),
        ("2026-06-10", "Check-in: Keep dates"),
        ("2026-06-16", "Review: Keep dates"),
        ("2026-06-30", "Due: Keep dates"),
    ]
    assert len({day.key for day in days}) == len(days)
    assert str(all_dates(work.snapshot, TODAY)[0].title) == "nobody yet: Stickers"


def test_an_entry_keeps_its_key_when_its_day_moves(work: Work) -> None:
    plan = work.plan(due="2026-06-30")
    before = {d.key for d in dates_of_plan(work.snapshot, work.snapshot.get(Plan, plan), TODAY)}
    operations.change_plan(work.tx, plan, due="2026-07-15")
    after = {d.key for d in dates_of_plan(work.snapshot, work.snapshot.get(Plan, plan), TODAY)}
    assert before == after


def _gap(rule: str, subject: str, severity: float, band: str) -> Gap:
    return Gap(rule, subject, None, {}, None, severity, band, None, True, Message("x"), "")


def test_a_plan_shows_the_worst_of_the_gaps_it_names(work: Work) -> None:
    named = work.plan(gaps=(f"G01|{work.step}|", f"G02|{work.step}|"))
    mended = work.plan(gaps=("G09|gone|",), touchpoint=work.step)
    at_step = work.plan(touchpoint=work.step)
    gaps = [_gap("G01", work.step, 30, "medium"), _gap("G02", work.step, 60, "high"),
            _gap("G03", work.step, 90, "critical")]  # fmt: skip
    bands = bands_of_plans(work.snapshot, gaps)
    assert bands == {named: "high", at_step: "critical"}
    assert mended not in bands
