"""Commands of the views of plans: start, close, open again, dates, impact and effort."""

from __future__ import annotations

from datetime import date

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Participant, Plan, Task
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.names import shortened


def plan_name(document: Document, plan_id: str) -> str | Message:
    """Return what a plan is called in the label of a step."""
    plan = document.snapshot.find(Plan, plan_id)
    return shortened(plan.title) if plan and plan.title.strip() else _("a plan without a name")


def task_name(document: Document, task_id: str) -> str | Message:
    """Return what a task is called in the label of a step."""
    task = document.snapshot.find(Task, task_id)
    return shortened(task.title) if task and task.title.strip() else _("a task without a name")


def close(document: Document, plan_id: str, today: date) -> None:
    """Close a plan; raises RefusedError without proof, or while somebody is still to be told."""
    with document.step(_("Close {plan}", plan=plan_name(document, plan_id))) as tx:
        operations.close_plan(tx, plan_id, today.isoformat())


def reopen(document: Document, plan_id: str, today: date, reason: str) -> None:
    """Go on with a plan that was closed; raises RefusedError without a reason."""
    with document.step(_("Open {plan} again", plan=plan_name(document, plan_id))) as tx:
        operations.reopen_plan(tx, plan_id, today.isoformat(), reason)


def set_dates(document: Document, id_: str, begin: str, due: str, *, merge: bool = False) -> None:
    """Set the local dates of a plan or a task; raises RefusedError when they are swapped.

    With ``merge``, one step after the other on the same plan or task becomes one.
    """
    key = ("dates", id_) if merge else None
    if document.snapshot.find(Plan, id_) is not None:
        label = _("Dates of {plan}", plan=plan_name(document, id_))
        with document.step(label, merge=key) as tx:
            operations.change_plan(tx, id_, start=begin, due=due)
        return
    label = _("Dates of {task}", task=task_name(document, id_))
    with document.step(label, merge=key) as tx:
        operations.change_task(tx, id_, start=begin, due=due)


def rate(document: Document, plan_id: str, impact: int | None, effort: int | None) -> None:
    """Set what a plan brings and what it costs, each 1 to 5; None for not rated."""
    label = _("Impact and effort of {plan}", plan=plan_name(document, plan_id))
    with document.step(label, merge=("rate", plan_id)) as tx:
        operations.change_plan(tx, plan_id, impact=impact, effort=effort)


def tick(document: Document, task_id: str, today: date | None) -> None:
    """Tick a task off today, or open it again with None."""
    name = task_name(document, task_id)
    label = _("Done: {task}", task=name) if today else _("Not done: {task}", task=name)
    with document.step(label) as tx:
        operations.tick_task(tx, task_id, today.isoformat() if today else "")


def give_to(document: Document, id_: str, person: str | None) -> None:
    """Make somebody responsible for a plan or a task; None for nobody."""
    found = document.snapshot.find(Participant, person)
    who: str | Message = found.name if found is not None else _("nobody")
    if document.snapshot.find(Plan, id_) is not None:
        with document.step(_("Give {what} to {who}", what=plan_name(document, id_), who=who)) as tx:
            operations.change_plan(tx, id_, owner=person)
        return
    with document.step(_("Give {what} to {who}", what=task_name(document, id_), who=who)) as tx:
        operations.change_task(tx, id_, owner=person)
