"""Times in the words people use: "Today, 10:14", "Yesterday", "12 March"."""

from __future__ import annotations

import datetime

from journeymapper.domain.dates import in_short
from journeymapper.domain.message import Message, _


def when(instant: str, now: datetime.datetime) -> Message:
    """Say when an instant (ISO, with its zone) was, seen from ``now`` in now's own zone.

    What cannot be read is "Earlier".
    """
    try:
        then = datetime.datetime.fromisoformat(instant).astimezone(now.tzinfo)
    except ValueError:
        return _("Earlier")
    days = (now.date() - then.date()).days
    if days == 0:
        return _("Today, {time}", time=f"{then:%H:%M}")
    if days == 1:
        return _("Yesterday, {time}", time=f"{then:%H:%M}")
    return in_short(then.date(), now.date())
