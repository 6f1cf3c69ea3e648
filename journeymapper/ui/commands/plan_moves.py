"""Commands of the views of plans: dates, impact and effort, who does it."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import plan_name, task_name


def set_dates(document: Document, id_: str, begin: str, due: str, *, merge: bool = False) -> None:
    """Set the local dates of a plan or a task; raises RefusedError when they are swapped.

    With ``merge``, one step after the other on the same plan or task becomes one.
    """
    key = ("dates", id_) if merge else None
    if document.snapshot.find(Plan, id_) is not None:
        label = _("Dates of {plan}", plan=plan_name(document.snapshot, id_))
        with document.step(label, merge=key) as tx:
            operations.change_plan(tx, id_, start=begin, due=due)
        return
    label = _("Dates of {task}", task=task_name(document.snapshot, id_))
    with document.step(label, merge=key) as tx:
        operations.change_task(tx, id_, start=begin, due=due)


def rate(document: Document, plan_id: str, impact: int | None, effort: int | None) -> None:
    """Set what a plan brings and what it costs, each 1 to 5; None for not rated."""
    label = _("Impact and effort of {plan}", plan=plan_name(document.snapshot, plan_id))
    with document.step(label, merge=("rate", plan_id)) as tx:
        operations.change_plan(tx, plan_id, impact=impact, effort=effort)


def give_to(document: Document, id_: str, person: str) -> None:
    """Make somebody responsible for a plan or a task."""
    snapshot = document.snapshot
    who = queries.person_name(snapshot, person)
    if snapshot.find(Plan, id_) is not None:
        with document.step(_("Give {what} to {who}", what=plan_name(snapshot, id_), who=who)) as tx:
            operations.change_plan(tx, id_, owner=person)
        return
    with document.step(_("Give {what} to {who}", what=task_name(snapshot, id_), who=who)) as tx:
        operations.change_task(tx, id_, owner=person)
