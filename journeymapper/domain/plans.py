"""How far a plan is, what keeps it from starting or closing, and who waits for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.domain import indexes
from journeymapper.domain.entities import (
    Communication,
    Entity,
    GapDecision,
    Plan,
    PlanEvent,
    Task,
    Verification,
)
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import PlanState, PlanTurn
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

GapKey = tuple[str, str, str]
"""The rule's code, the id of the place, the id of the persona or ""."""

_STATE_AFTER = {
    PlanTurn.STARTED: PlanState.RUNNING,
    PlanTurn.REOPENED: PlanState.RUNNING,
    PlanTurn.CLOSED: PlanState.CLOSED,
    PlanTurn.DROPPED: PlanState.DROPPED,
}


def plans(snapshot: Snapshot) -> tuple[Plan, ...]:
    """Return all plans in order."""
    return tuple(sorted(snapshot.table(Plan).values(), key=sort_key))


def simple_tasks(snapshot: Snapshot) -> tuple[Task, ...]:
    """Return the tasks that belong to no plan, in order."""
    found = (task for task in snapshot.table(Task).values() if task.plan is None)
    return tuple(sorted(found, key=sort_key))


def open_tasks(snapshot: Snapshot) -> tuple[tuple[Task, str | None], ...]:
    """Return the tasks that are still to be done, in order, each with the id of who does it.

    Tasks of plans that are closed or dropped are not; who owns a plan does its tasks that nobody
    took.
    """
    found: list[tuple[Task, str | None]] = []
    for task in sorted(snapshot.table(Task).values(), key=sort_key):
        plan = snapshot.find(Plan, task.plan)
        if not task.done and (plan is None or is_open(snapshot, plan.id)):
            found.append((task, task.owner or (plan.owner if plan is not None else None)))
    return tuple(found)


def turns(snapshot: Snapshot, plan_id: str) -> tuple[PlanEvent, ...]:
    """Return what happened to a plan, in the order in which it was noted."""
    return tuple(sorted(snapshot.select(indexes.TURNS_OF_PLAN, plan_id), key=sort_key))


def state_of(snapshot: Snapshot, plan_id: str) -> PlanState:
    """Return how far a plan is: as its last turn left it, a draft before any."""
    happened = turns(snapshot, plan_id)
    return _STATE_AFTER[happened[-1].turn] if happened else PlanState.DRAFT


def is_open(snapshot: Snapshot, plan_id: str) -> bool:
    """Say whether a plan is neither closed nor dropped."""
    return state_of(snapshot, plan_id) in (PlanState.DRAFT, PlanState.RUNNING)


def started_on(snapshot: Snapshot, plan_id: str) -> str:
    """Return the local date on which a plan first started, or an empty text."""
    happened = turns(snapshot, plan_id)
    return next((e.date for e in happened if e.turn == PlanTurn.STARTED), "")


def proofs(snapshot: Snapshot, plan_id: str) -> tuple[Verification, ...]:
    """Return the proofs of a plan by date."""
    found = snapshot.select(indexes.PROOFS_OF_PLAN, plan_id)
    return tuple(sorted(found, key=lambda v: (v.date, v.id)))


def proofs_that_hold(snapshot: Snapshot, plan_id: str) -> tuple[Verification, ...]:
    """Return the proofs of a plan since it was last opened again: older ones did not hold."""
    again = [e.date for e in turns(snapshot, plan_id) if e.turn == PlanTurn.REOPENED]
    since = again[-1] if again else ""
    return tuple(proof for proof in proofs(snapshot, plan_id) if proof.date >= since)


def still_to_tell(snapshot: Snapshot, plan_id: str) -> tuple[Communication, ...]:
    """Return those who are to be told of a plan and have not been yet, in order."""
    known = snapshot.select(indexes.TOLD_OF_PLAN, plan_id)
    return tuple(sorted((c for c in known if not c.date), key=sort_key))


