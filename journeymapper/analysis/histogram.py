"""Figures of counted answers: the same as of the answers one by one, in one pass over values."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from journeymapper.analysis.special import t_quantile
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """How many, their mean, their standard deviation (n - 1; None below two answers)."""

    n: int
    mean: float
    stdev: float | None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % t interval of the mean, not clipped; None without any spread."""
        if not self.stdev:
            return None
        half = t_quantile(self.n - 1) * self.stdev / math.sqrt(self.n)
        return self.mean - half, self.mean + half


def summary(
    values: Mapping[float, int], scaled: Callable[[float], float] = float
) -> Summary | None:
    """Return the figures of a histogram, each value ``scaled`` first; None when it is empty."""
    rows = [(scaled(value), n) for value, n in values.items()]
    n = sum(count for _value, count in rows)
    if not n:
        return None
    mean = math.fsum(value * count for value, count in rows) / n
    if n == 1:
        return Summary(n, mean, None)
    squares = math.fsum(count * (value - mean) ** 2 for value, count in rows)
    return Summary(n, mean, math.sqrt(squares / (n - 1)))


def difference_interval(one: Summary, other: Summary) -> tuple[float, float] | None:
    """Return Welch's 95 % interval of ``other - one``; None where it cannot be told."""
    if one.stdev is None or other.stdev is None or not (one.stdev or other.stdev):
        return None
    a, b = one.stdev**2 / one.n, other.stdev**2 / other.n
    df = (a + b) ** 2 / (a**2 / (one.n - 1) + b**2 / (other.n - 1))
    half = t_quantile(df) * math.sqrt(a + b)
    difference = other.mean - one.mean
    return difference - half, difference + half


def below(wanted: float, interval: tuple[float, float] | None) -> tuple[float, float] | None:
    """Return the interval of ``wanted`` minus a mean, ``wanted`` being a number without spread."""
    return None if interval is None else (wanted - interval[1], wanted - interval[0])


def shortfall(wanted: Summary, got: Summary) -> tuple[float, float] | None:
    """Return the 95 % interval of ``wanted - got``; a mean without spread counts as a number."""
    if wanted.stdev is None:
        return below(wanted.mean, got.interval)
    return difference_interval(got, wanted)


def excludes_zero(interval: tuple[float, float] | None) -> bool:
    """Say whether an interval is there and lies on one side of 0."""
    return interval is not None and (interval[0] > 0 or interval[1] < 0)
