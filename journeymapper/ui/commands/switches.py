"""Showing and hiding what stands under More; nothing is deleted by hiding."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _


def switch(document: Document, key: str, name: Message, *, wanted: bool) -> None:
    """Show or hide what has this key in ``Project.more``; ``name`` is what it is called."""
    known = queries.project(document.snapshot).more
    if (key in known) == wanted:
        return
    others = tuple(one for one in known if one != key)
    label = _("Show “{what}”", what=name) if wanted else _("Hide “{what}”", what=name)
    with document.step(label) as tx:
        operations.set_project(tx, more=(*others, key) if wanted else others)
