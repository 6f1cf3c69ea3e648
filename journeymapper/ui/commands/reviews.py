"""Commands about when a map or a persona is to be looked at again."""

from __future__ import annotations

from datetime import date

from journeymapper.document.document import Document
from journeymapper.document.operations import maps, personas
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import _
from journeymapper.domain.months import months_later
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
        personas.change_persona(tx, place, valid_until=until, reviewed_at=today.isoformat())
