"""Commands that add a map to the file or take one out."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import map_copies, maps
from journeymapper.document.outline import Outline
from journeymapper.document.templates import fill_structure
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.told_apart import free_name
from journeymapper.ui.commands.names import map_title, shortened


def unused_title(snapshot: Snapshot, title: str) -> str:
    """Return the title with a number behind it where a map of the file is called so already."""
    return free_name(title.strip(), (m.title.casefold() for m in queries.maps(snapshot)))


def add_empty(document: Document, beside: str, title: str) -> str:
    """Add a map without stages, for the personas of the map ``beside``; returns its id."""
    title = unused_title(document.snapshot, title)
    people = document.snapshot.get(JourneyMap, beside).personas
    with document.step(_label(title)) as tx:
        return maps.add_map(tx, title, personas=people)


def add_like(document: Document, map_id: str, title: str) -> str:
    """Add a map with the stages and steps of another one; returns its id."""
    title = unused_title(document.snapshot, title)
    with document.step(_label(title)) as tx:
        return map_copies.add_map_like(tx, map_id, title)


def add_from_template(document: Document, beside: str, title: str, outline: Outline) -> str:
    """Add a map with the steps of a template, for the personas of the map ``beside``."""
    title = unused_title(document.snapshot, title)
    people = document.snapshot.get(JourneyMap, beside).personas
    with document.step(_label(title)) as tx:
        made = fill_structure(tx, outline, title=title).map
        maps.set_map_personas(tx, made, people)
        return made


def delete(document: Document, map_id: str) -> Message:
    """Take a map out; returns the label of the step. Refused for the last one."""
    label = _("Delete {name}", name=map_title(document.snapshot, map_id))
    with document.step(label) as tx:
        maps.delete_map(tx, map_id)
    return label


def _label(title: str) -> Message:
    return _("New map {name}", name=shortened(title))
