"""All that the views of gaps need, worked out at once and off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.gaps.find import find_gaps
from journeymapper.analysis.gaps.places import (
    UNKNOWN_ONLY,
    Place,
    by_place,
    cannot_tell,
    worst_places,
)
from journeymapper.analysis.gaps.types import Gap, GapReport, GapSettings
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import GapDecision, JourneyMap
from journeymapper.domain.kinds import MapState
from journeymapper.domain.snapshot import Snapshot

GapKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class GapBoard:
    """What was found and how it is grouped.

    ``places`` are all places to mend, worst first: steps, stages, personas and maps; ``steps``
    are the ids of all steps that were judged, in order; ``silent`` those of which no customer
    has said anything; ``accepted`` are the decisions to live with a gap.
    """

    report: GapReport
    places: tuple[Place, ...]
    steps: tuple[str, ...]
    silent: tuple[str, ...]
    accepted: Mapping[GapKey, GapDecision]

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """All gaps that nobody decided to live with, worst first."""
        return tuple(gap for gap in self.report.gaps if gap.key not in self.accepted)

    @property
    def reasons(self) -> int:
        """How many reasons all places have together."""
        return sum(len(place.gaps) for place in self.places)

    def worst(self, most: int = 3) -> tuple[Place, ...]:
        """Return the worst steps, at most so many."""
        known = set(self.steps)
        return tuple(place for place in self.places if place.subject in known)[:most]

    def count(self, band: str) -> int:
        """Return how many places have this band."""
        return sum(1 for place in self.places if place.band == band)

    def place(self, subject: str) -> Place | None:
        """Return the place of a subject, or None when nothing is wrong there."""
        return next((place for place in self.places if place.subject == subject), None)


def make_board(
    snapshot: Snapshot, counts: Counts, today: date, settings: GapSettings | None = None
) -> GapBoard:
    """Find all gaps and group them; ``today`` is a local date."""
    report = find_gaps(snapshot, counts, today, settings)
    wanted = settings.maps if settings is not None else None
    steps = tuple(
        step.id
        for journey in queries.maps(snapshot)
        if _is_judged(journey, wanted)
        for step in queries.touchpoints_of_map(snapshot, journey.id)
    )
    accepted = {
        (one.rule, one.subject, one.persona or ""): one
        for one in snapshot.table(GapDecision).values()
    }
    return GapBoard(
        report, _places(report, steps, accepted), steps, cannot_tell(report, steps), accepted
    )


def _is_judged(journey: JourneyMap, wanted: tuple[str, ...] | None) -> bool:
    if wanted is not None:
        return journey.id in wanted
    return journey.state == MapState.CURRENT


def _places(
    report: GapReport, steps: tuple[str, ...], accepted: Mapping[GapKey, GapDecision]
) -> tuple[Place, ...]:
    known = set(steps)
    others = [g for g in report.gaps if g.subject not in known and g.key not in accepted]
    found = [
        *worst_places(report, known, tuple(accepted)),
        *(p for p in by_place(others) if any(g.rule not in UNKNOWN_ONLY for g in p.gaps)),
    ]
    return tuple(sorted(found, key=lambda p: (-p.severity, -len(p.gaps), p.subject)))
