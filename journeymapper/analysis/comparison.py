"""Is it better now? Differences with their uncertainty, always the second minus the first.

A verdict needs an interval without 0 and p < 0.05, and ten answers on each side. The caller puts
it into words, with the direction of what is measured: waits improve downwards.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeymapper.analysis.exact import fisher, nps_permutation, sign_test
from journeymapper.analysis.histogram import summary
from journeymapper.analysis.metrics import adjusted_wald, wilson
from journeymapper.analysis.nps_counts import NpsCounts, counted
from journeymapper.analysis.scores import ANECDOTAL, SMALL, real, whole
from journeymapper.analysis.special import Z, normal_two_sided, t_quantile, t_two_sided
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass

__all__ = [
    "Comparison",
    "NpsCounts",
    "compare_counted",
    "compare_means",
    "compare_nps",
    "compare_proportions",
    "holm",
    "mcnemar",
]

LEVEL = 0.05
MOST_EXACT = 200
"""Above so many answers on both sides the exact test of two recommend scores is left out."""

NEVER = 6
"""Fewer changed answers than this can never reach p < 0.05 in an exact test."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A difference and how sure it is; None where it does not apply or cannot be told.

    ``difference`` is that of the raw figures: points, shares or scale units.
    ``adjusted_difference``, ``z``, ``p_value`` and the interval belong together: never print ``z``
    beside the raw difference. ``verdict`` is higher, lower, unclear or none (too few answers);
    ``test`` names what decided it. ``note`` is a sentence about what cannot be found out.
    """

    difference: float | None
    verdict: str
    test: str
    n_first: int
    n_second: int
    adjusted_difference: float | None = None
    z: float | None = None
    t: float | None = None
    df: float | None = None
    p_value: float | None = None
    exact_p: float | None = None
    mid_p: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    note: Message | None = None


def compare_nps(before: NpsCounts | Sequence[Any], after: NpsCounts | Sequence[Any]) -> Comparison:
    """Compare two recommend scores (method B3), in points.

    The exact p counts all tables when one side has at most 200 answers; it decides when a side
    has fewer than 30.
    """
    one, two = counted(before), counted(after)
    if not one.n or not two.n:
        return Comparison(None, "none", "", one.n, two.n)
    centre_1, error_1 = adjusted_wald(*one.bands)
    centre_2, error_2 = adjusted_wald(*two.bands)
    adjusted, error = centre_2 - centre_1, math.hypot(error_1, error_2)
    z = adjusted / error
    p = normal_two_sided(z)
    exact = nps_permutation(one, two) if min(one.n, two.n) <= MOST_EXACT else None
    low = max(-200.0, 100 * (adjusted - Z * error))
    high = min(200.0, 100 * (adjusted + Z * error))
    few = min(one.n, two.n) < SMALL
    deciding, test = (exact, "exact permutation") if few else (p, "adjusted Wald")
    return Comparison(
        100 * (two.net / two.n - one.net / one.n),
        _verdict((one.n, two.n), low, high, deciding),
        test,
        one.n,
        two.n,
        adjusted_difference=100 * adjusted,
        z=z,
        p_value=p,
        exact_p=exact,
        ci_low=low,
        ci_high=high,
    )


def compare_proportions(x1: int, n1: int, x2: int, n2: int) -> Comparison:
    """Compare two independent shares: N-1 test and Newcombe's interval (method B9).

    Fisher's test decides when the smallest expected count is below 1.
    """
    one, two = wilson(x1, n1), wilson(x2, n2)
    if one.score is None or two.score is None:
        return Comparison(None, "none", "", one.n, two.n)
    difference = two.score - one.score
    pooled = (one.successes + two.successes) / (one.n + two.n)
    exact = fisher(one.successes, one.n, two.successes, two.n)
    least = min(one.n, two.n) * min(pooled, 1 - pooled)
    z, p, test = None, exact, "Fisher"
    if least >= 1:
        n = one.n + two.n
        spread = math.sqrt(pooled * (1 - pooled) * (1 / one.n + 1 / two.n))
        z = difference * math.sqrt((n - 1) / n) / spread
        p, test = normal_two_sided(z), "N-1 two proportions"
    low, high = _newcombe(one.score, _ends(one), two.score, _ends(two))
    return Comparison(
        difference,
        _verdict((one.n, two.n), low, high, p),
        test,
        one.n,
        two.n,
        z=z,
        p_value=p,
        exact_p=exact,
        ci_low=low,
        ci_high=high,
    )


def _ends(share: Any) -> tuple[float, float]:
    return share.ci_low, share.ci_high


def _newcombe(
    p1: float, ends_1: tuple[float, float], p2: float, ends_2: tuple[float, float]
) -> tuple[float, float]:
    """Return Newcombe's hybrid score interval of ``p2 - p1`` (1998, method 10)."""
    difference = p2 - p1
    low = difference - math.hypot(p2 - ends_2[0], ends_1[1] - p1)
    high = difference + math.hypot(ends_2[1] - p2, p1 - ends_1[0])
    return max(-1.0, low), min(1.0, high)


