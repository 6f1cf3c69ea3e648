"""How plans stand on a day, and whether they worked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from journeymapper.analysis.plans.board import judge_move
from journeymapper.analysis.plans.effect import Effect, effect_of
from journeymapper.analysis.plans.standing import (
    is_late,
    is_soon,
    standing,
)
from journeymapper.analysis.question_figures import Verdict
from journeymapper.document import operations
from journeymapper.domain.counts import count_answers
from journeymapper.domain.entities import Checkpoint, Kpi, Review, Task, Verification
from journeymapper.domain.kinds import Better
from journeymapper.domain.kinds_plan import KpiKind
from tests.unit.analysis.measured import new_tx

TODAY = date(2026, 5, 20)


class Work:
    """A plan of Mara's that began on 16 March and is due on 15 May."""

    def __init__(self) -> None:
        self.tx = new_tx()
        operations.add_project(self.tx, title="Visit")
        mara = operations.add_participant(self.tx, "Mara")
        self.plan = operations.add_plan(
            self.tx,
            "Keep dates",
            owner=mara,
            happens="Dates slip",
            intended="Dates are kept",
            start="2026-03-16",
            due="2026-05-15",
        )

    def start(self) -> None:
        operations.start_plan(self.tx, self.plan, "2026-03-16")

    def count(self, baseline: tuple[int, int] | None, *readings: tuple[int, int]) -> str:
        kpi = operations.add_kpi(self.tx, self.plan, "Kept", target=0.75)
        if baseline:
            yes, n = baseline
            operations.set_baseline(self.tx, kpi, {1.0: yes, 0.0: n - yes}, "2026-02-20")
        for place, (yes, n) in enumerate(readings):
            operations.add_reading(self.tx, kpi, f"2026-05-{place + 1:02}", yes, n)
        return kpi

    def effect(self, kpi: str) -> Effect:
        found = self.tx.snapshot.get(Kpi, kpi)
        return effect_of(self.tx.snapshot, count_answers(self.tx.snapshot), found)


@pytest.fixture
def work() -> Work:
    return Work()


def test_a_plan_is_late_after_its_day_and_soon_in_the_week_before(work: Work) -> None:
    work.start()
    days = {date(2026, 5, 7): (False, False), date(2026, 5, 8): (False, True)}
    days |= {date(2026, 5, 15): (False, True), date(2026, 5, 16): (True, False)}
    for day, (late, soon) in days.items():
        found = standing(work.tx.snapshot, work.plan, day)
        assert (found.late, found.soon) == (late, soon), day


def test_a_running_plan_is_checked_once_its_day_has_come_or_a_proof_is_there(work: Work) -> None:
    day = date(2026, 4, 1)
    assert standing(work.tx.snapshot, work.plan, day).stage == "draft"
    work.start()
    assert standing(work.tx.snapshot, work.plan, day).stage == "running"
    assert standing(work.tx.snapshot, work.plan, date(2026, 5, 15)).stage == "checking"
    operations.add_line(work.tx, Verification, plan=work.plan, date="2026-03-30")
    assert standing(work.tx.snapshot, work.plan, day).stage == "checking"
    operations.drop_plan(work.tx, work.plan, "2026-05-20", "Another way")
    found = standing(work.tx.snapshot, work.plan, TODAY)
    assert (found.stage, found.late, found.review_due) == ("dropped", False, None)


def test_three_tasks_make_thirds(work: Work) -> None:
    tasks = [operations.add_task(work.tx, name, work.plan) for name in "abc"]
    shares = []
    for task in tasks:
        operations.tick_task(work.tx, task, "2026-04-01")
        shares.append(round(100 * (standing(work.tx.snapshot, work.plan, TODAY).share or 0)))
    assert shares == [33, 67, 100]


