"""Personas from a file become personas of the document, in one step."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.document.operations import people, persona_notes, personas, projects
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Channel
from journeymapper.domain.persona_draft import (
    NOTE_FIELDS,
    PERSONA_FIELDS,
    SHARE_FIELDS,
    PersonaDraft,
)
from journeymapper.domain.told_apart import free_name


def bring_in_personas(tx: Tx, drafts: Sequence[PersonaDraft]) -> tuple[str, ...]:
    """Add personas after those there are; returns their ids.

    A name that is taken gets a number, the main persona stays the one there was. A channel of a
    known name is that channel, another one is added.
    """
    return tuple(_bring_in(tx, draft) for draft in drafts)


def _bring_in(tx: Tx, draft: PersonaDraft) -> str:
    known = queries.personas(tx.snapshot)
    fields = {name: getattr(draft.persona, name) for name in PERSONA_FIELDS}
    fields["name"] = free_name(draft.persona.name, {one.name.casefold() for one in known})
    fields["primary"] = draft.persona.primary and not any(one.primary for one in known)
    if draft.portrait is not None:
        fields["portrait"] = projects.attach(tx, *draft.portrait)
    made = personas.add_persona(tx, **fields)
    for note in draft.notes:
        persona_notes.add_note(tx, made, **{name: getattr(note, name) for name in NOTE_FIELDS})
    for one in draft.shares:
        channel = _channel(tx, one.channel)
        values = {name: getattr(one.share, name) for name in SHARE_FIELDS}
        persona_notes.set_channel_share(tx, made, channel, **values)
    return made


def _channel(tx: Tx, wanted: Channel) -> str:
    for channel in tx.snapshot.table(Channel).values():
        if channel.name.casefold() == wanted.name.casefold():
            return channel.id
    return people.add_channel(tx, wanted.name, wanted.kind, wanted.icon)
