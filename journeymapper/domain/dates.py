"""Dates in words: 26 May 2026."""

from __future__ import annotations

import datetime

from journeymapper.domain.message import Message, _

MONTHS: tuple[Message, ...] = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)


def in_words(day: datetime.date) -> Message:
    """Return a date with its year."""
    return _("{day} {month} {year}", day=day.day, month=MONTHS[day.month - 1], year=day.year)


def in_short(day: datetime.date, today: datetime.date) -> Message:
    """Return a date; its year is left out when it is this one."""
    if day.year == today.year:
        return _("{day} {month}", day=day.day, month=MONTHS[day.month - 1])
    return in_words(day)
