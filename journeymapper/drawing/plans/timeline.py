"""The timeline: a bar for each plan and task along the days, check-ins, and today.

One layout serves the screen, where names, axis and bars scroll apart, and paper, where they are
one drawing. Lengths are px at 100 %.

    line = lay_out(pen, rows, today, Zoom.MONTH)
    line.bars["plan id"]        # where its bar is, from the corner of the field
    line.drawing()              # all of it
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.plans.calendar import Bar, Zoom, span_of
from journeymapper.domain.dates import in_short
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading, Rect, Shape, moved
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.marks import severity_mark
from journeymapper.drawing.plans.timeline_axis import HEAD, axis_shapes, grid_shapes
from journeymapper.drawing.plans.timeline_bar import BAR, bar_shapes
from journeymapper.text.runs import TextStyle

NAMES = 250.0
"""Width of the names at the start side."""

DAYS: Mapping[Zoom, float] = {Zoom.WEEK: 20.0, Zoom.MONTH: 6.5, Zoom.QUARTER: 2.6}
"""Width of a day."""

_PLAN, _TASK = 40.0, 26.0
"""Least heights of rows."""

_TITLE, _SMALL = TextStyle(13, 17, 600), TextStyle(11, 15, 400)
_MARK, _INDENT, _PAD = 14.0, 22.0, 6.0
_BESIDE = 150.0
"""Room after the last day for the words beside a bar."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it shows, and where it is."""

    bar: Bar
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """``names``, ``head`` and ``field`` are groups, each from the corner of its own part.

    ``bars`` has the box of each bar in the field, also of one that has no date yet.
    """

    first: date
    end: date
    day: float
    width: float
    height: float
    rows: tuple[Row, ...]
    names: tuple[Group, ...]
    head: tuple[Group, ...]
    field: tuple[Group, ...]
    bars: Mapping[str, Box]

    def x_of(self, day: date) -> float:
        """Return where a day begins in the field."""
        return (day - self.first).days * self.day

    def days_in(self, width: float) -> int:
        """Return how many days a width is, to the nearest."""
        return round(width / self.day)

    def drawing(self) -> Drawing:
        """Return all parts in one drawing."""
        groups = [moved(group, NAMES, 0) for group in self.head]
        ground, *bars = self.field
        groups.append(moved(ground, NAMES, HEAD))
        by_entity = {group.entity: group for group in bars}
        for name in self.names:
            groups.append(moved(name, 0, HEAD))
            groups.append(moved(by_entity.pop(name.entity), NAMES, HEAD))
        groups += [moved(group, NAMES, HEAD) for group in by_entity.values()]
        return Drawing(NAMES + self.width, HEAD + self.height, tuple(groups))


def lay_out(
    pen: Pen,
    rows: Sequence[Bar],
    today: date,
    zoom: Zoom,
    *,
    room: float | None = None,
    least: float = 0.0,
    span: tuple[date, date] | None = None,
) -> Timeline:
    """Return the timeline of these rows.

    ``room`` is the width of all of it: days become as wide as fits; ``least`` only makes them
    wider where there is room. ``span`` is the first day and
    the day after the last; the rows' own by default.
    """
    first, end = span or span_of(rows, today, zoom)
    days = (end - first).days
    if room is None:
        day = max(DAYS[zoom], (least - NAMES - _BESIDE) / days)
    else:
        day = (room - NAMES - _BESIDE) / days
    width = days * day + _BESIDE
    placed_rows: list[Row] = []
    names: list[Group] = []
    top = 0.0
    for bar in rows:
        name = _name(pen, bar, top)
        placed_rows.append(Row(bar, top, name.box.h))
        names.append(name)
        top += name.box.h
    boxes = {row.bar.id: _box(row, first, today, day) for row in placed_rows}
    ground = (
        *_stripes(placed_rows, width),
        *grid_shapes(first, end, zoom, day, top),
        *_today(today, first, day, top),
    )
    field = [Group("ground", Box(0, 0, width, top), ground)]
    field += [_bar(pen, row, boxes[row.bar.id], first, day, today) for row in placed_rows]
    head = (
        Rect(Box(0, HEAD - 1, width, 1), "line_strong"),
        *axis_shapes(pen, first, end, zoom, day, today),
    )
    return Timeline(
        first,
        end,
        day,
        width,
        top,
        tuple(placed_rows),
        tuple(names),
        (Group("axis", Box(0, 0, width, HEAD), head),),
        tuple(field),
        boxes,
    )


