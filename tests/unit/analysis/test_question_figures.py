"""What a round says about a question: figures, verdicts in the good direction, how many would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from scipy import stats

from journeymapper.analysis.metrics import ces, csat, mean_interval, nps
from journeymapper.analysis.needed import Needed, Spread, answers_needed, in_short, in_words
from journeymapper.analysis.question_figures import (
    Change,
    Figure,
    Verdict,
    change_of,
    compare_figures,
    figure_of,
    figure_of_values,
    is_counted,
    only,
    rounds_of,
)
from journeymapper.analysis.question_months import months_of
from journeymapper.analysis.question_words import change_in_words, score_in_words
from journeymapper.document import operations
from journeymapper.domain.counts import Cell, Counts, count_answers
from journeymapper.domain.entities import Question
from journeymapper.domain.kinds import Better, QuestionKind, Respondent
from tests.unit.analysis.gap_world import GapWorld
from tests.unit.analysis.test_metrics import AFTER, BEFORE

SATISFIED = [5, 5, 4, 4, 4, 3, 5, 4, 2, 4, 5, 3, 4, 4, 1, 5, 4, 4, 3, 5]


def asked(kind: QuestionKind, **fields: Any) -> Question:
    scale = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7), "count": (0, 1)}.get(kind, (None, None))
    ends = dict(zip(("low", "high"), scale, strict=True)) | fields
    return Question("q", "s", kind, **ends)


def figure(question: Question, marks: Iterable[float]) -> Figure:
    return figure_of_values(question, Counter(float(mark) for mark in marks))


def change(question: Question, before: Iterable[float], after: Iterable[float]) -> Change:
    return compare_figures(figure(question, before), figure(question, after))


def yes(n: int, of: int) -> list[int]:
    return [1] * n + [0] * (of - n)


def test_counted_answers_have_the_figures_of_the_answers_one_by_one() -> None:
    assert figure(asked(QuestionKind.NPS), BEFORE).result == nps(BEFORE)
    assert figure(asked(QuestionKind.CSAT), SATISFIED).result == csat(SATISFIED)
    easy = [7, 6, 6, 5, 5, 4, 7, 3, 6, 5, 2, 6, 5, 7, 4, 5, 6, 1]
    found = figure(asked(QuestionKind.CES), easy)
    assert (found.easy, found.result) == (ces(easy), mean_interval(easy, 1, 7))
    minutes = [30, 25, 40, 22.5]
    found = figure(asked(QuestionKind.NUMBER, unit="minutes"), minutes)
    assert found.result == mean_interval(minutes, None, None)
    found = figure(asked(QuestionKind.COUNT), yes(7, 50))
    assert (found.score, found.n) == (0.14, 50)
    assert [found.low, found.high] == pytest.approx([0.069508, 0.261862], abs=1e-6)


def test_faces_with_one_as_the_best_are_turned_and_numbers_are_not() -> None:
    faces = asked(QuestionKind.CSAT, better=Better.LOW)
    turned = figure(faces, [6 - mark for mark in SATISFIED])
    assert turned.result == csat(SATISFIED)
    only_best = asked(QuestionKind.CSAT, better=Better.LOW, satisfied_from=1.0)
    assert figure(only_best, [1, 1, 2, 3]).score == 0.5
    waits = asked(QuestionKind.NUMBER, better=Better.LOW, low=0.0, high=240.0)
    found = figure(waits, [30, 32])
    assert (found.score, found.higher_is_better) == (31, False)


def test_no_answers_are_no_figure_and_texts_have_none() -> None:
    empty = figure(asked(QuestionKind.NPS), [])
    assert (empty.n, empty.score, empty.low, empty.label) == (0, None, None, "no data")
    assert score_in_words(empty) == ""
    assert not is_counted(asked(QuestionKind.TEXT))
    with pytest.raises(ValueError, match="text"):
        figure(asked(QuestionKind.TEXT), [1])


def test_verdicts_follow_the_good_direction() -> None:
    recommend = change(asked(QuestionKind.NPS), BEFORE, AFTER)
    assert recommend.verdict == Verdict.BETTER
    assert recommend.comparison.exact_p == pytest.approx(0.006904, abs=1e-6)
    waits = asked(QuestionKind.NUMBER, better=Better.LOW, unit="minutes")
    long, short = [28, 30, 32] * 10, [20, 22, 24] * 10
    assert change(waits, long, short).verdict == Verdict.BETTER
    assert change(waits, short, long).verdict == Verdict.WORSE
    errors = asked(QuestionKind.COUNT, better=Better.LOW)
    assert change(errors, yes(7, 50), yes(20, 26)).verdict == Verdict.WORSE
    assert change(asked(QuestionKind.NPS), BEFORE, AFTER[:9]).verdict == Verdict.FEW


def test_verdicts_are_said_with_what_was_before() -> None:
    def said(question: Question, before: Iterable[float], after: Iterable[float]) -> str:
        return str(change_in_words(question, change(question, before, after), "February"))

    waits = asked(QuestionKind.NUMBER, better=Better.LOW, unit="minutes")
    rebooked = asked(QuestionKind.COUNT)
    recommend = asked(QuestionKind.NPS)
    assert said(waits, [28, 30, 32] * 10, [20, 22, 24] * 10) == "Shorter than in February (30)."
    assert said(rebooked, yes(7, 50), yes(20, 26)) == "More often than in February (7 of 50)."
    assert said(recommend, BEFORE, AFTER) == "Better than in February (−21)."
    assert said(recommend, AFTER, BEFORE) == "Worse than in February (+42)."
    few = "Too few answers to compare: 24 and 3. Ten in each round are needed."
    assert said(recommend, BEFORE, AFTER[:3]) == few


def test_a_difference_that_cannot_tell_says_how_many_answers_would() -> None:
    recommend = asked(QuestionKind.NPS)
    found = change(recommend, BEFORE, [10] * 9 + [8] * 6 + [3] * 11)
    assert found.verdict == Verdict.UNCLEAR
    assert found.needed == Needed(300, None)
    satisfied = change(asked(QuestionKind.CSAT), SATISFIED, [5] * 19 + [2] * 7)
    assert satisfied.needed is not None
    assert satisfied.needed.each == 4000
    assert "About 300 answers in each round would." in str(
        change_in_words(recommend, found, "February", short=True)
    )


def test_with_so_many_answers_the_same_difference_is_beyond_chance() -> None:
    one, two = Spread(40, 1.5**2), Spread(50, 1.4**2)
    needed = answers_needed(one, two, 0.3)
    assert needed.each is not None
    for n, told in ((needed.each, True), (needed.each * 0.9, False)):
        z = 0.3 / (one.variance / n + two.variance / n) ** 0.5
        assert bool(2 * stats.norm.sf(z) <= 0.05) == told


def test_more_answers_are_asked_for_than_there_are() -> None:
    needed = answers_needed(Spread(40, 0.2), Spread(50, 0.2), 0.5)
    assert needed == Needed(41, 51)


def test_a_small_old_round_cannot_be_helped_by_the_new_one() -> None:
    spread = Spread(24, 0.58)
    needed = answers_needed(spread, Spread(26, 0.7), 0.13)
    assert needed.new_alone is None
    assert "the round before has only 24" in str(in_words(needed, 24))
    large = answers_needed(Spread(2000, 0.58), Spread(26, 0.7), 0.13)
    assert large.new_alone is not None
    assert f"or {large.new_alone} in the new one" in str(in_words(large, 2000))


@pytest.mark.parametrize("difference", [0.0, 1e-6])
def test_rounds_that_are_alike_need_more_than_anybody_collects(difference: float) -> None:
    needed = answers_needed(Spread(50, 0.2), Spread(50, 0.2), difference)
    assert needed == Needed(None, None)
    assert str(in_short(needed)) == "Cannot tell yet. No number of answers would."


def test_rounds_of_a_document_compare_with_the_one_before_of_the_same_people() -> None:
    world = GapWorld()
    question = world.ask(QuestionKind.NPS, None, BEFORE, started="2026-02-01", employees=[10] * 12)
    survey = world.tx.snapshot.get(Question, question).survey
    unanswered = operations.add_round(world.tx, survey, "March", "2026-03-01")
    later = operations.add_round(world.tx, survey, "May", "2026-05-01")
    world.answer(later, question, AFTER)
    snapshot = world.tx.snapshot
    counts, asked_ = count_answers(snapshot), snapshot.get(Question, question)
    found = change_of(snapshot, asked_, counts, later)
    assert found is not None
    assert (found.before.n, found.after.n, found.verdict) == (24, 26, Verdict.BETTER)
    assert figure_of(asked_, counts, unanswered).n == 0
    first, last = rounds_of(snapshot, asked_, counts)
    assert (last.id, change_of(snapshot, asked_, counts, first.id)) == (later, None)


def test_answers_can_be_picked_by_who_gave_them() -> None:
    counts = Counts(
        {
            Cell("q", "r", persona="anna", country="DE"): {9.0: 3},
            Cell("q", "r", persona="walter", country="DE"): {2.0: 2},
            Cell("q", "r", respondent="employee", persona="anna"): {10.0: 5},
        }
    )

    picked = (only(), only(persona="anna"), only(country="DE"), only(country="IT"))
    recommend = asked(QuestionKind.NPS)
    assert [figure_of(recommend, counts, "r", who).n for who in picked] == [5, 3, 5, 0]
    employees = only(Respondent.EMPLOYEE)
    assert figure_of(asked(QuestionKind.NPS), counts, "r", employees).score == 100


def test_six_months_show_what_is_usual_and_the_seventh_is_judged_by_them() -> None:
    waits = asked(QuestionKind.NUMBER, unit="minutes")

    def months(*means: float, n: int = 5) -> Counts:
        cells = {Cell("q", "r", month=f"2026-{i:02}"): {m: n} for i, m in enumerate(means, 1)}
        return Counts(cells)

    assert months_of(waits, months(12, 18, 9, 15, 21)).usual is None
    found = months_of(waits, months(12, 18, 9, 15, 21, 14, 17, 33))
    assert found.usual is not None
    assert found.usual.upper == pytest.approx(31.546190, abs=1e-6)
    assert [m.month for m in found.months if m.signal] == ["2026-08"]
    assert months_of(waits, months(12, 18, 9, 15, 21, 14, 17, n=4)).usual is None
