"""Whether a walk goes on somewhere, and at which step."""

from __future__ import annotations

from journeymapper.app.walks import Walks, walk_of
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _

WALK = _("Walk through")


def is_under_way(walks: Walks, doc_id: str) -> bool:
    """Say whether a walk through a document was begun and is not ended."""
    known = walk_of(walks, doc_id)
    return known is not None and not known.ended and bool(known.at)


def continues_at(walks: Walks, document: Document, map_id: str) -> str:
    """Return the number of the step at which a walk goes on; "" for none."""
    known = walk_of(walks, document.doc_id, map_id)
    if known is None or known.ended:
        return ""
    return queries.numbers(document.snapshot, map_id).get(known.at, "")


def invitation(walks: Walks, document: Document, map_id: str) -> Message:
    """Return the words of the button that leads to the walk."""
    number = continues_at(walks, document, map_id)
    return _("Continue the walk at {number}", number=number) if number else WALK
