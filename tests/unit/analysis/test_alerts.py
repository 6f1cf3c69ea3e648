"""The closed loop, without a window: what answers raise, who gets it, what is late, what worked."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any

import pytest

from journeymapper.analysis.alerts.dates import dates_of_alerts
from journeymapper.analysis.alerts.funnel import Funnel, funnel
from journeymapper.analysis.alerts.hearing import Voice, heard, says
from journeymapper.analysis.alerts.outcomes import what_worked
from journeymapper.analysis.alerts.recovery import (
    checklist,
    due_gestures,
    elapsed,
    later_dates,
    paired,
    same_day,
    times_by_step,
)
from journeymapper.analysis.alerts.repeats import repeats
from journeymapper.analysis.alerts.routing import role_for, role_now
from journeymapper.analysis.alerts.standing import board, breaches, standing
from journeymapper.document import operations
from journeymapper.domain.entities import (
    Account,
    Alert,
    AlertRoute,
    EscalationLevel,
    FollowUp,
    Protocol,
    ProtocolStep,
    Recovery,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import QuestionKind, Tier
from journeymapper.domain.kinds_plan import AlertState, Comparator
from tests.unit.analysis.alert_world import AlertWorld, after, at


@pytest.fixture
def world() -> AlertWorld:
    return AlertWorld()


def line(world: AlertWorld, kind: type, **fields: Any) -> str:
    return operations.add_line(world.tx, kind, **fields)


@pytest.mark.parametrize(
    ("fields", "value", "text", "raises"),
    [
        ({"value": 6.0}, 6, "", True),
        ({"value": 6.0}, 7, "", False),
        ({"value": 4.0, "comparator": Comparator.AT_LEAST}, 5, "", True),  # 1 is the best here
        ({"value": 4.0, "comparator": Comparator.AT_LEAST}, 3, "", False),
        ({"value": 0.0, "comparator": Comparator.EQUAL}, 0, "", True),
        ({"value": 0.0, "comparator": Comparator.EQUAL}, 1, "", False),
        ({"phrase": "never again"}, 9, "I will come NEVER\nagain.", True),
        ({"phrase": "rude"}, 9, "Do not intrude", False),
        ({"phrase": "rude"}, None, "", False),
        ({"value": 6.0, "tier": Tier.FIRST}, 3, "", False),
        ({}, 0, "Terrible", False),
    ],
)
def test_a_rule_hears_marks_as_the_sheet_has_them_and_words(
    world: AlertWorld, fields: dict[str, Any], value: float | None, text: str, raises: bool
) -> None:
    rule = world.rule(question=world.nps, **fields)
    voice = Voice("a", ((world.nps, value, ""), (world.why, None, text)), Tier.SECOND)
    assert bool(heard(world.snapshot, [rule], voice)) is raises


def test_one_customer_is_one_alert_for_a_rule_with_all_the_words(world: AlertWorld) -> None:
    rule = world.rule(question=world.nps, value=6.0, phrase="cold")
    said = ((world.nps, 2.0, ""), (world.why, None, " Cold room "), (world.why, None, "Late"))
    (hit,) = heard(world.snapshot, [rule], Voice("a", said))
    assert (hit.question, hit.value, hit.text) == (world.nps, 2.0, "Cold room\nLate")
    other = world.ask(QuestionKind.TEXT)
    limited = world.rule(question=other, phrase="cold")
    assert not heard(world.snapshot, [limited], Voice("a", said))
    assert says("Straße war kalt", "STRASSE")


def test_the_nearest_route_wins_and_without_any_nobody_has_it(world: AlertWorld) -> None:
    rule = world.rule(question=world.nps, value=6.0)
    where = world.waiting, Tier.FIRST
    assert role_for(world.snapshot, *where, rule) is None
    line(world, AlertRoute, role=world.desk)
    assert role_for(world.snapshot, *where, rule) == world.desk
    operations.change_line(world.tx, type(rule), rule.id, role=world.dentist)
    rule = world.snapshot.get(type(rule), rule.id)
    assert role_for(world.snapshot, *where, rule) == world.dentist
    for fields in (
        {"tier": Tier.FIRST},
        {"touchpoint": world.waiting},
        {"touchpoint": world.waiting, "tier": Tier.FIRST},
    ):
        role = operations.add_role(world.tx, "One more")
        line(world, AlertRoute, role=role, **fields)
        assert role_for(world.snapshot, *where, rule) == role
    assert role_for(world.snapshot, None, Tier.SECOND, rule) == world.dentist


def test_an_alert_of_an_account_goes_by_its_tier(world: AlertWorld) -> None:
    account = operations.add_account(world.tx, "Blue", tier=Tier.FIRST)
    line(world, AlertRoute, role=world.dentist, tier=Tier.FIRST)
    mine, other = world.alert(account=account), world.alert()
    assert role_now(world.snapshot, world.snapshot.get(Alert, mine)) == world.dentist
    assert role_now(world.snapshot, world.snapshot.get(Alert, other)) is None
    assert world.snapshot.get(Account, account).tier == Tier.FIRST


def test_the_board_is_ordered_by_due_time(world: AlertWorld) -> None:
    slow = world.alert(0, hours=48)
    quick = world.alert(2, hours=4, role=world.desk)
    done = world.alert(0, hours=1)
    world.move(done, 1, 2, 3, 4, 5)
    resolved = world.alert(0, hours=1)
    world.move(resolved, 1, 2, 3)
    rows = board(world.snapshot, after(7))
    assert [row.alert.id for row in rows] == [quick, slow, resolved, done]
    assert [row.overdue for row in rows] == [True, False, False, False]
    assert [row.unrouted for row in rows] == [False, True, True, False]
    assert rows[0].minutes == -60
    assert not standing(world.snapshot, quick, after(6)).overdue  # due, not overdue


def test_an_alert_escalates_by_its_age_until_it_is_resolved(world: AlertWorld) -> None:
    alert = world.alert(0)
    first = line(world, EscalationLevel, level=1, minutes=60, role=world.desk)
    second = line(world, EscalationLevel, level=2, minutes=240, role=world.dentist)

    def level(hours: float) -> str | None:
        found = standing(world.snapshot, alert, after(hours)).level
        return None if found is None else found.id

    assert [level(h) for h in (0.5, 1, 1.1, 4, 4.1)] == [None, None, first, first, second]
    world.move(alert, 4, 4.5, 5)
    assert level(9) is None
    world.reopen(alert, 10)
    assert level(10) == second  # its age counts from the first opening


def test_a_protocol_is_late_step_by_step(world: AlertWorld) -> None:
    protocol = line(world, Protocol, name="Call back")
    call, write, note = (
        line(world, ProtocolStep, protocol=protocol, text=text, minutes=minutes)
        for text, minutes in (("Call", 30), ("Write", 120), ("Note it", None))
    )
    alert = world.alert(0, protocol=protocol)
    now = standing(world.snapshot, alert, after(0.25)).protocol
    assert [(one.step.id, one.minutes, one.late) for one in now] == [
        (call, 15, False),
        (write, 105, False),
        (note, None, False),
    ]
    operations.tick_alert(world.tx, alert, call, at(0.75))
    now = standing(world.snapshot, alert, after(2.5)).protocol
    assert [step.id for step in breaches(now)] == [call, write]
    assert [one.done for one in now] == [after(0.75), None, None]
    world.move(alert, 2.5, 2.6, 2.7)
    assert [step.id for step in breaches(standing(world.snapshot, alert, after(9)).protocol)] == [
        call
    ]


def test_a_second_failure_of_the_same_customer_is_seen(world: AlertWorld) -> None:
    first = world.alert(0, customer="Patient Blue", source="a")
    same_answer = world.alert(0, customer="Patient Blue", source="a")
    world.alert(1, customer="Patient Red")
    world.alert(2)
    second = world.alert(3, customer=" patient  blue")
    failed = line(world, Recovery, customer="Patient Red", happened_at=at(2))
    own = world.alert(4, customer="Patient Green")
    line(world, Recovery, customer="Patient Green", happened_at=at(3), alert=own)
    third = world.alert(5, customer="Patient Red")
    known = repeats(world.snapshot)
    assert set(known) == {second, third}
    assert set(known[second]) == {first, same_answer}
    assert failed in known[third]
    assert standing(world.snapshot, second, after(3)).twice
    world.move(own, 5, 6, 7)
    assert not standing(world.snapshot, own, after(8)).twice
    world.reopen(own, 8)
    assert standing(world.snapshot, own, after(8)).twice  # our mending failed


def test_outcomes_are_ranked_by_how_rarely_the_trouble_came_back(world: AlertWorld) -> None:
    for number in range(6):
        alert = world.alert(0, outcome="Called" if number else "called ")
        world.move(alert, 1, 2, 3)
        if number == 0:
            world.reopen(alert, 4)
    world.move(world.alert(0, outcome="Voucher"), 1, 2, 3)
    again = world.alert(0, outcome="Letter")
    world.move(again, 1, 2, 3)
    world.reopen(again, 4)
    world.alert(0, outcome="Not yet done")
    rows = what_worked(world.snapshot)
    assert [(r.outcome.strip(), r.n, r.reopened, r.few) for r in rows] == [
        ("Voucher", 1, 0, True),
        ("called", 6, 1, False),
        ("Letter", 1, 1, True),
    ]


HOTEL = {
    "failure": "The room was not made up",
    "happened_at": "2026-06-02T15:00:00+00:00",
    "acknowledged_at": "2026-06-02T15:10:00+00:00",
    "responded_at": "2026-06-02T15:30:00+00:00",
    "fixed_at": "2026-06-02T21:00:00+00:00",
    "owned": True,
    "beyond": True,
}


def recovery(world: AlertWorld, **fields: Any) -> Recovery:
    return world.snapshot.get(Recovery, line(world, Recovery, **{**HOTEL, **fields}))


def test_the_hotel_answers_in_half_an_hour_and_mends_it_the_same_day(world: AlertWorld) -> None:
    hotel = recovery(world)
    took = elapsed(hotel)
    assert (took.acknowledged, took.response, took.fixed) == (10, 30, 360)
    assert same_day(hotel, UTC) is True
    assert checklist(hotel, 30) == {
        "acknowledged": True,
        "owned": True,
        "prompt": True,
        "beyond": True,
    }
    assert checklist(hotel, 29)["prompt"] is False
    bare = recovery(world, acknowledged_at="", responded_at="", fixed_at="", owned=None)
    assert (elapsed(bare).response, same_day(bare, UTC)) == (None, None)
    assert checklist(bare, 30)["prompt"] is None


def test_times_are_told_by_step_with_middle_and_range(world: AlertWorld) -> None:
    for minutes in (30, 50, 10):
        recovery(world, touchpoint=world.waiting, responded_at=f"2026-06-02T15:{minutes}:00+00:00")
    alert = world.alert(0, touchpoint=world.waiting)
    world.move(alert, 1, 2, 3)
    (times,) = times_by_step(world.snapshot)
    assert times.step == world.waiting
    assert times.response is not None
    assert (times.response.n, times.response.median) == (4, 40)
    assert (times.response.low, times.response.high) == (10, 120)
    world.reopen(alert, 4)
    (times,) = times_by_step(world.snapshot)
    assert times.fixed is not None
    assert times.fixed.n == 3


def test_scores_before_and_after_are_compared_in_pairs(world: AlertWorld) -> None:
    pairs = [(3, 9)] * 9 + [(8, 4)] * 2 + [(9, 9), (2, 2)]
    for before, after_ in pairs:
        recovery(world, question=world.nps, score_before=before, score_after=after_)
    recovery(world, question=world.nps, score_before=3)
    (row,) = paired(world.snapshot)
    assert (row.n, row.better, row.worse) == (13, 9, 2)
    assert (row.satisfied_before, row.satisfied_after) == (3, 10)
    assert row.change.exact_p == pytest.approx(0.065430, abs=1e-6)
    assert row.change.mid_p == pytest.approx(0.038574, abs=1e-6)
    assert row.change.verdict == "unclear"


def test_later_gestures_come_up_on_their_day(world: AlertWorld) -> None:
    assert later_dates(date(2024, 2, 29)) == (date(2025, 2, 28), date(2026, 2, 28))
    hotel = recovery(world)
    late = line(world, FollowUp, recovery=hotel.id, date="2028-06-02", text="A card")
    early = line(world, FollowUp, recovery=hotel.id, date="2027-06-02", text="A letter")

    def due(day: date) -> list[str]:
        return [one.id for one in due_gestures(world.snapshot, day)]

    assert due(date(2027, 6, 1)) == []
    assert due(date(2027, 6, 2)) == [early]
    assert due(date(2028, 6, 2)) == [early, late]
    operations.change_line(world.tx, FollowUp, early, done="2027-06-03")
    assert due(date(2028, 6, 2)) == [late]


def test_the_days_of_what_waits_go_into_a_calendar_without_names(world: AlertWorld) -> None:
    waits = world.alert(0, hours=48, customer="Patient Blue", question=world.nps, value=3.0)
    world.move(world.alert(0), 1, 2, 3)
    hotel = recovery(world, customer="Patient Blue")
    gesture = line(world, FollowUp, recovery=hotel.id, date="2027-06-02", text="A card")
    days = dates_of_alerts(world.snapshot, after(1), UTC)
    assert [(one.key, one.day.isoformat()) for one in days] == [
        (f"alert-{waits}", "2026-05-06"),
        (f"gesture-{gesture}", "2027-06-02"),
    ]
    assert "Blue" not in " ".join(f"{one.title} {one.about}" for one in days)
    assert str(days[0].title) == "Call back until 09:00"


def test_illegal_jumps_are_refused_and_untold_customers_keep_it_open(world: AlertWorld) -> None:
    alert = world.alert()
    for state in (AlertState.CONTACTED, AlertState.RESOLVED, AlertState.CLOSED):
        with pytest.raises(RefusedError, match="one step at a time"):
            operations.move_alert(world.tx, alert, state, at(1))
    world.move(alert, 1, 2, 3, 4)
    with pytest.raises(RefusedError, match="not been told"):
        operations.move_alert(world.tx, alert, AlertState.CLOSED, at(5))
    assert standing(world.snapshot, alert, after(9)).state == AlertState.VERIFIED


def test_the_funnel_counts_how_far_each_has_come_and_begins_anew_with_what_came_back(
    world: AlertWorld,
) -> None:
    assert funnel(world.snapshot) is None
    for moves in range(6):
        world.move(world.alert(), *range(1, moves + 1))
    back = world.alert()
    world.move(back, 1, 2, 3)
    world.reopen(back, 9)
    mended = world.alert()
    world.move(mended, 1, 2, 3)
    operations.change_alert(world.tx, mended, told="2026-05-06")
    assert funnel(world.snapshot) == Funnel(opened=8, taken=6, reached=5, mended=4, told=2)
