"""Gaps in what became of gaps: G19, G20, G28."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.types import Found, Gap
from journeymapper.domain.entities import GapDecision, GapSighting
from journeymapper.domain.message import _

OPEN_DAYS = 14
"""A critical or high gap may be known so long before something has to be done."""

_BAD = ("critical", "high")


def plans(look: Look) -> Iterator[Found]:
    """G19: a plan without an owner, measure, deadline or baseline."""
    yield look.open("G19", "", _("This file holds no plans."))


def without_action(look: Look, found: Sequence[Gap]) -> Iterator[Found]:
    """G20: a critical or high gap known for more than 14 days that nobody decided about.

    ``found`` are the gaps of the other rules. Not assessable before gaps were noted once.
    """
    seen = {
        (s.rule, s.subject, s.persona): s.first_seen
        for s in look.snapshot.table(GapSighting).values()
    }
    if not seen:
        yield look.open("G20", "", _("Gaps have not been looked at before."))
        return
    decided = {
        (d.rule, d.subject, d.persona or "") for d in look.snapshot.table(GapDecision).values()
    }
    told: set[str] = set()
    for gap in found:
        first = seen.get(gap.key)
        if gap.band not in _BAD or first is None or gap.key in decided or gap.subject in told:
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
    yield look.open("G28", "", _("This file holds no risks."))
