"""What all rules look at: the document, the answers, the day; with what they ask for often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from journeymapper.analysis.gaps.measured import Measured, score
from journeymapper.analysis.gaps.types import Gap, GapSettings, NotAssessable, Value
from journeymapper.analysis.priorities import MIDDLE, band, severity
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import JourneyMap, Persona, Touchpoint
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import MapState, Measure, MomentOfTruth, Respondent
from journeymapper.domain.message import Message
from journeymapper.domain.months import months_later
from journeymapper.domain.snapshot import Snapshot

FLOORS: Mapping[str, float] = {"critical": 60.0, "high": 40.0, "medium": 20.0, "low": 5.0}
"""The severity of a gap that has a band and no size: the least of its band."""

_UP = {"low": "medium", "medium": "high", "high": "critical", "critical": "critical"}


@dataclass(frozen=True)
class Look:
    """One look at a document. Nothing of it changes; figures are worked out once."""

    snapshot: Snapshot
    counts: Counts
    today: date
    settings: GapSettings
    _scores: dict[tuple[str, Measure, Respondent], Measured | None] = field(default_factory=dict)

    def maps(self) -> tuple[JourneyMap, ...]:
        """Return the maps that are judged: those of today, or those that were asked for."""
        wanted = self.settings.maps
        every = queries.maps(self.snapshot)
        if wanted is not None:
            return tuple(one for one in every if one.id in wanted)
        return tuple(one for one in every if one.state == MapState.CURRENT)

    def steps(self) -> Iterator[Touchpoint]:
        """Yield the steps of all maps that are judged, in order."""
        for journey in self.maps():
            yield from queries.touchpoints_of_map(self.snapshot, journey.id)

    def score(
        self,
        step: str,
        measure: Measure = Measure.PERFORMANCE,
        who: Respondent = Respondent.CUSTOMER,
    ) -> Measured | None:
        """Return a score of a step on 1 to 10, or None."""
        key = (step, measure, who)
        if key not in self._scores:
            self._scores[key] = score(self.snapshot, self.counts, step, measure, who)
        return self._scores[key]

    def importance(self, step: str) -> float:
        """Return how important a step is, 1 to 10; the middle where nobody said."""
        known = self.score(step, Measure.IMPORTANCE)
        return MIDDLE if known is None else known.mean

    def is_moment(self, subject: str) -> bool:
        """Say whether a subject is a step that is a moment of truth."""
        step = self.snapshot.find(Touchpoint, subject)
        return step is not None and step.moment_of_truth != MomentOfTruth.NONE

    def called(self, persona: str) -> str:
        """Return what a persona is called."""
        known = self.snapshot.get(Persona, persona)
        return known.short or known.name

    def year_ago(self) -> str:
        """Return the local date twelve months ago: what is older is old."""
        return months_later(self.today, -12).isoformat()

    def measured(
        self,
        rule: str,
        subject: str,
        text: Message,
        g: float,
        *,
        value: float | None,
        inputs: Mapping[str, Value],
        evidence: Grade | None,
        certain: bool = True,
        persona: str | None = None,
        least: str = "",
        raised: bool = False,
        interval: tuple[float, float] | None = None,
    ) -> Gap:
        """Return a gap with a size ``g``: severity by the formula, at least the band ``least``.

        ``raised`` puts it one band up. A rule that fires with no size is low.
        """
        moment = self.is_moment(subject)
        found = severity(
            g, self.importance(subject) if moment or self._is_step(subject) else MIDDLE, moment
        )
        found = max(found, FLOORS.get(least, 0.0))
        if raised:
            found = max(found, FLOORS[_UP[band(found) or "low"]])
        name = band(found) or "low"
        return self._gap(
            rule, subject, persona, text, found, name, value, inputs, evidence, certain, interval
        )

    def fixed(
        self,
        rule: str,
        subject: str,
        text: Message,
        name: str,
        *,
        value: float | None = None,
        inputs: Mapping[str, Value] | None = None,
        evidence: Grade | None = None,
        persona: str | None = None,
        raise_moments: bool = True,
    ) -> Gap:
        """Return a gap with a band and no size; one band up at a moment of truth."""
        if raise_moments and self.is_moment(subject):
            name = _UP[name]
        return self._gap(
            rule, subject, persona, text, FLOORS[name], name, value, inputs or {}, evidence, True
        )

    def open(self, rule: str, subject: str, reason: Message) -> NotAssessable:
        """Return that a rule cannot judge a subject."""
        return NotAssessable(rule, subject, reason)

    def _is_step(self, subject: str) -> bool:
        return self.snapshot.find(Touchpoint, subject) is not None

    def _gap(
        self,
        rule: str,
        subject: str,
        persona: str | None,
        text: Message,
        found: float,
        name: str,
        value: float | None,
        inputs: Mapping[str, Value],
        evidence: Grade | None,
        certain: bool,
        interval: tuple[float, float] | None = None,
    ) -> Gap:
        return Gap(
            rule,
            subject,
            persona,
            inputs,
            value,
            found,
            name,
            evidence,
            certain,
            text,
            advise(name, evidence),
            interval,
        )


def advise(name: str, evidence: Grade | None) -> str:
    """Return what to do: severity and evidence together (method C).

    act, validate (and contain meanwhile), watch, or park.
    """
    bad = name in ("critical", "high")
    sure = evidence in (None, Grade.A, Grade.B)
    if bad:
        return "act" if sure else "validate"
    if sure:
        return "watch"
    return "park" if evidence in (Grade.D, Grade.E) else "watch"
