"""Differences and verdicts: the worked examples, and independent libraries for all else."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar as their_mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

from journeymapper.analysis.comparison import (
    NpsCounts,
    compare_means,
    compare_nps,
    compare_proportions,
    holm,
    mcnemar,
)
from journeymapper.domain.errors import UserError
from tests.unit.analysis.test_metrics import AFTER, BEFORE

P = 1e-6
POINTS = 1e-4


def test_two_piles_of_recommend_answers() -> None:
    found = compare_nps(BEFORE, AFTER)
    assert found.difference == pytest.approx(63.1410, abs=POINTS)
    assert found.adjusted_difference == pytest.approx(56.4496, abs=POINTS)
    assert [found.ci_low, found.ci_high] == pytest.approx([18.0423, 94.8568], abs=POINTS)
    assert [found.z, found.p_value, found.exact_p] == pytest.approx(
        [2.880680, 0.003968, 0.006904], abs=P
    )
    assert (found.verdict, found.test) == ("higher", "exact permutation")


@pytest.mark.parametrize(
    ("one", "two", "raw", "adjusted", "p", "exact", "verdict"),
    [
        ((3, 4, 3), (6, 3, 1), 50.0, 38.4615, 0.182647, 0.255992, "unclear"),
        ((100, 60, 40), (120, 55, 25), 17.5, 17.2414, 0.019851, 0.023327, "higher"),
        ((120, 55, 25), (100, 60, 40), -17.5, -17.2414, 0.019851, 0.023327, "lower"),
    ],
)
def test_bands_compared(
    one: tuple[int, int, int],
    two: tuple[int, int, int],
    raw: float,
    adjusted: float,
    p: float,
    exact: float,
    verdict: str,
) -> None:
    found = compare_nps(NpsCounts(*one), NpsCounts(*two))
    assert [found.difference, found.adjusted_difference] == pytest.approx(
        [raw, adjusted], abs=POINTS
    )
    assert [found.p_value, found.exact_p] == pytest.approx([p, exact], abs=P)
    assert found.verdict == verdict


def test_few_answers_have_an_exact_p_and_no_verdict() -> None:
    found = compare_nps(NpsCounts(2, 1, 2), NpsCounts(4, 1, 0))
    assert found.exact_p == pytest.approx(0.285714, abs=P)
    assert found.verdict == "none"
    assert compare_nps([], BEFORE).difference is None
    assert compare_nps(NpsCounts(150, 60, 0), NpsCounts(140, 70, 0)).exact_p is None


_FEW = st.lists(st.integers(0, 10), min_size=1, max_size=4)


@settings(max_examples=25)
@given(
    st.lists(st.integers(0, 10), min_size=1, max_size=4),
    st.lists(st.integers(0, 10), min_size=1, max_size=4),
)
def test_the_exact_p_is_that_of_dealing_all_answers_anew(one: list[int], two: list[int]) -> None:
    def net(scores: list[int]) -> int:
        return sum((s >= 9) - (s <= 6) for s in scores)

    everybody, n, rest = one + two, len(one), len(two)
    observed = abs(net(one) * rest - net(two) * n)
    dealt = [
        [everybody[i] for i in chosen]
        for chosen in itertools.combinations(range(len(everybody)), n)
    ]
    total = net(everybody)
    far = sum(abs(net(hand) * rest - (total - net(hand)) * n) >= observed for hand in dealt)
    assert compare_nps(one, two).exact_p == pytest.approx(far / len(dealt), abs=1e-12)


@pytest.mark.parametrize(
    ("case", "difference", "z", "p", "low", "high", "exact", "verdict"),
    [
        ((14, 20, 24, 28), 0.157143, 1.307813, 0.190937, -0.074105, 0.392350, 0.281601, "unclear"),
        ((9, 20, 19, 22), 0.413636, 2.806041, 0.005015, 0.127224, 0.625028, 0.007995, "higher"),
        ((3, 8, 7, 8), 0.5, 2.0, 0.045500, 0.029294, 0.759309, 0.118881, "none"),
        ((40, 80, 60, 90), 0.166667, 2.197401, 0.027992, 0.018514, 0.305734, 0.030062, "higher"),
    ],
)
def test_two_shares(
    case: tuple[int, int, int, int],
    difference: float,
    z: float,
    p: float,
    low: float,
    high: float,
    exact: float,
    verdict: str,
) -> None:
    found = compare_proportions(*case)
    assert [found.difference, found.z, found.p_value] == pytest.approx([difference, z, p], abs=P)
    assert [found.ci_low, found.ci_high, found.exact_p] == pytest.approx([low, high, exact], abs=P)
    assert found.verdict == verdict


def test_shares_that_are_all_alike_differ_by_nothing() -> None:
    found = compare_proportions(20, 20, 30, 30)
    assert (found.difference, found.z, found.p_value, found.verdict) == (0, None, 1, "unclear")
    rare = compare_proportions(0, 15, 1, 15)
    assert rare.z is None
    assert rare.p_value == rare.exact_p == pytest.approx(1.0)
    assert rare.test == "Fisher"


def _counts() -> st.SearchStrategy[tuple[int, int]]:
    return st.integers(1, 120).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(_counts(), _counts())
def test_shares_as_independent_libraries_compare_them(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    (x1, n1), (x2, n2) = one, two
    found = compare_proportions(x1, n1, x2, n2)
    table = [[x1, n1 - x1], [x2, n2 - x2]]
    assert found.exact_p == pytest.approx(stats.fisher_exact(table)[1], abs=1e-9)
    low, high = confint_proportions_2indep(x2, n2, x1, n1, method="newcomb")
    assert [found.ci_low, found.ci_high] == pytest.approx([low, high], abs=1e-9)


def test_fisher_of_many_answers() -> None:
    case = (1400, 2600, 1500, 2500)
    x1, n1, x2, n2 = case
    known = stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]])[1]
    assert compare_proportions(*case).exact_p == pytest.approx(known, rel=1e-6)


def test_two_means() -> None:
    before, after = [3, 4, 2, 5, 4, 3, 6, 4, 3, 5, 2, 4], [5, 6, 4, 6, 5, 7, 5, 4, 6, 5, 6]
    found = compare_means(before, after)
    assert [found.t, found.df, found.p_value] == pytest.approx(
        [3.601077, 20.349521, 0.001746], abs=P
    )
    assert [found.ci_low, found.ci_high] == pytest.approx([0.679948, 2.547325], abs=P)
    assert found.verdict == "higher"
    gap = compare_means([5, 6, 4, 7, 5, 3, 6, 5], [9, 8, 8, 9, 7, 8])
    assert [gap.difference, gap.t, gap.df, gap.p_value] == pytest.approx(
        [3.041667, 5.661516, 11.617449, 0.000119], abs=P
    )
    assert [gap.ci_low, gap.ci_high] == pytest.approx([1.866803, 4.216530], abs=P)
    assert gap.verdict == "none"


_SAMPLE = st.lists(st.integers(1, 10), min_size=2, max_size=40)


@pytest.mark.filterwarnings("ignore:Precision loss:RuntimeWarning")
@given(_SAMPLE, _SAMPLE)
def test_means_as_scipy_compares_them(a: list[int], b: list[int]) -> None:
    found = compare_means(a, b)
    if len(set(a)) == len(set(b)) == 1:
        assert found.t is None
        return
    known = stats.ttest_ind(b, a, equal_var=False)
    ends = known.confidence_interval(0.95)
    assert [found.t, found.df, found.p_value] == pytest.approx(
        [known.statistic, known.df, known.pvalue], rel=1e-8, abs=1e-10
    )
    assert [found.ci_low, found.ci_high] == pytest.approx([ends.low, ends.high], rel=1e-8, abs=1e-8)


def test_the_same_people_twice() -> None:
    found = mcnemar(9, 2)
    assert [found.exact_p, found.mid_p] == pytest.approx([0.065430, 0.038574], abs=P)
    assert (found.difference, found.verdict, found.note) == (7, "unclear", None)
    assert mcnemar(0, 0).p_value == 1
    few = mcnemar(5, 0)
    assert (few.verdict, str(few.note)) == (
        "none",
        "With fewer than 6 changed answers no test can tell: here are 5.",
    )
    assert mcnemar(12, 1, n=40).verdict == "higher"
    assert mcnemar(1, 12, n=40).verdict == "lower"
    with pytest.raises(UserError):
        mcnemar(5, 5, n=9)


@given(st.integers(0, 60), st.integers(0, 60))
def test_pairs_as_statsmodels_compares_them(b: int, c: int) -> None:
    known = their_mcnemar([[0, b], [c, 0]], exact=True).pvalue if b + c else 1.0
    assert mcnemar(b, c).exact_p == pytest.approx(known, abs=1e-12)


def test_many_comparisons_are_judged_more_strictly() -> None:
    assert holm([0.010, 0.040, 0.030, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == []


@settings(max_examples=6)  # the other side takes a third of a second for each
@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_holm_is_that_of_statsmodels(values: list[float]) -> None:
    known = multipletests(np.array(values), method="holm")[1]
    assert holm(values) == pytest.approx(list(known), abs=1e-12)
