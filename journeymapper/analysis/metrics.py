"""Scores with their uncertainty: recommend, satisfied, easy, shares and means (method B1-B8).

All intervals are 95 %. Without answers score, mean and interval are None. With one to four the
numbers are there and the label tells the window to hide them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import NormalDist
from typing import Any

from journeymapper.analysis.histogram import summary
from journeymapper.analysis.scores import label_of, real, whole, wholes
from journeymapper.analysis.special import Z, t_quantile
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass

PROMOTER = 9
PASSIVE = 7
NPS_HIGHEST = 10

EASY = 5
HARD = 3
CES_HIGHEST = 7

ADDED = 0.75
"""The adjusted Wald interval adds so much to promoters and detractors, and three in all."""

PLANNED_VARIANCE = 0.69
CHANGE_VARIANCE = 0.6
"""Variances of a recommend score (-1, 0, 1) that are usual for planning (method B2)."""


@dataclass(frozen=True, slots=True)
class NpsResult:
    """Score and interval in points, -100 to 100; the three bands are counts; mean 0 to 10."""

    n: int
    score: float | None
    ci_low: float | None
    ci_high: float | None
    promoters: int
    passives: int
    detractors: int
    mean: float | None
    stdev: float | None
    label: str


@dataclass(frozen=True, slots=True)
class ShareResult:
    """A share with its Wilson interval, 0 to 1; what does not apply is None.

    ``top_box`` and ``bottom_two`` are shares (satisfied); ``easy``, ``neutral`` and ``hard`` are
    counts and ``net_easy`` is in points (easy).
    """

    n: int
    score: float | None
    ci_low: float | None
    ci_high: float | None
    successes: int
    mean: float | None
    stdev: float | None
    label: str
    top_box: float | None = None
    bottom_two: float | None = None
    easy: int | None = None
    neutral: int | None = None
    hard: int | None = None
    net_easy: float | None = None


@dataclass(frozen=True, slots=True)
class MeanResult:
    """A mean in scale units with its t interval; None where there are too few different values."""

    n: int
    mean: float | None
    stdev: float | None
    ci_low: float | None
    ci_high: float | None
    label: str


def nps(scores: Iterable[Any]) -> NpsResult:
    """Return the recommend score of answers 0 to 10 (Reichheld 2003; interval: Rocks 2016)."""
    return nps_counted(Counter(wholes(scores, 0, NPS_HIGHEST)))


def nps_counted(values: Mapping[float, int]) -> NpsResult:
    """Return the same of a histogram: how many answers have each value, 0 to 10."""
    n = sum(values.values())
    promoters = _from(values, PROMOTER)
    detractors = n - _from(values, PASSIVE)
    passives = n - promoters - detractors
    mean, stdev = _mean_and_spread(values)
    score = low = high = None
    if n:
        score = 100 * (promoters - detractors) / n
        centre, error = adjusted_wald(promoters, passives, detractors)
        low = max(-100.0, 100 * (centre - Z * error))
        high = min(100.0, 100 * (centre + Z * error))
    return NpsResult(n, score, low, high, promoters, passives, detractors, mean, stdev, label_of(n))


def adjusted_wald(promoters: int, passives: int, detractors: int) -> tuple[float, float]:
    """Return the adjusted score and its standard error, both -1 to 1 (method B1)."""
    n = promoters + passives + detractors + 4 * ADDED
    up, down = (promoters + ADDED) / n, (detractors + ADDED) / n
    score = up - down
    return score, math.sqrt((up + down - score * score) / n)


def csat(
    scores: Iterable[Any], low: int = 1, high: int = 5, satisfied_from: int | None = None
) -> ShareResult:
    """Return the share of satisfied answers: from ``high - 1`` on unless said otherwise (B6, B7).

    Raises UserError for a scale that is none, or when satisfied begins at its low end.
    """
    low, high = whole(low), whole(high)
    if low >= high:
        raise UserError(_("The lowest number must be below the highest."))
    limit = high - 1 if satisfied_from is None else whole(satisfied_from, low, high)
    if limit <= low:
        raise UserError(_("Satisfied must begin above the lowest answer."))
    return csat_counted(Counter(wholes(scores, low, high)), low, high, limit)


def csat_counted(values: Mapping[float, int], low: int, high: int, limit: int) -> ShareResult:
    """Return the same of a histogram; from ``limit`` on an answer is satisfied."""
    n = sum(values.values())
    share = wilson(_from(values, limit), n)
    mean, stdev = _mean_and_spread(values)
    return ShareResult(
        n,
        share.score,
        share.ci_low,
        share.ci_high,
        share.successes,
        mean,
        stdev,
        share.label,
        top_box=_from(values, high) / n if n else None,
        bottom_two=(n - _from(values, low + 2)) / n if n else None,
    )


def ces(scores: Iterable[Any]) -> ShareResult:
    """Return the share of easy answers, 5 to 7 of 1 (hard) to 7 (easy) (CES 2.0, B8)."""
    return ces_counted(Counter(wholes(scores, 1, CES_HIGHEST)))


def ces_counted(values: Mapping[float, int]) -> ShareResult:
    """Return the same of a histogram."""
    n = sum(values.values())
    easy = _from(values, EASY)
    hard = n - _from(values, HARD + 1)
    share = wilson(easy, n)
    mean, stdev = _mean_and_spread(values)
    return ShareResult(
        n,
        share.score,
        share.ci_low,
        share.ci_high,
        easy,
        mean,
        stdev,
        share.label,
        easy=easy,
        neutral=n - easy - hard,
        hard=hard,
        net_easy=100 * (easy - hard) / n if n else None,
    )


def wilson(successes: int, n: int) -> ShareResult:
    """Return a share with its Wilson score interval (Wilson 1927, B4).

    Raises UserError unless both are whole numbers with 0 <= successes <= n.
    """
    n = whole(n, 0)
    x = whole(successes, 0, n)
    if not n:
        return ShareResult(0, None, None, None, 0, None, None, label_of(0))
    share, square = x / n, Z * Z
    bottom = 1 + square / n
    centre = (share + square / (2 * n)) / bottom
    half = Z * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / bottom
    low = 0.0 if x == 0 else max(0.0, centre - half)
    high = 1.0 if x == n else min(1.0, centre + half)
    return ShareResult(n, share, low, high, x, None, None, label_of(n))


def mean_interval(values: Iterable[Any], low: float | None, high: float | None) -> MeanResult:
    """Return a mean with its t interval, clipped to the scale (B5); None leaves an end open.

    Equal answers prove nothing about the spread: no interval then, nor below two.
    """
    return mean_counted(Counter(real(value, low, high) for value in values), low, high)


def mean_counted(values: Mapping[float, int], low: float | None, high: float | None) -> MeanResult:
    """Return the same of a histogram."""
    n = sum(values.values())
    mean, stdev = _mean_and_spread(values)
    if mean is None or not stdev:
        return MeanResult(n, mean, stdev, None, None, label_of(n))
    half = t_quantile(n - 1) * stdev / math.sqrt(n)
    bottom, top = mean - half, mean + half
    return MeanResult(
        n,
        mean,
        stdev,
        bottom if low is None else max(float(low), bottom),
        top if high is None else min(float(high), top),
        label_of(n),
    )


def _from(values: Mapping[float, int], limit: float) -> int:
    """Count the answers from a value on."""
    return sum(n for value, n in values.items() if value >= limit)


def _mean_and_spread(values: Mapping[float, int]) -> tuple[float | None, float | None]:
    found = summary(values)
    return (None, None) if found is None else (found.mean, found.stdev)


def sample_size(margin_points: float, variance: float = PLANNED_VARIANCE) -> int:
    """Return how many answers give a recommend score that is sure to +-``margin_points`` (B2)."""
    margin = real(margin_points, 0, 200) / 100
    if not margin:
        raise UserError(_("The margin must be above 0."))
    return math.ceil(real(variance, 0, 1) * (Z / margin) ** 2)


def detectable_change(
    n_before: int, n_after: int, power: float = 0.8, variance: float = CHANGE_VARIANCE
) -> float:
    """Return the change of a recommend score, in points, that is found with this ``power`` (B2).

    Raises UserError for no answers, or a power that is not between 0 and 1.
    """
    before, after = whole(n_before, 1), whole(n_after, 1)
    if not 0 < real(power) < 1:
        raise UserError(_("{value} is outside {low} to {high}.", value=power, low=0, high=1))
    error = math.sqrt(real(variance, 0, 1) * (1 / before + 1 / after))
    return 100 * error * (Z + NormalDist().inv_cdf(power))
