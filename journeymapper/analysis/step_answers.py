"""The answers about one step: its questions, their last round, marks put on a common scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from journeymapper.domain import indexes
from journeymapper.domain.counts import Cell, Counts, Wanted
from journeymapper.domain.entities import Question, Round
from journeymapper.domain.kinds import Measure, QuestionKind, Respondent
from journeymapper.domain.scales import upright
from journeymapper.domain.snapshot import Snapshot

SCORE = (1.0, 10.0)
EASE = (1.0, 7.0)
"""The scales that scores and ease are put on before they are compared."""


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
    return counts.values(question, in_latest(snapshot, counts, question, who))


def in_latest(
    snapshot: Snapshot, counts: Counts, question: str, who: Respondent = Respondent.CUSTOMER
) -> Wanted:
    """Return what picks the answers of these people in the last round that has any from them.

    Rules never pool rounds: what was so before something was mended is no gap of today.
    """
    rounds = _rounds_with(snapshot, counts.cells(question), who)
    if not rounds:
        return lambda _cell: False
    last = max(rounds, key=lambda r: (r.started, r.position, r.id)).id
    return lambda cell: cell.round == last and cell.respondent == who.value


def _rounds_with(snapshot: Snapshot, cells: Iterable[Cell], who: Respondent) -> tuple[Round, ...]:
    ids = {cell.round for cell in cells if cell.respondent == who.value}
    found = (snapshot.find(Round, id_) for id_ in ids)
    return tuple(one for one in found if one is not None)
