"""What a question says: its figure, how far off that may be, and whether it has changed.

Intervals are 95 %. Recommend is a score in points, satisfied, yes and choice are shares, easy
and numbers are averages. Formulas and their sources stand in analysis.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

from journeymapper.analysis.comparison import NpsCounts, compare_nps, compare_proportions
from journeymapper.analysis.histogram import (
    Summary,
    difference_interval,
    excludes_zero,
    summary,
)
from journeymapper.analysis.metrics import PASSIVE, PROMOTER, adjusted_wald, wilson
from journeymapper.analysis.scores import ANECDOTAL, RAW
from journeymapper.analysis.special import Z
from journeymapper.domain.counts import Histogram
from journeymapper.domain.entities import Question
from journeymapper.domain.kinds import Better, QuestionKind
from journeymapper.domain.scales import upright

POWER = 0.8
"""How likely a true difference should be found with the number of answers that is told."""

MOST_ASKED = 100_000
"""A difference that needs more answers than this cannot be told apart from none."""

SHARES = (QuestionKind.CSAT, QuestionKind.COUNT, QuestionKind.CHOICE)


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of some answers to a question; None without answers.

    ``value``, ``low`` and ``high`` are points, shares 0 to 1, or scale units, as marked on the
    sheet (1 may be the best). ``hits`` counts what a share counts; ``option`` is its choice.
    """

    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hits: int = 0
    option: int = 0

    @property
    def hidden(self) -> bool:
        """Whether there are too few answers for a figure."""
        return self.n < RAW


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two rounds differ. ``change`` is 1 higher, -1 lower, 0 not known, None too few.

    ``better`` says whether the change is a good one. ``each`` is about how many answers in each
    round would tell so small a difference, ``alone`` how many in the later round would while the
    earlier one stays as it is; None where no number does.
    """

    change: int | None
    better: bool = False
    each: int | None = None
    alone: int | None = None


def figure(question: Question, values: Histogram) -> Figure:
    """Return the figure of a histogram of marks."""
    n = sum(values.values())
    if not n:
        return Figure(0)
    if question.kind == QuestionKind.NPS:
        counts = _bands(values)
        centre, error = adjusted_wald(*counts.bands)
        low, high = 100 * (centre - Z * error), 100 * (centre + Z * error)
        return Figure(n, 100 * counts.net / n, max(-100.0, low), min(100.0, high))
    if question.kind in SHARES:
        option = _favourite(values) if question.kind == QuestionKind.CHOICE else 0
        hits = _hits(question, values, option)
        share = wilson(hits, n)
        return Figure(n, share.score, share.ci_low, share.ci_high, hits, option)
    known = summary(values)
    if known is None:
        return Figure(0)
    ends = known.interval
    low, high = (_clipped(question, end) for end in ends) if ends else (None, None)
    return Figure(n, known.mean, low, high)


def compared(question: Question, before: Histogram, after: Histogram) -> Verdict:
    """Say whether the answers of a later round differ from those of an earlier one."""
    sizes = sum(before.values()), sum(after.values())
    if min(sizes) < ANECDOTAL or question.kind in (QuestionKind.CHOICE, QuestionKind.TEXT):
        return Verdict(None)
    if question.kind == QuestionKind.NPS:
        one, two = _bands(before), _bands(after)
        code = compare_nps(one, two).verdict
        spread = (_nps_variance(one) + _nps_variance(two)) / 2
        difference = two.net / two.n - one.net / one.n
    elif question.kind in SHARES:
        x1, x2 = _hits(question, before), _hits(question, after)
        code = compare_proportions(x1, sizes[0], x2, sizes[1]).verdict
        p1, p2 = x1 / sizes[0], x2 / sizes[1]
        difference = p2 - p1
        spread = (p1 * (1 - p1) + p2 * (1 - p2)) / 2
    else:
        first, second = summary(before), summary(after)
        if first is None or second is None:
            return Verdict(None)
        difference = second.mean - first.mean
        spread = _mean_variance(first, second)
        told = excludes_zero(difference_interval(first, second))
        code = ("higher" if difference > 0 else "lower") if told else "unclear"
    if code in ("higher", "lower"):
        change = 1 if code == "higher" else -1
        return Verdict(change, better=_is_good(question, change))
    each = _needed(spread, difference)
    return Verdict(0, each=each, alone=_alone(each, sizes[0]))


def _is_good(question: Question, change: int) -> bool:
    """More satisfied is good, whichever end of the scale is; else the question says it."""
    if question.kind in (QuestionKind.NPS, QuestionKind.CSAT):
        return change > 0
    return (change > 0) == (question.better == Better.HIGH)


def _bands(values: Histogram) -> NpsCounts:
    promoters = sum(n for value, n in values.items() if value >= PROMOTER)
    passives = sum(n for value, n in values.items() if PASSIVE <= value < PROMOTER)
    return NpsCounts(promoters, passives, sum(values.values()) - promoters - passives)


def _hits(question: Question, values: Histogram, option: int = 0) -> int:
    """Count the satisfied, the yes, or those who chose an option."""
    if question.kind == QuestionKind.COUNT:
        return sum(n for value, n in values.items() if value)
    if question.kind == QuestionKind.CHOICE:
        return values.get(float(option), 0)
    good = question.satisfied_from
    high = question.high or 0.0
    limit = high - 1 if good is None else upright(question, good)
    return sum(n for value, n in values.items() if upright(question, value) >= limit)


def _favourite(values: Mapping[float, int]) -> int:
    return int(max(values, key=lambda value: (values[value], -value)))


def _clipped(question: Question, value: float) -> float:
    low = 0.0 if question.low is None and question.unit else question.low
    if low is not None:
        value = max(low, value)
    return value if question.high is None else min(question.high, value)


def _nps_variance(counts: NpsCounts) -> float:
    up, down = counts.promoters / counts.n, counts.detractors / counts.n
    return up + down - (up - down) ** 2


def _mean_variance(one: Summary, two: Summary) -> float:
    return ((one.stdev or 0.0) ** 2 + (two.stdev or 0.0) ** 2) / 2


def _needed(variance: float, difference: float) -> int | None:
    """Return about how many answers a round needs to tell a difference, two digits of it."""
    if not difference or not variance:
        return None
    reach = Z + NormalDist().inv_cdf(POWER)
    n = 2 * variance * (reach / difference) ** 2
    if n > MOST_ASKED:
        return None
    step = 10 ** max(0, len(str(math.ceil(n))) - 2)
    return max(ANECDOTAL, math.ceil(n / step) * step)


def _alone(each: int | None, before: int) -> int | None:
    """Return how many answers of the later round do what ``each`` in both rounds do."""
    if each is None or 2 * before <= each:
        return None
    n = each * before / (2 * before - each)
    step = 10 ** max(0, len(str(math.ceil(n))) - 2)
    return math.ceil(n / step) * step
