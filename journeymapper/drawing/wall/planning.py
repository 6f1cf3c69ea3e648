"""Which steps go on which sheet: up to three, fewer where their texts need the width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.drawing.wall.content import Idea, StageOnWall, Step
from journeymapper.drawing.wall.frame import WallFrame
from journeymapper.drawing.wall.heads import SIZES, Head, head_of
from journeymapper.drawing.wall.table import Table, table_of

MOST_STEPS = 3
"""Steps on one sheet at most."""


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """A sheet of the row: ``part`` counts the sheets of its stage from 1."""

    stage: StageOnWall
    part: int
    parts: int
    heads: tuple[Head, ...]
    table: Table

    @property
    def key(self) -> str:
        """What it is known by as long as its stage stays."""
        return f"stage:{self.stage.id}:{self.part}"

    @property
    def has_more(self) -> bool:
        """Whether something has no room on it."""
        return bool(self.table.rest) or any(head.rest for head in self.heads)


def planned(frame: WallFrame, stages: Sequence[StageOnWall]) -> tuple[PlannedSheet, ...]:
    """Return the sheets of the row, in order."""
    return tuple(sheet for stage in stages for sheet in _stage(frame, stage))


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to share out the first steps of a stage; the smaller cost is the better way.

    The cost is: texts without room, then sheets, then how uneven they are.
    """

    cost: tuple[int, int, int]
    counts: tuple[int, ...]


def _stage(frame: WallFrame, stage: StageOnWall) -> tuple[PlannedSheet, ...]:
    """Take as few sheets as all texts allow; the steps are shared out evenly."""
    counts = _best_counts(frame, stage.steps) or (0,)
    made: list[PlannedSheet] = []
    start = 0
    for part, count in enumerate(counts, start=1):
        steps = stage.steps[start : start + count]
        start += count
        ideas = [*_ideas(steps), *(stage.ideas if part == 1 else ())]
        heads, table = _heads(frame, steps), table_of(frame, ideas)
        made.append(PlannedSheet(stage, part, len(counts), heads, table))
    return tuple(made)


def _best_counts(frame: WallFrame, steps: Sequence[Step]) -> tuple[int, ...]:
    """How many steps each sheet takes."""
    ways = [_Way((0, 0, 0), ())]
    for stop in range(1, len(steps) + 1):
        found: list[_Way] = []
        for count in range(1, min(MOST_STEPS, stop) + 1):
            before = ways[stop - count]
            lacking, sheets, uneven = before.cost
            lacking += _lacking(frame, steps[stop - count : stop])
            cost = (lacking, sheets + 1, uneven + count * count)
            found.append(_Way(cost, (*before.counts, count)))
        ways.append(min(found, key=lambda way: way.cost))
    return ways[-1].counts


def _lacking(frame: WallFrame, steps: Sequence[Step]) -> int:
    """How many texts have no room when these steps share a sheet."""
    rest = table_of(frame, _ideas(steps)).rest
    return sum(not head.fits for head in _heads(frame, steps)) + len(rest)


def _ideas(steps: Sequence[Step]) -> list[Idea]:
    return [idea for step in steps for idea in step.ideas]


def _heads(frame: WallFrame, steps: Sequence[Step]) -> tuple[Head, ...]:
    """Measure the heads in the largest letters in which all of them fit."""
    if not steps:
        return ()
    width = frame.inner / len(steps)
    heads: tuple[Head, ...] = ()
    for sizes in SIZES:
        heads = tuple(head_of(frame, step, width, sizes) for step in steps)
        if all(head.fits for head in heads):
            break
    return heads
