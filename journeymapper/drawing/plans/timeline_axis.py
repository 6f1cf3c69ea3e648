"""The axis of the timeline: weeks, months or quarters, and where today is."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.plans.calendar import Zoom, parts_of
from journeymapper.domain.dates import MONTHS, in_short
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.text.runs import TextStyle

HEAD = 46.0
"""Height of the axis."""

_UPPER, _LOWER = TextStyle(12, 15, 600), TextStyle(11, 14, 400)
_TOP, _MIDDLE = 5.0, 25.0
_GAP = 6.0
_WIDE = 100.0
"""Parts of the axis that are wider name their year themselves."""


def axis_shapes(
    pen: Pen, first: date, end: date, zoom: Zoom, day: float, today: date
) -> tuple[Shape, ...]:
    """Return years over quarters or months, months over weeks; today stands in the lower line.

    Wide months and quarters name their year themselves: the beginning of the year may be out of
    sight. A name that would touch the one before or today is left out.
    """
    shapes: list[Shape] = []
    upper = parts_of(first, end, Zoom.MONTH) if zoom == Zoom.WEEK else _years(first, end)
    if zoom != Zoom.WEEK and _is_wide(first, end, zoom, day):
        return (*shapes, *_lower(pen, first, end, zoom, day, today))
    free = 0.0
    for start in dict.fromkeys((first, *upper)):
        x = (start - first).days * day + 4
        if x < free and start != first:
            continue
        words = _month(start) if zoom == Zoom.WEEK else _("{year}", year=start.year)
        block = pen.line(pen.say(words), _UPPER)
        following = next((d for d in upper if d > start), end)
        if (following - start).days * day < block.width + 8:
            continue
        shapes += placed(block, x, _TOP)
        free = x + block.width + _GAP
    return (*shapes, *_lower(pen, first, end, zoom, day, today))


def _lower(pen: Pen, first: date, end: date, zoom: Zoom, day: float, today: date) -> list[Shape]:
    shapes: list[Shape] = []
    now = pen.line(pen.say(_("Today")), _UPPER)
    at = (today - first).days * day
    left = max(0.0, at - now.width / 2 - 5)
    taken = Box(left, _MIDDLE - 2, now.width + 10, 18)
    free, wide = 0.0, _is_wide(first, end, zoom, day)
    for start in parts_of(first, end, zoom):
        x = (start - first).days * day + 4
        block = pen.line(pen.say(_part(start, zoom, today, wide=wide)), _LOWER)
        apart = x + block.width < taken.x or x > taken.right
        if x >= free and apart:
            shapes += placed(block, x, _MIDDLE, "text_secondary")
            free = x + block.width + _GAP
    shapes.append(Rect(taken, "text", radius=4))
    shapes += placed(now, taken.x + 5, _MIDDLE - 0.5, "surface")
    return shapes


def grid_shapes(first: date, end: date, zoom: Zoom, day: float, height: float) -> tuple[Shape, ...]:
    """Return a line where each part of the axis begins."""
    return tuple(
        Rect(Box((start - first).days * day, 0, 1, height), "line")
        for start in parts_of(first, end, zoom)
    )


def _years(first: date, end: date) -> tuple[date, ...]:
    years = (date(year, 1, 1) for year in range(first.year, end.year + 1))
    return tuple(day for day in years if first <= day < end)


def _is_wide(first: date, end: date, zoom: Zoom, day: float) -> bool:
    parts = len(parts_of(first, end, zoom))
    return (end - first).days * day / max(1, parts) >= _WIDE


def _part(start: date, zoom: Zoom, today: date, *, wide: bool) -> Message:
    if zoom == Zoom.WEEK:
        return in_short(start, today)
    if zoom == Zoom.MONTH:
        return _month(start) if wide else MONTHS[start.month - 1]
    number = (start.month - 1) // 3 + 1
    if wide:
        return _("Quarter {n} of {year}", n=number, year=start.year)
    return _("Quarter {n}", n=number)


def _month(day: date) -> Message:
    return _("{month} {year}", month=MONTHS[day.month - 1], year=day.year)
