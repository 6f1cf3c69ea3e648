"""What all views of the plans show of each: name, who, how bad, how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.plans.standing import Standing, standing
from journeymapper.domain import queries
from journeymapper.domain.entities import Plan
from journeymapper.domain.kinds import Severity
from journeymapper.domain.plans import plans
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """``who`` is the owner's name, empty without one; ``severity`` what the plan is against."""

    plan: Plan
    who: str
    severity: Severity | None
    standing: Standing

    @property
    def id(self) -> str:
        """The id of the plan."""
        return self.plan.id


def facts(
    snapshot: Snapshot, today: date, bands: Mapping[str, str], words: str = ""
) -> tuple[PlanFacts, ...]:
    """Return what is shown of each plan, in order; only of those that hold these words.

    ``bands`` says how bad it is what a plan mends, by its id.
    """
    found = (facts_of(snapshot, plan, today, bands) for plan in plans(snapshot))
    return tuple(one for one in found if holds(words, one.plan.title, one.who, one.plan.solution))


def facts_of(snapshot: Snapshot, plan: Plan, today: date, bands: Mapping[str, str]) -> PlanFacts:
    """Return what is shown of one plan."""
    band = bands.get(plan.id, "")
    return PlanFacts(
        plan,
        queries.person_name(snapshot, plan.owner),
        Severity(band) if band else None,
        standing(snapshot, plan.id, today),
    )


def holds(words: str, *texts: str) -> bool:
    """Say whether each of the words stands in one of the texts."""
    whole = " ".join(texts).casefold()
    return all(word in whole for word in words.casefold().split())
