"""What customers want against what they get: G01 to G08, G17, G18, G24."""

from __future__ import annotations

from typing import Any

import pytest

from journeymapper.analysis.gaps import GapSettings
from journeymapper.analysis.scores import RAW
from journeymapper.document import operations
from journeymapper.domain.entities import Question, Round, Touchpoint
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import Better, Measure, QuestionKind, SourceKind, Tier, TimeUnit
from tests.unit.analysis.gap_world import GapWorld

CSAT, CES, NPS = QuestionKind.CSAT, QuestionKind.CES, QuestionKind.NPS
SURVEY = SourceKind.SURVEY


@pytest.fixture
def world() -> GapWorld:
    return GapWorld()


def rate(world: GapWorld, step: str, measure: Measure, value: float, who: str, n: int = 20) -> None:
    operations.rate(
        world.tx, step, measure, value, perspective=who, n=n, date="2026-05-01", source=SURVEY
    )


def test_g01_expected_more_than_was_got(world: GapWorld) -> None:
    assert world.booking in world.open("G01")
    world.ask(CSAT, world.booking, [9] * 6 + [8] * 6, low=1, high=10, measure=Measure.EXPECTATION)
    assert world.booking in world.open("G01")
    world.ask(CSAT, world.booking, [5] * 6 + [4] * 6, low=1, high=10)
    (gap,) = world.found("G01")
    assert gap.value == pytest.approx(4.0)
    assert gap.severity == pytest.approx(100 * 4 / 9 * 0.75)
    assert (gap.certain, gap.evidence, gap.band) == (True, Grade.B, "medium")
    assert str(gap.text) == "Booking: people expect 8.5 of 10 and get 4.5."


def test_g01_is_silent_where_it_was_as_good_as_expected(world: GapWorld) -> None:
    rate(world, world.booking, Measure.EXPECTATION, 7, "customer")
    rate(world, world.booking, Measure.PERFORMANCE, 7, "customer")
    assert world.found("G01") == []
    assert world.booking not in world.open("G01")
    rate(world, world.booking, Measure.PERFORMANCE, 6.9, "customer")
    (gap,) = world.found("G01")
    assert not gap.certain  # a rating has no spread, so chance may explain it


def test_g02_important_and_not_good(world: GapWorld) -> None:
    for step, matters, does in ((world.booking, 8, 3), (world.waiting, 7, 6), (world.recall, 5, 5)):
        assert step in world.open("G02")
        rate(world, step, Measure.IMPORTANCE, matters, "customer")
        rate(world, step, Measure.PERFORMANCE, does, "customer")
    (gap,) = world.found("G02")
    assert (gap.subject, gap.inputs["quadrant"]) == (world.booking, "Q1")
    assert gap.severity == pytest.approx(100 * 5 / 9 * (0.5 + 0.5 * 7 / 9))
    assert world.open("G02") == []
    cross = world.report(GapSettings(crosshair=(6.0, 7.0)))
    assert {g.subject for g in cross.gaps if g.rule == "G02"} == {world.booking, world.waiting}


def test_g03_short_of_a_target(world: GapWorld) -> None:
    assert world.waiting in world.open("G03")
    rate(world, world.waiting, Measure.PERFORMANCE, 8, "target")
    rate(world, world.waiting, Measure.PERFORMANCE, 8, "customer")
    assert world.found("G03") == []
    assert world.waiting not in world.open("G03")
    rate(world, world.waiting, Measure.PERFORMANCE, 5, "customer")
    (gap,) = world.found("G03")
    assert gap.value == 3
    world.ask(QuestionKind.COUNT, world.recall, [1] * 7 + [0] * 43, target=0.9)
    (count,) = [g for g in world.found("G03") if g.subject == world.recall]
    assert count.severity == pytest.approx(100 * (0.9 - 0.14) * 0.75)
    assert (count.certain, count.evidence) == (True, Grade.A)
    assert str(count.text) == "“How was it?”: 7 of 50, and we want 90 %."


