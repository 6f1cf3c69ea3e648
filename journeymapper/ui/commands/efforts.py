"""Commands about how easy a step is."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import feelings
from journeymapper.domain.kinds import Measure, SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import step_name

VALUES = tuple("1234567")
"""What can be typed: 1 is hard, 7 is easy."""


def set_value(document: Document, touchpoint_id: str, value: int | None) -> None:
    """Note how easy a step is in the team's opinion, 1 to 7; None forgets it."""
    name = step_name(document.snapshot, touchpoint_id)
    merge = ("step effort", touchpoint_id)
    with document.step(_("How easy is {name}", name=name), merge=merge) as tx:
        if value is None:
            feelings.unrate(tx, touchpoint_id, Measure.EFFORT)
        else:
            feelings.rate(tx, touchpoint_id, Measure.EFFORT, value, source=SourceKind.STAFF)
