"""The review of all plans: when it is due, and what there is to talk of."""

from __future__ import annotations

from datetime import date

import pytest

from journeymapper.analysis.plans.calendar import bars
from journeymapper.analysis.plans.facts import facts
from journeymapper.analysis.plans.review import (
    AGENDA,
    late_lines,
    measured_lines,
    rhythm,
    soon_lines,
)
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.counts import count_answers
from journeymapper.domain.entities import Checkpoint, Review
from tests.unit.analysis.measured import new_tx

TODAY = date(2026, 5, 15)


@pytest.fixture
def tx() -> Tx:
    made = new_tx()
    operations.add_project(made, title="Visit", created="2026-01-31")
    return made


def test_the_first_is_due_three_months_after_the_project_began(tx: Tx) -> None:
    found = rhythm(tx.snapshot, TODAY)
    assert (found.last, found.due, found.days, found.late) == ("", date(2026, 4, 30), -15, True)
    operations.add_line(tx, Review, date="2026-05-10")
    again = rhythm(tx.snapshot, TODAY)
    assert (again.last, again.due, again.late) == ("2026-05-10", date(2026, 8, 10), False)
    operations.set_project(tx, plan_months=1)
    assert rhythm(tx.snapshot, TODAY).due == date(2026, 6, 10)


def test_without_a_date_of_the_project_the_first_plan_counts() -> None:
    tx = new_tx()
    operations.add_project(tx, title="Visit")
    assert rhythm(tx.snapshot, TODAY).due == date(2026, 8, 15)
    mara = operations.add_participant(tx, "Mara")
    plan = operations.add_plan(tx, "Keep", owner=mara, happens="Slips", intended="Holds")
    operations.start_plan(tx, plan, "2026-03-16")
    assert rhythm(tx.snapshot, TODAY).due == date(2026, 6, 16)


def test_the_hour_has_sixty_minutes() -> None:
    assert sum(part.minutes for part in AGENDA) == 60


def test_what_is_late_and_due_soon_names_who_has_it(tx: Tx) -> None:
    mara = operations.add_participant(tx, "Mara")
    late = operations.add_plan(tx, "Keep dates", owner=mara, due="2026-05-08")
    operations.add_plan(tx, "Tell the delay", due="2026-05-20")
    operations.add_line(tx, Checkpoint, plan=late, date="2026-05-04")
    operations.add_task(tx, "Order", owner=mara, due="2026-05-14")
    operations.add_task(tx, "Print", due="2026-05-22")
    known = facts(tx.snapshot, TODAY, {})
    assert [str(line) for line in late_lines(tx.snapshot, known, TODAY)] == [
        "“Keep dates” is due since 8 May, Mara.",
        "“Keep dates”: 1 check-in missed, Mara.",
        "“Order” is due since 14 May, Mara.",
    ]
    assert [str(line) for line in soon_lines(tx.snapshot, known, TODAY)] == [
        "“Tell the delay” is due 20 May, nobody yet.",
        "“Print” is due 22 May, nobody yet.",
    ]


def test_tasks_of_plans_that_are_over_are_not_late_and_others_have_the_owner(tx: Tx) -> None:
    mara = operations.add_participant(tx, "Mara")
    given_up, running = (operations.add_plan(tx, name, owner=mara) for name in ("Old", "New"))
    for plan, title in ((given_up, "Ask"), (running, "Call")):
        operations.add_task(tx, title, plan, due="2026-05-14")
        operations.add_task(tx, f"{title} again", plan, due="2026-05-16")
    operations.drop_plan(tx, given_up, "2026-05-10", "No time")
    known = facts(tx.snapshot, TODAY, {})
    (late,) = late_lines(tx.snapshot, known, TODAY)
    (soon,) = soon_lines(tx.snapshot, known, TODAY)
    assert str(late) == "“Call” is due since 14 May, Mara."
    assert str(soon) == "“Call again” is due 16 May, Mara."
    tasks = {bar.title: bar for bar in bars(tx.snapshot, known, TODAY) if bar.is_task}
    assert tasks["Call"].who == "Mara"


def test_measures_are_told_in_honest_words(tx: Tx) -> None:
    mara = operations.add_participant(tx, "Mara")
    plan = operations.add_plan(tx, "Keep dates", owner=mara, happens="Slip", intended="Hold")
    kpi = operations.add_kpi(tx, plan, "Rebooked in 3 days")
    operations.set_baseline(tx, kpi, {1.0: 7, 0.0: 43}, "2026-02-20")
    counts = count_answers(tx.snapshot)
    assert not measured_lines(tx.snapshot, counts, facts(tx.snapshot, TODAY, {}))
    operations.start_plan(tx, plan, "2026-03-16")
    operations.add_reading(tx, kpi, "2026-05-09", 16, 20)
    (line,) = measured_lines(tx.snapshot, counts, facts(tx.snapshot, TODAY, {}))
    assert str(line) == (
        "“Keep dates”, Rebooked in 3 days: 7 of 50 before, 16 of 20 now. More than chance could do."
    )
