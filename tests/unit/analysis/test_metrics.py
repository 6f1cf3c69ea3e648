"""Scores and intervals: the worked examples, and an independent library for everything else."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from journeymapper.analysis.metrics import (
    ces,
    csat,
    detectable_change,
    mean_interval,
    nps,
    sample_size,
    wilson,
)
from journeymapper.analysis.special import Z, normal_two_sided, t_quantile, t_two_sided
from journeymapper.domain.errors import UserError

BEFORE = [10, 9, 9, 8, 8, 8, 7, 7, 7, 7, 6, 6, 6, 5, 5, 4, 3, 2, 9, 10, 8, 7, 6, 0]
AFTER = [
    *(10, 10, 9, 9, 9, 9, 10, 9, 9, 8, 8, 8, 8),
    *(7, 7, 7, 6, 5, 9, 10, 9, 8, 7, 3, 10, 9),
]
CSAT_5 = [5, 5, 4, 4, 4, 3, 5, 4, 2, 4, 5, 3, 4, 4, 1, 5, 4, 4, 3, 5]
CSAT_10 = [10, 9, 8, 8, 7, 9, 10, 6, 8, 9, 5, 7, 8, 9, 10, 4]
CES_7 = [7, 6, 6, 5, 5, 4, 7, 3, 6, 5, 2, 6, 5, 7, 4, 5, 6, 1]
POINTS = 1e-4
SHARE = 1e-6


def of_bands(promoters: int, passives: int, detractors: int) -> Any:
    return nps([10] * promoters + [7] * passives + [0] * detractors)


@pytest.mark.parametrize(
    ("bands", "score", "low", "high"),
    [
        ((8, 0, 0), 100, 38.5383, 100),
        ((0, 0, 1), -100, -98.4986, 48.4986),
        ((100, 60, 40), 30, 18.8155, 40.2978),
    ],
)
def test_recommend_to_the_worked_examples(
    bands: tuple[int, int, int], score: float, low: float, high: float
) -> None:
    found = of_bands(*bands)
    assert (found.promoters, found.passives, found.detractors) == bands
    assert [found.score, found.ci_low, found.ci_high] == pytest.approx(
        [score, low, high], abs=POINTS
    )


def test_the_24_answers_of_the_method() -> None:
    found = nps(BEFORE)
    assert (found.n, found.promoters, found.passives, found.detractors) == (24, 5, 9, 10)
    assert found.score == pytest.approx(-20.8333, abs=POINTS)
    assert found.mean == pytest.approx(sum(BEFORE) / 24)
    assert found.stdev == pytest.approx(stats.tstd(BEFORE))
    assert found.label == "small sample"


def test_satisfied_on_both_scales() -> None:
    five = csat(CSAT_5)
    assert (five.successes, five.score, five.top_box, five.bottom_two) == (15, 0.75, 0.3, 0.1)
    assert [five.ci_low, five.ci_high] == pytest.approx([0.531299, 0.888138], abs=SHARE)
    assert [five.mean, five.stdev] == pytest.approx([3.9, 1.071153], abs=SHARE)
    strict, mild = csat(CSAT_10, 1, 10), csat(CSAT_10, 1, 10, satisfied_from=8)
    assert (strict.score, mild.score) == (0.4375, 0.6875)


def test_easy() -> None:
    found = ces(CES_7)
    assert (found.easy, found.neutral, found.hard, found.n) == (13, 2, 3, 18)
    assert found.net_easy == pytest.approx(55.5556, abs=POINTS)
    assert [found.ci_low, found.ci_high] == pytest.approx([0.491273, 0.875002], abs=SHARE)
    assert [found.mean, found.stdev] == pytest.approx([5, 1.680336], abs=SHARE)


def test_mean_of_a_scale() -> None:
    found = mean_interval(CSAT_10, 1, 10)
    assert [found.mean, found.ci_low, found.ci_high] == pytest.approx(
        [7.9375, 6.994896, 8.880104], abs=SHARE
    )
    assert mean_interval([5, 5, 5], 1, 5).ci_low is None
    assert mean_interval([5], 1, 5).ci_low is None
    assert mean_interval([1, 5], 1, 5).ci_high == 5


def test_how_many_to_ask_and_what_can_be_found() -> None:
    assert [sample_size(m) for m in (20, 15, 10, 5)] == [67, 118, 266, 1061]
    assert [sample_size(m, 1) for m in (20, 15, 10, 5)] == [97, 171, 385, 1537]
    assert detectable_change(25, 25) == pytest.approx(61.38, abs=0.01)
    assert detectable_change(25, 25, power=0.5) == pytest.approx(42.94, abs=0.01)


@pytest.mark.parametrize(
    ("n", "label"),
    [
        (0, "no data"),
        (1, "raw answers only"),
        (4, "raw answers only"),
        (5, "anecdotal"),
        (9, "anecdotal"),
        (10, "small sample"),
        (29, "small sample"),
        (30, ""),
    ],
)
def test_what_a_number_of_answers_is_worth(n: int, label: str) -> None:
    assert wilson(n, n).label == nps([9] * n).label == label


def test_without_answers_there_is_no_number() -> None:
    for found in (nps([]), csat([]), ces([]), wilson(0, 0)):
        assert (found.n, found.score, found.ci_low, found.ci_high) == (0, None, None, None)
    assert mean_interval([], 1, 5).mean is None


@pytest.mark.parametrize("value", [True, None, float("nan"), float("inf"), "7", 7.5, 11, -1])
def test_what_is_no_score_is_named(value: Any) -> None:
    for figure in (nps, csat, ces):
        with pytest.raises(UserError, match=str(value).replace("…", ".")):
            figure([3, value])


def test_whole_numbers_may_come_as_a_spreadsheet_gives_them() -> None:
    assert nps([7.0, 9.0]) == nps([7, 9])
    with pytest.raises(UserError):
        csat([3], satisfied_from=1)
    with pytest.raises(UserError):
        wilson(3, 2)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_that_of_scipy(case: tuple[int, int]) -> None:
    x, n = case
    found, known = wilson(x, n), stats.binomtest(x, n).proportion_ci(method="wilson")
    assert [found.ci_low, found.ci_high] == pytest.approx([known.low, known.high], abs=1e-12)


@given(st.floats(-60, 60), st.floats(1, 5000))
def test_students_t_is_that_of_scipy(t: float, df: float) -> None:
    assert t_two_sided(t, df) == pytest.approx(2 * stats.t.sf(abs(t), df), rel=1e-8, abs=1e-10)
    assert t_quantile(df) == pytest.approx(stats.t.ppf(0.975, df), rel=1e-10)


@given(st.floats(-8, 8))
def test_the_normal_tail_is_that_of_scipy(z: float) -> None:
    assert normal_two_sided(z) == pytest.approx(2 * stats.norm.sf(abs(z)), rel=1e-10)
    assert Z == 1.959963984540054


@given(st.lists(st.integers(0, 10), min_size=1, max_size=60))
def test_recommend_stays_in_its_interval_and_turns_round(scores: list[int]) -> None:
    found = nps(scores)
    assert -100 <= found.ci_low <= found.ci_high <= 100  # type: ignore[operator]
    assert found.promoters + found.passives + found.detractors == len(scores)
    assert math.isclose(found.score, 100 * (found.promoters - found.detractors) / len(scores))  # type: ignore[arg-type]
