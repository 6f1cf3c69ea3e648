"""Commands about plans and tasks: who does what by when, and how we see that it worked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Participant, Plan, Role, Task
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import GapKey, gap_text
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import shortened

WANTED = 20
"""So many are counted unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How we will see it: what is counted, and how many."""

    text: str
    n: int = WANTED


def read_measure(text: str, count: str) -> Measure | None:
    """Read "count 20 rebookings"; ``count`` is that word as people type it. None for nothing.

    A number counts only at the beginning; everything else is what is counted.
    """
    plain = text.strip()
    if not plain:
        return None
    pattern = rf"(?:{re.escape(count)}\s+)?(\d{{1,5}})\b[\s:,.]*(.*)$"
    found = re.match(pattern, plain, re.IGNORECASE | re.DOTALL)
    if found is not None and int(found[1]) > 0:
        return Measure(found[2].strip(), int(found[1]))
    return Measure(plain)


def people(snapshot: Snapshot) -> tuple[str, ...]:
    """Return whom one can name: participants first, then the roles that nobody stands for yet."""
    named = sorted(snapshot.table(Participant).values(), key=sort_key)
    known = {one.name.casefold() for one in named}
    roles = sorted(snapshot.table(Role).values(), key=sort_key)
    names = [one.name for one in named if one.name]
    names += [role.name for role in roles if role.name and role.name.casefold() not in known]
    return tuple(names)


def person_called(tx: Tx, name: str) -> str | None:
    """Return the participant of this name, who is added if need be; None for no name.

    A role of this name becomes a participant who stands for it.
    """
    wanted = " ".join(name.split())
    if not wanted:
        return None
    named = sorted(tx.snapshot.table(Participant).values(), key=sort_key)
    for one in named:
        if one.name.casefold() == wanted.casefold():
            return one.id
    for role in sorted(tx.snapshot.table(Role).values(), key=sort_key):
        if role.name.casefold() == wanted.casefold():
            return operations.add_participant(tx, role.name, role.id)
    return operations.add_participant(tx, wanted)


def name_of(snapshot: Snapshot, participant_id: str | None) -> str:
    """Return the name of a participant, "" for nobody."""
    found = snapshot.find(Participant, participant_id)
    return found.name if found is not None else ""


def new_plan(
    document: Document,
    what: str,
    *,
    who: str = "",
    by_when: str = "",
    measure: Measure | None = None,
    gaps: Iterable[GapKey] = (),
    touchpoint: str | None = None,
    **fields: Any,
) -> str:
    """Begin a plan, a draft, in one step; returns its id. ``fields`` are others of a plan.

    ``by_when`` is a local date; what is done is called as it is written until somebody calls it
    otherwise. Raises RefusedError when there is nothing to do in it.
    """
    title = _something(what)
    fields.setdefault("solution", title)
    with document.step(_("Begin the plan “{name}”", name=shortened(title))) as tx:
        plan_id = operations.add_plan(
            tx,
            title,
            owner=person_called(tx, who),
            due=by_when,
            gaps=tuple(gap_text(key) for key in gaps),
            touchpoint=touchpoint,
            **fields,
        )
        if measure is not None:
            operations.add_kpi(tx, plan_id, measure.text or title, wanted_n=measure.n)
        return plan_id


def new_task(
    document: Document,
    what: str,
    *,
    who: str = "",
    by_when: str = "",
    touchpoint: str | None = None,
    plan_id: str | None = None,
) -> str:
    """Add a task to a plan, or a simple one; returns its id. Raises RefusedError for no words."""
    title = _something(what)
    with document.step(_("Add the task “{name}”", name=shortened(title))) as tx:
        return operations.add_task(
            tx, title, plan_id, owner=person_called(tx, who), due=by_when, touchpoint=touchpoint
        )


def tick(document: Document, task_id: str, date: str) -> None:
    """Tick a task off on a local date; an empty date opens it again."""
    title = shortened(document.snapshot.get(Task, task_id).title)
    label = (
        _("Tick “{name}” off", name=title) if date else _("Take the tick off “{name}”", name=title)
    )
    with document.step(label) as tx:
        operations.tick_task(tx, task_id, date)


def set_task(document: Document, task_id: str, **fields: Any) -> None:
    """Set fields of a task; ``who`` is a name."""
    title = shortened(document.snapshot.get(Task, task_id).title)
    with document.step(_("Change the task “{name}”", name=title)) as tx:
        if "who" in fields:
            fields["owner"] = person_called(tx, fields.pop("who"))
        operations.change_task(tx, task_id, **fields)


def delete_task(document: Document, task_id: str) -> None:
    """Take a task out."""
    title = shortened(document.snapshot.get(Task, task_id).title)
    with document.step(_("Delete the task “{name}”", name=title)) as tx:
        operations.delete_task(tx, task_id)


def set_plan(document: Document, plan_id: str, **fields: Any) -> None:
    """Set fields of a plan; ``who`` is the name of its owner, ``who_pays`` that of its sponsor."""
    with document.step(_("Change the plan “{name}”", name=title_of(document, plan_id))) as tx:
        for name, field in (("who", "owner"), ("who_pays", "sponsor")):
            if name in fields:
                fields[field] = person_called(tx, fields.pop(name))
        operations.change_plan(tx, plan_id, **fields)


def start_plan(document: Document, plan_id: str, date: str) -> None:
    """Begin with a plan; raises RefusedError that says what is missing."""
    with document.step(_("Start the plan “{name}”", name=title_of(document, plan_id))) as tx:
        operations.start_plan(tx, plan_id, date)


def title_of(document: Document, plan_id: str) -> str:
    """Return the title of a plan as labels of steps quote it."""
    return shortened(document.snapshot.get(Plan, plan_id).title)


def _something(what: str) -> str:
    title = " ".join(what.split())
    if not title:
        raise RefusedError(_("Say what is to be done."))
    return title


def labelled(document: Document, plan_id: str) -> Message:
    """Return the label of a step that changes something in a plan."""
    return _("Change the plan “{name}”", name=title_of(document, plan_id))
