"""The gaps in short: what is said first, what is counted, where we cannot tell."""

from __future__ import annotations

import pytest

from journeymapper.analysis.gaps import Overview, backing, overview, reasons, sentences
from journeymapper.document import operations
from journeymapper.domain.counts import count_answers
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import EndKind, Measure, QuestionKind, SourceKind
from tests.unit.analysis.gap_world import GapWorld


@pytest.fixture
def world() -> GapWorld:
    return GapWorld()


def seen(world: GapWorld) -> Overview:
    snapshot = world.tx.snapshot.with_changes(())
    return overview(snapshot, count_answers(snapshot), world.report())


def said(world: GapWorld) -> str:
    return " ".join(map(str, seen(world).sentences))


def feel(world: GapWorld, step: str, value: int, n: int | None = None) -> None:
    operations.set_feeling(world.tx, step, world.anna, value)
    if n is not None:
        operations.set_feeling_source(world.tx, step, world.anna, SourceKind.SURVEY, n)


def test_where_nobody_was_asked_that_is_said_and_nothing_is_called_good(world: GapWorld) -> None:
    found = seen(world)
    assert (found.first, found.places, found.reasons) == ((), (), 0)
    assert found.silent == (world.booking, world.waiting, world.recall)
    assert said(world) == (
        "By what is known no step falls short. "
        "We cannot tell of 3 of 3 steps: no customer spoke of them."
    )


def test_a_stage_without_a_goal_is_no_place_to_fix(world: GapWorld) -> None:
    operations.set_stage_goal(world.tx, world.before, "")
    world.ask(QuestionKind.CSAT, world.booking, [9] * 12, low=1, high=10)
    assert [gap.rule for gap in world.report().gaps if gap.subject == world.before] == ["G27"]
    assert world.before not in {place.subject for place in seen(world).places}


def test_ways_that_nobody_counted_make_no_place_to_fix(world: GapWorld) -> None:
    stays = operations.add_end(world.tx, world.map, "Stays", EndKind.SUCCESS)
    operations.connect(world.tx, world.booking, target=world.waiting, share=1.0)
    operations.connect(world.tx, world.waiting, target=world.booking, share=0.3)
    operations.connect(world.tx, world.waiting, target=world.recall, share=0.7)
    operations.connect(world.tx, world.recall, end=stays, share=1.0)
    assert world.found("G15")
    assert seen(world).first == ()


def test_a_map_without_steps_has_nothing_to_judge(world: GapWorld) -> None:
    for step in (world.booking, world.waiting, world.recall):
        operations.delete_touchpoint(world.tx, step)
    assert said(world) == "There are no steps yet, so there is nothing to judge."


def test_the_worst_place_how_sure_and_what_is_liked(world: GapWorld) -> None:
    feel(world, world.waiting, -4, 12)
    world.ask(QuestionKind.CSAT, world.recall, [9] * 11 + [8], low=1, high=10)
    assert said(world) == (
        "Customers like “Recall” best: 8.9 of 10. “Waiting” needs mending first. "
        "We are sure of it. We cannot tell of 1 of 3 steps: no customer spoke of them."
    )
    found = seen(world)
    assert (found.by_band, found.by_grade) == (
        {"critical": 1, "high": 0, "medium": 0, "low": 0},
        {Grade.B: 1},
    )
    assert found.silent == (world.booking,)
    feel(world, world.waiting, -4)
    assert "We are not sure of it: ask first." in said(world)


def test_what_few_like_is_not_called_liked(world: GapWorld) -> None:
    world.ask(QuestionKind.CSAT, world.recall, [9] * 9, low=1, high=10)
    assert "best" not in said(world)


def test_places_that_share_a_cause_are_told_with_it(world: GapWorld) -> None:
    for step, actual in ((world.booking, 30.0), (world.waiting, 60.0)):
        operations.set_wait(world.tx, step, 5.0, actual)
        feel(world, step, -4, 40 if step == world.waiting else None)
    world.ask(QuestionKind.NUMBER, world.waiting, [60.0] * 30, unit="minutes")
    assert said(world) == (
        "“Booking” and “Waiting” need mending first. At 2 of them it takes longer than promised. "
        "We are sure of 1 of these 2; ask about the rest before you act. "
        "We cannot tell of 1 of 3 steps: no customer spoke of them."
    )


def test_two_sentences_a_place_the_worst_and_surest_first(world: GapWorld) -> None:
    operations.set_wait(world.tx, world.waiting, 5.0, 17.5)
    feel(world, world.waiting, -4, 50)
    operations.rate(world.tx, world.waiting, Measure.IMPORTANCE, 9)
    operations.rate(world.tx, world.waiting, Measure.PERFORMANCE, 1, perspective="customer", n=40)
    (place,) = seen(world).first
    assert [gap.rule for gap in place.gaps] == ["G02", "G18", "G08"]
    assert [str(text) for text in sentences(place)] == [
        "Anna feels −4 here.",
        "Waiting matters 9.0 of 10 and gets 1.0.",
    ]
    assert (backing(place).evidence, backing(place).inputs["n"]) == (Grade.A, 50)


def test_reasons_are_counted_once_whoever_they_are_about(world: GapWorld) -> None:
    feel(world, world.waiting, -4, 12)
    walter = operations.add_persona(world.tx, "Walter")
    operations.set_map_personas(world.tx, world.map, (world.anna, walter))
    operations.set_feeling(world.tx, world.waiting, walter, -5)
    place = seen(world).first[0]
    assert len(place.gaps) == 2
    assert [gap.persona for gap in reasons(place)] == [walter]


def test_what_is_lived_with_is_no_place_to_fix(world: GapWorld) -> None:
    feel(world, world.waiting, -4, 12)
    (place,) = seen(world).first
    operations.accept_gap(world.tx, place.gaps[0].key, "The builder is in the house", "2026-05-20")
    assert seen(world).places == ()


def test_a_moment_that_nobody_measures_is_no_place_but_one_to_ask_about(world: GapWorld) -> None:
    world.moment(world.waiting)
    found = seen(world)
    assert found.places == ()
    assert world.waiting in found.silent
