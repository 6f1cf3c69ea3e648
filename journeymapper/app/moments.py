"""Instants in the words people use, with the time of day: "Today 10:14", "9 May 10:14"."""

from __future__ import annotations

import datetime

from journeymapper.domain.dates import MONTHS, in_short
from journeymapper.domain.message import Message, _


def moment(instant: str, now: datetime.datetime) -> Message:
    """Say when an instant (ISO, with its zone) was, seen from ``now`` in now's own zone.

    What cannot be read is "Earlier".
    """
    then = _read(instant, now)
    if then is None:
        return _("Earlier")
    days = (now.date() - then.date()).days
    if days == 0:
        return _("Today {time}", time=f"{then:%H:%M}")
    if days == 1:
        return _("Yesterday {time}", time=f"{then:%H:%M}")
    return _on_the_day(then, now)


def moment_within(instant: str, now: datetime.datetime) -> Message:
    """Say when something was done: "done today 10:14", "done on 9 May 10:14"."""
    then = _read(instant, now)
    if then is None or (now.date() - then.date()).days in (0, 1):
        return moment_after(instant, now)
    return _("on {moment}", moment=_on_the_day(then, now))


def moment_after(instant: str, now: datetime.datetime) -> Message:
    """Say it after a word like "from": "from today 10:14", "from 9 May 10:14"."""
    then = _read(instant, now)
    if then is None:
        return _("earlier")
    days = (now.date() - then.date()).days
    if days == 0:
        return _("today {time}", time=f"{then:%H:%M}")
    if days == 1:
        return _("yesterday {time}", time=f"{then:%H:%M}")
    return _on_the_day(then, now)


def moment_in_a_name(instant: str, now: datetime.datetime) -> Message:
    """Say it so that it is still true tomorrow: "9 May 10:14"."""
    then = _read(instant, now)
    return _("earlier") if then is None else _on_the_day(then, now)


def day(instant: str, now: datetime.datetime) -> Message:
    """Say on which day an instant was: "Today", "Yesterday", "9 May"."""
    then = _read(instant, now)
    if then is None:
        return _("Earlier")
    days = (now.date() - then.date()).days
    if days in (0, 1):
        return _("Yesterday") if days else _("Today")
    return in_short(then.date(), now.date())


def _read(instant: str, now: datetime.datetime) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(instant).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return None


def _on_the_day(then: datetime.datetime, now: datetime.datetime) -> Message:
    month, time = MONTHS[then.month - 1], f"{then:%H:%M}"
    if then.year == now.year:
        return _("{day} {month} {time}", day=then.day, month=month, time=time)
    return _("{day} {month} {year} {time}", day=then.day, month=month, year=then.year, time=time)
