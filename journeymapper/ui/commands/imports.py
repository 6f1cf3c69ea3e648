"""Commands that take answers from files."""

from __future__ import annotations

from functools import partial

from journeymapper.document.ahead import Ahead
from journeymapper.document.document import Document
from journeymapper.document.taking import take
from journeymapper.domain.changes import Initiator
from journeymapper.domain.intake import Intake
from journeymapper.domain.message import Message, _


def begin_taking(document: Document, intake: Intake, today: str) -> Ahead:
    """Begin to take the answers of a file; raises RefusedError where nothing can be changed."""
    return document.ahead(partial(take, intake=intake, today=today))


def finish_taking(document: Document, ahead: Ahead, count: int, name: str) -> Message:
    """Take them as one step, with rows that lie there; returns its label. Raises UserError."""
    label = _("Take {count} answers from {file}", count=count, file=name)
    with document.step(label, initiator=Initiator.IMPORT) as tx:
        ahead.finish(tx)
    return label
