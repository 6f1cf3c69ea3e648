"""All that the views of gaps need, worked out at once and off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.gaps.find import find_gaps
from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.places import Place
from journeymapper.analysis.gaps.summary import Overview, overview
from journeymapper.analysis.gaps.types import Gap, GapReport, GapSettings
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import GapDecision, Plan
from journeymapper.domain.message import Message
from journeymapper.domain.plans import GapKey, decided_gaps, open_plans_at, plans_by_gap
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class GapBoard:
    """What was found and how it is grouped.

    ``steps`` are the ids of all steps that were judged, in order; ``accepted`` are the decisions
    to live with a gap, ``planned`` the plan that mends one, ``running`` the open plans of a step.
    """

    report: GapReport
    short: Overview
    steps: tuple[str, ...]
    accepted: Mapping[GapKey, GapDecision]
    planned: Mapping[GapKey, Plan]
    running: Mapping[str, tuple[Plan, ...]]

    @property
    def places(self) -> tuple[Place, ...]:
        """All places to mend, worst first: steps, stages, personas, maps and questions."""
        return self.short.places

    @property
    def first(self) -> tuple[Place, ...]:
        """The steps to fix first."""
        return self.short.first

    @property
    def silent(self) -> tuple[str, ...]:
        """The steps where we cannot tell: no customer spoke of them, nothing else is known."""
        return self.short.silent

    @property
    def reasons(self) -> int:
        """How many reasons all places have together."""
        return self.short.reasons

    @property
    def sentences(self) -> tuple[Message, ...]:
        """The gaps in a few plain sentences."""
        return self.short.sentences

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """All gaps that nobody decided to live with, worst first."""
        return tuple(gap for gap in self.report.gaps if gap.key not in self.accepted)

    def plan_for(self, gap: Gap) -> Plan | None:
        """Return the plan for a gap: its own, or one that runs at the same step."""
        own = self.planned.get(gap.key)
        return own or next(iter(self.running.get(gap.subject, ())), None)

    def count(self, band: str) -> int:
        """Return how many places have this band."""
        return self.short.by_band[band]

    def place(self, subject: str) -> Place | None:
        """Return the place of a subject, or None when nothing is wrong there."""
        return next((place for place in self.places if place.subject == subject), None)


def make_board(
    snapshot: Snapshot, counts: Counts, today: date, settings: GapSettings | None = None
) -> GapBoard:
    """Find all gaps and group them; ``today`` is a local date."""
    report = find_gaps(snapshot, counts, today, settings)
    steps = tuple(
        step.id for step in Look(snapshot, counts, today, settings or GapSettings()).steps()
    )
    running = {step: plans for step in steps if (plans := open_plans_at(snapshot, step))}
    return GapBoard(
        report,
        overview(snapshot, counts, report, settings),
        steps,
        decided_gaps(snapshot),
        plans_by_gap(snapshot),
        running,
    )
