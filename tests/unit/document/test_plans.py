"""Verbs about plans, tasks, measures, alerts and plain lists: what is refused, and why."""

from __future__ import annotations

import itertools

import pytest

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import alerts, indexes, plans
from journeymapper.domain.entities import (
    Alert,
    AlertRule,
    Checkpoint,
    Communication,
    Involved,
    Kpi,
    Plan,
    RoleCard,
    Task,
    Training,
    Verification,
    Why,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import (
    AlertState,
    Involvement,
    KpiKind,
    Level,
    PlanPart,
    PlanState,
)
from journeymapper.domain.snapshot import Snapshot

DAY = "2026-03-16"
AT = "2026-05-09T10:00:00.000+00:00"


@pytest.fixture
def tx() -> Tx:
    """A project with two people, nothing else."""
    made = Tx(Snapshot.of(), map("{:04}".format, itertools.count()).__next__)
    operations.add_project(made, title="Visit")
    return made


@pytest.fixture
def mara(tx: Tx) -> str:
    return operations.add_participant(tx, "Mara")


def ready(tx: Tx, owner: str) -> str:
    """A plan that may start."""
    return operations.add_plan(
        tx, "Keep dates", owner=owner, happens="Dates slip", intended="Dates are kept"
    )


def test_a_draft_says_all_that_it_lacks_before_it_starts(tx: Tx, mara: str) -> None:
    plan = operations.add_plan(tx, "Keep dates")
    kpi = operations.add_kpi(tx, plan, "Rebooked in 3 days")
    assert len(plans.missing_to_start(tx.snapshot, plan)) == 4
    with pytest.raises(RefusedError, match="cannot start"):
        operations.start_plan(tx, plan, DAY)
    operations.change_plan(tx, plan, happens="Dates slip", intended="Kept", owner=mara)
    with pytest.raises(RefusedError) as refused:
        operations.start_plan(tx, plan, DAY)
    assert "Rebooked in 3 days" in str(refused.value.hint)
    operations.set_baseline(tx, kpi, {1.0: 7, 0.0: 43}, "2026-02-20")
    operations.start_plan(tx, plan, DAY)
    assert plans.state_of(tx.snapshot, plan) == PlanState.RUNNING
    assert tx.snapshot.get(Plan, plan).start == DAY


def test_a_baseline_freezes_when_the_plan_starts(tx: Tx, mara: str) -> None:
    plan = ready(tx, mara)
    kpi = operations.add_kpi(tx, plan, "Kept")
    operations.set_baseline(tx, kpi, {1.0: 7, 0.0: 43}, "2026-02-20")
    operations.set_baseline(tx, kpi, {1.0: 8, 0.0: 42}, "2026-02-21")
    operations.start_plan(tx, plan, DAY)
    with pytest.raises(RefusedError, match="baseline stays"):
        operations.set_baseline(tx, kpi, {1.0: 1}, "2026-04-01")
    assert tx.snapshot.get(Kpi, kpi).baseline == ("0:42", "1:8")
    operations.change_kpi(tx, kpi, target=0.75)
    late = operations.add_kpi(tx, plan, "Added later")
    operations.set_baseline(tx, late, {1.0: 3, 0.0: 17}, "2026-04-01")
    assert tx.snapshot.get(Kpi, late).baseline_date == "2026-04-01"


def test_closing_needs_proof_and_telling_and_opening_again_keeps_both(tx: Tx, mara: str) -> None:
    plan = ready(tx, mara)
    operations.start_plan(tx, plan, DAY)
    with pytest.raises(RefusedError, match="cannot be closed"):
        operations.close_plan(tx, plan, "2026-05-15")
    operations.add_line(tx, Verification, plan=plan, date="2026-05-09", result="All five kept it")
    told = operations.add_line(tx, Communication, plan=plan, label="31 others")
    with pytest.raises(RefusedError) as refused:
        operations.close_plan(tx, plan, "2026-05-15")
    assert "31 others" in str(refused.value.hint)
    operations.change_line(tx, Communication, told, date="2026-05-14")
    operations.close_plan(tx, plan, "2026-05-15")
    assert plans.state_of(tx.snapshot, plan) == PlanState.CLOSED
    with pytest.raises(RefusedError, match="reason"):
        operations.reopen_plan(tx, plan, "2026-06-01", " ")
    operations.reopen_plan(tx, plan, "2026-06-01", "Dates slip again")
    assert [str(e.turn) for e in plans.turns(tx.snapshot, plan)] == [
        "started",
        "closed",
        "reopened",
    ]
    assert plans.started_on(tx.snapshot, plan) == DAY
    assert plans.proofs(tx.snapshot, plan)
    with pytest.raises(RefusedError) as refused:
        operations.close_plan(tx, plan, "2026-06-20")
    assert "a new proof" in str(refused.value.hint)
    operations.add_line(tx, Verification, plan=plan, date="2026-06-19", result="Ten kept it")
    operations.close_plan(tx, plan, "2026-06-20")


def test_a_plan_is_not_due_before_it_starts(tx: Tx) -> None:
    plan = operations.add_plan(tx, "Keep dates", start="2026-03-16")
    with pytest.raises(RefusedError, match="before it starts"):
        operations.change_plan(tx, plan, due="2026-03-15")
    operations.change_plan(tx, plan, due="2026-03-16")
    with pytest.raises(RefusedError, match="before it starts"):
        operations.add_task(tx, "Order", start="2026-03-16", due="2026-03-01")
    with pytest.raises(RefusedError, match="smaller amount"):
        operations.change_plan(tx, plan, cost_low=500.0, cost_high=90.0)


@pytest.mark.parametrize("kind", [Plan, Task])
def test_waiting_in_a_circle_is_refused_with_its_path(tx: Tx, kind: type[Plan | Task]) -> None:
    add = operations.add_plan if kind is Plan else operations.add_task
    change = operations.change_plan if kind is Plan else operations.change_task
    one, two, three = (add(tx, name) for name in ("One", "Two", "Three"))
    change(tx, one, waits_for=(two,))
    change(tx, two, waits_for=(three,))
    with pytest.raises(RefusedError) as refused:
        change(tx, three, waits_for=(one,))
    assert "Three → One → Two → Three" in str(refused.value.message.args)
    with pytest.raises(RefusedError):
        change(tx, one, waits_for=(one,))


def test_there_is_one_accountable_person_and_no_second(tx: Tx, mara: str) -> None:
    plan = ready(tx, mara)
    jonas = operations.add_participant(tx, "Jonas")
    with pytest.raises(RefusedError, match="accountable"):
        operations.involve(tx, plan, mara, Involvement.RESPONSIBLE)
    operations.involve(tx, plan, jonas, Involvement.RESPONSIBLE)
    operations.change_plan(tx, plan, owner=jonas)
    assert not tx.snapshot.select(indexes.INVOLVED_IN_PLAN, plan)
    operations.involve(tx, plan, mara, Involvement.CONSULTED, "Knows the rooms")
    operations.involve(tx, plan, mara, Involvement.INFORMED)
    (known,) = tx.snapshot.table(Involved).values()
    assert (known.part, known.note) == (Involvement.INFORMED, "Knows the rooms")
    operations.involve(tx, plan, mara, None)
    assert not tx.snapshot.table(Involved)


def test_a_measure_of_another_kind_begins_anew_and_with_values_stays(tx: Tx) -> None:
    kpi = operations.add_kpi(tx, operations.add_plan(tx, "Keep dates"), "Kept")
    operations.set_baseline(tx, kpi, {1.0: 7, 0.0: 43}, "2026-02-20")
    operations.change_kpi(tx, kpi, kind=KpiKind.NUMBER)
    assert tx.snapshot.get(Kpi, kpi).baseline == ()
    operations.add_reading(tx, kpi, "2026-05-09", 14.0)
    with pytest.raises(RefusedError, match="has values already"):
        operations.change_kpi(tx, kpi, kind=KpiKind.COUNT)
    operations.change_kpi(tx, kpi, kind=KpiKind.NUMBER, unit="minutes")


def test_values_are_what_was_counted(tx: Tx) -> None:
    plan = operations.add_plan(tx, "Keep dates")
    kpi = operations.add_kpi(tx, plan, "Kept")
    for value, n, why in ((21, 20, "can be yes"), (1.5, 20, "can be yes"), (3, None, "counted")):
        with pytest.raises(RefusedError, match=why):
            operations.add_reading(tx, kpi, "2026-05-09", value, n)
    with pytest.raises(RefusedError, match="when"):
        operations.add_reading(tx, kpi, "", 3, 20)
    with pytest.raises(RefusedError, match="share"):
        operations.change_kpi(tx, kpi, target=75.0)
    operations.change_kpi(tx, kpi, kind=KpiKind.QUESTION)
    with pytest.raises(RefusedError, match="answers"):
        operations.add_reading(tx, kpi, "2026-05-09", 3, 20)


def test_a_word_and_a_role_card_are_there_once(tx: Tx) -> None:
    plan = operations.add_plan(tx, "Keep dates")
    first = operations.set_plan_word(tx, plan, PlanPart.WHO, team="Us")
    assert operations.set_plan_word(tx, plan, PlanPart.WHO, customers="You") == first
    desk = operations.add_role(tx, "Front desk")
    card = operations.set_single(tx, RoleCard, desk, may_do="Give a voucher")
    assert operations.set_single(tx, RoleCard, desk, level=Level.MANAGEMENT) == card
    assert tx.snapshot.get(RoleCard, card).may_do == "Give a voucher"


def test_lines_keep_their_order_and_the_order_of_their_dates(tx: Tx) -> None:
    plan = operations.add_plan(tx, "Keep dates")
    why = operations.add_line(tx, Why, plan=plan, text="No slots")
    under = operations.add_line(tx, Why, plan=plan, under=why, text="Recalls take them")
    operations.move_line(tx, Why, under, 0)
    rows = sorted(tx.snapshot.table(Why).values(), key=lambda w: w.position)
    assert [w.text for w in rows] == ["Recalls take them", "No slots"]
    with pytest.raises(RefusedError, match="under itself"):
        operations.change_line(tx, Why, why, under=under)
    desk = operations.add_role(tx, "Front desk")
    with pytest.raises(RefusedError, match="wrong order"):
        operations.add_line(
            tx, Training, role=desk, topic="Calls", date="2026-03-01", valid_until="2026-02-01"
        )
    check = operations.add_line(tx, Checkpoint, plan=plan, date="2026-04-11")
    operations.delete_plan(tx, plan)
    assert tx.snapshot.find(Checkpoint, check) is None
    assert not tx.snapshot.table(Why)


def test_an_alert_goes_one_step_at_a_time_and_closes_when_told(tx: Tx) -> None:
    alert = operations.raise_alert(tx, AT, text="Nobody called")
    assert alert is not None
    with pytest.raises(RefusedError, match="one step"):
        operations.move_alert(tx, alert, AlertState.CLOSED, AT)
    for state in ("assigned", "contacted", "resolved", "verified"):
        operations.move_alert(tx, alert, AlertState(state), AT)
    with pytest.raises(RefusedError, match="not been told"):
        operations.move_alert(tx, alert, AlertState.CLOSED, AT)
    operations.change_alert(tx, alert, told="2026-05-10")
    operations.move_alert(tx, alert, AlertState.CLOSED, AT)
    assert not alerts.is_open(tx.snapshot, alert)
    with pytest.raises(RefusedError, match="reason"):
        operations.move_alert(tx, alert, AlertState.REOPENED, AT)
    operations.move_alert(tx, alert, AlertState.REOPENED, AT, note="It came back")
    assert alerts.reopened(tx.snapshot, alert) == 1
    assert tx.snapshot.get(Alert, alert).told == ""
    assert len(alerts.events(tx.snapshot, alert)) == 6


def test_a_rule_raises_one_alert_for_an_answer(tx: Tx) -> None:
    rule = operations.add_line(tx, AlertRule, name="Unhappy")
    assert operations.raise_alert(tx, AT, rule=rule, source="a:1")
    assert operations.raise_alert(tx, AT, rule=rule, source="a:1") is None
    assert operations.raise_alert(tx, AT, rule=rule, source="a:2")
    assert operations.raise_alert(tx, AT, source="a:1")
