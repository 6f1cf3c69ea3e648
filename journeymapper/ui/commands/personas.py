"""Commands about personas as wholes: who there is, what each is called, whether each holds."""

from __future__ import annotations

from datetime import date

from journeymapper.document.document import Document
from journeymapper.document.operations import personas, projects
from journeymapper.domain import queries
from journeymapper.domain.entities import Persona
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import NoteSection, PersonaKind, PersonaStatus
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import persona_name, shortened

MORE = "persona."
"""How the entries of `Project.more` begin that show a section on the cards."""


def add(document: Document, name: str) -> str:
    """Add a persona; returns its id."""
    with document.step(_("Add {name}", name=shortened(name))) as tx:
        return personas.add_persona(tx, name)


def duplicate(document: Document, persona_id: str, name: str) -> str:
    """Add a copy of a card under another name; returns its id."""
    label = _("Copy the card of {name}", name=persona_name(document.snapshot, persona_id))
    with document.step(label) as tx:
        return personas.duplicate_persona(tx, persona_id, name)


def delete(document: Document, persona_id: str) -> Message:
    """Delete a persona with card and feelings; returns the label of the step."""
    label = _("Delete {name}", name=persona_name(document.snapshot, persona_id))
    with document.step(label) as tx:
        personas.delete_persona(tx, persona_id)
    return label


def rename(document: Document, persona_id: str, name: str) -> None:
    """Give a persona another name; where the map shows a shorter one, that is replaced too.

    Raises RefusedError for no name.
    """
    if not name.strip():
        raise RefusedError(_("A persona needs a name."))
    short = document.snapshot.get(Persona, persona_id).short
    fields = {"name": name, "short": name} if short else {"name": name}
    label = _("Rename to {name}", name=shortened(name))
    with document.step(label, merge=("persona name", persona_id)) as tx:
        personas.change_persona(tx, persona_id, **fields)


def write(document: Document, persona_id: str, field: str, text: str) -> None:
    """Write a text of the card's head: ``about``, ``quote`` or ``story``."""
    label = _("Write “{text}”", text=shortened(text))
    with document.step(label, merge=("persona text", persona_id, field)) as tx:
        personas.change_persona(tx, persona_id, **{field: text})


def set_kind(document: Document, persona_id: str, kind: PersonaKind) -> None:
    """Say whether a card is about a person or an organisation."""
    name = persona_name(document.snapshot, persona_id)
    label = _("{name} is a person", name=name)
    if kind == PersonaKind.ORGANISATION:
        label = _("{name} is an organisation", name=name)
    with document.step(label) as tx:
        personas.change_persona(tx, persona_id, kind=kind)


def set_status(document: Document, persona_id: str, status: PersonaStatus) -> None:
    """Say how far a card is checked; raises RefusedError where nobody would be left."""
    name = persona_name(document.snapshot, persona_id)
    labels = {
        PersonaStatus.DRAFT: _("{name} is a draft", name=name),
        PersonaStatus.VALIDATED: _("{name} is checked", name=name),
        PersonaStatus.RETIRED: _("{name} is retired", name=name),
    }
    with document.step(labels[status]) as tx:
        personas.set_persona_status(tx, persona_id, status)


def make_main(document: Document, persona_id: str) -> None:
    """Make a persona the main one."""
    label = _("{name} is the main persona", name=persona_name(document.snapshot, persona_id))
    with document.step(label) as tx:
        personas.set_primary_persona(tx, persona_id)


def shift(document: Document, persona_id: str, by: int) -> bool:
    """Move a persona up (-1) or down (+1) in the list; returns whether there was room.

    The main one stays first: beside it there is no room.
    """
    snapshot = document.snapshot
    listed = [p.id for p in queries.personas(snapshot)]
    place = listed.index(persona_id) + by
    if not 0 <= place < len(listed):
        return False
    if any(snapshot.get(Persona, p).primary for p in (persona_id, listed[place])):
        return False
    stored = [p.id for p in sorted(snapshot.table(Persona).values(), key=sort_key)]
    target = stored.index(listed[place])
    with document.step(_("Move {name}", name=persona_name(snapshot, persona_id))) as tx:
        personas.move_persona(tx, persona_id, target)
    return True


def review(document: Document, persona_id: str, today: date) -> None:
    """Note that a card was looked at today; it holds for the months that the project says."""
    label = _("{name} still holds", name=persona_name(document.snapshot, persona_id))
    with document.step(label) as tx:
        personas.review_persona(tx, persona_id, today.isoformat())


def set_review_months(document: Document, months: int) -> None:
    """Say after how many months what was looked at is looked at again."""
    label = _("Look again after 1 month")
    if months > 1:
        label = _("Look again after {months} months", months=months)
    with document.step(label) as tx:
        projects.set_project(tx, review_months=months)


def is_wanted(snapshot: Snapshot, section: NoteSection) -> bool:
    """Say whether the file shows a section of More on every card, even an empty one."""
    return MORE + section.value in queries.project(snapshot).more


def want(document: Document, section: NoteSection, title: Message, *, shown: bool) -> None:
    """Show a section of More on every card, or only where it holds something."""
    entry = MORE + section.value
    others = tuple(e for e in queries.project(document.snapshot).more if e != entry)
    label = _("Show “{name}”", name=title) if shown else _("Hide “{name}”", name=title)
    with document.step(label) as tx:
        projects.set_project(tx, more=(*others, entry) if shown else others)