def _name(pen: Pen, bar: Bar, top: float) -> Group:
    """The name at the start side; the row is as high as it needs."""
    left = _PAD + (_INDENT if bar.is_task and bar.of else 0.0)
    style = _SMALL if bar.is_task else _TITLE
    shapes: list[Shape] = []
    inner = left
    if not bar.is_task:
        if bar.severity is not None:
            shapes += severity_mark(pen, bar.severity, left, 13 - _MARK / 2 + 2, _MARK)
        inner += _MARK + 7
    title = bar.title.strip() or pen.say(_("Without a name"))
    room = NAMES - inner - _PAD
    block = pen.block(title, style, room)
    below = None if bar.is_task else pen.block(bar.who or pen.say(_("nobody yet")), _SMALL, room)
    lower = below.height if below is not None else 0.0
    height = max(_TASK if bar.is_task else _PLAN, block.height + lower + 2 * _PAD)
    y = (height - block.height - lower) / 2
    shapes += placed(block, inner, y, "text_secondary" if bar.is_task else "text")
    if below is not None:
        shapes += placed(below, inner, y + block.height, "text_secondary")
    return Group(f"name:{bar.id}", Box(0, top, NAMES, height), tuple(shapes), bar.id, Reading.TEXT)


def _box(row: Row, first: date, today: date, day: float) -> Box:
    """Where the bar is; one without dates stands at today, one with a single date is short."""
    bar = row.bar
    height = BAR if not bar.is_task else BAR / 2
    begin, due = bar.begin or bar.due, bar.due or bar.begin
    if begin is None or due is None:
        left, width = (today - first).days * day + 4, 14.0
    else:
        left = (begin - first).days * day
        width = max(((due - begin).days + 1) * day, height)
        if bar.due is None:
            width = max(width, 30.0)
        elif bar.begin is None:
            left = max(0.0, (due - first).days * day + day - width)
    return Box(left, row.top + (row.height - height) / 2, width, height)


def _bar(pen: Pen, row: Row, box: Box, first: date, day: float, today: date) -> Group:
    here = box.moved(0, -row.top)
    shapes = bar_shapes(pen, row.bar, here, lambda when: (when - first).days * day, today)
    return Group(
        f"bar:{row.bar.id}",
        Box(0, row.top, 1, row.height),
        shapes,
        row.bar.id,
        Reading.FIGURE,
        alt=words_of(row.bar, today),
        layer=1,
    )


def words_of(bar: Bar, today: date) -> Message:
    """Return what a bar shows as a sentence."""
    title = bar.title.strip() or _("Without a name")
    if bar.begin is not None and bar.due is not None:
        begin, due = in_short(bar.begin, today), in_short(bar.due, today)
        if bar.late:
            return _("{name}, from {begin}, late since {due}", name=title, begin=begin, due=due)
        return _("{name}, from {begin} to {due}", name=title, begin=begin, due=due)
    if bar.due is not None:
        due = in_short(bar.due, today)
        if bar.late:
            return _("{name}, late since {due}", name=title, due=due)
        return _("{name}, due {due}", name=title, due=due)
    if bar.begin is not None:
        return _("{name}, from {begin}, no end", name=title, begin=in_short(bar.begin, today))
    return _("{name}, no date", name=title)


def _stripes(rows: Sequence[Row], width: float) -> list[Shape]:
    tops = [row.top for row in rows if not (row.bar.is_task and row.bar.of)]
    return [Rect(Box(0, top, width, 1), "line") for top in tops]


def _today(today: date, first: date, day: float, height: float) -> list[Shape]:
    x = (today - first).days * day
    return [Rect(Box(x - 0.75, 0, 1.5, height), "text")]
