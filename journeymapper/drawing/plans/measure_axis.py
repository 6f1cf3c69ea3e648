"""The scale of a measure: from where to where it goes, and where its ticks are."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from journeymapper.analysis.plans.effect import Effect
from journeymapper.analysis.question_figures import FigureKind

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_FLAT = 0.25
"""Values that differ by less than this share of the largest do not have 0 on their scale."""


@dataclass(frozen=True, slots=True)
class Axis:
    """``ticks`` lie between ``low`` and ``high``, both included, lowest first."""

    low: float
    high: float
    ticks: tuple[float, ...]


def axis_of(effect: Effect, most: int = 5) -> Axis:
    """Return the scale on which all of a measure fits, with about ``most`` ticks."""
    if effect.unit == FigureKind.SHARE:
        step = 0.25 if most >= 5 else 0.5
        return Axis(0, 1, tuple(step * i for i in range(round(1 / step) + 1)))
    if effect.unit == FigureKind.POINTS:
        return _points(_all(effect), most)
    question = effect.question
    if question is not None and question.low is not None and question.high is not None:
        return _even(question.low, question.high, most)
    values = list(_all(effect))
    if not values:
        return Axis(0, 1, (0, 1))
    low, high = min(values), max(values)
    if low >= 0 and high - low >= _FLAT * high:
        low = 0.0
    if high == low:
        low, high = low - 1, high + 1
    step = _step((high - low) / max(1, most - 1))
    return _stepped(step * math.floor(low / step), step * math.ceil(high / step), step)


def _all(effect: Effect) -> Iterable[float]:
    for point in effect.series:
        if point.value is not None:
            yield point.value
        if point.figure is not None:
            yield from (end for end in (point.figure.low, point.figure.high) if end is not None)
    if effect.kpi.target is not None:
        yield effect.kpi.target


def _points(values: Iterable[float], most: int) -> Axis:
    """Points go from -100 to 100; a half that nothing is in is left out."""
    found = list(values)
    low = -100.0 if not found or min(found) < 0 else 0.0
    high = 100.0 if not found or max(found) > 0 else 0.0
    return _even(low, high, most)


def _even(low: float, high: float, most: int) -> Axis:
    """The whole of a scale, with ticks at whole steps from its low end."""
    step = _step((high - low) / max(1, most - 1))
    ticks = [low + i * step for i in range(int((high - low) / step + 1e-9) + 1)]
    return Axis(low, high, tuple(ticks))


def _stepped(low: float, high: float, step: float) -> Axis:
    return Axis(low, high, tuple(low + i * step for i in range(round((high - low) / step) + 1)))


def _step(rough: float) -> float:
    """Return the next round number that is not below."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(s * power for s in _STEPS if s * power >= rough * (1 - 1e-9))
