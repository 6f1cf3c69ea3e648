"""The answers of the worked example: the figures of the method's examples, and what follows."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from scipy import stats

from journeymapper.analysis.gaps import (
    Gap,
    GapReport,
    Overview,
    find_gaps,
    overview,
    sentences,
)
from journeymapper.analysis.gaps.measured import score
from journeymapper.analysis.priorities import importance_performance
from journeymapper.analysis.question_figures import Change, Verdict, change_of, figure_of
from journeymapper.analysis.step_answers import latest, questions_at
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts, count_answers
from journeymapper.domain.entities import Answer, Card, Feeling, Question, Rating, Round, Sheet
from journeymapper.domain.kinds import Measure, QuestionKind, Respondent, SourceKind
from journeymapper.domain.snapshot import Snapshot
from tests.unit.analysis.test_metrics import AFTER, BEFORE

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = date(2026, 5, 26)

B12 = {  # number: importance, performance, answers
    "1.2": (6.8, 7.4, 30),
    "2.1": (8.9, 5.2, 40),
    "3.2": (7.6, 4.8, 25),
    "4.1": (6.1, 4.1, 20),
    "4.2": (8.7, 3.9, 40),
    "5.2": (9.6, 9.1, 40),
    "6.1": (8.4, 2.9, 50),
    "6.2": (7.2, 7.8, 25),
}


def made() -> Snapshot:
    tx = Tx(Snapshot.of(), map("{:05}".format, itertools.count()).__next__)
    fill_from_example(tx, read_example(RESOURCES / "examples", RESOURCES / "templates"))
    return tx.finished()


@pytest.fixture(scope="module")
def example() -> Snapshot:
    return made()


@pytest.fixture(scope="module")
def counts(example: Snapshot) -> Counts:
    return count_answers(example)


@pytest.fixture(scope="module")
def report(example: Snapshot, counts: Counts) -> GapReport:
    return find_gaps(example, counts, TODAY)


@pytest.fixture(scope="module")
def found(example: Snapshot, counts: Counts, report: GapReport) -> Overview:
    return overview(example, counts, report)


def numbers(snapshot: Snapshot) -> dict[str, str]:
    (journey,) = queries.maps(snapshot)
    return {n: step for step, n in queries.numbers(snapshot, journey.id).items()}


def of_map(snapshot: Snapshot) -> str:
    (journey,) = queries.maps(snapshot)
    return journey.id


def question(snapshot: Snapshot, short: str) -> Question:
    return next(q for q in snapshot.table(Question).values() if q.short == short)


def rounds(snapshot: Snapshot, asked: Question) -> list[str]:
    piles = (r for r in snapshot.table(Round).values() if r.survey == asked.survey)
    return [r.id for r in sorted(piles, key=lambda r: r.started)]


def one_by_one(values: dict[float, int]) -> list[float]:
    return [value for value, n in values.items() for _answer in range(n)]


def change(snapshot: Snapshot, counts: Counts, short: str) -> Change:
    asked = question(snapshot, short)
    made_ = change_of(snapshot, asked, counts, rounds(snapshot, asked)[-1])
    assert made_ is not None
    return made_


def test_the_example_is_the_same_each_time(example: Snapshot) -> None:
    again = made()
    for kind in (Sheet, Answer, Question, Round):
        assert dict(again.table(kind)) == dict(example.table(kind))


def test_the_visit_sheet_has_the_piles_of_the_method(example: Snapshot, counts: Counts) -> None:
    asked = question(example, "Would recommend")
    first, second = rounds(example, asked)
    assert figure_of(asked, counts, first).score == pytest.approx(-20.8333, abs=1e-4)
    assert one_by_one(dict(figure_of(asked, counts, first).values)) == sorted(BEFORE)
    assert one_by_one(dict(figure_of(asked, counts, second).values)) == sorted(AFTER)
    assert change(example, counts, "Would recommend").verdict == Verdict.BETTER
    satisfied = question(example, "Satisfied")
    figure = figure_of(satisfied, counts, first)
    assert [figure.n, figure.score, figure.mean.mean] == pytest.approx([20, 0.75, 3.9])
    easy = figure_of(question(example, "Easy to get a date"), counts, first)
    assert [easy.n, easy.score] == pytest.approx([18, 5.0])
    rebooked = change(example, counts, "Rebooked in time")
    assert (rebooked.before.result.n, rebooked.after.result.n) == (50, 26)
    assert [rebooked.before.score, rebooked.after.score] == [7 / 50, 20 / 26]
    assert rebooked.verdict == Verdict.BETTER
    assert change(example, counts, "Satisfied").verdict == Verdict.UNCLEAR
    assert change(example, counts, "Easy to get a date").verdict == Verdict.UNCLEAR


def test_steps_have_the_importance_and_the_scores_of_the_method(
    example: Snapshot, counts: Counts
) -> None:
    items = []
    for number, (matters, does, n) in B12.items():
        step = numbers(example)[number]
        importance = score(example, counts, step, Measure.IMPORTANCE)
        performance = score(example, counts, step)
        assert importance is not None
        assert performance is not None
        assert (importance.mean, performance.n) == (matters, n)
        assert performance.mean == pytest.approx(does)
        asked = example.get(Question, performance.question)
        marks = one_by_one(dict(latest(example, counts, asked.id)))
        low, high = stats.t.interval(
            0.95, len(marks) - 1, loc=statistics.fmean(marks), scale=stats.sem(marks)
        )
        assert performance.summary.interval == pytest.approx((low, high), abs=1e-9)
        items.append((number, importance.mean, performance.mean))
    lines = importance_performance(items)
    assert [lines.importance_line, lines.performance_line] == pytest.approx([7.9125, 5.65])
    assert {n for n, q in lines.quadrants.items() if q == "Q1"} == {"2.1", "4.2", "6.1"}


def test_employees_and_patients_were_asked_the_same(example: Snapshot, counts: Counts) -> None:
    asked = question(example, "Greeting")
    trial = rounds(example, asked)[0]

    def of(who: Respondent) -> list[float]:
        return one_by_one(
            dict(
                counts.values(
                    asked.id, lambda cell: (cell.round, cell.respondent) == (trial, who.value)
                )
            )
        )

    assert of(Respondent.CUSTOMER) == [3, 4, 5, 5, 5, 6, 6, 7]
    assert of(Respondent.EMPLOYEE) == [7, 8, 8, 8, 9, 9]


def test_the_example_says_what_patients_told_and_what_is_the_teams_opinion(
    example: Snapshot, counts: Counts
) -> None:
    anna, walter = queries.personas_of_map(example, of_map(example))
    asked = {
        queries.numbers(example, of_map(example))[f.touchpoint]: (f.source, f.n)
        for f in example.table(Feeling).values()
        if f.persona == anna.id and f.source != SourceKind.STAFF
    }
    for number, (source, n) in asked.items():
        answers = [
            sum(latest(example, counts, question.id).values())
            for question in questions_at(example, numbers(example)[number], QuestionKind.CSAT)
        ]
        assert answers == ([n] if source == SourceKind.SURVEY else [])
    assert asked["3.1"] == (SourceKind.INTERVIEW, 9)
    assert len(asked) == 9
    his = [f for f in example.table(Feeling).values() if f.persona == walter.id]
    team: list[Feeling | Rating | Card] = [
        *his,
        *example.table(Rating).values(),
        *example.table(Card).values(),
    ]
    assert {item.source for item in team} == {SourceKind.STAFF}


def test_the_three_worst_places_by_hand(
    example: Snapshot, report: GapReport, found: Overview
) -> None:
    by_id = {step: number for number, step in numbers(example).items()}
    assert [by_id[place.subject] for place in found.first] == ["4.2", "6.1", "3.1"]
    assert [place.band for place in found.places].count("critical") == 3

    def weight(importance: float) -> float:
        return 1.25 * (0.5 + 0.5 * (importance - 1) / 9)

    expected = {
        ("4.2", "G08"): min(100, 100 * 1.0 * weight(8.7)),
        ("4.2", "G18"): 100 * 0.6 * weight(8.7),
        ("4.2", "G02"): 100 * (8.7 - 3.9) / 9 * weight(8.7),
        ("6.1", "G18"): 100 * 0.8 * weight(8.4),
        ("6.1", "G08"): 100 * (61 / 14 - 1) / 5 * weight(8.4),
        ("6.1", "G02"): 100 * (8.4 - 2.9) / 9 * weight(8.4),
        ("3.1", "G18"): 69.583333,
    }
    for (number, rule), severity in expected.items():
        gap = worst(report.gaps, numbers(example)[number], rule)
        assert gap.severity == pytest.approx(severity, abs=1e-6), (number, rule)
    timed = worst(report.gaps, numbers(example)["4.2"], "G08")
    assert (timed.inputs["actual"], timed.inputs["promised"], timed.inputs["n"]) == (30, 5, 41)
    marks = one_by_one(dict(latest(example, count_answers(example), minutes_of(example))))
    low, high = stats.t.interval(0.95, 40, loc=30, scale=stats.sem(marks))
    assert timed.interval == pytest.approx((low / 5, high / 5), abs=1e-9)
    offered = worst(report.gaps, numbers(example)["6.1"], "G08")
    assert (offered.inputs["actual"], offered.inputs["n"]) == (61, 50)


def minutes_of(snapshot: Snapshot) -> str:
    return question(snapshot, "Minutes waited").id


def worst(gaps: Iterable[Gap], subject: str, rule: str) -> Gap:
    """Return the worst gap of a rule at a place: they come worst first."""
    return next(gap for gap in gaps if (gap.subject, gap.rule) == (subject, rule))


def test_what_the_example_has_to_say(example: Snapshot, found: Overview) -> None:
    assert " ".join(map(str, found.sentences)) == (
        "Patients like “Examination and plan” best: 9.1 of 10. “Called in”, “Rebooking at the "
        "desk” and “Arrival on the wrong day” need mending first. At 2 of them it takes longer "
        "than promised. We are sure of 2 of these 3; ask about the rest before you act. We "
        "cannot tell of 4 of 14 steps: no patient spoke of them."
    )
    assert len(found.silent) == 4  # the box beside counts the same
    called, rebooking, arrival = found.first
    assert list(map(str, sentences(called))) == [
        "We promise 5 minutes and it takes 30.",
        "Anna feels −3 here.",
    ]
    assert list(map(str, sentences(rebooking))) == [
        "Anna’s feeling falls from +3 to −4 here, the biggest drop of the visit.",
        "We promise 14 days and it takes 61.",
    ]
    assert list(map(str, sentences(arrival))) == [
        "Anna’s feeling falls from 0 to −3 here.",
        "Somebody waits longer for our call than we agreed.",
    ]
    by_id = {step: number for number, step in numbers(example).items()}
    assert [by_id[step] for step in found.silent] == ["1.1", "2.2", "5.1", "7.1"]
