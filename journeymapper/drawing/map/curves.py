"""Gathers the curves of the personas shown, and their figures, over the whole journey."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType

from journeymapper.analysis.emotion import emotion_curve
from journeymapper.domain import queries
from journeymapper.domain.entities import Feeling
from journeymapper.domain.evidence import told
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Group
from journeymapper.drawing.map import drop
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.feeling import chart_of
from journeymapper.drawing.map.feeling_curve import Line, Mark, curve_groups, line_of
from journeymapper.drawing.map.places import Column, Near, Row
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.titles import Figures


@dataclass(frozen=True, slots=True)
class Curves:
    """The values of each persona shown, in order, and what they add up to.

    ``places`` are the ids of the steps beside ``marks``.
    """

    figures: tuple[Figures, ...]
    marks: tuple[tuple[Mark, ...], ...]
    places: tuple[tuple[str, ...], ...]


def gather(
    snapshot: Snapshot, frame: Frame, columns: tuple[Column, ...], found: Mapping[str, Content]
) -> Curves:
    """Collect the values of the personas shown; those of collapsed stages too."""
    marks: list[list[Mark]] = [[] for _persona in frame.personas]
    places: list[list[str]] = [[] for _persona in frame.personas]
    for column in columns:
        if column.collapsed:
            feelings = _hidden(snapshot, frame, column)
        elif column.touchpoint:
            feelings = [
                (rank, feeling, column.centre, column.number)
                for rank, feeling in found[column.touchpoint].feelings
            ]
        else:
            continue
        for rank, feeling, x, number in feelings:
            marks[rank].append(Mark(x, feeling.value, number))
            places[rank].append(feeling.touchpoint)
    figures = tuple(
        Figures(persona, rank, emotion_curve(mark.value for mark in marks[rank]))
        for rank, persona in enumerate(frame.personas)
    )
    return Curves(figures, tuple(map(tuple, marks)), tuple(map(tuple, places)))


def lines(frame: Frame, curves: Curves, row: Row) -> tuple[Line, ...]:
    """Return the curves in a Feeling row."""
    chart = chart_of(row)
    return tuple(
        line_of(persona, rank, curves.marks[rank], chart)
        for rank, persona in enumerate(frame.personas)
    )


def overlay(
    frame: Frame,
    curves: Curves,
    row: Row | None,
    fall: drop.Drop | None,
    sides: tuple[float, float],
    near: Near | None = None,
    known: Mapping[str, Group] = MappingProxyType({}),
) -> tuple[Group, ...]:
    """Return the curves of a Feeling row, and the biggest drop.

    Pieces outside of ``near`` are those that are ``known`` by their keys.
    """
    if row is None:
        return ()
    found_lines = lines(frame, curves, row)
    groups: list[Group] = []
    for line in found_lines:
        groups += curve_groups(frame.setting.tokens, line, near, known)
    return (*groups, *drop_between(frame, found_lines, row, fall, sides))


def drop_between(
    frame: Frame,
    found_lines: Sequence[Line],
    row: Row,
    fall: drop.Drop | None,
    sides: tuple[float, float],
) -> tuple[Group, ...]:
    """Return the biggest drop of the main persona if it happens between two x."""
    if fall is None or not sides[0] <= (fall.start[0] + fall.stop[0]) / 2 < sides[1]:
        return ()
    return drop.drop_groups(frame.pen, fall, found_lines, chart_of(row), *sides)


def worst_drop(
    frame: Frame, curves: Curves, found: Mapping[str, Content], columns: Sequence[Column]
) -> drop.Drop | None:
    """Return the biggest drop of the main persona, or None."""
    if not curves.marks:
        return None
    marks = curves.marks[0]
    places = [(mark.x, mark.value) for mark in marks]
    fall = drop.biggest_drop(curves.figures[0].curve, places, "")
    if fall is None:
        return None
    place = curves.places[0][places.index(fall.stop)]
    reason = drop.reason_at(frame.pen, found.get(place))
    return replace(fall, reason=reason, stages=_stages(columns, fall.start[0], fall.stop[0]))


def _stages(columns: Sequence[Column], start: float, stop: float) -> tuple[float, float]:
    """From where the stage at one x begins to where that at another ends."""
    first = bisect_right(columns, start, key=attrgetter("x")) - 1
    last = bisect_right(columns, stop, key=attrgetter("x")) - 1
    while not columns[first].stage_start:
        first -= 1
    while last + 1 < len(columns) and not columns[last + 1].stage_start:
        last += 1
    return columns[first].x, columns[last].right


def _hidden(
    snapshot: Snapshot, frame: Frame, column: Column
) -> list[tuple[int, Feeling, float, str]]:
    """The values of a collapsed stage, evenly over its one column."""
    steps = queries.touchpoints(snapshot, column.stage)
    rank = {persona.id: i for i, persona in enumerate(frame.personas)}
    found: list[tuple[int, Feeling, float, str]] = []
    for i, step in enumerate(steps):
        x = column.x + column.w * (i + 0.5) / len(steps)
        found += [
            (rank[feeling.persona], feeling, x, column.number)
            for feeling in queries.feelings(snapshot, step.id)
            if feeling.persona in rank and (not frame.setting.only_told or told(feeling.source))
        ]
    return found
