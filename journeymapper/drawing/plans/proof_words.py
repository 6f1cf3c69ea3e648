"""What the open plan says about its proof, who was told, what is missing, and its history."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from journeymapper.analysis.plans.telling import day_of
from journeymapper.domain import indexes, queries
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import Communication, Participant, Plan, Verification
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import Audience, PlanState, PlanTurn, ProofMethod, Verdict
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.audience_words import TELL_N, told_words

METHODS: Mapping[ProofMethod, Message] = {
    ProofMethod.DATA: _("the numbers"),
    ProofMethod.CALL_BACK: _("calls"),
    ProofMethod.OBSERVATION: _("seen at work"),
    ProofMethod.AUDIT: _("a check by others"),
}


def audiences(snapshot: Snapshot, plan_id: str) -> tuple[Communication, ...]:
    """Return who is told of a plan, in order."""
    return tuple(sorted(snapshot.select(indexes.TOLD_OF_PLAN, plan_id), key=sort_key))


def proof_sentence(snapshot: Snapshot, proof: Verification, today: datetime.date) -> Message:
    """Return a proof with how, when and by whom it was found; an owner is named as such."""
    by = snapshot.find(Participant, proof.by)
    what = " ".join(proof.result.split()).rstrip(".")
    how, day = METHODS[proof.method], day_of(proof.date, today)
    if by is None:
        return _("Proof: {what} ({how}, {date}).", what=what, how=how, date=day)
    if by.id == snapshot.get(Plan, proof.plan).owner:
        return _(
            "Proof: {what} ({how}, {date}, {who}, who owns the plan).",
            what=what,
            how=how,
            date=day,
            who=by.name,
        )
    return _("Proof: {what} ({how}, {date}, {who}).", what=what, how=how, date=day, who=by.name)


def expected_sentence(plan: Plan) -> Message | None:
    """Return what was expected of a plan and whether it came true; None where nothing was."""
    what, why = plan.hypothesis.strip().rstrip("."), plan.verdict_reason.strip()
    if not what:
        return None
    if plan.verdict == Verdict.OPEN:
        return _("We expected: {what}.", what=what)
    if plan.verdict == Verdict.CONFIRMED:
        if why:
            return _("We expected: {what}. It came true: {why}", what=what, why=why)
        return _("We expected: {what}. It came true.", what=what)
    if why:
        return _("We expected: {what}. It did not come true: {why}", what=what, why=why)
    return _("We expected: {what}. It did not come true.", what=what)


def expected_in_short(plan: Plan) -> Message | None:
    """Return the same for a narrow place: once it is judged, only the judgement."""
    why = plan.verdict_reason.strip()
    if not plan.hypothesis.strip() or plan.verdict == Verdict.OPEN:
        return expected_sentence(plan)
    if plan.verdict == Verdict.CONFIRMED:
        if why:
            return _("What we expected came true: {why}", why=why)
        return _("What we expected came true.")
    if why:
        return _("What we expected did not come true: {why}", why=why)
    return _("What we expected did not come true.")


def told_how(one: Communication, today: datetime.date) -> Message:
    """Return when and how somebody was told."""
    day = day_of(one.date, today)
    if one.channel:
        return _("{date}, {channel}", date=day, channel=one.channel)
    return day


def closing_sentence(snapshot: Snapshot, plan_id: str, today: datetime.date) -> Message:
    """Return how far a plan is from being closed."""
    state = rules.state_of(snapshot, plan_id)
    if state in (PlanState.CLOSED, PlanState.DROPPED):
        last = rules.turns(snapshot, plan_id)[-1]
        day = day_of(last.date, today)
        if state == PlanState.CLOSED:
            return _("Closed on {date}: proven and told.", date=day)
        return _("Dropped on {date}.", date=day)
    if state == PlanState.DRAFT:
        return _("This plan has not started yet.")
    return _while_running(snapshot, plan_id)


def _while_running(snapshot: Snapshot, plan_id: str) -> Message:
    if not rules.missing_to_close(snapshot, plan_id):
        return _("Proof is there, and all have been told. This plan can be closed.")
    if not rules.proofs_that_hold(snapshot, plan_id):
        if rules.proofs(snapshot, plan_id):
            return _("It was opened again: to close this plan, write down a new proof.")
        return _("To close this plan, write down the proof that it works.")
    waiting = rules.still_to_tell(snapshot, plan_id)
    if not waiting:
        return _("To close this plan, tell those concerned. Proof is there.")
    if len(waiting) > 1:
        return _("To close this plan, tell {n} more. Proof is there.", n=len(waiting))
    (one,) = waiting
    people = queries.project(snapshot).people
    if one.audience == Audience.CUSTOMERS and one.n and one.n > 1:
        return Message(TELL_N[people].key, n=one.n)
    return _("To close this plan, tell: {who}. Proof is there.", who=told_words(one, people))


def history(snapshot: Snapshot, plan_id: str, today: datetime.date) -> tuple[Message, ...]:
    """Return what happened to a plan that was closed or dropped once, earliest first."""
    happened = rules.turns(snapshot, plan_id)
    if len(happened) < 2 and not any(e.turn == PlanTurn.DROPPED for e in happened):
        return ()
    return tuple(_turn(e.turn, day_of(e.date, today), e.reason.strip()) for e in happened)


def _turn(turn: PlanTurn, day: Message, why: str) -> Message:
    match turn:
        case PlanTurn.STARTED:
            return _("Started on {date}.", date=day)
        case PlanTurn.CLOSED:
            return _("Closed on {date}.", date=day)
        case PlanTurn.REOPENED:
            return _("Opened again on {date}: {why}.", date=day, why=why.rstrip("."))
    return _("Dropped on {date}: {why}.", date=day, why=why.rstrip("."))
