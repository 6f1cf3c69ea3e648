"""The rules one usually begins with (R023), in the direction of each sheet."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.analysis.alerts.words import asked
from journeymapper.domain.entities import AlertRule, Question
from journeymapper.domain.kinds import Better, Measure, QuestionKind
from journeymapper.domain.kinds_plan import Comparator
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

_BAD = {QuestionKind.NPS: 6 / 10, QuestionKind.CSAT: 1 / 4, QuestionKind.CES: 2 / 6}
"""The bad part of a scale: 6 of 0 to 10, 2 of 1 to 5, 3 of 1 to 7."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule to begin with."""

    name: Message
    question: str
    comparator: Comparator
    value: float


def usual_rules(snapshot: Snapshot) -> tuple[Proposal, ...]:
    """Return a rule for each question about how we do that has none yet."""
    ruled = {rule.question for rule in snapshot.table(AlertRule).values()}
    surveys = sorted(snapshot.table(Question).values(), key=lambda q: (q.survey, q.position, q.id))
    return tuple(
        _proposal(question)
        for question in surveys
        if question.kind in _BAD
        and question.measure in (Measure.PERFORMANCE, Measure.EFFORT)
        and question.id not in ruled
    )


def _proposal(question: Question) -> Proposal:
    low, high = question.low or 0.0, question.high or 0.0
    bad = int(_BAD[question.kind] * (high - low) + 1e-9)
    turned = question.better == Better.LOW
    return Proposal(
        _("Unhappy: {question}", question=asked(question)[:60]),
        question.id,
        Comparator.AT_LEAST if turned else Comparator.AT_MOST,
        high - bad if turned else low + bad,
    )
