"""Reading days as people type them, with or without a year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from journeymapper.domain.dates import MONTHS
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.ui.answers.date_field import read_date
from journeymapper.ui.context import Context

_DAY_FIRST = re.compile(r"(\d{1,2})[.\-/ ]\s*(\d{1,2}|[^\W\d]+)[./]?$")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$")
_YEAR_AGO = timedelta(days=364)
"""So far back lies the earliest day that may be meant without a year, where days are past."""

_SHORTEST = 3
"""So many letters of a month are enough."""


def read_day(text: str, context: Context, today: date) -> str | None:
    """Return a local date as 2026-05-28; "" for no text, None for what is no date.

    Without a year it is the next such day from today on. Day comes before month, unless the
    month is a word.
    """
    plain = " ".join(text.split()).rstrip(".")
    if not plain:
        return ""
    for word, days in ((_("today"), 0), (_("tomorrow"), 1)):
        if plain.casefold() == context.say(word).casefold():
            return (today + timedelta(days=days)).isoformat()
    known = read_date(plain, context)
    if known is not None:
        return known
    if found := _DAY_FIRST.match(plain):
        return _next(found[1], _month(found[2], context), today)
    if found := _MONTH_FIRST.match(plain):
        month = _month(found[1], context)
        return _day(found[3], month, found[2]) if found[3] else _next(found[2], month, today)
    return None


def read_past_day(text: str, context: Context, today: date) -> str | None:
    """Return the same for what was counted, seen or said: without a year the last such day."""
    if text.strip().casefold() == context.say(_("today")).casefold():
        return today.isoformat()
    return read_day(text, context, today - _YEAR_AGO)


def past_day(text: str, context: Context, today: date) -> str:
    """Return the past day that was typed, "" for no text; raises RefusedError for no date."""
    day = read_past_day(text, context, today)
    if day is None:
        raise RefusedError(_("This is no date. Write it like 12 May 2026."))
    return day


def _month(text: str, context: Context) -> int:
    if text.isdecimal():
        return int(text)
    wanted = text.casefold()
    names = [context.say(month).casefold() for month in MONTHS]
    fits = [n for n, name in enumerate(names, 1) if name.startswith(wanted)]
    return fits[0] if len(wanted) >= _SHORTEST and fits else 0


def _next(day: str, month: int, today: date) -> str | None:
    """The 29th of February may be some years away."""
    years = range(today.year, today.year + 9)
    found = (_day(str(year), month, day) for year in years)
    return next((one for one in found if one and one >= today.isoformat()), None)


def _day(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
