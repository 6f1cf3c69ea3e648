"""What of a long map may wait: columns out of sight, save the highest of each row.

Somebody who opens a long map sees a few columns; those are measured and placed first. Rows are
as high as their highest cell, wherever it is: so the columns that are likely to hold it are
measured with them, and rows need not grow when the others follow.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from journeymapper.analysis.effort import effort_of
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import DERIVED_ROWS, LaneKind
from journeymapper.domain.records import dataclass
from journeymapper.drawing.map.contents import Inputs
from journeymapper.drawing.map.places import Column, Near
from journeymapper.drawing.map.setting import Frame

AT_ONCE = 60
"""So many columns out of sight are laid out with the others: they are no reason to wait."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a map: its part ``near``, and whole stages that reach into it.

    Up to ``at_once`` columns out of sight do not wait.
    """

    near: Near
    at_once: int = AT_ONCE

    def stages(self, columns: Sequence[Column]) -> frozenset[str]:
        """Return the ids of the stages that reach into it."""
        first = bisect_right(columns, self.near.left, key=attrgetter("right"))
        end = bisect_left(columns, self.near.right, key=attrgetter("x"))
        return frozenset(column.stage for column in columns[first:end])


def highest(frame: Frame, waiting: Iterable[Inputs]) -> frozenset[str]:
    """Return the ids of steps of which each is likely to be the highest in one of the rows.

    In a row in which anything stands at these steps, something stands at one of those returned.
    """
    lanes = {lane.id for lane in frame.lanes}
    derived = [lane.kind for lane in frame.lanes if lane.kind in DERIVED_ROWS]
    measured = [lane.id for lane in frame.lanes if lane.kind == LaneKind.METRIC]
    most: dict[object, tuple[int, str]] = {}
    for inputs in waiting:
        step = inputs.place
        if not isinstance(step, Touchpoint):
            continue
        weights: dict[object, int] = {kind: _weight(kind, step, inputs) for kind in derived}
        if inputs.told.figures:
            weights |= {lane: _AS_HIGH * len(inputs.told.figures) for lane in measured}
        for card in inputs.cards:
            if card.lane in lanes:
                more = _AS_HIGH if card.image is not None else 0
                weights[card.lane] = weights.get(card.lane, 0) + _LINE + len(card.text) + more
        for row, weight in weights.items():
            if weight and (row not in most or weight > most[row][0]):
                most[row] = weight, step.id
    return frozenset(place for _weight, place in most.values())


_LINE = 40
"""What a card takes besides its letters, in letters."""

_AS_HIGH = 400
"""How many letters take as much room as a picture."""


def _weight(kind: LaneKind, step: Touchpoint, inputs: Inputs) -> int:
    """How much stands in a row that is made from the steps; 0 for nothing."""
    match kind:
        case LaneKind.TOUCHPOINT:
            return 1 + len(step.name) + (_LINE if step.owner else 0)
        case LaneKind.CHANNEL:
            return len(step.channels)
        case LaneKind.EVIDENCE:
            return len(inputs.feelings) + len(inputs.ratings)
        case LaneKind.WAIT:
            return sum(wait is not None for wait in (step.wait_promised, step.wait_actual))
        case LaneKind.EFFORT:
            return int(effort_of(inputs.ratings) is not None)
        case LaneKind.HANDOFF:
            return len(inputs.handoffs)
        case _:
            return 0
