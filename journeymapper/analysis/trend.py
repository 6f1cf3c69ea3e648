"""Does a row of months say something, or is it noise? The XmR chart (method B16)."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from journeymapper.analysis.scores import real
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _

LEAST = 6
SETTLED = 20
_WIDTH = 2.66
"""Three standard deviations as a multiple of the mean moving range (Shewhart, Wheeler)."""


@dataclass(frozen=True, slots=True)
class Xmr:
    """The limits of what is usual; ``provisional`` below 20 values.

    Only single values beyond the limits are signals: no rules about runs are used.
    """

    centre: float
    lower: float
    upper: float
    provisional: bool

    def signals(self, values: Iterable[Any]) -> tuple[int, ...]:
        """Return the places, from 0, of the values strictly outside the limits."""
        numbers = [real(value) for value in values]
        return tuple(i for i, v in enumerate(numbers) if not self.lower <= v <= self.upper)


def xmr(values: Sequence[Any]) -> Xmr:
    """Return the limits from base values in their order; new values are not among them.

    Raises UserError below six. Limits are not clipped to a scale.
    """
    numbers = [real(value) for value in values]
    if len(numbers) < LEAST:
        raise UserError(
            _(
                "{n} values are needed to tell a trend, here are {found}.",
                n=LEAST,
                found=len(numbers),
            )
        )
    centre = statistics.fmean(numbers)
    width = _WIDTH * statistics.fmean(abs(b - a) for a, b in pairwise(numbers))
    return Xmr(centre, centre - width, centre + width, len(numbers) < SETTLED)
