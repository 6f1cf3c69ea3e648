"""Remembering what was printed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.changes import Initiator
from journeymapper.domain.message import Message, _


def note_printed(
    document: Document,
    map_id: str,
    preset: str,
    sheets: Mapping[str, str],
    today: datetime.date,
) -> None:
    """Take note of sheets that were printed: fingerprints by their keys; outside undo."""
    label: Message = (
        _("Print 1 sheet") if len(sheets) == 1 else _("Print {n} sheets", n=len(sheets))
    )
    with document.step(label, initiator=Initiator.APP) as tx:
        operations.note_print_run(tx, map_id, preset, sheets, today.isoformat())
