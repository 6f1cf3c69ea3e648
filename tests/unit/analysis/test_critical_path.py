"""The critical path through plans and tasks that wait for each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from journeymapper.analysis.plans.critical_path import Path, critical_path
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from tests.unit.analysis.measured import new_tx

FIRST = date(2026, 5, 4)


@pytest.fixture
def tx() -> Tx:
    made = new_tx()
    operations.add_project(made, title="Visit")
    return made


def plan(tx: Tx, title: str, days: int, *waits_for: str) -> str:
    due = (FIRST + timedelta(days=days - 1)).isoformat()
    return operations.add_plan(
        tx, title, start=FIRST.isoformat(), due=due, waits_for=tuple(waits_for)
    )


def told(path: Path) -> dict[str, tuple[int, int, int]]:
    return {one.title: (one.days, one.begins, one.slack) for one in path.stretches}


def test_the_longest_chain_and_the_slack_of_the_others(tx: Tx) -> None:
    a = plan(tx, "A", 3)
    b, c = plan(tx, "B", 4, a), plan(tx, "C", 2, a)
    d, e = plan(tx, "D", 5, b), plan(tx, "E", 1, c)
    plan(tx, "F", 2, d, e)
    path = critical_path(tx.snapshot)
    assert path.days == 14
    assert [one.title for one in path.chain] == ["A", "B", "D", "F"]
    assert told(path) == {
        "A": (3, 0, 0),
        "B": (4, 3, 0),
        "C": (2, 3, 6),
        "E": (1, 5, 6),
        "D": (5, 7, 0),
        "F": (2, 12, 0),
    }


def test_a_plan_ends_with_its_tasks_and_what_waits_begins_after(tx: Tx) -> None:
    first = plan(tx, "First", 3)
    tasks = operations.add_task(tx, "Order", first, start="2026-05-04", due="2026-05-07")
    operations.add_task(tx, "Print", first, waits_for=(tasks,))
    plan(tx, "Second", 2, first)
    path = critical_path(tx.snapshot)
    assert told(path) == {
        "First": (3, 0, 0),
        "Order": (4, 0, 0),
        "Print": (1, 4, 0),
        "Second": (2, 5, 0),
    }
    assert [one.title for one in path.chain] == ["Order", "Print", "Second"]
    assert [one.title for one in path.stretches if one.guessed] == ["Print"]


def test_what_is_done_or_given_up_takes_no_time(tx: Tx) -> None:
    gone = plan(tx, "Given up", 30)
    plan(tx, "Left", 2, gone)
    operations.drop_plan(tx, gone, "2026-05-05", "Another way")
    done = operations.add_task(tx, "Done")
    operations.tick_task(tx, done, "2026-05-05")
    path = critical_path(tx.snapshot)
    assert (path.days, path.waiting) == (2, False)
    assert list(told(path)) == ["Left"]


def test_nothing_to_do_has_no_path(tx: Tx) -> None:
    assert critical_path(tx.snapshot) == Path((), (), 0, waiting=False)