def compare_means(first: Iterable[Any], second: Iterable[Any]) -> Comparison:
    """Compare two means by Welch's t test (B9, B20), in scale units.

    Without two answers on each side, or with no spread on either, only the difference is told.
    """
    return compare_counted(
        Counter(real(value) for value in first), Counter(real(value) for value in second)
    )


def compare_counted(first: Mapping[float, int], second: Mapping[float, int]) -> Comparison:
    """Compare the means of two histograms: how many answers have each value."""
    a, b = summary(first), summary(second)
    if a is None or b is None:
        return Comparison(None, "none", "", a.n if a else 0, b.n if b else 0)
    difference = b.mean - a.mean
    if a.stdev is None or b.stdev is None or not (a.stdev or b.stdev):
        verdict = "none" if min(a.n, b.n) < ANECDOTAL else "unclear"
        return Comparison(difference, verdict, "Welch", a.n, b.n)
    part_a, part_b = a.stdev**2 / a.n, b.stdev**2 / b.n
    error = math.sqrt(part_a + part_b)
    df = (part_a + part_b) ** 2 / (part_a**2 / (a.n - 1) + part_b**2 / (b.n - 1))
    t = difference / error
    p, half = t_two_sided(t, df), t_quantile(df) * error
    low, high = difference - half, difference + half
    return Comparison(
        difference,
        _verdict((a.n, b.n), low, high, p),
        "Welch",
        a.n,
        b.n,
        t=t,
        df=df,
        p_value=p,
        ci_low=low,
        ci_high=high,
    )


def mcnemar(b: int, c: int, n: int | None = None) -> Comparison:
    """Compare the same people before and after (B10): ``b`` changed for the better, ``c`` worse.

    ``n`` are all pairs, if known. The exact p decides; mid_p is less cautious.
    """
    better, worse = whole(b, 0), whole(c, 0)
    changed = better + worse
    pairs = changed if n is None else whole(n, changed)
    exact, mid = sign_test(better, worse)
    few = changed < NEVER
    note = _(
        "With fewer than {n} changed answers no test can tell: here are {changed}.",
        n=NEVER,
        changed=changed,
    )
    verdict = "unclear"
    if few or (n is not None and pairs < ANECDOTAL):
        verdict = "none"
    elif exact < LEVEL:
        verdict = "higher" if better > worse else "lower"
    return Comparison(
        float(better - worse),
        verdict,
        "McNemar exact",
        pairs,
        pairs,
        p_value=exact,
        exact_p=exact,
        mid_p=mid,
        note=note if few else None,
    )


def holm(p_values: Iterable[float]) -> list[float]:
    """Return the p values made stricter for being many (Holm 1979, B11), in the order given."""
    values = [real(value, 0, 1) for value in p_values]
    adjusted = [0.0] * len(values)
    running = 0.0
    for rank, i in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        running = max(running, min(1.0, (len(values) - rank) * values[i]))
        adjusted[i] = running
    return adjusted


def _verdict(sizes: tuple[int, int], low: float, high: float, p: float | None) -> str:
    if min(sizes) < ANECDOTAL:
        return "none"
    if p is not None and p < LEVEL:
        if low > 0:
            return "higher"
        if high < 0:
            return "lower"
    return "unclear"
