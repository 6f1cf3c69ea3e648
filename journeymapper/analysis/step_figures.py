"""What was measured at the steps of the maps: each question's figure of its last round.

    found = step_figures(document.snapshot, document.counts)
    for told in found.get(step_id, Told()).figures:
        ...

Rows about it and the score on a card come from here, so that map, paper and gaps agree.
"""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.analysis.histogram import summary
from journeymapper.analysis.question_figures import (
    Change,
    Figure,
    change_of,
    customers,
    figure_of,
    is_counted,
    rounds_of,
)
from journeymapper.analysis.scores import RAW
from journeymapper.analysis.step_answers import EASE, SCORE, latest, on_scale
from journeymapper.domain import indexes
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Question, Rating, Round, Touchpoint
from journeymapper.domain.kinds import Measure, QuestionKind, SourceKind
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

_RATED = {QuestionKind.CSAT: (Measure.PERFORMANCE, SCORE), QuestionKind.CES: (Measure.EFFORT, EASE)}


@dataclass(frozen=True, slots=True)
class Told:
    """A question at a step, its figure, and how it changed since the round before, if ever."""

    question: Question
    figure: Figure
    change: Change | None = None
    before: str = ""
    """What the round before is called."""
    countries: int = 0
    """From how many countries answers come that should be looked at country by country; or 0."""


@dataclass(frozen=True, slots=True)
class AtStep:
    """All that people told about one step in answers that were counted.

    ``ratings`` say the same as ratings do, on their scales; they stand before typed ones.
    """

    figures: tuple[Told, ...] = ()
    ratings: tuple[Rating, ...] = ()

    def before(self, typed: tuple[Rating, ...]) -> tuple[Rating, ...]:
        """Return these ratings, and of the ``typed`` ones those that they do not answer."""
        answered = {one.measure for one in self.ratings}
        if not answered:
            return typed
        rest = (
            one
            for one in typed
            if one.measure not in answered or one.perspective not in ("customer", "staff")
        )
        return (*self.ratings, *rest)


def step_figures(snapshot: Snapshot, counts: Counts) -> Mapping[str, AtStep]:
    """Return what customers told about each step that was asked about, by its id.

    Importance and the like are no figures of a step; neither are fewer than five answers.
    """
    found: dict[str, AtStep] = {}
    asked = (q.touchpoint for q in snapshot.table(Question).values() if q.touchpoint)
    for step in dict.fromkeys(asked):
        if snapshot.find(Touchpoint, step) is None:
            continue
        told = [
            one
            for question in snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step)
            if (one := _told(snapshot, counts, question)) is not None
        ]
        if told:
            found[step] = AtStep(tuple(told), _ratings(snapshot, counts, step, told))
    return found


def _told(snapshot: Snapshot, counts: Counts, question: Question) -> Told | None:
    if question.measure != Measure.PERFORMANCE or not is_counted(question):
        return None
    rounds = rounds_of(snapshot, question, counts)
    for at in range(len(rounds) - 1, -1, -1):
        figure = figure_of(question, counts, rounds[at].id, customers)
        if not figure.n:
            continue  # only employees answered in this one
        if figure.n < RAW:
            return None
        change = change_of(snapshot, question, counts, rounds[at].id) if at else None
        before = rounds[at - 1].name if change else ""
        return Told(question, figure, change, before, _countries(question, counts, rounds[at]))
    return None


def _countries(question: Question, counts: Counts, pile: Round) -> int:
    """Only "would recommend" is answered otherwise from country to country (method B1)."""
    if question.kind != QuestionKind.NPS:
        return 0
    cells = (cell for cell in counts.cells(question.id) if cell.round == pile.id)
    found = {cell.country for cell in cells if cell.country and customers(cell)}
    return len(found) if len(found) > 1 else 0


def _ratings(snapshot: Snapshot, counts: Counts, step: str, told: list[Told]) -> tuple[Rating, ...]:
    """Return the first score and the first ease as ratings."""
    found: dict[Measure, Rating] = {}
    for one in told:
        question = one.question
        if question.kind not in _RATED:
            continue
        measure, scale = _RATED[question.kind]
        values = summary(latest(snapshot, counts, question.id), on_scale(question, scale))
        if measure in found or values is None:
            continue
        date = snapshot.get(Round, one.figure.round).started
        found[measure] = Rating(
            f"answers:{question.id}",
            step,
            measure,
            "customer",
            value=values.mean,
            n=values.n,
            date=date,
            source=SourceKind.SURVEY,
        )
    return tuple(found.values())
