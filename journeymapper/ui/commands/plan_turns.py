"""Commands that turn a plan: it starts, is closed, goes on again, is given up."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Version
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import plan_name, shortened


def start_plan(document: Document, plan_id: str, date: str, before: str = "") -> None:
    """Begin with a plan; raises RefusedError that says what is missing.

    ``before`` names the version to compare with later: everything as it was until now.
    """
    last = document.history()[-1]
    label = _("Start the plan “{name}”", name=plan_name(document.snapshot, plan_id))
    with document.step(label) as tx:
        operations.start_plan(tx, plan_id, date)
        if before:
            operations.add_version(tx, before, last.id, last.at)


def before_plan(title: str) -> Message:
    """Return what the version is called that is kept when a plan starts."""
    return _("Before “{plan}”", plan=shortened(title))


def version_before(snapshot: Snapshot, name: str) -> str | None:
    """Return the id of the newest version of this name, or None."""
    found = [v for v in snapshot.table(Version).values() if v.name == name]
    return max(found, key=lambda v: (v.at, v.id)).id if found else None


def close_plan(document: Document, plan_id: str, date: str) -> Message:
    """Close a plan; raises RefusedError for what is missing. Returns the label of that."""
    label = _("Close the plan “{name}”", name=plan_name(document.snapshot, plan_id))
    with document.step(label) as tx:
        operations.close_plan(tx, plan_id, date)
    return label


def reopen_plan(document: Document, plan_id: str, date: str, reason: str) -> None:
    """Go on with a plan that was closed or given up; raises RefusedError without a reason."""
    label = _("Open the plan “{name}” again", name=plan_name(document.snapshot, plan_id))
    with document.step(label) as tx:
        operations.reopen_plan(tx, plan_id, date, reason)


def drop_plan(document: Document, plan_id: str, date: str, reason: str) -> None:
    """Give a plan up; raises RefusedError without a reason."""
    label = _("Drop the plan “{name}”", name=plan_name(document.snapshot, plan_id))
    with document.step(label) as tx:
        operations.drop_plan(tx, plan_id, date, reason)