def missing_to_start(snapshot: Snapshot, plan_id: str) -> tuple[Message, ...]:
    """Return what a plan lacks before it can start, each as a sentence; nothing when it may.

    The problem in two parts (R001), an owner (R002), and a baseline of each measure (R004).
    """
    plan = snapshot.get(Plan, plan_id)
    lacks: list[Message] = []
    if not plan.happens.strip():
        lacks.append(_("Say what happens today."))
    if not plan.intended.strip():
        lacks.append(_("Say what was intended."))
    if plan.owner is None:
        lacks.append(_("Agree who is responsible."))
    kpis = sorted(snapshot.select(indexes.KPIS_OF_PLAN, plan_id), key=sort_key)
    lacks.extend(
        _("Measure “{what}” once before the plan starts.", what=kpi.text)
        for kpi in kpis
        if not kpi.baseline
    )
    return tuple(lacks)


def missing_to_close(snapshot: Snapshot, plan_id: str) -> tuple[Message, ...]:
    """Return what a plan lacks before it can close: proof, and telling those concerned.

    A plan that was opened again needs a proof from then on.
    """
    lacks: list[Message] = []
    if not proofs_that_hold(snapshot, plan_id):
        again = bool(proofs(snapshot, plan_id))
        lacks.append(
            _("Write down a new proof: the plan was opened again after the last one.")
            if again
            else _("Write down the proof that it works.")
        )
    told = snapshot.select(indexes.TOLD_OF_PLAN, plan_id)
    if not told:
        lacks.append(_("Tell those concerned, and note whom and when."))
    lacks.extend(_("Tell: {who}.", who=one.label) for one in still_to_tell(snapshot, plan_id))
    return tuple(lacks)


def waiting_circle(
    snapshot: Snapshot, kind: type[Plan | Task], id_: str, waits_for: Iterable[str]
) -> tuple[str, ...]:
    """Return the circle that would arise if an entity waited for these, as ids; or nothing.

    It begins and ends with ``id_``: each waits for the next.
    """
    way: dict[str, str] = {}
    todo = [(id_, other) for other in waits_for]
    while todo:
        before, now = todo.pop()
        if now == id_:
            path = [id_]
            while before != id_:
                path.append(before)
                before = way[before]
            return (id_, *reversed(path))
        if now not in way:
            way[now] = before
            known = snapshot.find(kind, now)
            todo += [(now, other) for other in (known.waits_for if known is not None else ())]
    return ()


def title_of(entity: Entity) -> str:
    """Return what a plan or task is called."""
    return str(getattr(entity, "title", ""))


def gap_text(key: GapKey) -> str:
    """Return the form in which a plan keeps a gap."""
    return "|".join(key)


def gap_keys(plan: Plan) -> tuple[GapKey, ...]:
    """Return the gaps that a plan mends; what cannot be read is left out."""
    parts = (text.split("|") for text in plan.gaps)
    return tuple((p[0], p[1], p[2]) for p in parts if len(p) == 3)


def plans_by_gap(snapshot: Snapshot) -> Mapping[GapKey, Plan]:
    """Return the plan that mends each gap: an open one where there is, else the last closed.

    Dropped plans do not count.
    """
    found: dict[GapKey, Plan] = {}
    for plan in plans(snapshot):
        state = state_of(snapshot, plan.id)
        for key in gap_keys(plan) if state != PlanState.DROPPED else ():
            if state != PlanState.CLOSED or key not in found:
                found[key] = plan
    return found


def decided_gaps(snapshot: Snapshot) -> Mapping[GapKey, GapDecision]:
    """Return the decisions to live with a gap."""
    return {
        (one.rule, one.subject, one.persona or ""): one
        for one in snapshot.table(GapDecision).values()
    }


def open_plans_at(snapshot: Snapshot, touchpoint_id: str) -> tuple[Plan, ...]:
    """Return the drafts and running plans that mend something at a step, in order."""
    found = snapshot.select(indexes.PLANS_OF_STEP, touchpoint_id)
    return tuple(sorted((p for p in found if is_open(snapshot, p.id)), key=sort_key))
