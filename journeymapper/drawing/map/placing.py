"""Puts the measured content of columns into the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.domain.kinds import STEP_ONLY_ROWS, LaneKind
from journeymapper.drawing.display_list import Group, Reading
from journeymapper.drawing.map import feeling
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.ground import column_lines
from journeymapper.drawing.map.places import Column, Row, insets
from journeymapper.drawing.map.setting import Frame


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
            groups = _column(frame, column, content, across, rows, filled, empty, first=i == 0)
            placed[column.place] = Placed(made_from, groups)
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
    *,
    first: bool,
) -> tuple[Group, ...]:
    groups: list[Group] = []
    lines = column_lines(
        frame.setting.tokens,
        column,
        rows,
        across.stacks,
        paper=frame.setting.paper,
        first=first,
    )
    if lines is not None:
        groups.append(lines)
    if column.stage_start:
        for row in rows:
            groups += _stack(across, row, column.x, 0.0)
    if content is None:
        return tuple(groups)
    for row in rows:
        if row.kind == LaneKind.FEELING:
            groups += _feeling(frame, column, content, row)
            continue
        above = across.stacks.get(row.lane)
        groups += _stack(content, row, column.x, above.height + above.below if above else 0.0)
        if _says_nothing(column, row, across, filled, empty):
            groups += _nothing(content, row, column.x)
    steps = [group for group in groups if group.reading == Reading.STEP]
    if not steps:
        return tuple(groups)
    # a reader hears the step before what is noted about it; what stands across comes first
    before = [g for g in groups if g.key == f"grid:{column.place}"]
    spanning = [g for g in groups[len(before) :] if _is_across(g, across)]
    rest = [g for g in groups[len(before) + len(spanning) :] if g not in steps]
    return (*before, *spanning, *steps, *rest)


def _is_across(group: Group, across: Content) -> bool:
    return any(group.key == piece.key for stack in across.stacks.values() for piece in stack.pieces)


def _stack(content: Content, row: Row, x: float, down: float) -> tuple[Group, ...]:
    stack = content.stacks.get(row.lane)
    if stack is None:
        return ()
    inset = insets(row.kind)
    room = row.h - inset.top - inset.bottom - down
    return stack.placed(x + inset.left, row.y + inset.top + down, room)


def _says_nothing(
    column: Column, row: Row, across: Content, filled: frozenset[str], empty: frozenset[str]
) -> bool:
    """Whether an empty cell says so: at each step, or once for a whole stage."""
    if row.lane in across.stacks or row.lane not in filled:
        return False
    return row.kind in STEP_ONLY_ROWS or (column.stage_start and row.lane in empty)


def _nothing(content: Content, row: Row, x: float) -> tuple[Group, ...]:
    stack = content.nothing.get(row.lane)
    if stack is None:
        return ()
    inset = insets(row.kind)
    return stack.placed(x + inset.left, row.y + inset.top, 0.0)


def _feeling(frame: Frame, column: Column, content: Content, row: Row) -> tuple[Group, ...]:
    groups = feeling.points(frame.pen, column, content.feelings, row)
    if content.sure is None:
        return groups
    people = frame.project.people
    return (*groups, feeling.sure_line(frame.pen, column, content.sure, people, row))
