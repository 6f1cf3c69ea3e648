"""Verbs about personas: cards, their order, which one is the main one, when they were checked."""

from __future__ import annotations

from datetime import date
from typing import Any

from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import ChannelShare, Persona, PersonaNote, replaced
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import PersonaStatus
from journeymapper.domain.message import _
from journeymapper.domain.months import months_later


def add_persona(tx: Tx, name: str, **fields: Any) -> str:
    """Add a typical customer; the first one is the primary one."""
    others = queries.personas(tx.snapshot)
    primary = bool(fields.pop("primary", False)) or not others
    position = position_at(tx, sorted(others, key=sort_key), None)
    made = tx.insert(Persona(tx.new_id(), name=name, position=position, **fields))
    if primary:
        set_primary_persona(tx, made.id)
    return made.id


def change_persona(tx: Tx, persona_id: str, /, **fields: Any) -> None:
    """Set fields of a persona; making it the primary one makes the others secondary.

    Raises RefusedError where no persona would be the primary one.
    """
    primary = fields.pop("primary", None)
    if primary is False and tx.snapshot.get(Persona, persona_id).primary:
        raise RefusedError(
            _("One persona has to be the main one."),
            _("Make another one the main persona instead."),
        )
    tx.change(Persona, persona_id, **fields)
    if primary:
        set_primary_persona(tx, persona_id)


def set_primary_persona(tx: Tx, persona_id: str) -> None:
    """Make a persona the primary one, and the others secondary; it is in use again."""
    for other in queries.personas(tx.snapshot):
        if other.primary and other.id != persona_id:
            tx.change(Persona, other.id, primary=False)
    persona = tx.change(Persona, persona_id, primary=True)
    if persona.status == PersonaStatus.RETIRED:
        tx.change(Persona, persona_id, status=PersonaStatus.DRAFT)


def set_persona_status(tx: Tx, persona_id: str, status: PersonaStatus) -> None:
    """Say how far a persona is checked; when the primary one retires, the next takes its place.

    Raises RefusedError when the only persona in use would retire.
    """
    if status == PersonaStatus.RETIRED:
        _hand_on(tx, persona_id)
    tx.change(Persona, persona_id, status=status)


def move_persona(tx: Tx, persona_id: str, index: int | None = None) -> None:
    """Move a persona to a place among all of them (None: the end)."""
    siblings = tuple(sorted(tx.snapshot.table(Persona).values(), key=sort_key))
    if not stays(siblings, persona_id, index):
        position = position_at(tx, without(siblings, persona_id), index)
        tx.change(Persona, persona_id, position=position)


def review_persona(tx: Tx, persona_id: str, today: str) -> None:
    """Note that a card was looked at on a local date; it holds for the project's months from then.

    Raises RefusedError for a text that is no date.
    """
    tx.change(Persona, persona_id, reviewed_at=today)
    until = months_later(date.fromisoformat(today), queries.project(tx.snapshot).review_months)
    tx.change(Persona, persona_id, valid_until=until.isoformat())


def duplicate_persona(tx: Tx, persona_id: str, name: str) -> str:
    """Add a copy of a card as a draft that nobody has reviewed, on no map and without a rule."""
    source = tx.snapshot.get(Persona, persona_id)
    siblings = tuple(sorted(tx.snapshot.table(Persona).values(), key=sort_key))
    place = [one.id for one in siblings].index(persona_id) + 1
    made = replaced(
        source,
        {
            "id": tx.new_id(),
            "name": name,
            "short": "",
            "primary": False,
            "answers": (),
            "status": PersonaStatus.DRAFT,
            "reviewed_at": "",
            "valid_until": "",
            "position": position_at(tx, siblings, place),
        },
    )
    tx.insert(made)
    copied: tuple[PersonaNote | ChannelShare, ...] = (
        *tx.snapshot.select(indexes.NOTES_OF_PERSONA, persona_id),
        *tx.snapshot.select(indexes.SHARES_OF_PERSONA, persona_id),
    )
    for one in copied:
        tx.insert(replaced(one, {"id": tx.new_id(), "persona": made.id}))
    return made.id


def delete_persona(tx: Tx, persona_id: str) -> None:
    """Take a persona out with its notes and feelings; another one becomes the primary one."""
    if any(p.id != persona_id for p in queries.personas(tx.snapshot)):
        _hand_on(tx, persona_id, retired_too=True)
    tx.delete(Persona, persona_id)


def _hand_on(tx: Tx, persona_id: str, *, retired_too: bool = False) -> None:
    """Make another persona the primary one if this one is; raises RefusedError if none is left."""
    others = [p for p in queries.personas(tx.snapshot) if p.id != persona_id]
    others.sort(key=lambda p: p.status == PersonaStatus.RETIRED)
    if not retired_too:
        others = [p for p in others if p.status != PersonaStatus.RETIRED]
    if not others:
        raise RefusedError(
            _("This is the only persona in use."), _("Add another one first, then retire this one.")
        )
    if tx.snapshot.get(Persona, persona_id).primary:
        set_primary_persona(tx, others[0].id)
