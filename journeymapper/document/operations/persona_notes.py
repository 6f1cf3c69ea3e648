"""Verbs about the statements on a persona's card and the channels a persona uses."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import ChannelShare, PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.persona_card import note_of, notes_in


def add_note(
    tx: Tx, persona_id: str, section: NoteSection, key: str, text: str, **fields: Any
) -> str:
    """Add a statement to a persona's card."""
    siblings = tx.snapshot.select(indexes.NOTES_OF_PERSONA, persona_id)
    position = position_at(tx, siblings, None)
    made = PersonaNote(tx.new_id(), persona_id, section, key, text, position=position, **fields)
    return tx.insert(made).id


def set_note(
    tx: Tx, persona_id: str, section: NoteSection, key: str, text: str, **fields: Any
) -> str | None:
    """Say what stands under a key of a card; a note with nothing left in it goes.

    Returns the note's id, or None where there is none now. For sections whose keys are fixed.
    """
    known = note_of(tx.snapshot, persona_id, section, key)
    if known is None:
        if not text.strip() and fields.get("intensity") is None:
            return None
        return add_note(tx, persona_id, section, key, text, **fields)
    changed = tx.change(PersonaNote, known.id, text=text, **fields)
    if not changed.text.strip() and changed.intensity is None:
        tx.delete(PersonaNote, known.id)
        return None
    return known.id


def change_note(tx: Tx, note_id: str, /, **fields: Any) -> None:
    """Set fields of a statement."""
    tx.change(PersonaNote, note_id, **fields)


def move_note(tx: Tx, note_id: str, index: int | None = None) -> None:
    """Move a statement to a place among those of its section (None: the end)."""
    note = tx.snapshot.get(PersonaNote, note_id)
    siblings = notes_in(tx.snapshot, note.persona, note.section)
    if not stays(siblings, note_id, index):
        position = position_at(tx, without(siblings, note_id), index)
        tx.change(PersonaNote, note_id, position=position)


def delete_note(tx: Tx, note_id: str) -> None:
    """Take a statement off a persona's card."""
    tx.delete(PersonaNote, note_id)


def set_channel_share(
    tx: Tx,
    persona_id: str,
    channel_id: str,
    offered: float | None,
    preferred: float | None,
    **source: Any,
) -> str | None:
    """Say what part of the contact we offer on a channel and what part is preferred, 0 to 1.

    Where neither is known nothing is kept. Returns the id, or None.
    """
    shares = tx.snapshot.select(indexes.SHARES_OF_PERSONA, persona_id)
    known = next((share for share in shares if share.channel == channel_id), None)
    if offered is None and preferred is None:
        if known is not None:
            tx.delete(ChannelShare, known.id)
        return None
    if known is not None:
        change = {"offered": offered, "preferred": preferred, **source}
        return tx.change(ChannelShare, known.id, **change).id
    made = ChannelShare(tx.new_id(), persona_id, channel_id, offered, preferred, **source)
    return tx.insert(made).id
