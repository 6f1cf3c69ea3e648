"""Who has to do what."""

from __future__ import annotations

from datetime import date

import pytest

from journeymapper.analysis.plans.facts import facts
from journeymapper.analysis.plans.owners import loads
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from tests.unit.analysis.measured import new_tx

TODAY = date(2026, 5, 15)


@pytest.fixture
def tx() -> Tx:
    made = new_tx()
    operations.add_project(made, title="Visit")
    return made


def told(tx: Tx, words: str = "") -> list[tuple[str, int, list[str]]]:
    found = loads(tx.snapshot, facts(tx.snapshot, TODAY, {}), TODAY, words)
    return [(load.name, load.late, [one.title for one in load.work]) for load in found]


def test_late_work_and_those_who_have_it_stand_first(tx: Tx) -> None:
    mara, jonas = (operations.add_participant(tx, name) for name in ("Mara", "Jonas"))
    operations.add_plan(tx, "Later", owner=mara, due="2026-06-01")
    operations.add_plan(tx, "No date", owner=mara)
    operations.add_task(tx, "Soon", owner=mara, due="2026-05-20")
    operations.add_task(tx, "Late", owner=jonas, due="2026-05-14")
    done = operations.add_task(tx, "Done", owner=jonas, due="2026-05-14")
    operations.tick_task(tx, done, "2026-05-14")
    operations.add_plan(tx, "Whose")
    assert told(tx) == [
        ("", 0, ["Whose"]),
        ("Jonas", 1, ["Late"]),
        ("Mara", 0, ["Soon", "Later", "No date"]),
    ]
    assert told(tx, "mara soon") == [("Mara", 0, ["Soon"])]


def test_a_task_is_with_the_owner_of_its_plan_unless_somebody_has_it(tx: Tx) -> None:
    mara, jonas = (operations.add_participant(tx, name) for name in ("Mara", "Jonas"))
    plan = operations.add_plan(tx, "Plan", owner=mara)
    operations.add_task(tx, "Hers", plan)
    operations.add_task(tx, "His", plan, owner=jonas)
    assert told(tx) == [("Mara", 0, ["Plan", "Hers"]), ("Jonas", 0, ["His"])]
    operations.drop_plan(tx, plan, "2026-05-15", "Another way")
    assert told(tx) == []
