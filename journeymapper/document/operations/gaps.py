"""Verbs about gaps, which are computed: what is decided, when they were seen; and standards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from journeymapper.document.tx import Tx
from journeymapper.domain.entities import GapDecision, GapSighting, Standard
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.domain.plans import GapKey


def accept_gap(tx: Tx, key: GapKey, reason: str, date: str) -> str:
    """Decide to live with a gap; raises RefusedError without a reason or date."""
    if not reason.strip():
        raise RefusedError(_("Living with a gap needs a reason."), _("Say in a few words why."))
    if not date:
        raise RefusedError(_("Something is missing here."))
    reopen_gap(tx, key)
    rule, subject, persona = key
    made = GapDecision(tx.new_id(), rule, subject, persona or None, reason=reason, date=date)
    return tx.insert(made).id


def reopen_gap(tx: Tx, key: GapKey) -> None:
    """Take back the decision about a gap; nothing happens where there is none."""
    for known in list(tx.snapshot.table(GapDecision).values()):
        if (known.rule, known.subject, known.persona or "") == key:
            tx.delete(GapDecision, known.id)


def note_sightings(tx: Tx, keys: Iterable[GapKey], today: str) -> None:
    """Remember since when gaps are there: new ones from today, those that went are forgotten."""
    now = set(keys)
    known = {(s.rule, s.subject, s.persona): s.id for s in tx.snapshot.table(GapSighting).values()}
    for key in sorted(now - known.keys()):
        tx.insert(GapSighting(tx.new_id(), *key, today))
    for key in sorted(known.keys() - now):
        tx.delete(GapSighting, known[key])


def set_standard(tx: Tx, touchpoint_id: str, text: str, **fields: Any) -> str | None:
    """Say what we have set ourselves for a step; nothing at all takes it away."""
    standards = tx.snapshot.table(Standard).values()
    known = next((s for s in standards if s.touchpoint == touchpoint_id), None)
    if not text.strip() and fields.get("compliance") is None:
        if known is not None:
            tx.delete(Standard, known.id)
        return None
    if known is None:
        return tx.insert(Standard(tx.new_id(), touchpoint_id, text, **fields)).id
    return tx.change(Standard, known.id, text=text, **fields).id
