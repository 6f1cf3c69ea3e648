"""What would be if: a verb on a step that is thrown away. The document stays as it is."""

from __future__ import annotations

from collections.abc import Callable

from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.sources import new_id

Verb = Callable[[Tx], object]
"""Does something to a journey, such as ``lambda tx: operations.delete_card(tx, card_id)``."""


def tried(document: Document, verb: Verb) -> Tx:
    """Return a verb's changes and the state after it; raises what the verb raises."""
    tx = Tx(document.snapshot, new_id)
    verb(tx)
    return tx


def preview(document: Document, verb: Verb) -> Snapshot:
    """Return the state after a verb; raises what the verb raises."""
    return tried(document, verb).snapshot
