"""The emotion curve: average, peak, end, what is remembered, and the falls (method B22)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass

LOWEST = -5
HIGHEST = 5
DROP = -2
"""A change to the next rated touchpoint of this much or less is a drop."""


@dataclass(frozen=True, slots=True)
class EmotionCurve:
    """What the feelings of one persona add up to; None without any value.

    ``peak`` is the strongest feeling, ``end`` the last one, ``peak_end`` their mean: a rule of
    thumb about memory, not a forecast. ``drops`` are (from, to, change) with places counted
    from 0 in what was given.
    """

    mean: float | None
    peak: int | None
    end: int | None
    peak_end: float | None
    drops: tuple[tuple[int, int, int], ...]


def emotion_curve(values: Iterable[int | float | None]) -> EmotionCurve:
    """Return the figures of a curve of values from -5 to +5 in the order of the visit.

    None stands for a touchpoint without a value and is skipped; neighbours are the rated ones.
    Raises UserError naming a value that is not a whole number from -5 to +5.
    """
    rated = [(i, _checked(value)) for i, value in enumerate(values) if value is not None]
    if not rated:
        return EmotionCurve(None, None, None, None, ())
    numbers = [value for _place, value in rated]
    peak = max(numbers, key=lambda value: (abs(value), -value))
    end = numbers[-1]
    drops = tuple(
        (start, stop, after - before)
        for (start, before), (stop, after) in pairwise(rated)
        if after - before <= DROP
    )
    return EmotionCurve(sum(numbers) / len(numbers), peak, end, (peak + end) / 2, drops)


def _checked(value: Any) -> int:
    numeric = isinstance(value, int | float) and not isinstance(value, bool)
    if not numeric or not math.isfinite(value) or value != int(value):
        raise UserError(_("“{value}” is not a whole number.", value=str(value)))
    if not LOWEST <= value <= HIGHEST:
        raise UserError(
            _(
                "{value} is outside {low} to {high}.",
                value=int(value),
                low=LOWEST,
                high=HIGHEST,
            )
        )
    return int(value)
