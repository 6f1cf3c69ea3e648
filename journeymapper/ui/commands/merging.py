"""The command that makes one persona of two, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymapper.analysis.persona_rows import HEAD, CardRow, Side, joined, kept_texts
from journeymapper.document.document import Document
from journeymapper.document.operations import persona_notes
from journeymapper.document.operations.merging_personas import merge_personas
from journeymapper.domain.entities import Persona
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.names import persona_name


def merge(
    document: Document, kept_id: str, other_id: str, sides: Mapping[CardRow, Side]
) -> Message:
    """Make one persona of two in one step; ``sides`` says for every row what is kept.

    Two statements under one key become one, as sure as the less sure. Returns the step's label.
    """
    snapshot = document.snapshot
    other = snapshot.get(Persona, other_id)
    names = {"name": persona_name(snapshot, kept_id), "other": persona_name(snapshot, other_id)}
    label = _("Make one card of {name} and {other}", **names)
    fields: dict[str, Any] = {}
    notes: set[str] = set()
    joining: list[CardRow] = []
    for row, side in sides.items():
        if row.section == HEAD:
            fields |= _head(row, side, other)
            continue
        left, right = row.notes
        if side == Side.BOTH and not row.is_list and left and right:
            joining.append(row)
        chosen = {Side.LEFT: left, Side.RIGHT: right, Side.BOTH: (*left, *_new(row))}[side]
        notes.update(note.id for note in chosen)
    with document.step(label) as tx:
        merge_personas(tx, kept_id, other_id, fields, notes)
        for row in joining:
            both = (*row.notes[0], *row.notes[1])
            persona_notes.change_note(tx, both[0].id, **joined(both))
            for note in both[1:]:
                if note.id in notes:
                    persona_notes.delete_note(tx, note.id)
    return label


def _head(row: CardRow, side: Side, other: Persona) -> dict[str, Any]:
    if side == Side.LEFT:
        return {}
    if side == Side.RIGHT:
        found = {row.key: getattr(other, row.key)}
        return found | ({"short": other.short} if row.key == "name" else {})
    return {row.key: "\n".join(kept_texts(row, side))}


def _new(row: CardRow) -> tuple[Any, ...]:
    """The statements of the second card that the first does not have in the same words."""
    known = {note.text.strip().casefold() for note in row.notes[0]}
    return tuple(note for note in row.notes[1] if note.text.strip().casefold() not in known)