def test_g03_where_less_is_better_the_target_is_turned_too(world: GapWorld) -> None:
    waits: dict[str, Any] = {"low": 0.0, "high": 60.0, "better": Better.LOW, "target": 10.0}
    world.ask(QuestionKind.NUMBER, world.waiting, [30, 20, 40, 30, 30], **waits)
    (gap,) = world.found("G03")
    assert (gap.value, gap.certain) == (20, True)
    assert gap.severity == pytest.approx(100 * (20 / 60) * 0.75)
    assert str(gap.text) == "Waiting: we want 10.0 and are at 30.0."
    world.ask(QuestionKind.NUMBER, world.booking, [5, 8], **waits)
    assert [g.subject for g in world.found("G03")] == [world.waiting]


def test_g03_short_of_the_map_of_the_future(world: GapWorld) -> None:
    operations.set_feeling(world.tx, world.waiting, world.anna, -1)
    operations.start_future(world.tx, world.map, "Future")
    later = [t for t in world.tx.snapshot.table(Touchpoint).values() if t.name == "Waiting"]
    (copy,) = [t.id for t in later if t.id != world.waiting]
    assert [g for g in world.found("G03") if g.subject == world.waiting] == []
    operations.set_feeling(world.tx, copy, world.anna, 3)
    (gap,) = world.found("G03")
    assert (gap.subject, gap.persona, gap.value) == (world.waiting, world.anna, 4)
    assert gap.severity == pytest.approx(100 * 0.4 * 0.75)


def test_g04_employees_see_it_differently(world: GapWorld) -> None:
    assert world.booking in world.open("G04")
    customers, employees = [5, 6, 4, 7, 5, 3, 6, 5], [9, 8, 8, 9, 7, 8]
    world.ask(CSAT, world.booking, customers, low=1, high=10, employees=employees[:4])
    assert world.booking in world.open("G04")
    world.ask(CSAT, world.booking, customers, low=1, high=10, employees=employees)
    (gap,) = world.found("G04")
    assert gap.value == pytest.approx(3.041667, abs=1e-6)
    assert gap.severity == pytest.approx(100 * 3.0416667 / 9 * 0.75, abs=1e-4)
    assert (gap.certain, gap.evidence) == (True, Grade.C)


def test_g04_is_silent_where_both_agree(world: GapWorld) -> None:
    world.ask(CSAT, world.booking, [4, 4, 5, 4, 4], employees=[4, 5, 4, 4, 4])
    assert world.found("G04") == []
    assert world.booking not in world.open("G04")


def test_g05_channels_that_are_wanted_and_not_offered(world: GapWorld) -> None:
    assert world.open("G05") == [world.anna]
    shares = {"Phone": (0.8, 0.25), "Portal": (0.1, 0.3), "Chat": (0.0, 0.3), "SMS": (0.1, 0.15)}
    for name, (offered, preferred) in shares.items():
        channel = operations.add_channel(world.tx, name)
        operations.set_channel_share(world.tx, world.anna, channel, offered, preferred)
    (gap,) = world.found("G05")
    assert gap.value == pytest.approx(0.55)
    assert gap.severity == pytest.approx(55 * 0.75)
    assert gap.band == "high"
    assert "Chat for 30 % of contacts" in str(gap.text)


def test_g05_is_silent_where_channels_fit(world: GapWorld) -> None:
    phone, portal = (operations.add_channel(world.tx, n) for n in ("Phone", "Portal"))
    operations.set_channel_share(world.tx, world.anna, phone, 0.5, 0.6)
    operations.set_channel_share(world.tx, world.anna, portal, 0.5, 0.4)
    assert world.found("G05") == []
    assert world.open("G05") == []


def test_g06_others_do_it_better(world: GapWorld) -> None:
    rate(world, world.booking, Measure.PERFORMANCE, 5, "customer")
    assert world.booking in world.open("G06")

    def theirs(value: float, day: str, citation: str) -> None:
        operations.rate(
            world.tx,
            world.booking,
            Measure.PERFORMANCE,
            value,
            perspective="competitor:Smile",
            date=day,
            citation=citation,
        )

    theirs(8, "2024-10-01", "Their web page")
    assert world.booking in world.open("G06")
    theirs(4, "2026-01-01", "Their web page")
    assert world.found("G06") == []
    theirs(8, "2026-01-01", "")
    assert [g.evidence for g in world.found("G06")] == [Grade.E]
    theirs(8, "2026-01-01", "Their web page")
    (gap,) = world.found("G06")
    assert (gap.value, gap.evidence) == (3, Grade.B)


