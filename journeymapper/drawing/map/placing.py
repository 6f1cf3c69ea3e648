"""Puts the measured content of columns into the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.domain.kinds import STEP_ONLY_ROWS, LaneKind
from journeymapper.drawing.display_list import Group
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map import feeling, texts
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.ground import Grid
from journeymapper.drawing.map.places import Column, Row, insets
from journeymapper.drawing.map.setting import Frame

_SAYS_NOTHING = (LaneKind.PAIN, LaneKind.GAIN, LaneKind.METRIC)
"""Rows that say where nothing is noted, once something is noted in the row."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The groups of a column, and what they were made from."""

    made_from: tuple[object, ...]
    groups: tuple[Group, ...]


def place_columns(
    frame: Frame,
    columns: tuple[Column, ...],
    found: Mapping[str, Content],
    rows: tuple[Row, ...],
    kept: Mapping[str, Placed],
) -> dict[str, Placed]:
    """Return the groups of each column by its place; equal ones are the kept objects."""
    filled = frozenset(lane for content in found.values() for lane in content.stacks)
    stage_filled = _filled_by_stage(columns, found)
    grid = Grid(frame.setting.tokens, rows, paper=frame.setting.paper)
    placed: dict[str, Placed] = {}
    for i, column in enumerate(columns):
        content = found.get(column.touchpoint)
        across = found[column.stage]
        empty = filled - stage_filled[column.stage]
        made_from = (column, content, across, rows, filled, empty, i == 0)
        old = kept.get(column.place)
        if old is not None and _same(old.made_from, made_from):
            placed[column.place] = old
        else:
            lines = grid.lines(column, across.stacks, first=i == 0)
            groups = _column(frame, column, content, across, rows, filled, empty)
            placed[column.place] = Placed(made_from, (*lines, *groups))
    return placed


def _same(old: tuple[object, ...], new: tuple[object, ...]) -> bool:
    """Contents by identity, since unchanged ones are kept; the rest by value."""
    return old[1] is new[1] and old[2] is new[2] and old[0] == new[0] and old[3:] == new[3:]


def _filled_by_stage(
    columns: tuple[Column, ...], found: Mapping[str, Content]
) -> dict[str, frozenset[str]]:
    lanes: dict[str, set[str]] = {}
    for column in columns:
        seen = lanes.setdefault(column.stage, set(found[column.stage].stacks))
        if column.touchpoint:
            seen.update(found[column.touchpoint].stacks)
    return {stage: frozenset(seen) for stage, seen in lanes.items()}


def _column(
    frame: Frame,
    column: Column,
    content: Content | None,
    across: Content,
    rows: tuple[Row, ...],
    filled: frozenset[str],
    empty: frozenset[str],
) -> list[Group]:
    """What stands across the stage, then the step, then what is noted about it."""
    pen, x = frame.pen, column.x
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
        above = across.stacks.get(row.lane)
        down = above.height + above.below if above is not None else 0.0
        notes += _stack(pen, content, row, x, down)
        if above is None and row.lane in filled and row.lane not in content.stacks:
            at_each = row.kind in STEP_ONLY_ROWS
            if at_each or (column.stage_start and row.lane in empty):
                notes += _nothing(frame, column, row)
    return groups + notes


def _stack(pen: Pen, content: Content, row: Row, x: float, down: float) -> tuple[Group, ...]:
    stack = content.stacks.get(row.lane)
    if stack is None:
        return ()
    inset = insets(row.kind)
    room = row.h - inset.top - inset.bottom - down
    return stack.placed(pen, x + inset.left, row.y + inset.top + down, room)


def _nothing(frame: Frame, column: Column, row: Row) -> tuple[Group, ...]:
    """What an empty cell says: at each step, or once for a whole stage."""
    if row.kind not in _SAYS_NOTHING:
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
