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
    """Return years over quarters or months, months over weeks, and today.

    Wide months and quarters name their year themselves: the beginning of the year may be out of
    sight. Today stands above them, or where there are two lines, in the lower one.
    """
    alone = zoom != Zoom.WEEK and _is_wide(first, end, zoom, day)
    upper = () if alone else _upper(pen, first, end, zoom, day)
    now = pen.line(pen.say(_("Today")), _UPPER)
    left = max(0.0, (today - first).days * day - now.width / 2 - 5)
    chip = Box(left, (_TOP if alone else _MIDDLE) - 2, now.width + 10, 18)
    return (
        *upper,
        *_lower(pen, first, end, zoom, day, today, None if alone else chip),
        Rect(chip, "text", radius=4),
        *placed(now, chip.x + 5, chip.y + 1.5, "surface"),
    )


def _upper(pen: Pen, first: date, end: date, zoom: Zoom, day: float) -> tuple[Shape, ...]:
    """Years, or months over weeks; the first day has the name of its own."""
    shapes: list[Shape] = []
    starts = parts_of(first, end, Zoom.MONTH) if zoom == Zoom.WEEK else _years(first, end)
    free = 0.0
    for start in dict.fromkeys((first, *starts)):
        x = (start - first).days * day + 4
        words = _month(start) if zoom == Zoom.WEEK else _("{year}", year=start.year)
        block = pen.line(pen.say(words), _UPPER)
        following = next((d for d in starts if d > start), end)
        fits = (following - start).days * day >= block.width + 8
        if x >= free and fits:
            shapes += placed(block, x, _TOP)
            free = x + block.width + _GAP
    return tuple(shapes)


def _lower(
    pen: Pen, first: date, end: date, zoom: Zoom, day: float, today: date, taken: Box | None
) -> list[Shape]:
    """The parts of the axis, but for names that would touch the one before or what is taken."""
    shapes: list[Shape] = []
    free, wide = 0.0, _is_wide(first, end, zoom, day)
    for start in parts_of(first, end, zoom):
        x = (start - first).days * day + 4
        block = pen.line(pen.say(_part(start, zoom, today, wide=wide)), _LOWER)
        apart = taken is None or x + block.width < taken.x or x > taken.right
        if x >= free and apart:
            shapes += placed(block, x, _MIDDLE, "text_secondary")
            free = x + block.width + _GAP
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
