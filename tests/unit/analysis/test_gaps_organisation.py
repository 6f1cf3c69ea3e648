"""How we work, what we know, where people go, what became of it: the other gap rules."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.analysis.gaps import (
    RULES,
    Gap,
    GapSettings,
    by_place,
    cannot_tell,
    worst_places,
)
from journeymapper.analysis.gaps.look import advise
from journeymapper.document import operations
from journeymapper.domain import queries
from journeymapper.domain.entities import Connection, GapSighting
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import (
    EndKind,
    LaneKind,
    Measure,
    PersonaStatus,
    QuestionKind,
    SourceKind,
)
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.plans import gap_text
from tests.unit.analysis.gap_world import GapWorld

FORTNIGHT = date(2026, 5, 6)


@pytest.fixture
def world() -> GapWorld:
    return GapWorld()


def bands(gaps: list[Gap]) -> list[tuple[str, str]]:
    return sorted((gap.subject, gap.band) for gap in gaps)


def test_nothing_falls_short_of_a_journey_in_order_but_its_silence(world: GapWorld) -> None:
    assert {gap.rule for gap in world.report().gaps} == {"G11"}


def test_g09_nobody_answers_for_it(world: GapWorld) -> None:
    operations.set_owner(world.tx, world.booking, None)
    assert world.found("G09") == []  # its stage has an owner
    operations.set_stage_owner(world.tx, world.before, None)
    assert bands(world.found("G09")) == [(world.booking, "high")]
    world.moment(world.booking)
    assert bands(world.found("G09")) == [(world.booking, "critical")]


def test_g10_what_is_not_on_the_map(world: GapWorld) -> None:
    operations.delete_touchpoint(world.tx, world.recall)
    assert bands(world.found("G10")) == [(world.after, "medium")]
    operations.delete_stage(world.tx, world.after)
    (gap,) = world.found("G10")
    assert (gap.subject, gap.inputs["missing"]) == (world.map, "after")
    walter = operations.add_persona(world.tx, "Walter")
    assert (walter, "medium") in bands(world.found("G10"))
    operations.set_persona_status(world.tx, walter, PersonaStatus.RETIRED)
    assert walter not in {g.subject for g in world.found("G10")}


def test_g11_no_word_from_customers(world: GapWorld) -> None:
    assert len(world.found("G11")) == 3
    feeling = SourceKind.INTERVIEW
    operations.set_feeling(world.tx, world.booking, world.anna, 2, feeling)
    world.ask(QuestionKind.CSAT, world.waiting, [4], employees=[5])
    world.ask(QuestionKind.CSAT, world.recall, [], employees=[5])
    assert bands(world.found("G11")) == [(world.recall, "medium")]


def test_g12_not_checked_lately(world: GapWorld) -> None:
    assert world.found("G12") == []
    operations.change_map(world.tx, world.map, validated_n=4)
    assert bands(world.found("G12")) == [(world.map, "low")]
    operations.change_map(world.tx, world.map, valid_until="2026-05-19")
    operations.change_persona(world.tx, world.anna, reviewed_at="", valid_until="")
    assert bands(world.found("G12")) == sorted([(world.map, "medium"), (world.anna, "high")])
    operations.change_map(world.tx, world.map, validated_on="")
    assert bands(world.found("G12")) == sorted([(world.map, "high"), (world.anna, "high")])


def connect(world: GapWorld, source: str, share: float, target: str = "", end: str = "") -> str:
    return operations.connect(world.tx, source, target=target or None, end=end or None, share=share)


def test_g13_and_g15_where_people_go(world: GapWorld) -> None:
    assert world.found("G13") == world.found("G15") == []
    stays = operations.add_end(world.tx, world.map, "Stays", EndKind.SUCCESS)
    connect(world, world.booking, 1.0, world.waiting)
    back = connect(world, world.waiting, 0.05, world.booking)
    connect(world, world.waiting, 0.95, world.recall)
    assert bands(world.found("G13")) == [(world.recall, "high")]  # ends are there, no way to one
    connect(world, world.recall, 1.0, end=stays)
    assert world.found("G13") == world.found("G15") == []
    operations.set_share(world.tx, back, 0.3)
    assert world.open("G15") == [world.map]  # 0.3 and 0.95 are too much
    (on,) = [
        c.id
        for c in world.tx.snapshot.table(Connection).values()
        if (c.source, c.target) == (world.waiting, world.recall)
    ]
    operations.set_share(world.tx, on, 0.7)
    found = world.found("G15")
    assert bands(found) == [(world.booking, "medium")]  # one loop, named once
    assert found[0].inputs == {"visits": pytest.approx(1 / 0.7), "returns": pytest.approx(0.3)}
    assert found[0].evidence == Grade.E  # a share that nobody counted
    operations.set_share(world.tx, back, 0.5)
    operations.set_share(world.tx, on, 0.5)
    assert bands(world.found("G15")) == [(world.booking, "high")]


def test_g14_not_passed_on(world: GapWorld) -> None:
    doctor = operations.add_role(world.tx, "Dentist")
    assert world.found("G14") == []
    operations.set_owner(world.tx, world.waiting, doctor)
    assert world.open("G14") == [world.map]
    way = operations.connect(world.tx, world.booking, target=world.waiting)
    operations.set_handoff(world.tx, way, info_passed=True)
    assert not world.open("G14")
    assert not world.found("G14")
    operations.set_handoff(world.tx, way, info_passed=False, items="Allergies")
    operations.set_share(world.tx, way, 0.8)
    (gap,) = world.found("G14")
    assert gap.subject == world.waiting
    assert gap.value == pytest.approx(0.8)
    assert gap.severity == pytest.approx(80 * 0.75)
    assert str(gap.text) == "Allergies known at Booking do not reach Waiting."


def test_g16_make_or_break_and_not_measured(world: GapWorld) -> None:
    assert world.found("G16") == []
    world.moment(world.booking)
    assert bands(world.found("G16")) == [(world.booking, "high")]
    world.ask(QuestionKind.CSAT, world.booking, [4], started="2025-04-01")
    assert bands(world.found("G16")) == [(world.booking, "high")]
    world.ask(QuestionKind.CSAT, world.booking, [4], started="2025-06-01")
    assert world.found("G16") == []


def test_g22_what_management_thinks(world: GapWorld) -> None:
    assert world.booking in world.open("G22")

    def say(value: float, who: str) -> None:
        operations.rate(
            world.tx,
            world.booking,
            Measure.EXPECTATION,
            value,
            perspective=who,
            n=12,
            source=SourceKind.SURVEY,
        )

    say(8, "customer")
    say(6.6, "management")
    assert world.found("G22") == []
    assert world.booking not in world.open("G22")
    say(6.5, "management")
    (gap,) = world.found("G22")
    assert gap.value == -1.5
    assert gap.severity == pytest.approx(100 * 1.5 / 9 * 0.75)


def test_g23_standards(world: GapWorld) -> None:
    assert world.open("G23") == [""]
    world.moment(world.booking)
    operations.set_standard(world.tx, world.waiting, "Within five minutes")
    assert world.open("G23") == [world.waiting]
    assert bands(world.found("G23")) == [(world.booking, "medium")]
    operations.set_standard(world.tx, world.booking, "Three rings", compliance=0.95, n=40)
    operations.set_standard(world.tx, world.waiting, "Within five minutes", compliance=0.9, n=40)
    assert world.found("G23") == []
    operations.set_standard(world.tx, world.waiting, "Within five minutes", compliance=0.5, n=40)
    (gap,) = world.found("G23")
    assert gap.severity == pytest.approx(50 * 0.75)
    assert gap.evidence == Grade.A


def test_g25_hard_to_work_with(world: GapWorld) -> None:
    assert world.open("G25") == ["", ""]  # neither programs nor trainings are known
    rows = {lane.kind: lane.id for lane in queries.lanes(world.tx.snapshot, world.map)}
    lane = rows[LaneKind.SYSTEM]
    card = operations.add_card(world.tx, lane, "Day sheet", touchpoint=world.booking)
    operations.set_ease(world.tx, card, 3)
    assert not world.found("G25")
    assert world.open("G25") == [""]
    operations.set_ease(world.tx, card, 2)
    assert bands(world.found("G25")) == [(world.booking, "medium")]


def test_g26_few_or_old_answers(world: GapWorld) -> None:
    assert world.found("G26") == []
    world.ask(QuestionKind.CSAT, world.booking, [4] * 10, asked=100)
    assert world.found("G26") == []
    world.ask(QuestionKind.CSAT, world.waiting, [4] * 9, employees=[4] * 3)
    world.ask(QuestionKind.CSAT, world.recall, [4] * 10, asked=101)
    assert bands(world.found("G26")) == [(world.waiting, "low"), (world.recall, "low")]
    assert len(world.found("G26", today=date(2027, 6, 2))) == 3


def test_g27_measured_without_a_goal(world: GapWorld) -> None:
    operations.set_stage_goal(world.tx, world.before, "")
    assert world.found("G27") == []
    world.ask(QuestionKind.CSAT, world.booking, [4])
    assert bands(world.found("G27")) == [(world.before, "low")]


def test_g20_known_and_nothing_decided(world: GapWorld) -> None:
    operations.set_feeling(world.tx, world.waiting, world.anna, -5)
    assert world.open("G20") == [""]
    keys = [gap.key for gap in world.report().gaps]
    operations.note_sightings(world.tx, keys, FORTNIGHT.isoformat())
    assert not world.open("G20")
    assert not world.found("G20")  # 14 days, not more
    (gap,) = world.found("G20", today=date(2026, 5, 21))
    assert (gap.subject, gap.band, gap.value) == (world.waiting, "high", 15)
    operations.accept_gap(world.tx, ("G18", world.waiting, world.anna), "A new room", "2026-05-20")
    assert world.found("G20", today=date(2026, 5, 21)) == []


def test_g20_is_quiet_where_a_plan_is_open_or_mends_that_very_gap(world: GapWorld) -> None:
    operations.set_feeling(world.tx, world.waiting, world.anna, -5)
    operations.note_sightings(world.tx, [g.key for g in world.report().gaps], "2026-05-06")
    late = date(2026, 5, 21)
    plan = operations.add_plan(world.tx, "A new room", touchpoint=world.waiting)
    assert world.found("G20", today=late) == []
    operations.drop_plan(world.tx, plan, "2026-05-20", "No money")
    assert [gap.subject for gap in world.found("G20", today=late)] == [world.waiting]
    key = gap_text(("G18", world.waiting, world.anna))
    operations.add_plan(world.tx, "Warm it", gaps=(key,))
    assert world.found("G20", today=late) == []


def test_g19_says_what_an_open_plan_lacks(world: GapWorld) -> None:
    mara = operations.add_participant(world.tx, "Mara")
    plan = operations.add_plan(world.tx, "Warm it")
    (gap,) = world.found("G19")
    assert (gap.subject, gap.band, set(gap.inputs)) == (
        plan,
        "high",
        {"owner", "deadline", "measure"},
    )
    operations.change_plan(world.tx, plan, owner=mara, due="2026-06-30")
    kpi = operations.add_kpi(world.tx, plan, "Degrees at 7:30")
    (gap,) = world.found("G19")
    assert (gap.band, set(gap.inputs)) == ("medium", {"baseline"})
    operations.set_baseline(world.tx, kpi, {1.0: 2, 0.0: 18}, "2026-05-01")
    assert world.found("G19") == []
    assert not world.open("G19")
    operations.change_plan(world.tx, plan, due="")
    operations.drop_plan(world.tx, plan, "2026-05-20", "No money")
    assert world.found("G19") == []


def test_sightings_follow_what_is_there(world: GapWorld) -> None:
    old, new = ("G11", world.booking, ""), ("G18", world.waiting, world.anna)
    operations.note_sightings(world.tx, [old], "2026-05-01")
    operations.note_sightings(world.tx, [old, new], "2026-05-09")
    assert seen(world) == {old: "2026-05-01", new: "2026-05-09"}
    operations.note_sightings(world.tx, [new], "2026-05-10")
    assert seen(world) == {new: "2026-05-09"}


def seen(world: GapWorld) -> dict[tuple[str, str, str], str]:
    rows = world.tx.snapshot.table(GapSighting).values()
    return {(s.rule, s.subject, s.persona): s.first_seen for s in rows}


def test_g21_a_customer_nobody_calls_back(world: GapWorld) -> None:
    opened = "2026-05-04T09:00:00+00:00"  # due two days later
    assert world.open("G21") == [""]
    alert = operations.raise_alert(world.tx, opened, touchpoint=world.waiting)
    assert alert is not None
    assert not world.open("G21")
    assert world.found("G21", today=date(2026, 5, 6)) == []
    assert bands(world.found("G21", today=date(2026, 5, 7))) == [(world.waiting, "high")]
    for state in (AlertState.ASSIGNED, AlertState.CONTACTED, AlertState.RESOLVED):
        operations.move_alert(world.tx, alert, state, "2026-05-06T09:00:00+00:00")
    assert world.found("G21", today=date(2026, 5, 13)) == []
    (gap,) = world.found("G21", today=date(2026, 5, 14))
    assert (gap.band, gap.inputs["not told"]) == ("medium", 1)
    operations.change_alert(world.tx, alert, told="2026-05-14")
    assert world.found("G21", today=date(2026, 5, 14)) == []


def test_g21_what_comes_back_twice_and_alerts_without_a_step(world: GapWorld) -> None:
    at = "2026-05-19T09:00:00+00:00"
    alert = operations.raise_alert(world.tx, at, hours=8760)
    assert alert is not None
    way = (AlertState.CONTACTED, AlertState.RESOLVED, AlertState.REOPENED)
    operations.move_alert(world.tx, alert, AlertState.ASSIGNED, at)
    for state in way:
        operations.move_alert(world.tx, alert, state, at, note="It came back")
    assert world.found("G21") == []
    for state in way:
        operations.move_alert(world.tx, alert, state, at, note="Again")
    (gap,) = world.found("G21")
    assert (gap.subject, gap.band, gap.value) == (world.map, "medium", 1)


@pytest.mark.parametrize("rule", ["G19", "G21", "G28"])
def test_what_this_file_cannot_hold_is_open_and_never_no_gap(world: GapWorld, rule: str) -> None:
    assert world.open(rule) == [""]
    assert world.found(rule) == []


def test_places_are_counted_and_reasons_listed_below_them(world: GapWorld) -> None:
    operations.set_feeling(world.tx, world.waiting, world.anna, -4)
    operations.set_wait(world.tx, world.waiting, 5, 30)
    operations.set_feeling(world.tx, world.recall, world.anna, -3)
    report = world.report()
    steps = [s.id for s in queries.touchpoints_of_map(world.tx.snapshot, world.map)]
    places = worst_places(report, steps)
    assert [place.subject for place in places] == [world.waiting, world.recall]
    assert [gap.rule for gap in places[0].gaps] == ["G08", "G18", "G11"]
    assert (places[0].band, places[0].evidence) == ("critical", Grade.D)
    assert cannot_tell(report, steps) == tuple(steps)
    accepted = {gap.key for gap in places[0].gaps}
    assert [p.subject for p in worst_places(report, steps, accepted)] == [world.recall]
    assert sum(len(p.gaps) for p in by_place(report.gaps)) == len(report.gaps)


def test_the_table_of_rules_is_whole() -> None:
    assert [rule.code for rule in RULES] == [f"G{i:02}" for i in range(1, 29)]


@pytest.mark.parametrize(
    ("band", "evidence", "advice"),
    [
        ("critical", Grade.A, "act"),
        ("high", Grade.B, "act"),
        ("high", Grade.C, "validate"),
        ("critical", Grade.E, "validate"),
        ("low", Grade.A, "watch"),
        ("medium", Grade.C, "watch"),
        ("low", Grade.D, "park"),
        ("high", None, "act"),
    ],
)
def test_severity_and_evidence_give_advice_and_never_change_each_other(
    band: str, evidence: Grade | None, advice: str
) -> None:
    assert advise(band, evidence) == advice


@settings(max_examples=20)
@given(st.lists(st.integers(-5, 5), min_size=3, max_size=3), st.integers(1, 40))
def test_a_step_nobody_speaks_of_changes_no_other_gap(values: list[int], wait: int) -> None:
    world = GapWorld()
    for step, value in zip((world.booking, world.waiting, world.recall), values, strict=True):
        operations.set_feeling(world.tx, step, world.anna, value)
    operations.set_wait(world.tx, world.booking, 5, wait)
    before = world.report().gaps
    added = world.step(world.before, "Parking")
    after = [gap for gap in world.report().gaps if gap.subject != added]
    assert after == list(before)


def test_only_maps_that_were_asked_for_are_judged(world: GapWorld) -> None:
    operations.set_feeling(world.tx, world.waiting, world.anna, -4)
    assert not any(g.rule == "G18" for g in world.report(GapSettings(maps=())).gaps)
    assert any(g.rule == "G18" for g in world.report(GapSettings(maps=(world.map,))).gaps)
