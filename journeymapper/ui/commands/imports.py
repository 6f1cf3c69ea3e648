"""Commands that take answers from files."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.taking import take
from journeymapper.domain.changes import Initiator
from journeymapper.domain.intake import Intake
from journeymapper.domain.message import Message, _


def take_answers(document: Document, intake: Intake, today: str, at: str) -> Message:
    """Take the answers of a file as one step; returns its label. Raises RefusedError.

    ``today`` is a local date, ``at`` the UTC instant at which alerts are raised.
    """
    count = len(intake.rows.sheets)
    label = _("Take {count} answers from {file}", count=count, file=intake.name)
    with document.step(label, initiator=Initiator.IMPORT) as tx:
        take(tx, intake, today, at)
    return label
