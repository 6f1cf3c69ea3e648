"""Verbs about plans: what is mended, by whom, by when; how a plan starts, closes, opens again."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import Involved, Plan, PlanEvent, PlanWord
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import Involvement, PlanPart, PlanState, PlanTurn
from journeymapper.domain.message import Message, _


def add_plan(tx: Tx, title: str, **fields: Any) -> str:
    """Add a plan; raises RefusedError for dates in the wrong order."""
    position = position_at(tx, rules.plans(tx.snapshot), None)
    made = tx.insert(Plan(tx.new_id(), title, position=position, **fields))
    _check(tx, made)
    return made.id


def change_plan(tx: Tx, plan_id: str, /, **fields: Any) -> None:
    """Set fields of a plan.

    Raises RefusedError when it would be due before it starts, wait for itself, or stand behind
    itself as the fix of the system; then the path is named.
    """
    _check(tx, tx.change(Plan, plan_id, **fields))


def move_plan(tx: Tx, plan_id: str, index: int | None = None) -> None:
    """Move a plan to a place in the list (None: the end)."""
    siblings = rules.plans(tx.snapshot)
    if not stays(siblings, plan_id, index):
        position = position_at(tx, without(siblings, plan_id), index)
        tx.change(Plan, plan_id, position=position)


def delete_plan(tx: Tx, plan_id: str) -> None:
    """Take a plan out with its tasks, measures, proofs and notes."""
    tx.delete(Plan, plan_id)


def start_plan(tx: Tx, plan_id: str, date: str) -> None:
    """Begin with a plan: from now its baselines stay as they are.

    Raises RefusedError naming all that is missing (``domain.plans.missing_to_start``).
    """
    _expect(tx, plan_id, PlanState.DRAFT, _("This plan has started already."))
    _refuse_missing(_("This plan cannot start yet."), rules.missing_to_start(tx.snapshot, plan_id))
    if not tx.snapshot.get(Plan, plan_id).start:
        change_plan(tx, plan_id, start=date)
    _turn(tx, plan_id, PlanTurn.STARTED, date)


def close_plan(tx: Tx, plan_id: str, date: str, reason: str = "") -> None:
    """Close a plan; raises RefusedError without proof, or while somebody is still to be told."""
    _expect(tx, plan_id, PlanState.RUNNING, _("Only a plan that runs can be closed."))
    _refuse_missing(
        _("This plan cannot be closed yet."), rules.missing_to_close(tx.snapshot, plan_id)
    )
    _turn(tx, plan_id, PlanTurn.CLOSED, date, reason)


def reopen_plan(tx: Tx, plan_id: str, date: str, reason: str) -> None:
    """Go on with a plan that was closed or dropped; raises RefusedError without a reason.

    Proofs and what people were told stay: they belong to its history.
    """
    if rules.is_open(tx.snapshot, plan_id):
        raise RefusedError(_("This plan is open."))
    _need_reason(reason)
    _turn(tx, plan_id, PlanTurn.REOPENED, date, reason)


def drop_plan(tx: Tx, plan_id: str, date: str, reason: str) -> None:
    """Give a plan up; raises RefusedError without a reason."""
    if not rules.is_open(tx.snapshot, plan_id):
        raise RefusedError(_("This plan is not open."))
    _need_reason(reason)
    _turn(tx, plan_id, PlanTurn.DROPPED, date, reason)


def involve(
    tx: Tx, plan_id: str, participant_id: str, part: Involvement | None, note: str | None = None
) -> str | None:
    """Say what somebody does in a plan, with a note (None: as it is); no part: nothing.

    Raises RefusedError for the owner, who alone is accountable.
    """
    known = next(
        (
            one
            for one in tx.snapshot.select(indexes.INVOLVED_IN_PLAN, plan_id)
            if one.participant == participant_id
        ),
        None,
    )
    if part is None:
        if known is not None:
            tx.delete(Involved, known.id)
        return None
    if tx.snapshot.get(Plan, plan_id).owner == participant_id:
        raise RefusedError(_("Who owns the plan is accountable for it already."))
    if known is not None:
        kept = known.note if note is None else note
        return tx.change(Involved, known.id, part=part, note=kept).id
    return tx.insert(Involved(tx.new_id(), plan_id, participant_id, part, note or "")).id


def set_plan_word(tx: Tx, plan_id: str, part: PlanPart, /, **fields: Any) -> str:
    """Write down the team's or the customers' word on one of the five steps."""
    known = tx.snapshot.select(indexes.WORDS_OF_PLAN, plan_id)
    word = next((w for w in known if w.part == part), None)
    if word is None:
        return tx.insert(PlanWord(tx.new_id(), plan_id, part, **fields)).id
    return tx.change(PlanWord, word.id, **fields).id


def _check(tx: Tx, plan: Plan) -> None:
    if plan.start and plan.due and plan.due < plan.start:
        raise RefusedError(
            _("The plan would be due before it starts."), _("Choose a later date for the end.")
        )
    _check_ranges(plan)
    circle = rules.waiting_circle(tx.snapshot, Plan, plan.id, plan.waits_for)
    if circle:
        raise RefusedError(
            _("These plans would wait for each other: {path}.", path=path_of(tx, Plan, circle)),
            _("Let one of them wait for fewer."),
        )
    behind, seen = plan.systemic, {plan.id}
    while behind is not None:
        if behind in seen:
            raise RefusedError(_("A plan cannot stand behind itself as the fix of the system."))
        seen.add(behind)
        behind = tx.snapshot.get(Plan, behind).systemic
    for one in tx.snapshot.select(indexes.INVOLVED_IN_PLAN, plan.id):
        if one.participant == plan.owner:
            tx.delete(Involved, one.id)


def _check_ranges(plan: Plan) -> None:
    ranges = ((plan.cost_low, plan.cost_high), (plan.benefit_low, plan.benefit_high))
    if any(low is not None and high is not None and low > high for low, high in ranges):
        raise RefusedError(_("The smaller amount of a range comes first."))


def path_of(tx: Tx, kind: Any, ids: tuple[str, ...]) -> str:
    """Return the names of plans or tasks along a path."""
    return " → ".join(rules.title_of(tx.snapshot.get(kind, id_)) for id_ in ids)


def _turn(tx: Tx, plan_id: str, turn: PlanTurn, date: str, reason: str = "") -> None:
    if not date:
        raise RefusedError(_("Something is missing here."))
    happened = rules.turns(tx.snapshot, plan_id)
    position = happened[-1].position + 1 if happened else 1.0
    tx.insert(PlanEvent(tx.new_id(), plan_id, turn, date, reason, position))


def _expect(tx: Tx, plan_id: str, state: PlanState, otherwise: Message) -> None:
    if rules.state_of(tx.snapshot, plan_id) != state:
        raise RefusedError(otherwise)


def _refuse_missing(what: Message, missing: tuple[Message, ...]) -> None:
    if missing:
        raise RefusedError(what, missing[0])


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise RefusedError(_("This needs a reason."), _("Say in a few words why."))
