"""Where the numbers of a chart over time stand: beside their mark, off the line and each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from journeymapper.drawing.charts.labels import overlap
from journeymapper.drawing.display_list import Box

_APART = 10.0
_STEP = 5.0
"""A sloping line is felt by boxes so far apart."""
_MOST = 12.0
"""A label that covers more than so many square units of others is left out between the ends."""
_LIGHT = 4.0
"""So much less it matters to cover a level."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A label of a size at the mark (x, y); ``ends`` are those of its whisker, upper first."""

    width: float
    height: float
    x: float
    y: float
    ends: tuple[float, float] | None


def beside(
    spots: Sequence[Spot],
    line: Sequence[tuple[float, float]],
    taken: Sequence[Box],
    levels: Sequence[Box],
    within: Box,
) -> tuple[Box | None, ...]:
    """Return a place for each label, None for one between first and last without room.

    ``line`` runs through the marks; it and what is ``taken`` must not be covered, ``levels`` had
    better not.
    """
    taken = [*_felt(line), *taken, *(_whisker(spot) for spot in spots)]
    found: dict[int, Box] = {}
    order = [0, len(spots) - 1, *range(1, len(spots) - 1)] if spots else []
    for i in dict.fromkeys(order):
        here = (*taken, *found.values())
        costs = [
            (_covered(box, here) + _covered(box, levels) / _LIGHT, place, box)
            for place, box in enumerate(_choices(spots[i], within))
        ]
        cost, _place, box = min(costs, key=lambda one: one[:2])
        if cost <= _MOST or i in (0, len(spots) - 1):
            found[i] = box
    return tuple(found.get(i) for i in range(len(spots)))


def _choices(spot: Spot, within: Box) -> tuple[Box, ...]:
    left, right = spot.x - _APART - spot.width, spot.x + _APART
    above, below = spot.y - _APART / 2 - spot.height, spot.y + _APART / 2
    places = [(right, below), (left, above), (right, above), (left, below)]
    if spot.ends is not None:
        middle = spot.x - spot.width / 2
        places += [(middle, spot.ends[0] - 3 - spot.height), (middle, spot.ends[1] + 3)]
    return tuple(_held(Box(x, y, spot.width, spot.height), within) for x, y in places)


def _held(box: Box, within: Box) -> Box:
    x = min(max(box.x, within.x), max(within.x, within.right - box.w))
    y = min(max(box.y, within.y), max(within.y, within.bottom - box.h))
    return Box(x, y, box.w, box.h)


def _whisker(spot: Spot) -> Box:
    top, bottom = spot.ends if spot.ends is not None else (spot.y, spot.y)
    top, bottom = min(top, spot.y - 6), max(bottom, spot.y + 6)
    return Box(spot.x - 6, top, 12, bottom - top)


def _felt(line: Sequence[tuple[float, float]]) -> list[Box]:
    found: list[Box] = []
    for (x1, y1), (x2, y2) in pairwise(line):
        parts = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / _STEP))
        for i in range(parts + 1):
            x, y = x1 + (x2 - x1) * i / parts, y1 + (y2 - y1) * i / parts
            found.append(Box(x - 2.5, y - 2.5, 5, 5))
    return found


def _covered(box: Box, others: Sequence[Box]) -> float:
    return sum(overlap(box, other) for other in others)
