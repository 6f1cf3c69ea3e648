"""You said, we did: what became of what customers told us, from plans with a proof alone (R122).

for said in said_did(snapshot, counts):
    said.problem, said.heard, said.done, said.result
"""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.analysis.plans.effect import effects_of_plan
from journeymapper.analysis.plans.effect_words import Outcome, tell, value_words
from journeymapper.domain import indexes
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Plan
from journeymapper.domain.kinds_plan import PlanPart, PlanState, Trigger
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import plans, proofs_that_hold, started_on, state_of
from journeymapper.domain.snapshot import Snapshot

_TOLD_BY = frozenset({Trigger.COMPLAINT, Trigger.SURVEY})


@dataclass(frozen=True, slots=True)
class Said:
    """What was wrong, what was done, what came of it.

    ``heard`` says whether customers told us so, or we noticed it ourselves. ``done`` is the
    solution, else the title. ``results`` has a sentence for each measure, ``proved_on`` is the
    local date of the newest proof.
    """

    plan: str
    problem: str
    heard: bool
    done: str
    results: tuple[Message, ...]
    proved_on: str


def said_did(snapshot: Snapshot, counts: Counts) -> tuple[Said, ...]:
    """Return what can be shown to everybody, in the order of the plans.

    Only plans that run or are closed, have a proof that holds, and say what was wrong.
    """
    made: list[Said] = []
    for plan in plans(snapshot):
        if state_of(snapshot, plan.id) not in (PlanState.RUNNING, PlanState.CLOSED):
            continue
        proved = proofs_that_hold(snapshot, plan.id)
        problem, heard = what_was_said(snapshot, plan)
        if proved and problem:
            results = tuple(result for result, _outcome in results_of(snapshot, counts, plan.id))
            done = plan.solution.strip() or plan.title
            made.append(Said(plan.id, problem, heard, done, results, proved[-1].date))
    return tuple(made)


def what_was_said(snapshot: Snapshot, plan: Plan) -> tuple[str, bool]:
    """Return what was wrong and whether customers said so: in their words where there are any."""
    words = snapshot.select(indexes.WORDS_OF_PLAN, plan.id)
    theirs = next((w.customers.strip() for w in words if w.part == PlanPart.PROBLEM), "")
    if theirs:
        return theirs, True
    return plan.happens.strip(), plan.trigger in _TOLD_BY


def results_of(
    snapshot: Snapshot, counts: Counts, plan_id: str
) -> tuple[tuple[Message, Outcome], ...]:
    """Return a sentence for each measure with a value since the start, and what it shows."""
    started = started_on(snapshot, plan_id)
    found: list[tuple[Message, Outcome]] = []
    for effect in effects_of_plan(snapshot, counts, plan_id):
        outcome = tell(effect, started).outcome
        if outcome == Outcome.NOTHING:
            continue
        what = effect.kpi.text or (effect.question.short if effect.question else "")
        before, now = value_words(effect, effect.baseline), value_words(effect, effect.last)
        found.append((_result(what, before, now, outcome), outcome))
    return tuple(found)


def _result(what: str, before: Message | str, now: Message | str, outcome: Outcome) -> Message:
    match outcome:
        case Outcome.BETTER:
            return _(
                "{what}: before {before}, now {now}. That is better than chance could do.",
                what=what,
                before=before,
                now=now,
            )
        case Outcome.WORSE:
            return _(
                "{what}: before {before}, now {now}. That is worse, and not by chance.",
                what=what,
                before=before,
                now=now,
            )
    return _(
        "{what}: before {before}, now {now}. Whether that is better we cannot tell yet.",
        what=what,
        before=before,
        now=now,
    )
