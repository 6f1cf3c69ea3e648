"""What an own map comes to, against numbers counted by hand."""

from __future__ import annotations

from dataclasses import replace

from journeymapper.analysis.roll_up import RollUp, WaitSum, roll_up
from journeymapper.domain.entities import (
    Card,
    Entity,
    Feeling,
    JourneyMap,
    Lane,
    Persona,
    Rating,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import LaneKind, Measure, Severity, SourceKind, TimeUnit
from journeymapper.domain.snapshot import Snapshot

STEPS = ("dial", "queue", "music", "talk", "book", "bye")
FEELINGS = {"dial": 1, "queue": -4, "music": -3, "book": -4}
"""Anna's: four of six, together -10; Walter feels +2 at bye alone."""


def call(*more: Entity) -> Snapshot:
    entities: list[Entity] = [
        Persona("anna", name="Anna"),
        Persona("walter", name="Walter"),
        JourneyMap("call", title="Call in"),
        Stage("first", map="call", name="Wait"),
        Stage("second", map="call", name="Talk", position=1.0),
        Lane("pain", map="call", kind=LaneKind.PAIN),
        Lane("gain", map="call", kind=LaneKind.GAIN, position=1.0),
        Feeling("fw", touchpoint="bye", persona="walter", value=2, source=SourceKind.SURVEY),
    ]
    entities += [
        Touchpoint(name, stage="first" if i < 3 else "second", name=name, position=float(i))
        for i, name in enumerate(STEPS)
    ]
    entities += [
        Feeling(f"f{step}", touchpoint=step, persona="anna", value=value)
        for step, value in FEELINGS.items()
    ]
    return Snapshot.of([*entities, *more])


def waits(**steps: tuple[float | None, float | None, TimeUnit]) -> Snapshot:
    before = call()
    found = [
        replace(before.get(Touchpoint, id_), wait_promised=one, wait_actual=two, wait_unit=unit)
        for id_, (one, two, unit) in steps.items()
    ]
    kept = [step for step in before.table(Touchpoint).values() if step.id not in steps]
    stages = before.table(Stage).values()
    return Snapshot.of([before.get(JourneyMap, "call"), *stages, *kept, *found])


def test_average_and_worst_of_each_persona_say_how_many_steps() -> None:
    found = roll_up(call(), "call")
    anna, walter = found.felt_by("anna"), found.felt_by("walter")
    assert anna is not None
    assert walter is not None
    assert found.steps == 6
    assert (anna.average, anna.worst, anna.worst_at, anna.n) == (-2.5, -4, "queue", 4)
    assert (walter.average, walter.worst, walter.n) == (2.0, 2, 1)
    assert found.felt_by("somebody else") is None


def test_what_only_the_team_says_can_be_left_out() -> None:
    found = roll_up(call(), "call", only_told=True)
    assert [(felt.persona, felt.n) for felt in found.felt] == [("walter", 1)]


def test_the_worst_pain_is_a_rated_one_in_the_row_of_pains() -> None:
    found = roll_up(
        call(
            Card("p1", lane="pain", touchpoint="music", text="Loud", severity=Severity.MEDIUM),
            Card("p2", lane="pain", touchpoint="talk", text="Cut off", severity=Severity.HIGH),
            Card("p3", lane="pain", touchpoint="bye", text="Not rated"),
            Card("g1", lane="gain", touchpoint="bye", text="Kind", severity=Severity.CRITICAL),
        ),
        "call",
    )
    assert found.worst_pain is not None
    assert found.worst_pain.id == "p2"


def test_waits_are_added_up_where_all_have_one_unit() -> None:
    minutes, hours = TimeUnit.MINUTES, TimeUnit.HOURS
    found = roll_up(
        waits(queue=(2.0, 9.5, minutes), talk=(None, 4.0, minutes), bye=(None, None, hours)), "call"
    )
    assert found.promised == WaitSum(2.0, minutes, 1)
    assert found.actual == WaitSum(13.5, minutes, 2)
    assert not found.units_differ
    mixed = roll_up(waits(queue=(2.0, 9.0, minutes), talk=(1.0, None, hours)), "call")
    assert (mixed.promised, mixed.actual, mixed.units_differ) == (None, None, True)


def test_how_easy_it_is_is_the_mean_of_the_rated_steps() -> None:
    effort = Measure.EFFORT
    found = roll_up(
        call(
            Rating("r1", touchpoint="dial", measure=effort, perspective="customer", value=6.0),
            Rating("r2", touchpoint="queue", measure=effort, perspective="customer", value=1.0),
            Rating("r3", touchpoint="queue", measure=effort, perspective="staff", value=7.0),
            Rating("r4", touchpoint="bye", measure=Measure.PERFORMANCE, value=9.0),
        ),
        "call",
    )
    assert (found.effort, found.effort_n) == (3.5, 2)


def test_an_empty_map_comes_to_nothing() -> None:
    empty = Snapshot.of([JourneyMap("call", title="Call in")])
    assert roll_up(empty, "call") == RollUp("call", 0)
