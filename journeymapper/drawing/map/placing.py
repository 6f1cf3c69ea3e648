"""Puts the measured content of columns into the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeymapper.domain.kinds import STEP_ONLY_ROWS, LaneKind
from journeymapper.drawing.display_list import Group
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map import derived, feeling, texts
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.ground import Grid
from journeymapper.drawing.map.later import Seen
from journeymapper.drawing.map.places import Column, Near, Row, insets
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.sums import StageSum

_SAYS_NOTHING = (LaneKind.PAIN, LaneKind.GAIN, LaneKind.METRIC)
"""Rows that say where nothing is noted, once something is noted in the row."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the columns of a stage are placed by besides their contents.

    ``filled`` are the lanes in which anything stands on the map, ``empty`` those of them in
    which nothing stands in the stage.
    """

    rows: tuple[Row, ...]
    filled: frozenset[str]
    empty: frozenset[str]


@dataclass(frozen=True, slots=True)
class Placed:
    """The groups of a column, and what they were made from; ``first`` is the map's first."""

    column: Column
    content: Content | None
    across: Content
    around: Around
    first: bool
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Placing:
    """All columns placed, by place, and what they share."""

    columns: tuple[Column, ...] = ()
    sums: Mapping[str, StageSum] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    filled: frozenset[str] = frozenset()
    by_place: dict[str, Placed] = field(default_factory=dict)

    def stands_like(self, other: Placing) -> bool:
        """Say whether columns and rows are the same and as empty."""
        return (
            self.columns is other.columns
            and self.rows is other.rows
            and self.filled == other.filled
        )


def place_columns(
    frame: Frame,
    columns: tuple[Column, ...],
    found: Mapping[str, Content],
    sums: Mapping[str, StageSum],
    rows: tuple[Row, ...],
    kept: Placing,
    near: Near | None = None,
    seen: Seen | None = None,
) -> Placing:
    """Return the groups of each column by its place; equal ones are the kept objects.

    Contents are compared by identity, since unchanged ones are kept; the rest by value.
    Columns that were and are outside of ``near`` are the kept objects whatever they show.
    Columns of stages that are not measured are left out, and with ``seen`` those out of sight
    where there are many of them.
    """
    filled = frozenset[str]().union(*(stage.lanes for stage in sums.values()))
    now = Placing(columns, sums, rows, filled, {})
    todo = list(enumerate(columns))
    if now.stands_like(kept):
        now.by_place.update(kept.by_place)
        same_stages = {stage for stage, one in sums.items() if kept.sums.get(stage) is one}
        placed = now.by_place
        todo = [(i, c) for i, c in todo if c.stage not in same_stages or c.place not in placed]
    elif near is not None and columns is kept.columns:
        now.by_place.update(kept.by_place)
        todo = [pair for pair in todo if pair[1].x < near.right and pair[1].right > near.left]
    grid = Grid(frame.setting.tokens, rows, paper=frame.setting.paper)
    around = compared = None
    stage, same = "", False
    later: list[tuple[int, Column, Around]] = []
    for i, column in todo:
        content, across = found.get(column.touchpoint), found[column.stage]
        if column.stage != stage or around is None:
            stage = column.stage
            around = Around(rows, filled, filled - sums[stage].lanes)
            compared = None
        old = kept.by_place.get(column.place)
        if old is not None and near is not None and _is_far(near, column, old.column):
            now.by_place[column.place] = old
            continue
        if old is not None and old.content is content and old.across is across:
            if old.around is not compared:  # the columns of a stage share it
                compared, same = old.around, old.around == around
            if same and old.first == (i == 0) and old.column == column:
                now.by_place[column.place] = old
                continue
        now.by_place.pop(column.place, None)
        if not sums[stage].measured:
            continue
        if seen is not None and not seen.near.meets(column.x, column.right):
            later.append((i, column, around))
            continue
        now.by_place[column.place] = _placed(frame, grid, column, found, around, first=i == 0)
    if seen is not None and len(later) <= seen.at_once:
        for i, column, beside in later:
            now.by_place[column.place] = _placed(frame, grid, column, found, beside, first=i == 0)
    return now


def _placed(
    frame: Frame,
    grid: Grid,
    column: Column,
    found: Mapping[str, Content],
    around: Around,
    *,
    first: bool,
) -> Placed:
    content, across = found.get(column.touchpoint), found[column.stage]
    lines = grid.lines(column, across.stacks, first=first)
    groups = _column(frame, column, content, across, around)
    return Placed(column, content, across, around, first, (*lines, *groups))


def _is_far(near: Near, column: Column, before: Column) -> bool:
    """Say whether a column does not come into the part that will be seen, and was not there."""
    here = near.meets(column.x, column.right)
    return not here and not near.meets(before.x, before.right)


def _column(
    frame: Frame,
    column: Column,
    content: Content | None,
    across: Content,
    around: Around,
) -> list[Group]:
    """What stands across the stage, then the step, then what is noted about it."""
    pen, x, rows = frame.pen, column.x, around.rows
    groups: list[Group] = []
    if column.stage_start and across.stacks:
        for row in rows:
            groups += _stack(pen, across, row, x, 0.0)
    if content is None:
        return groups
    notes: list[Group] = []
    for row in rows:
        if row.kind == LaneKind.TOUCHPOINT:
            groups += _stack(pen, content, row, x, 0.0)
            continue
        if row.kind == LaneKind.FEELING:
            notes += _feeling(frame, column, content, row)
            continue
        if row.kind == LaneKind.BACKSTAGE:
            mark = derived.lost_mark(column, row, content.inputs.handoffs)
            notes += () if mark is None else (mark,)
        above = across.stacks.get(row.lane)
        down = above.height + above.below if above is not None else 0.0
        notes += _stack(pen, content, row, x, down)
        if above is None and row.lane in around.filled and row.lane not in content.stacks:
            at_each = row.kind in STEP_ONLY_ROWS
            if at_each or (column.stage_start and row.lane in around.empty):
                notes += _nothing(frame, column, row)
    return groups + notes


def _stack(pen: Pen, content: Content, row: Row, x: float, down: float) -> tuple[Group, ...]:
    stack = content.stacks.get(row.lane)
    if stack is None:
        return ()
    inset = insets(row.kind)
    room = row.h - row.ways - inset.top - inset.bottom - down
    return stack.placed(pen, x + inset.left, row.y + inset.top + down, room)


def _nothing(frame: Frame, column: Column, row: Row) -> tuple[Group, ...]:
    """What an empty cell says: at each step, or once for a whole stage."""
    if row.kind not in _SAYS_NOTHING or row.lane in frame.setting.folded:
        return ()
    inset = insets(row.kind)
    width = column.w - inset.left - inset.right
    piece = texts.nothing_piece(frame, row.lane, column.touchpoint, row.kind, width)
    return (piece.placed(frame.pen, column.x + inset.left, row.y + inset.top),)


def _feeling(frame: Frame, column: Column, content: Content, row: Row) -> tuple[Group, ...]:
    groups = feeling.points(frame.pen, column, content.feelings, row)
    if content.sure is None:
        return groups
    people = frame.project.people
    return (*groups, feeling.sure_line(frame.pen, column, content.sure, people, row))
