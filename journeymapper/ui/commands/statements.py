"""Commands about the statements on a persona's card, and the channels a persona uses."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from journeymapper.document.document import Document
from journeymapper.document.operations import people, persona_notes
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Channel, ChannelShare, PersonaNote
from journeymapper.domain.kinds import NoteSection, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import note_of, notes_in
from journeymapper.ui.commands.names import persona_name, shortened


def write(
    document: Document, persona_id: str, section: NoteSection, key: str, text: str
) -> str | None:
    """Write what stands under a fixed key; returns the statement's id, None without any."""
    label = _("Write “{text}”", text=shortened(text))
    with document.step(label, merge=("statement", persona_id, section, key)) as tx:
        return persona_notes.set_note(tx, persona_id, section, key, text)


def add(
    document: Document, persona_id: str, section: NoteSection, key: str, text: str, token: Hashable
) -> str:
    """Add a statement to a list; what is typed on under the same token joins the step."""
    label = _("Write “{text}”", text=shortened(text))
    with document.step(label, merge=("statement", token)) as tx:
        return persona_notes.add_note(tx, persona_id, section, key, text)


def rewrite(document: Document, note_id: str, text: str, token: Hashable) -> None:
    """Write a statement of a list anew; one without words goes."""
    label = _("Write “{text}”", text=shortened(text))
    if not text.strip():
        delete(document, note_id)
        return
    with document.step(label, merge=("statement", token)) as tx:
        persona_notes.change_note(tx, note_id, text=text)


def delete(document: Document, note_id: str) -> Message:
    """Take a statement off the card; returns the label of the step."""
    label = _("Delete {name}", name=statement_name(document, note_id))
    with document.step(label) as tx:
        persona_notes.delete_note(tx, note_id)
    return label


def shift(document: Document, note_id: str, by: int) -> bool:
    """Move a statement up (-1) or down (+1) in its list; returns whether there was room."""
    note = document.snapshot.get(PersonaNote, note_id)
    ids = [n.id for n in notes_in(document.snapshot, note.persona, note.section)]
    place = ids.index(note_id) + by
    if not 0 <= place < len(ids):
        return False
    with document.step(_("Move {name}", name=statement_name(document, note_id))) as tx:
        persona_notes.move_note(tx, note_id, place)
    return True


def set_source(document: Document, note_id: str, **fields: Any) -> None:
    """Say how sure a statement is: ``source``, ``n``, ``date`` or ``citation``."""
    label = _("How sure: {name}", name=statement_name(document, note_id))
    source = fields.get("source")
    if source in (SourceKind.STAFF, SourceKind.ASSUMPTION):
        fields = {**fields, "n": None}
    merge = ("statement source", note_id, *fields)
    with document.step(label, merge=merge) as tx:
        persona_notes.change_note(tx, note_id, **fields)


def set_intensity(document: Document, note_id: str, intensity: int | None) -> None:
    """Say how strong a statement is, or how much a need weighs: 1 to 5, None for unknown."""
    with document.step(_("How strong: {name}", name=statement_name(document, note_id))) as tx:
        persona_notes.change_note(tx, note_id, intensity=intensity)


def set_hidden(document: Document, note_id: str, *, hidden: bool) -> None:
    """Keep a statement off paper, or print it."""
    name = statement_name(document, note_id)
    label = _("Do not print {name}", name=name) if hidden else _("Print {name}", name=name)
    with document.step(label) as tx:
        persona_notes.change_note(tx, note_id, hidden=hidden)


def set_dots(
    document: Document, persona_id: str, key: str, title: Message, dots: int | None
) -> None:
    """Give a trait one to five dots, or none."""
    label = _("{trait} of {name}", trait=title, name=persona_name(document.snapshot, persona_id))
    with document.step(label, merge=("trait", persona_id, key)) as tx:
        section = NoteSection.TRAIT
        known = note_of(tx.snapshot, persona_id, section, key)
        text = known.text if known else ""
        persona_notes.set_note(tx, persona_id, section, key, text, intensity=dots)


def set_share(
    document: Document,
    persona_id: str,
    channel_id: str,
    offered: float | None,
    preferred: float | None,
) -> None:
    """Say what we offer on a channel and what the persona prefers, each 0 to 1 or unknown."""
    channel = document.snapshot.get(Channel, channel_id).name
    label = _("{channel} of {name}", channel=channel, name=_name(document, persona_id))
    with document.step(label, merge=("share", persona_id, channel_id)) as tx:
        persona_notes.set_channel_share(tx, persona_id, channel_id, offered, preferred)


def add_share(document: Document, persona_id: str, channel_id: str, name: str) -> None:
    """Begin a line about a channel; without an id the channel is added by its name."""
    label = _("{channel} of {name}", channel=name, name=_name(document, persona_id))
    with document.step(label) as tx:
        channel = channel_id or people.add_channel(tx, name)
        if not _has_share(tx, persona_id, channel):
            persona_notes.set_channel_share(tx, persona_id, channel, None, 0.0)


def statement_name(document: Document, note_id: str) -> str | Message:
    """Return the words of a statement as a label quotes them."""
    text = document.snapshot.get(PersonaNote, note_id).text
    return f"“{shortened(text)}”" if text.strip() else _("an empty statement")


def _has_share(tx: Tx, persona_id: str, channel_id: str) -> bool:
    shares = tx.snapshot.table(ChannelShare).values()
    return any(s.persona == persona_id and s.channel == channel_id for s in shares)


def _name(document: Document, persona_id: str) -> str | Message:
    return persona_name(document.snapshot, persona_id)
