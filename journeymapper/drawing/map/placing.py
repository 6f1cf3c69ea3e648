"""Puts the measured content of columns into the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from operator import attrgetter

from journeymapper.domain.kinds import STEP_ONLY_ROWS, LaneKind
from journeymapper.domain.records import dataclass
from journeymapper.drawing.display_list import Group
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map import derived, feeling, own_map, texts
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
    """All columns placed, by place, and what they share.

    ``parts`` are the groups of each column, in order, none where it is ``waiting``. ``ranges``
    are first and end of the columns of each stage.
    """

    columns: tuple[Column, ...] = ()
    sums: Mapping[str, StageSum] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    filled: frozenset[str] = frozenset()
    by_place: dict[str, Placed] = field(default_factory=dict)
    parts: tuple[tuple[Group, ...], ...] = ()
    waiting: tuple[Column, ...] = ()
    ranges: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def stands_like(self, other: Placing) -> bool:
        """Say whether columns and rows are the same and as empty."""
        return (
            self.columns is other.columns
            and self.rows is other.rows
            and self.filled == other.filled
        )

    def changed_in(self, sums: Mapping[str, StageSum]) -> list[int]:
        """Return the columns of stages with other sums, and those that wait, in order."""
        stages = {stage for stage, one in sums.items() if self.sums.get(stage) is not one}
        stages.update(column.stage for column in self.waiting)
        ranges = sorted(self.ranges[stage] for stage in stages)
        return [i for first, end in ranges for i in range(first, end)]


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
    now = Placing(columns, sums, rows, filled)
    todo = list(range(len(columns)))
    parts: list[tuple[Group, ...]] = [()] * len(columns)
    if now.stands_like(kept):
        now.by_place.update(kept.by_place)
        todo, parts = kept.changed_in(sums), list(kept.parts)
    elif near is not None and columns is kept.columns:
        now.by_place.update(kept.by_place)
        todo = [i for i in todo if near.meets(columns[i].x, columns[i].right)]
        parts = list(kept.parts)
    same_columns = columns is kept.columns
    hand = _Hand(frame, found, sums, kept, near)
    later: list[int] = []
    for i in todo:
        column = columns[i]
        old = hand.still_good(i, column, now)
        if old is None:
            now.by_place.pop(column.place, None)
            if not sums[column.stage].measured:
                continue
            if seen is not None and not seen.near.meets(column.x, column.right):
                later.append(i)
                continue
            old = hand.placed(i, column, now)
        now.by_place[column.place] = old
    if seen is not None and len(later) <= seen.at_once:
        for i in later:
            now.by_place[columns[i].place] = hand.placed(i, columns[i], now)
    for i in todo:
        made = now.by_place.get(columns[i].place)
        parts[i] = made.groups if made is not None else ()
    before = kept.waiting if same_columns and len(todo) < len(columns) else ()
    open_ = {columns[i].place: columns[i] for i in todo} | {c.place: c for c in before}
    waiting = [column for place, column in open_.items() if place not in now.by_place]
    waiting.sort(key=attrgetter("x"))
    return replace(
        now,
        parts=tuple(parts),
        waiting=tuple(waiting),
        ranges=kept.ranges if same_columns else _ranges(columns),
    )


def _ranges(columns: Sequence[Column]) -> dict[str, tuple[int, int]]:
    ranges: dict[str, tuple[int, int]] = {}
    for i, column in enumerate(columns):
        first, _end = ranges.get(column.stage, (i, i))
        ranges[column.stage] = first, i + 1
    return ranges


class _Hand:
    """Places one column after the other, in order."""

    def __init__(
        self,
        frame: Frame,
        found: Mapping[str, Content],
        sums: Mapping[str, StageSum],
        kept: Placing,
        near: Near | None,
    ) -> None:
        self._frame, self._found, self._sums = frame, found, sums
        self._kept, self._near = kept, near
        self._grid: Grid | None = None
        self._around: dict[str, Around] = {}
        self._compared: tuple[Around, Around, bool] | None = None

    def still_good(self, place: int, column: Column, now: Placing) -> Placed | None:
        """Return the column as it was placed before, if that is how it is now."""
        old = self._kept.by_place.get(column.place)
        if old is None:
            return None
        if self._near is not None and _is_far(self._near, column, old.column):
            return old
        content, across = self._found.get(column.touchpoint), self._found[column.stage]
        same = old.content is content and old.across is across
        same = same and old.first == (place == 0) and old.column == column
        return old if same and self._stands_as(old.around, self._beside(column, now)) else None

    def placed(self, place: int, column: Column, now: Placing) -> Placed:
        """Return the column placed anew."""
        frame, first = self._frame, place == 0
        if self._grid is None:
            self._grid = Grid(frame.setting.tokens, now.rows, paper=frame.setting.paper)
        content, across = self._found.get(column.touchpoint), self._found[column.stage]
        around = self._beside(column, now)
        lines = self._grid.lines(column, across.stacks, first=first)
        groups = _column(frame, column, content, across, around)
        return Placed(column, content, across, around, first, (*lines, *groups))

    def _beside(self, column: Column, now: Placing) -> Around:
        """The columns of a stage share it."""
        found = self._around.get(column.stage)
        if found is None:
            empty = now.filled - self._sums[column.stage].lanes
            found = self._around[column.stage] = Around(now.rows, now.filled, empty)
        return found

    def _stands_as(self, before: Around, around: Around) -> bool:
        """Compare once for all columns of a stage."""
        last = self._compared
        if last is None or last[0] is not before or last[1] is not around:
            last = self._compared = before, around, before == around
        return last[2]


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
    own = content.inputs.own
    if own is not None and not any(rank == 0 for rank, _feeling in content.feelings):
        free = content.sure is None
        groups = (*groups, *own_map.felt_groups(frame, column, own, row, below=free))
    if content.sure is None:
        return groups
    people = frame.project.people
    return (*groups, feeling.sure_line(frame.pen, column, content.sure, people, row))