def test_g07_it_depends_on_the_channel(world: GapWorld) -> None:
    assert world.booking in world.open("G07")
    phone, web = (operations.add_channel(world.tx, n) for n in ("Phone", "Web"))
    question = world.ask(
        CSAT, world.booking, [9, 8, 8, 8, 8], low=1, high=10, sheet={"channel": phone}
    )
    (pile,) = world.tx.snapshot.table(Round)
    world.answer(pile, question, [6, 7, 7, 6, 7], channel=web)
    assert world.found("G07") == []
    world.answer(pile, question, [1] * 5, channel=web)
    (gap,) = world.found("G07")
    assert gap.value == pytest.approx(8.2 - 3.8)
    assert gap.severity == pytest.approx(100 * 4.4 / 9 * 0.75)


def test_g07_marks_by_channel_and_what(world: GapWorld) -> None:
    rate(world, world.booking, Measure.CONSISTENCY, 4, "channel:web:message")
    rate(world, world.booking, Measure.CONSISTENCY, 5, "channel:phone:message")
    assert world.found("G07") == []
    rate(world, world.booking, Measure.CONSISTENCY, 2, "channel:web:message")
    (gap,) = world.found("G07")
    assert gap.severity == pytest.approx(100 * 3 / 4 * 0.75)


def test_g08_it_takes_longer_than_promised(world: GapWorld) -> None:
    assert world.waiting in world.open("G08")
    operations.set_wait(world.tx, world.waiting, 5, 7, TimeUnit.MINUTES)
    assert world.found("G08") == []
    assert world.waiting not in world.open("G08")
    operations.set_wait(world.tx, world.waiting, 14, 61, TimeUnit.DAYS)
    (gap,) = world.found("G08")
    assert gap.value == pytest.approx(4.357143, abs=1e-6)
    assert gap.severity == pytest.approx(100 * 0.671429 * 0.75, abs=1e-3)
    assert (str(gap.text), gap.evidence) == ("We promise 14 days and it takes 61.", Grade.D)


def test_g08_timed_answers_come_before_what_the_team_says(world: GapWorld) -> None:
    operations.set_wait(world.tx, world.waiting, 5, 5, TimeUnit.MINUTES)
    world.ask(QuestionKind.NUMBER, world.waiting, [20, 40] * 20 + [30], unit="minutes")
    (gap,) = world.found("G08")
    assert (gap.value, gap.inputs["n"], gap.evidence) == (6, 41, Grade.A)
    assert gap.severity == pytest.approx(75)
    assert str(gap.text) == "We promise 5 minutes and it takes 30."


def test_g17_too_hard(world: GapWorld) -> None:
    assert world.booking in world.open("G17")
    world.ask(CES, world.booking, [7] * 10)
    assert world.found("G17") == []
    world.ask(CES, world.waiting, [7, 6, 6, 5, 5, 4, 7, 3, 6, 5, 2, 6, 5, 7, 4, 5, 6, 1])
    assert world.found("G17") == []  # 5.0 on average, and 3 of 18 find it hard
    world.ask(CES, world.recall, [7, 7, 7, 7, 2])
    (gap,) = world.found("G17")
    assert (gap.subject, gap.inputs["hard"]) == (world.recall, 0.2)
    assert gap.severity == pytest.approx(100 * (7 - 6) / 6 * 0.75)


def test_g18_lows_falls_and_a_bad_end(world: GapWorld) -> None:
    assert world.open("G18") == [world.map]
    for step, value in ((world.booking, 3), (world.waiting, 2), (world.recall, 1)):
        operations.set_feeling(world.tx, step, world.anna, value)
    assert world.found("G18") == []
    operations.set_feeling(world.tx, world.waiting, world.anna, 1)
    operations.set_feeling(world.tx, world.recall, world.anna, 0)
    fall, end = sorted(world.found("G18"), key=lambda g: g.subject)
    assert (fall.subject, fall.severity, fall.band) == (world.waiting, 0, "low")
    assert (end.subject, end.severity, end.band) == (world.recall, 0, "low")
    operations.set_feeling(world.tx, world.waiting, world.anna, -4)
    low = next(g for g in world.found("G18") if g.subject == world.waiting)
    assert low.severity == pytest.approx(100 * 0.8 * 0.75)
    assert str(low.text) == (
        "Anna’s feeling falls from +3 to −4 here, the biggest drop of the visit."
    )
    world.moment(world.waiting)
    low = next(g for g in world.found("G18") if g.subject == world.waiting)
    assert low.severity == pytest.approx(75)


