"""Commands that turn a plan: it starts, is closed, goes on again, is given up."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Version
from journeymapper.domain.kinds_plan import PlanTurn
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import turns as events
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
            operations.add_version(tx, before, last.id, last.at, _start_of(tx.snapshot, plan_id))


def before_plan(title: str) -> Message:
    """Return what the version is called that is kept when a plan starts."""
    return _("Before “{plan}”", plan=shortened(title))


def version_before(snapshot: Snapshot, plan_id: str, name: str = "") -> str | None:
    """Return the id of the version that was kept when a plan started, or None.

    It has the id of the turn in which the plan started. In files in which it has not, it is the
    newest of this name.
    """
    started = _start_of(snapshot, plan_id)
    if snapshot.find(Version, started) is not None:
        return started
    found = [v for v in snapshot.table(Version).values() if name and v.name == name]
    return max(found, key=lambda v: (v.at, v.id)).id if found else None


def _start_of(snapshot: Snapshot, plan_id: str) -> str:
    """The id of the turn in which a plan started, "" before that."""
    found = [e.id for e in events(snapshot, plan_id) if e.turn == PlanTurn.STARTED]
    return found[-1] if found else ""


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
