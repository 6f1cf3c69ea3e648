"""The questions that were answered, with their figures round by round."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.analysis.question_figures import (
    Change,
    Figure,
    change_of,
    figure_of,
    is_counted,
    rounds_of,
)
from journeymapper.domain import indexes
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Question, Round, Survey
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with customers' answers: its rounds in the order of time, and the last change."""

    question: Question
    rounds: tuple[tuple[Round, Figure], ...]
    change: Change | None


def questions_of(snapshot: Snapshot, counts: Counts) -> tuple[Asked, ...]:
    """Return the questions that have a figure and answers of customers, survey by survey."""
    every = (
        _asked(snapshot, counts, question)
        for survey in sorted(snapshot.table(Survey).values(), key=sort_key)
        for question in snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey.id)
        if is_counted(question)
    )
    return tuple(asked for asked in every if asked.rounds)


def _asked(snapshot: Snapshot, counts: Counts, question: Question) -> Asked:
    rows = [(p, figure_of(question, counts, p.id)) for p in rounds_of(snapshot, question, counts)]
    rounds = tuple((pile, figure) for pile, figure in rows if figure.n)
    change = change_of(snapshot, question, counts, rounds[-1][0].id) if rounds else None
    return Asked(question, rounds, change)
