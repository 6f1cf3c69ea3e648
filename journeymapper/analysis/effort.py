"""How easy a step is for people: which of several ratings counts (method B8)."""

from __future__ import annotations

from journeymapper.domain.entities import Rating
from journeymapper.domain.kinds import Measure


def effort_of(ratings: tuple[Rating, ...]) -> Rating | None:
    """Return the rating of how easy a step is; customers before the team, then the latest."""
    found = [
        rating
        for rating in ratings
        if rating.measure == Measure.EFFORT and rating.perspective in ("customer", "staff")
    ]
    return max(
        found,
        key=lambda r: (r.perspective == "customer", r.persona is None, r.date, r.n or 0, r.id),
        default=None,
    )
