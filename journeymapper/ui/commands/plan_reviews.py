"""Keeping what was said and decided when all plans were looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Review
from journeymapper.domain.kinds_plan import ReviewStatus
from journeymapper.domain.message import _

_WORST = (ReviewStatus.OFF_TRACK, ReviewStatus.AT_RISK, ReviewStatus.ON_TRACK)


@dataclass(frozen=True, slots=True)
class PlanWord:
    """How one plan stands, and what was decided of it."""

    plan: str
    status: ReviewStatus
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What one review brought; the next is due ``months`` later."""

    day: date
    decision: str
    changes: str
    months: int
    plans: tuple[PlanWord, ...] = ()

    @property
    def status(self) -> ReviewStatus:
        """All stands as the worst plan does."""
        said = {word.status for word in self.plans}
        return next((one for one in _WORST if one in said), ReviewStatus.ON_TRACK)


def keep_review(document: Document, minutes: Minutes) -> None:
    """Write a review of all plans down, one of each plan that was spoken of, as one step."""
    day = minutes.day.isoformat()
    with document.step(_("Review of {date}", date=in_words(minutes.day))) as tx:
        operations.add_line(
            tx,
            Review,
            date=day,
            status=minutes.status,
            decision=minutes.decision,
            changes=minutes.changes,
        )
        for word in minutes.plans:
            operations.add_line(
                tx, Review, plan=word.plan, date=day, status=word.status, decision=word.decision
            )
        if minutes.months != queries.project(tx.snapshot).plan_months:
            operations.set_project(tx, plan_months=minutes.months)
