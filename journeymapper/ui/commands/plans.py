"""Commands about plans and tasks: who does what by when, and how we see that it worked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.people_named import person_called as person_called  # noqa: PLC0414 - taken from here
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import Participant, Plan, Role, Task, Version, Why
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import specs_of
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import GapKey, gap_text
from journeymapper.domain.records import dataclass
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
    """Set fields of a plan; ``who`` is the name of its owner, ``behind`` that of its sponsor.

    Typing into one field is one step.
    """
    merge = ("plan", plan_id, *fields)
    with document.step(labelled(document, plan_id), merge=merge) as tx:
        for name, field in (("who", "owner"), ("behind", "sponsor")):
            if name in fields:
                fields[field] = person_called(tx, fields.pop(name))
        operations.change_plan(tx, plan_id, **fields)


def start_plan(document: Document, plan_id: str, date: str, before: str = "") -> None:
    """Begin with a plan; raises RefusedError that says what is missing.

    ``before`` names the version to compare with later: everything as it was until now.
    """
    last = document.history()[-1]
    with document.step(_("Start the plan “{name}”", name=title_of(document, plan_id))) as tx:
        operations.start_plan(tx, plan_id, date)
        if before:
            operations.add_version(tx, before, last.id, last.at)


def before_plan(title: str) -> Message:
    """Return what the version is called that is kept when a plan starts."""
    return _("Before “{plan}”", plan=shortened(title))


def title_of(document: Document, plan_id: str) -> str:
    """Return the title of a plan as labels of steps quote it."""
    return shortened(document.snapshot.get(Plan, plan_id).title)


def version_before(snapshot: Snapshot, name: str) -> str | None:
    """Return the id of the newest version of this name, or None."""
    found = [v for v in snapshot.table(Version).values() if v.name == name]
    return max(found, key=lambda v: (v.at, v.id)).id if found else None


def _something(what: str) -> str:
    title = " ".join(what.split())
    if not title:
        raise RefusedError(_("Say what is to be done."))
    return title


def labelled(document: Document, plan_id: str) -> Message:
    """Return the label of a step that changes something in a plan."""
    return _("Change the plan “{name}”", name=title_of(document, plan_id))


def drop_plan(document: Document, plan_id: str, date: str, reason: str) -> None:
    """Give a plan up; raises RefusedError without a reason."""
    with document.step(_("Drop the plan “{name}”", name=title_of(document, plan_id))) as tx:
        operations.drop_plan(tx, plan_id, date, reason)


def reopen_plan(document: Document, plan_id: str, date: str, reason: str) -> None:
    """Go on with a plan that was closed or dropped; raises RefusedError without a reason."""
    with document.step(_("Go on with the plan “{name}”", name=title_of(document, plan_id))) as tx:
        operations.reopen_plan(tx, plan_id, date, reason)


def delete_plan(document: Document, plan_id: str) -> None:
    """Take a plan out with all that belongs to it."""
    with document.step(_("Delete the plan “{name}”", name=title_of(document, plan_id))) as tx:
        operations.delete_plan(tx, plan_id)


def duplicate_plan(document: Document, plan_id: str) -> str:
    """Begin a draft with what a plan says; its proofs, values and turns stay behind.

    Returns the id of the draft.
    """
    snapshot = document.snapshot
    plan = snapshot.get(Plan, plan_id)
    with document.step(_("Copy the plan “{name}”", name=title_of(document, plan_id))) as tx:
        fields = {
            name: getattr(plan, name)
            for name in specs_of(Plan)
            if name not in ("id", "title", "position", "verdict", "verdict_reason", "prepared")
        }
        title = f"{plan.title} (2)"
        made = operations.add_plan(tx, title, **fields)
        _copy_parts(tx, plan_id, made)
        return made


def task_of_plan(document: Document, plan_id: str) -> str:
    """Let a plan be a simple task: its title, who, where and until when; the rest goes.

    Returns the id of the task.
    """
    plan = document.snapshot.get(Plan, plan_id)
    label = _("Make “{name}” a simple task", name=title_of(document, plan_id))
    with document.step(label) as tx:
        made = operations.add_task(
            tx, plan.title, owner=plan.owner, due=plan.due, touchpoint=plan.touchpoint
        )
        operations.delete_plan(tx, plan_id)
        return made


def plan_of_task(document: Document, task_id: str) -> str:
    """Let a simple task be a plan, a draft; returns the id of the plan."""
    task = document.snapshot.get(Task, task_id)
    with document.step(_("Make “{name}” a plan", name=shortened(task.title))) as tx:
        made = operations.add_plan(
            tx,
            task.title,
            solution=task.title,
            owner=task.owner,
            start=task.start,
            due=task.due,
            touchpoint=task.touchpoint,
        )
        operations.delete_task(tx, task_id)
        return made


def begin_systemic(document: Document, plan_id: str, title: str) -> str:
    """Begin the plan that mends the system behind an immediate fix; returns its id."""
    plan = document.snapshot.get(Plan, plan_id)
    with document.step(_("Begin the plan “{name}”", name=shortened(title))) as tx:
        made = operations.add_plan(
            tx, title, touchpoint=plan.touchpoint, gaps=plan.gaps,
            happens=plan.happens, intended=plan.intended,
        )  # fmt: skip
        operations.change_plan(tx, plan_id, systemic=made)
        return made


def has_more(snapshot: Snapshot, plan_id: str) -> bool:
    """Say whether a plan holds more than a simple task could."""
    parts = (
        indexes.WHYS_OF_PLAN,
        indexes.KPIS_OF_PLAN,
        indexes.TASKS_OF_PLAN,
        indexes.CHECKPOINTS_OF_PLAN,
        indexes.TURNS_OF_PLAN,
        indexes.WORDS_OF_PLAN,
        indexes.INVOLVED_IN_PLAN,
    )
    plan = snapshot.get(Plan, plan_id)
    written = (plan.happens, plan.intended, plan.hypothesis, plan.scope, plan.outcome)
    return any(snapshot.select(index, plan_id) for index in parts) or any(written)


def _copy_parts(tx: Tx, old: str, new: str) -> None:
    snapshot = tx.snapshot
    whys = sorted(snapshot.select(indexes.WHYS_OF_PLAN, old), key=sort_key)
    made: dict[str | None, str | None] = {None: None}
    while whys:  # an answer comes after the one it stands under
        known = [why for why in whys if why.under in made]
        if not known:
            break
        for why in known:
            made[why.id] = operations.add_line(
                tx, Why, plan=new, under=made[why.under], text=why.text, root=why.root,
                source=why.source, citation=why.citation,
            )  # fmt: skip
        whys = [why for why in whys if why not in known]
    for one in snapshot.select(indexes.INVOLVED_IN_PLAN, old):
        operations.involve(tx, new, one.participant, one.part, one.note)
    for task in sorted(snapshot.select(indexes.TASKS_OF_PLAN, old), key=sort_key):
        operations.add_task(tx, task.title, new, owner=task.owner, due=task.due)
    for kpi in sorted(snapshot.select(indexes.KPIS_OF_PLAN, old), key=sort_key):
        operations.add_kpi(
            tx, new, kpi.text, kind=kpi.kind, how=kpi.how, question=kpi.question,
            wanted_n=kpi.wanted_n, unit=kpi.unit, better=kpi.better, target=kpi.target,
        )  # fmt: skip
