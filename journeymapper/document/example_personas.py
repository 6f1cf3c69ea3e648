"""The typical customers of the worked example, written from its table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymapper.document.operations import people, persona_notes, personas
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Channel
from journeymapper.domain.kinds import AgeGroup, ChannelKind, NoteSection, SourceKind

_PLAIN = ("short", "primary", "about", "quote", "story", "country", "language")


def write_persona(tx: Tx, table: Mapping[str, Any]) -> str:
    """Add one persona with its notes; returns the id."""
    fields = {name: table[name] for name in _PLAIN if name in table}
    age = AgeGroup(table.get("age_group", ""))
    persona = personas.add_persona(tx, table["name"], age_group=age, **fields)
    for section in NoteSection:
        for key, value in table.get(section.value, {}).items():
            persona_notes.add_note(tx, persona, section, key, **_statement(value))
    return persona


def write_shares(tx: Tx, persona: str, table: Mapping[str, Any]) -> None:
    """Say which channels are offered and preferred; a channel that is not there yet is added."""
    for row in table.get("shares", ()):
        known = {channel.name: channel.id for channel in tx.snapshot.table(Channel).values()}
        name = row["channel"]
        channel = known.get(name) or people.add_channel(tx, name, ChannelKind.DIGITAL, row["icon"])
        persona_notes.set_channel_share(tx, persona, channel, row["offered"], row["preferred"])


def _statement(value: Any) -> dict[str, Any]:
    """Read a statement: a text, a number of dots, or a table with its source."""
    if isinstance(value, int):
        return {"text": "", "intensity": value}
    if isinstance(value, str):
        return {"text": value}
    source = SourceKind(value.get("source", SourceKind.ASSUMPTION.value))
    return {**value, "source": source}
