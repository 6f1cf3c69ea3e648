"""Commands about the action list as a table: what was changed in it comes in as one step."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.taking_plan_list import take_list
from journeymapper.domain.changes import Initiator
from journeymapper.domain.message import Message, _
from journeymapper.domain.plan_list import ListChanges
from journeymapper.domain.plan_list_words import label_of


def take_in(document: Document, found: ListChanges) -> Message:
    """Write what a list changes; returns what to say. Raises UserError as the verbs do."""
    with document.step(label_of(found), initiator=Initiator.IMPORT) as tx:
        take_list(tx, found)
    n = found.count
    return _("1 row was taken in.") if n == 1 else _("{n} rows were taken in.", n=n)
