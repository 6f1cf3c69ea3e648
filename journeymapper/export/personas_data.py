"""Personas as data: JSON with all of a card, or CSV with a row for each statement."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Attachment, Channel, ChannelShare, Persona, PersonaNote
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_draft import (
    COLUMNS,
    FIELD_ROWS,
    KIND,
    MARK,
    NOTE_FIELDS,
    PERSONA_FIELDS,
    SHARE_FIELDS,
    SHARE_ROWS,
    VERSION,
    guarded,
)
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.told_apart import told_apart
from journeymapper.export.table import Cell, csv_file

SUFFIXES = (".json", ".csv")
"""The kinds of files that personas are written to as data."""


def personas_json(snapshot: Snapshot, pictures: Callable[[str], bytes], *, client: bool) -> bytes:
    """Return all personas as JSON, the main one first, with their pictures.

    For a client hidden statements and where statements come from are left out.
    """
    plain = {
        MARK: KIND,
        "version": VERSION,
        "personas": [
            _plain(snapshot, one, pictures, client=client) for one in queries.personas(snapshot)
        ],
    }
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def personas_csv(snapshot: Snapshot, *, client: bool) -> bytes:
    """Return all personas as CSV: rows of fields, statements and channels, as ``COLUMNS`` has."""
    rows: list[list[Cell]] = [list(COLUMNS)]
    known = queries.personas(snapshot)
    names = told_apart(known)
    for persona in known:
        name = names[persona.id]
        for field in PERSONA_FIELDS:
            value = getattr(persona, field)
            for one in value if isinstance(value, tuple) else (value,):
                if one not in ("", None, False):
                    text = "yes" if one is True else str(one)
                    rows.append(_row(persona=name, section=FIELD_ROWS, key=field, text=text))
        notes = _notes(snapshot, persona, client=client)
        rows += [_row(persona=name, **_note(note, client=client)) for note in notes]
        for share in queries.channel_shares(snapshot, persona.id):
            channel = snapshot.get(Channel, share.channel).name
            rows.append(_row(persona=name, section=SHARE_ROWS, key=channel, **_share(share)))
    return csv_file(rows)


def left_out(snapshot: Snapshot) -> Message:
    """Say what a CSV file of the personas does not have and a JSON file has."""
    pictures = sum(one.portrait is not None for one in queries.personas(snapshot))
    if pictures:
        return _(
            "CSV leaves out {n} portraits, and of what kind channels are. JSON has them.",
            n=pictures,
        )
    return _("CSV leaves out portraits, and of what kind channels are. JSON has them.")


def _plain(
    snapshot: Snapshot, persona: Persona, pictures: Callable[[str], bytes], *, client: bool
) -> dict[str, Any]:
    plain: dict[str, Any] = {name: getattr(persona, name) for name in PERSONA_FIELDS}
    if persona.portrait is not None:
        attached = snapshot.get(Attachment, persona.portrait)
        plain["portrait"] = {
            "media_type": attached.media_type,
            "base64": base64.b64encode(pictures(persona.portrait)).decode("ascii"),
        }
    plain["notes"] = [
        _note(note, client=client) for note in _notes(snapshot, persona, client=client)
    ]
    plain["channels"] = []
    for share in queries.channel_shares(snapshot, persona.id):
        channel = snapshot.get(Channel, share.channel)
        named = {"channel": channel.name, "kind": channel.kind, "icon": channel.icon}
        plain["channels"].append({**named, **_share(share)})
    return plain


def _notes(snapshot: Snapshot, persona: Persona, *, client: bool) -> list[PersonaNote]:
    notes = snapshot.select(indexes.NOTES_OF_PERSONA, persona.id)
    return [note for note in notes if not (client and note.hidden)]


def _note(note: PersonaNote, *, client: bool) -> dict[str, Any]:
    found = {name: getattr(note, name) for name in NOTE_FIELDS}
    if client:
        found["citation"] = ""
    return found


def _share(share: ChannelShare) -> dict[str, Any]:
    return {name: getattr(share, name) for name in SHARE_FIELDS}


def _row(**values: Any) -> list[Cell]:
    return [_cell(values.get(column)) for column in COLUMNS]


def _cell(value: Any) -> Cell:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, int | float):
        return value
    return guarded(str(value))
