"""Gaps in what became of gaps: G19, G20, G28."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.types import Found, Gap
from journeymapper.analysis.gaps.uncovered import uncovered_risks
from journeymapper.domain import indexes
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import GapSighting, Plan
from journeymapper.domain.message import Message, _

OPEN_DAYS = 14
"""A critical or high gap may be known so long before something has to be done."""

_BAD = ("critical", "high")

_MISSING: Mapping[str, Message] = {
    "owner": _("Nobody is responsible for it."),
    "deadline": _("It has no date."),
    "measure": _("Nothing is measured, so nobody will see whether it works."),
    "baseline": _("Nothing was measured before it, so nobody will see the difference."),
}
"""What an open plan may lack, in the order of the five steps."""


def plans(look: Look) -> Iterator[Found]:
    """G19: an open plan without an owner, measure, deadline or baseline; the plan is the place."""
    known = rules.plans(look.snapshot)
    if not known:
        yield look.open("G19", "", _("This file holds no plans."))
    for plan in known:
        lacks = _lacks(look, plan) if rules.is_open(look.snapshot, plan.id) else ()
        if lacks:
            bare = len(lacks) == 1 and lacks[0] == "baseline"
            yield look.fixed(
                "G19",
                plan.id,
                _MISSING[lacks[0]]
                if len(lacks) == 1
                else _("{n} things are missing.", n=len(lacks)),
                "medium" if bare else "high",
                inputs=dict.fromkeys(lacks, "missing"),
            )


def _lacks(look: Look, plan: Plan) -> tuple[str, ...]:
    kpis = look.snapshot.select(indexes.KPIS_OF_PLAN, plan.id)
    missing = {
        "owner": plan.owner is None,
        "deadline": not plan.due,
        "measure": not kpis,
        "baseline": any(not kpi.baseline for kpi in kpis),
    }
    return tuple(name for name, lacks in missing.items() if lacks)


def without_action(look: Look, found: Sequence[Gap]) -> Iterator[Found]:
    """G20: a critical or high gap known for more than 14 days, without decision or plan.

    ``found`` are the gaps of the other rules. Not assessable before gaps were noted once.
    """
    seen = {
        (s.rule, s.subject, s.persona): s.first_seen
        for s in look.snapshot.table(GapSighting).values()
    }
    if not seen:
        yield look.open("G20", "", _("Gaps have not been looked at before."))
        return
    decided = rules.decided_gaps(look.snapshot).keys() | rules.plans_by_gap(look.snapshot).keys()
    told: set[str] = set()
    for gap in found:
        first = seen.get(gap.key)
        if gap.band not in _BAD or first is None or gap.key in decided or gap.subject in told:
            continue
        if rules.open_plans_at(look.snapshot, gap.subject):
            continue
        days = (look.today - date.fromisoformat(first)).days
        if days > OPEN_DAYS:
            told.add(gap.subject)
            yield look.fixed(
                "G20",
                gap.subject,
                _("Known for {days} days, and nothing is decided.", days=days),
                "high",
                value=float(days),
                inputs={"since": first, "rule": gap.rule},
                raise_moments=False,
            )


def risks(look: Look) -> Iterator[Found]:
    """G28: a risk that nothing is done about."""
    yield from uncovered_risks(look)
