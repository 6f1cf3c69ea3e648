"""The verb that makes one persona of two."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from journeymapper.document.operations.personas import set_primary_persona
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import (
    Account,
    ChannelShare,
    Entity,
    Feeling,
    GapDecision,
    JourneyMap,
    Persona,
    PersonaNote,
    Plan,
    Rating,
    Segment,
    Sheet,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _

_OWN = ("id", "primary", "position", "status", "reviewed_at", "valid_until")


def merge_personas(
    tx: Tx,
    kept_id: str,
    other_id: str,
    fields: Mapping[str, Any] | None = None,
    notes: Collection[str] | None = None,
) -> None:
    """Make one persona of two: ``kept_id`` stays, ``other_id`` goes.

    ``fields`` are set on the one that stays. ``notes`` are the ids of the statements of both that
    stay (None: all). Feelings, ratings and channels of the other are taken where the first has
    none, and so is the rule about answers; maps, accounts, segments, typed sheets, and what was
    planned or decided about gaps of the other are about the first. Raises RefusedError for one
    persona twice.
    """
    if kept_id == other_id:
        raise RefusedError(_("Choose two different personas."))
    other = tx.snapshot.get(Persona, other_id)
    tx.change(Persona, kept_id, **{k: v for k, v in (fields or {}).items() if k not in _OWN})
    if not tx.snapshot.get(Persona, kept_id).answers:
        tx.change(Persona, kept_id, answers=other.answers)
    _join_notes(tx, kept_id, other_id, notes)
    _take_over(tx, Feeling, kept_id, other_id, lambda f: f.touchpoint)
    _take_over(tx, Rating, kept_id, other_id, lambda r: (r.touchpoint, r.measure, r.perspective))
    _take_over(tx, ChannelShare, kept_id, other_id, lambda s: s.channel)
    kinds: tuple[type[Account | Segment | Sheet], ...] = (Account, Segment, Sheet)
    for kind in kinds:
        for one in list(tx.snapshot.table(kind).values()):
            if one.persona == other_id:
                tx.change(kind, one.id, persona=kept_id)
    _join_gaps(tx, kept_id, other_id)
    for journey in list(tx.snapshot.table(JourneyMap).values()):
        if other_id in journey.personas:
            shown = [kept_id if p == other_id else p for p in journey.personas]
            tx.change(JourneyMap, journey.id, personas=tuple(dict.fromkeys(shown)))
    if other.primary:
        set_primary_persona(tx, kept_id)
    tx.delete(Persona, other_id)


def _join_notes(tx: Tx, kept_id: str, other_id: str, wanted: Collection[str] | None) -> None:
    own = tx.snapshot.select(indexes.NOTES_OF_PERSONA, kept_id)
    last = max((note.position for note in own), default=0.0)
    others = tx.snapshot.select(indexes.NOTES_OF_PERSONA, other_id)
    for note in own:
        if wanted is not None and note.id not in wanted:
            tx.delete(PersonaNote, note.id)
    for place, note in enumerate(others, start=1):
        if wanted is None or note.id in wanted:
            tx.change(PersonaNote, note.id, persona=kept_id, position=last + place)


def _join_gaps(tx: Tx, kept_id: str, other_id: str) -> None:
    """Plans name their gaps, and a decision its gap, by the persona as well."""
    for plan in list(tx.snapshot.table(Plan).values()):
        parts = (text.split("|") for text in plan.gaps)
        gaps = ("|".join(kept_id if p == other_id else p for p in part) for part in parts)
        tx.change(Plan, plan.id, gaps=tuple(dict.fromkeys(gaps)))
    decisions = list(tx.snapshot.table(GapDecision).values())
    known = {(one.rule, one.subject) for one in decisions if one.persona == kept_id}
    for one in decisions:
        subject = kept_id if one.subject == other_id else one.subject
        if one.persona == other_id and (one.rule, subject) not in known:
            tx.change(GapDecision, one.id, persona=kept_id, subject=subject)


def _take_over(tx: Tx, kind: type[Entity], kept_id: str, other_id: str, key: Any) -> None:
    rows = list(tx.snapshot.table(kind).values())
    known = {key(row) for row in rows if getattr(row, "persona", None) == kept_id}
    for row in rows:
        if getattr(row, "persona", None) == other_id and key(row) not in known:
            tx.change(kind, row.id, persona=kept_id)
