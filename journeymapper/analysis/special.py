"""The few special functions of the statistics: Student's t by the incomplete beta function.

The continued fraction of the incomplete beta function is evaluated by Lentz's method (Press et
al., Numerical Recipes, 6.4). Proven against an independent library to 1e-10 in the tests.
"""

from __future__ import annotations

import math
from functools import lru_cache

Z = 1.959963984540054
"""The half width of a 95 % interval in standard errors."""

CONFIDENCE = 0.95

_TINY = 1e-300
_HALF = 0.5
_EPSILON = 1e-16
_MOST_TERMS = 10_000


def normal_two_sided(z: float) -> float:
    """Return the chance that a standard normal value is at least as far from 0 as ``z``."""
    return math.erfc(abs(z) / math.sqrt(2))


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b) for a, b > 0 and x in 0..1."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    c = 1.0
    d = 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _MOST_TERMS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            result *= c * d
        if abs(c * d - 1) < _EPSILON:
            break
    return result


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def t_two_sided(t: float, df: float) -> float:
    """Return the chance that Student's t is at least as far from 0; ``df`` need not be whole."""
    part = t * t / (df + t * t)
    if part < _HALF:  # near 0 the rest to 1 would lose its digits
        return 1 - incomplete_beta(0.5, df / 2, part)
    return incomplete_beta(df / 2, 0.5, df / (df + t * t))


@lru_cache(maxsize=1024)
def t_quantile(df: float, confidence: float = CONFIDENCE) -> float:
    """Return how far from 0 Student's t lies with ``1 - confidence`` on both sides together.

    0.95 and 9 degrees of freedom give 2.262157.
    """
    outside = 1 - confidence
    low, high = 0.0, 2.0
    while t_two_sided(high, df) > outside:
        low, high = high, high * 2
    for _turn in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if t_two_sided(middle, df) > outside:
            low = middle
        else:
            high = middle
    return (low + high) / 2
