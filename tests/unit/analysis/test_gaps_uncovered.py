"""Risks without a plan (G28) and work without the training for it (the people's half of G25)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from journeymapper.analysis.gaps import GapSettings
from journeymapper.document import operations
from journeymapper.domain.entities import Risk, Training
from journeymapper.domain.kinds_plan import PlanKind
from journeymapper.drawing.gaps import words
from tests.unit.analysis.gap_world import TODAY, GapWorld


@pytest.fixture
def world() -> GapWorld:
    return GapWorld()


def risk(world: GapWorld, severity: int | None, *rest: int, **fields: Any) -> str:
    occurrence, detection = rest or (None, None)
    fields = {"title": "Allergy missed", "touchpoint": world.booking} | fields
    return operations.add_line(
        world.tx, Risk, severity=severity, occurrence=occurrence, detection=detection, **fields
    )


def train(world: GapWorld, topic: str, **fields: Any) -> str:
    fields = {"role": world.role, "touchpoint": world.booking} | fields
    return operations.add_line(world.tx, Training, topic=topic, **fields)


def test_g28_cannot_tell_without_risks_or_while_nobody_judged_them(world: GapWorld) -> None:
    assert world.open("G28") == [""]
    one = risk(world, None)
    assert world.open("G28") == [world.booking]
    operations.change_line(world.tx, Risk, one, severity=8)
    assert world.open("G28") == [world.booking]  # 8 alone does not tell
    assert not world.found("G28")


@pytest.mark.parametrize(
    ("figures", "fires"),
    [((9, 1, 1), True), ((9,), True), ((5, 5, 4), True), ((8, 4, 3), False), ((8, 1, 10), False)],
)
def test_g28_fires_from_severity_9_or_100_points(
    world: GapWorld, figures: tuple[int, ...], *, fires: bool
) -> None:
    risk(world, *figures)
    assert [(g.subject, g.band) for g in world.found("G28")] == (
        [(world.booking, "high")] if fires else []
    )
    assert world.open("G28") == []


def test_g28_a_preventive_plan_covers_a_risk_until_it_is_dropped(world: GapWorld) -> None:
    one = risk(world, 7, 6, 5)
    plan = operations.add_plan(world.tx, "Ask twice", risk=one, kind=PlanKind.CORRECTIVE)
    assert len(world.found("G28")) == 1
    operations.change_plan(world.tx, plan, kind=PlanKind.PREVENTIVE)
    assert not world.found("G28")
    operations.drop_plan(world.tx, plan, "2026-05-01", "Too dear")
    (gap,) = world.found("G28")
    assert (gap.value, gap.inputs["severity"]) == (210, 7)
    shown = {str(name): value for name, value in words.inputs(gap)}
    assert shown["How bad it would be, 1 to 10"] == "7"


def test_g28_names_the_worst_risk_of_a_place_and_the_map_where_there_is_no_step(
    world: GapWorld,
) -> None:
    risk(world, 9, 1, 1, title="Rare and grave")
    risk(world, 7, 6, 5, title="Frequent")
    risk(world, 10, title="Fire", touchpoint=None)
    by_place = {gap.subject: str(gap.text) for gap in world.found("G28")}
    assert by_place == {
        world.map: "Nothing is planned against this risk: Fire.",
        world.booking: "Nothing is planned against this risk: Rare and grave; nor against 1 more.",
    }
    assert not [g for g in world.report(GapSettings(maps=())).gaps if g.rule == "G28"][1:]


def test_g25_a_training_that_is_missing_or_has_run_out(world: GapWorld) -> None:
    train(world, "First aid", date="2025-05-20", valid_until="2026-05-20")
    assert not world.found("G25")  # it holds on its last day
    (gap,) = world.found("G25", today=date(2026, 5, 21))
    assert (gap.subject, gap.band) == (world.booking, "medium")
    assert str(gap.text) == "Front desk: the training “First aid” has run out."
    train(world, "first  aid", date="2026-05-01", valid_until="2027-05-01")
    assert not world.found("G25", today=date(2026, 5, 21))


def test_g25_what_is_planned_is_missing_once_its_day_has_passed(world: GapWorld) -> None:
    train(world, "Calls", planned=TODAY.isoformat(), touchpoint=None)
    assert not world.found("G25")
    (gap,) = world.found("G25", today=date(2026, 5, 21))
    assert gap.subject == world.map
    assert str(gap.text) == "Front desk: the training “Calls” is missing."


def test_g25_counts_more_trainings_of_the_same_place(world: GapWorld) -> None:
    train(world, "Calls")
    train(world, "Forms")
    (gap,) = world.found("G25")
    assert str(gap.text).endswith("Trainings like it: 1 more.")
    assert len(world.open("G25")) == 1  # the programs
    assert [str(name) for name, _value in words.inputs(gap)] == ["Trainings that are missing"]
