"""How sure we are about a step, in words; and our score."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.domain.entities import Feeling, Rating
from journeymapper.domain.evidence import Grade, grade
from journeymapper.domain.kinds import Measure, People, SourceKind
from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass
from journeymapper.drawing.map import words

_ORDER = list(Grade)


@dataclass(frozen=True, slots=True)
class Sureness:
    """The best source that something rests on."""

    grade: Grade
    source: SourceKind
    n: int | None

    @property
    def counted(self) -> bool:
        """Whether customers, not the team, are behind it."""
        return self.grade in (Grade.A, Grade.B, Grade.C)

    def words(self, people: People) -> Message:
        """Return the words: 31 patients, team's opinion, a guess."""
        if self.grade == Grade.E:
            return words.GUESS
        if self.grade == Grade.D:
            return words.TEAM
        if self.n:
            return words.people(people, self.n)
        if self.source == SourceKind.ANALYTICS:
            return words.MEASURED
        return words.uncounted(people)


def sureness(source: SourceKind, n: int | None) -> Sureness:
    """Return how sure one statement is."""
    return Sureness(grade(source, n), source, n)


def how_sure(feelings: Iterable[Feeling], ratings: Iterable[Rating]) -> Sureness | None:
    """Return the best of what a step's feelings and performance ratings rest on, or None."""
    known = [sureness(feeling.source, feeling.n) for feeling in feelings]
    known += [
        sureness(rating.source, rating.n)
        for rating in ratings
        if rating.measure == Measure.PERFORMANCE and rating.perspective in ("customer", "staff")
    ]
    if not known:
        return None
    return min(known, key=lambda one: (_ORDER.index(one.grade), -(one.n or 0)))


def our_score(ratings: Iterable[Rating], persona: str) -> Rating | None:
    """Return the rating of our performance to print on a step, or None.

    Customers before the team, then this persona before everybody, then the latest, then the
    one that more people gave.
    """
    scores = [
        rating
        for rating in ratings
        if rating.measure == Measure.PERFORMANCE and rating.perspective in ("customer", "staff")
    ]
    return max(
        scores,
        key=lambda r: (
            r.perspective == "customer",
            r.persona == persona,
            r.persona is None,
            r.date,
            r.n or 0,
            r.id,
        ),
        default=None,
    )


def score_text(score: Rating) -> str:
    """Return a score as it is printed: 7.4, or 8 for 8.0."""
    return f"{score.value:.1f}".removesuffix(".0")
