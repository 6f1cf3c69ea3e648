"""Commands about when a map or a persona is to be looked at again."""

from __future__ import annotations

import calendar
from datetime import date

from journeymapper.document.document import Document
from journeymapper.document.operations import maps, people
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import map_title, persona_name

MONTHS = 3
"""What has been looked at holds for so many months."""


def still_holds(document: Document, place: str, today: date) -> None:
    """Note that a map or a persona was looked at today and holds for three months more."""
    snapshot, until = document.snapshot, months_later(today, MONTHS).isoformat()
    if snapshot.find(JourneyMap, place) is not None:
        with document.step(_("{name} still holds", name=map_title(snapshot, place))) as tx:
            maps.change_map(tx, place, valid_until=until)
        return
    with document.step(_("{name} still holds", name=persona_name(snapshot, place))) as tx:
        people.change_persona(tx, place, valid_until=until, reviewed_at=today.isoformat())


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, the last of the month where it has none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
