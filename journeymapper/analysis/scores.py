"""What may be a score: checked once, for all figures; and what a number of answers is worth."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _

RAW = 5
"""Below so many answers there are only raw answers, no figure."""
ANECDOTAL = 10
SMALL = 30


def label_of(n: int) -> str:
    """Return what a number of answers is worth, in words; "" from 30 on."""
    if n == 0:
        return "no data"
    if n < RAW:
        return "raw answers only"
    if n < ANECDOTAL:
        return "anecdotal"
    return "small sample" if n < SMALL else ""


def whole(value: Any, low: float | None = None, high: float | None = None) -> int:
    """Return a whole number, also from 7.0; raises UserError naming any other value."""
    number = real(value, low, high)
    if number != int(number):
        raise UserError(_("“{value}” is not a whole number.", value=str(value)))
    return int(number)


def real(value: Any, low: float | None = None, high: float | None = None) -> float:
    """Return a finite number on a scale; raises UserError naming any other value."""
    numeric = isinstance(value, int | float) and not isinstance(value, bool)
    if not numeric or not math.isfinite(value):
        raise UserError(_("“{value}” is not a number.", value=str(value)))
    if (low is not None and value < low) or (high is not None and value > high):
        raise UserError(
            _(
                "{value} is outside {low} to {high}.",
                value=value,
                low="…" if low is None else low,
                high="…" if high is None else high,
            )
        )
    return float(value)


def wholes(values: Iterable[Any], low: int, high: int) -> list[int]:
    """Return the scores of a whole scale; raises UserError naming the first that is none."""
    return [whole(value, low, high) for value in values]
