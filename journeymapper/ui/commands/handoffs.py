"""Commands about hand-offs between roles."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import connections
from journeymapper.domain import indexes
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import step_name


def note(document: Document, source: str, target: str, passed: bool | None, items: str) -> None:
    """Say whether what is known goes along from one step to another, and what that is.

    Where the order of the steps alone leads from one to the other, the way is written down now.
    """
    label = _("Passed on to {name}", name=step_name(document.snapshot, target))
    with document.step(label, merge=("hand-off", source, target, passed)) as tx:
        ways = tx.snapshot.select(indexes.CONNECTIONS_FROM, source)
        known = next((way for way in ways if way.target == target), None)
        way_id = known.id if known else connections.connect(tx, source, target=target)
        kept = known.state_kept if known else None
        connections.set_handoff(tx, way_id, info_passed=passed, items=items, state_kept=kept)
