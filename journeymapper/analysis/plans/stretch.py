"""What becomes of the dates of a plan or task when its bar, or one end of it, is moved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from journeymapper.analysis.plans.calendar import Bar

Part = Literal["begin", "due", "both"]
"""What is moved: one end, or all of the bar."""

Dates = tuple[date | None, date | None]


def stretched(bar: Bar, part: Part, days: int, today: date) -> Dates:
    """Return begin and due after moving a part by so many days.

    An end stops at the other one. A bar without any date is due that many days from today.
    """
    move = timedelta(days=days)
    begin, due = bar.begin, bar.due
    if begin is None and due is None:
        return None, today + move
    if part == "both" or begin is None or due is None:
        return begin and begin + move, due and due + move
    if part == "begin":
        return min(begin + move, due), due
    return begin, max(due + move, begin)
