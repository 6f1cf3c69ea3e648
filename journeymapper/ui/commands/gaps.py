"""Deciding to live with a gap, taking that back, and noting which gaps are there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.changes import Initiator
from journeymapper.domain.entities import GapSighting
from journeymapper.domain.message import _

GapKey = tuple[str, str, str]


def accept(document: Document, key: GapKey, name: str, reason: str, today: datetime.date) -> None:
    """Live with a gap; raises RefusedError without a reason. ``name`` is that of its place."""
    with document.step(_("Live with a gap at {place}", place=name)) as tx:
        operations.accept_gap(tx, key, reason, today.isoformat())


def reopen(document: Document, key: GapKey, name: str) -> None:
    """Take a gap up again that was lived with."""
    with document.step(_("Take up a gap at {place} again", place=name)) as tx:
        operations.reopen_gap(tx, key)


def note_seen(document: Document, keys: Iterable[GapKey], today: datetime.date) -> bool:
    """Note since when gaps are known, outside undo; returns whether there was anything new."""
    now = set(keys)
    known = document.snapshot.table(GapSighting).values()
    if now == {(one.rule, one.subject, one.persona) for one in known}:
        return False
    with document.step(_("Note which gaps there are"), initiator=Initiator.APP) as tx:
        operations.note_sightings(tx, now, today.isoformat())
    return True
