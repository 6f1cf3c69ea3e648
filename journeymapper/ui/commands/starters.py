"""Commands that begin a persona with questions; which ones is remembered in the file."""

from __future__ import annotations

from journeymapper.app.starters import Starter
from journeymapper.document.document import Document
from journeymapper.document.operations import personas, projects
from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot

_ENTRY = "persona.asks:"
"""How the entries of `Project.more` begin that say which questions a card asks."""


def add(document: Document, starter: Starter) -> str:
    """Add an empty persona that is asked the questions of a starter; returns its id."""
    with document.step(_("Add {name}", name=starter.title)) as tx:
        made = personas.add_persona(
            tx, starter.title, kind=starter.kind, age_group=starter.age_group
        )
        more = queries.project(tx.snapshot).more
        there = tuple(e for e in more if not e.startswith(_ENTRY) or _whose(e) in _ids(tx.snapshot))
        projects.set_project(tx, more=(*there, f"{_ENTRY}{starter.key}:{made}"))
    return made


def asked(snapshot: Snapshot, persona_id: str) -> str:
    """Return the key of the starter of a persona, or ""."""
    for entry in queries.project(snapshot).more:
        if entry.startswith(_ENTRY) and _whose(entry) == persona_id:
            return entry.removeprefix(_ENTRY).partition(":")[0]
    return ""


def _whose(entry: str) -> str:
    return entry.rpartition(":")[2]


def _ids(snapshot: Snapshot) -> set[str]:
    return {persona.id for persona in queries.personas(snapshot)}
