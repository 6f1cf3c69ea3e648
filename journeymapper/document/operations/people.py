"""Verbs about personas, roles, channels and participants."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Channel, Participant, Persona, PersonaNote, Role
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import ChannelKind, NoteSection


def add_persona(tx: Tx, name: str, **fields: Any) -> str:
    """Add a typical customer; the first one is the primary one."""
    others = queries.personas(tx.snapshot)
    primary = bool(fields.pop("primary", False)) or not others
    position = position_at(tx, sorted(others, key=sort_key), None)
    made = tx.insert(Persona(tx.new_id(), name=name, position=position, **fields))
    if primary:
        change_persona(tx, made.id, primary=True)
    return made.id


def change_persona(tx: Tx, persona_id: str, /, **fields: Any) -> None:
    """Set fields of a persona; making it the primary one makes the others secondary."""
    if fields.get("primary"):
        for other in queries.personas(tx.snapshot):
            if other.primary and other.id != persona_id:
                tx.change(Persona, other.id, primary=False)
    tx.change(Persona, persona_id, **fields)


def delete_persona(tx: Tx, persona_id: str) -> None:
    """Take a persona out with its notes and feelings."""
    tx.delete(Persona, persona_id)


def add_note(
    tx: Tx, persona_id: str, section: NoteSection, key: str, text: str, **fields: Any
) -> str:
    """Add a statement to a persona's card."""
    siblings = tx.snapshot.select(indexes.NOTES_OF_PERSONA, persona_id)
    position = position_at(tx, siblings, None)
    made = PersonaNote(tx.new_id(), persona_id, section, key, text, position=position, **fields)
    return tx.insert(made).id


def change_note(tx: Tx, note_id: str, /, **fields: Any) -> None:
    """Set fields of a statement."""
    tx.change(PersonaNote, note_id, **fields)


def delete_note(tx: Tx, note_id: str) -> None:
    """Take a statement off a persona's card."""
    tx.delete(PersonaNote, note_id)


def add_role(tx: Tx, name: str, department: str = "", colour: str = "") -> str:
    """Add a role that can own steps."""
    siblings = sorted(tx.snapshot.table(Role).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(Role(tx.new_id(), name, department, colour, position)).id


def change_role(tx: Tx, role_id: str, /, **fields: Any) -> None:
    """Set fields of a role."""
    tx.change(Role, role_id, **fields)


def delete_role(tx: Tx, role_id: str) -> None:
    """Take a role out; its steps and stages stay, without an owner."""
    tx.delete(Role, role_id)


def add_channel(tx: Tx, name: str, kind: ChannelKind = ChannelKind.PERSON, icon: str = "") -> str:
    """Add a means of contact."""
    siblings = sorted(tx.snapshot.table(Channel).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(Channel(tx.new_id(), name, kind, icon, position)).id


def change_channel(tx: Tx, channel_id: str, /, **fields: Any) -> None:
    """Set fields of a channel."""
    tx.change(Channel, channel_id, **fields)


def delete_channel(tx: Tx, channel_id: str) -> None:
    """Take a channel out; the steps that happen there stay."""
    tx.delete(Channel, channel_id)


def add_participant(tx: Tx, name: str, role_id: str | None = None) -> str:
    """Add somebody who takes part in the work."""
    siblings = sorted(tx.snapshot.table(Participant).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(Participant(tx.new_id(), name, role_id, position)).id


def change_participant(tx: Tx, participant_id: str, /, **fields: Any) -> None:
    """Set fields of a participant."""
    tx.change(Participant, participant_id, **fields)


def delete_participant(tx: Tx, participant_id: str) -> None:
    """Take a participant out."""
    tx.delete(Participant, participant_id)
