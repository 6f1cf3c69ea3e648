"""What is known of a step in numbers: counted answers first, ratings where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.analysis.histogram import Summary, summary
from journeymapper.analysis.step_answers import EASE, SCORE, latest, on_scale, questions_at
from journeymapper.domain import indexes
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Rating
from journeymapper.domain.evidence import Grade, grade
from journeymapper.domain.kinds import Measure, QuestionKind, Respondent, SourceKind
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot


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