def test_g18_hears_what_customers_marked(world: GapWorld) -> None:
    """Five faces are the feelings −4 to +4; nobody has to say how important a step is."""
    world.ask(CSAT, world.booking, [1] * (RAW - 1), low=1, high=5)  # too few for a figure
    assert world.found("G18") == []
    world.ask(CSAT, world.recall, [2, 3] * 6, low=1, high=5)  # half-way
    world.ask(CSAT, world.waiting, [1] * 15 + [2] * 5, low=1, high=5)
    worst, half = world.found("G18")
    assert (worst.subject, worst.persona, half.subject) == (world.waiting, None, world.recall)
    assert str(worst.text) == "Waiting gets 1.6 of 10 from those who were asked."
    assert worst.severity == pytest.approx(100 * 3.5 / 5 * 0.75)
    assert (worst.evidence, worst.advice, worst.certain) == (Grade.B, "act", True)
    assert half.severity == pytest.approx(100 * 1 / 5 * 0.75)
    fine = GapWorld()
    fine.ask(CSAT, fine.waiting, [3, 3, 2, 3, 2, 3], low=1, high=5)  # nearer to "neither"
    assert fine.found("G18") == []


def test_g24_some_have_it_worse(world: GapWorld) -> None:
    assert world.open("G24") == [""]
    question = world.ask(NPS, world.booking, [9, 10, 9, 9, 10, 9], sheet={"tier": Tier.THIRD})
    (pile,) = world.tx.snapshot.table(Round)
    world.answer(pile, question, [9, 9, 10, 9, 9], tier=Tier.FIRST)
    assert world.found("G24") == []
    assert world.open("G24") == []
    world.answer(pile, question, [2, 3, 4, 5, 6, 0, 1, 2], tier=Tier.FIRST)
    (gap,) = world.found("G24")
    net = (5 - 8) / 13
    assert gap.value == pytest.approx(100 * (1 - net))
    assert gap.band == "critical"  # 61.5 * 0.75 is high; the first tier worse than the third


def later(world: GapWorld, question: str) -> str:
    """Begin a later round of the survey of a question."""
    survey = world.tx.snapshot.get(Question, question).survey
    return operations.add_round(world.tx, survey, "Round 2", "2026-05-15")


def test_g07_looks_at_the_last_round_alone(world: GapWorld) -> None:
    phone, web = (operations.add_channel(world.tx, n) for n in ("Phone", "Web"))
    question = world.ask(CSAT, world.booking, [9] * 5, low=1, high=10, sheet={"channel": phone})
    (pile,) = world.tx.snapshot.table(Round)
    world.answer(pile, question, [2] * 5, channel=web)
    assert len(world.found("G07")) == 1
    new = later(world, question)
    world.answer(new, question, [9] * 5, channel=phone)
    assert world.found("G07") == []
    assert world.booking in world.open("G07")  # one channel so far
    world.answer(new, question, [9] * 5, channel=web)
    assert (world.found("G07"), world.booking in world.open("G07")) == ([], False)
    world.answer(new, question, [1] * 10, channel=web)
    (gap,) = world.found("G07")
    assert gap.value == pytest.approx(9 - 55 / 15)


def test_g24_looks_at_the_last_round_alone(world: GapWorld) -> None:
    question = world.ask(NPS, world.booking, [9, 10, 9, 9, 10, 9], sheet={"tier": Tier.THIRD})
    (pile,) = world.tx.snapshot.table(Round)
    world.answer(pile, question, [2, 3, 4, 9, 6, 0, 1, 2], tier=Tier.FIRST)
    assert len(world.found("G24")) == 1
    new = later(world, question)
    world.answer(new, question, [9, 10, 9, 9, 10, 9], tier=Tier.THIRD)
    assert (world.found("G24"), world.open("G24")) == ([], [""])
    world.answer(new, question, [9, 9, 10, 9, 9], tier=Tier.FIRST)
    assert (world.found("G24"), world.open("G24")) == ([], [])
    world.answer(new, question, [0, 1, 2, 0, 1, 2, 0, 1], tier=Tier.FIRST)
    (gap,) = world.found("G24")
    assert gap.value == pytest.approx(100 * (1 - (5 - 8) / 13))
