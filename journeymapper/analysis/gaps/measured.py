"""What is known of a step in numbers: counted answers first, ratings where there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from journeymapper.analysis.histogram import Summary, summary
from journeymapper.domain import indexes
from journeymapper.domain.counts import Cell, Counts
from journeymapper.domain.entities import Question, Rating, Round
from journeymapper.domain.evidence import Grade, grade
from journeymapper.domain.kinds import Measure, QuestionKind, Respondent, SourceKind
from journeymapper.domain.scales import upright
from journeymapper.domain.snapshot import Snapshot

SCORE = (1.0, 10.0)
EASE = (1.0, 7.0)
"""The scales that scores and ease are put on before they are compared."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure on one scale, how sure it is, and the question it comes from ("" for a rating)."""

    summary: Summary
    grade: Grade
    question: str = ""

    @property
    def mean(self) -> float:
        """The mean, on the scale it was put on."""
        return self.summary.mean

    @property
    def n(self) -> int:
        """The number of answers behind it."""
        return self.summary.n


def on_scale(question: Question, scale: tuple[float, float]) -> Callable[[float], float]:
    """Return what puts a mark of a question on another scale, more being better."""
    low, high = question.low or 0.0, question.high or 1.0
    stretch = (scale[1] - scale[0]) / (high - low)
    return lambda mark: scale[0] + (upright(question, mark) - low) * stretch


def questions_at(
    snapshot: Snapshot, step: str, kind: QuestionKind, measure: Measure = Measure.PERFORMANCE
) -> tuple[Question, ...]:
    """Return the questions of a kind about a step, in order."""
    found = snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step)
    return tuple(q for q in found if q.kind == kind and q.measure == measure)


def latest(
    snapshot: Snapshot, counts: Counts, question: str, who: Respondent = Respondent.CUSTOMER
) -> Mapping[float, int]:
    """Return the answers of the last round that has any from these people."""
    rounds = _rounds_with(snapshot, counts.cells(question), who)
    if not rounds:
        return {}
    last = max(rounds, key=lambda r: (r.started, r.position, r.id)).id
    return counts.values(question, lambda c: c.round == last and c.respondent == who.value)


def _rounds_with(snapshot: Snapshot, cells: Iterable[Cell], who: Respondent) -> tuple[Round, ...]:
    ids = {cell.round for cell in cells if cell.respondent == who.value}
    found = (snapshot.find(Round, id_) for id_ in ids)
    return tuple(one for one in found if one is not None)


def score(
    snapshot: Snapshot,
    counts: Counts,
    step: str,
    measure: Measure = Measure.PERFORMANCE,
    who: Respondent = Respondent.CUSTOMER,
) -> Measured | None:
    """Return a score of a step on 1 to 10; "would recommend" is never mixed in.

    Customers' answers come first, then their rating; for performance and importance the team's
    rating stands in, with the grade that says so.
    """
    for question in questions_at(snapshot, step, QuestionKind.CSAT, measure):
        found = summary(latest(snapshot, counts, question.id, who), on_scale(question, SCORE))
        if found is not None:
            return Measured(found, grade(SourceKind.SURVEY, found.n), question.id)
    return rated(snapshot, step, measure, _PERSPECTIVES[who])


_PERSPECTIVES: Mapping[Respondent, tuple[str, ...]] = {
    Respondent.CUSTOMER: ("customer", "staff"),
    Respondent.EMPLOYEE: ("staff",),
}


def rated(
    snapshot: Snapshot, step: str, measure: Measure, perspectives: Iterable[str]
) -> Measured | None:
    """Return the rating of the first of these perspectives that there is."""
    ratings = snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step)
    for perspective in perspectives:
        for one in ratings:
            if one.measure == measure and one.perspective == perspective:
                return measured_rating(one)
    return None


def measured_rating(rating: Rating) -> Measured:
    """Return a rating as a figure; it has no spread, so nothing about it is certain."""
    return Measured(Summary(rating.n or 1, rating.value, None), grade(rating.source, rating.n))


def ease(snapshot: Snapshot, counts: Counts, step: str) -> tuple[Measured, float | None] | None:
    """Return how easy a step is on 1 to 7, and the share of those who find it hard (1 to 3)."""
    for question in questions_at(snapshot, step, QuestionKind.CES):
        values = latest(snapshot, counts, question.id)
        scaled = on_scale(question, EASE)
        found = summary(values, scaled)
        if found is not None:
            hard = sum(n for mark, n in values.items() if scaled(mark) <= _HARD) / found.n
            return Measured(found, grade(SourceKind.SURVEY, found.n), question.id), hard
    known = rated(snapshot, step, Measure.EFFORT, ("customer", "staff"))
    return None if known is None else (known, None)


_HARD = 3