def test_check_ins_are_missed_once_their_day_has_passed_unnoted(work: Work) -> None:
    work.start()
    for day in ("2026-04-11", "2026-05-19", "2026-05-20", "2026-06-01"):
        operations.add_line(work.tx, Checkpoint, plan=work.plan, date=day)
    noted = operations.add_line(work.tx, Checkpoint, plan=work.plan, date="2026-03-28")
    operations.change_line(work.tx, Checkpoint, noted, noted="2026-03-28", actual="7 of 32")
    found = standing(work.tx.snapshot, work.plan, TODAY)
    assert [c.date for c in found.missed] == ["2026-04-11", "2026-05-19"]
    assert found.next == TODAY


def test_a_proof_from_before_a_plan_was_opened_again_brings_it_to_no_check(work: Work) -> None:
    operations.change_plan(work.tx, work.plan, due="2026-06-15")
    work.start()
    operations.add_line(work.tx, Verification, plan=work.plan, date="2026-05-01", result="Holds")
    assert standing(work.tx.snapshot, work.plan, TODAY).stage == "checking"
    operations.drop_plan(work.tx, work.plan, "2026-05-02", "No time")
    operations.reopen_plan(work.tx, work.plan, "2026-05-10", "It slips again")
    stands = standing(work.tx.snapshot, work.plan, TODAY)
    assert stands.stage == "running"
    move = judge_move(work.tx.snapshot, replace(stands, stage="checking"), "running")
    assert move is not None
    assert "later date" in str(move.says)


def test_a_plan_is_reviewed_again_a_quarter_after_the_last_time(work: Work) -> None:
    operations.add_line(work.tx, Review, date="2026-05-20")
    operations.add_line(work.tx, Review, plan=work.plan, date="2026-05-19")
    work.start()
    assert standing(work.tx.snapshot, work.plan, TODAY).review_due == date(2026, 8, 19)


def test_tasks_are_late_and_soon_like_plans() -> None:
    task = Task("t", "Order", due="2026-05-19")
    assert is_late(task, TODAY)
    assert not is_soon(task, TODAY)
    assert is_soon(Task("t", "Order", due="2026-05-27"), TODAY)
    assert not is_soon(Task("t", "Order", due="2026-05-28"), TODAY)
    assert not is_late(Task("t", "Order", due="2026-05-19", done="2026-05-20"), TODAY)


def test_seven_of_fifty_to_sixteen_of_twenty_is_more_than_chance(work: Work) -> None:
    effect = work.effect(work.count((7, 50), (7, 32), (13, 29), (17, 27), (16, 20)))
    assert effect.change is not None
    assert effect.change.verdict == Verdict.BETTER
    assert effect.reached is True
    last = effect.change.after
    assert last.low == pytest.approx(0.583983, abs=1e-6)
    assert last.high == pytest.approx(0.919342, abs=1e-6)
    assert [p.n for p in effect.points] == [32, 29, 27, 20]


def test_a_difference_that_chance_could_make_says_how_many_would_tell(work: Work) -> None:
    effect = work.effect(work.count((7, 20), (10, 20)))
    assert effect.change is not None
    assert effect.change.verdict == Verdict.UNCLEAR
    assert effect.change.needed is not None
    assert (effect.change.needed.each or 0) > 20
    assert effect.reached is False


def test_without_a_baseline_or_value_nothing_is_compared(work: Work) -> None:
    assert work.effect(work.count(None, (16, 20))).change is None
    assert work.effect(work.count((7, 50))).change is None
    assert work.effect(work.count((7, 50))).reached is None


def test_a_number_by_hand_has_no_interval_and_no_verdict(work: Work) -> None:
    kpi = operations.add_kpi(
        work.tx, work.plan, "Minutes", kind=KpiKind.NUMBER, better=Better.LOW, target=8.0
    )
    operations.set_baseline(work.tx, kpi, {14.0: 1}, "2026-02-20")
    operations.add_reading(work.tx, kpi, "2026-05-01", 7.5)
    effect = work.effect(kpi)
    assert effect.baseline is not None
    assert effect.last is not None
    assert (effect.baseline.value, effect.last.value, effect.change) == (14.0, 7.5, None)
    assert effect.reached is True
