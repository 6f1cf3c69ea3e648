"""Is the newest value of a measure unusual, seen from those before it? (XmR, method B16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeymapper.analysis.plans.effect import Effect
from journeymapper.analysis.trend import LEAST, Xmr, xmr

Signal = Literal["better", "worse", ""]


@dataclass(frozen=True, slots=True)
class Trend:
    """The limits of what was usual before the newest value, and what that value is to them.

    ``signal`` is empty while it lies within: nothing unusual, which is not the same as nothing.
    """

    limits: Xmr
    signal: Signal


def trend_of(effect: Effect) -> Trend | None:
    """Return the trend; None with fewer than six values before the newest one."""
    values = [point.value for point in effect.series if point.value is not None]
    if len(values) <= LEAST:
        return None
    limits, newest = xmr(values[:-1]), values[-1]
    if not limits.signals([newest]):
        return Trend(limits, "")
    rose = newest > limits.upper
    return Trend(limits, "better" if rose == effect.high_is_good else "worse")
