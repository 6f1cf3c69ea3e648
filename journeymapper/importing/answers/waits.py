"""Minutes waited: from the appointment until somebody was called in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

EARLY = 60
"""Called in up to so many minutes before the appointment is early, and nobody waited."""

LATE = 600
"""More minutes than this are a slip of the pen."""

_DAY = 1440


@dataclass(frozen=True, slots=True)
class Waits:
    """Minutes by row, None without, and the places of some rows.

    ``missing`` has one time of the two, ``early`` was called in before the appointment and
    counts as 0, ``odd`` makes no sense.
    """

    minutes: tuple[float | None, ...]
    missing: tuple[int, ...]
    early: tuple[int, ...]
    odd: tuple[int, ...]


def waits_of(planned: Sequence[float | None], real: Sequence[float | None]) -> Waits:
    """Return the minutes between two times of day; past midnight is the next day."""
    minutes: list[float | None] = []
    missing: list[int] = []
    early: list[int] = []
    odd: list[int] = []
    for place, (before, after) in enumerate(zip(planned, real, strict=True)):
        waited: float | None = None
        if before is not None and after is not None:
            waited = after - before if after - before > -_DAY / 2 else after - before + _DAY
            if -EARLY <= waited < 0:
                early.append(place)
                waited = 0.0
            elif waited < 0 or waited > LATE:
                odd.append(place)
                waited = None
            else:
                waited = round(waited, 2)
        elif before is not None or after is not None:
            missing.append(place)
        minutes.append(waited)
    return Waits(tuple(minutes), tuple(missing), tuple(early), tuple(odd))
