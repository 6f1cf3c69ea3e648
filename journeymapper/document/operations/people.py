"""Verbs about roles, channels and participants."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Channel, Participant, Role
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import ChannelKind


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
