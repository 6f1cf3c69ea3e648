"""What if: other figures of one step on a copy, and what they would change. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from journeymapper.analysis.gaps.board import GapBoard, make_board
from journeymapper.analysis.journey_figures import figures
from journeymapper.analysis.journey_flow import flow_of
from journeymapper.analysis.step_answers import questions_at
from journeymapper.domain import indexes, queries
from journeymapper.domain.changes import Change
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Connection, Feeling, Rating, Touchpoint, replaced
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import Measure, QuestionKind, SourceKind
from journeymapper.domain.snapshot import Snapshot

_TRIED = "what-if"


@dataclass(frozen=True, slots=True)
class Trial:
    """Other figures of a step; None and nothing stay as they are.

    ``score`` is 1 to 10 as customers would give it, ``feeling`` -5 to +5 of all personas that
    have one, ``wait`` the time it takes in the step's unit, ``shares`` 0 to 1 by the id of the
    connection; all ways from the step together.
    """

    step: str
    score: float | None = None
    feeling: int | None = None
    wait: float | None = None
    shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The gaps, how many of those who enter end well (0 to 1), and steps visited on average.

    The last two are None where it is not known where people go.
    """

    board: GapBoard
    success: float | None
    contacts: float | None


def outcome(snapshot: Snapshot, counts: Counts, today: date, step: str) -> Outcome:
    """Return gaps and flow as they are; the flow is that of the map of ``step``."""
    try:
        found = figures(flow_of(snapshot, queries.map_of(snapshot, step)))
    except UserError:
        return Outcome(make_board(snapshot, counts, today), None, None)
    return Outcome(make_board(snapshot, counts, today), found.success, found.steps)


def tried(snapshot: Snapshot, counts: Counts, trial: Trial) -> tuple[Snapshot, Counts]:
    """Return a document with the figures of the trial; the one given stays as it is.

    Answers to the same question stand aside for a figure that is tried.
    """
    changes: list[Change] = []
    aside: set[str] = set()
    if trial.score is not None:
        changes += _score(snapshot, trial.step, trial.score)
        aside |= {q.id for q in questions_at(snapshot, trial.step, QuestionKind.CSAT)}
    if trial.feeling is not None:
        for felt in queries.feelings(snapshot, trial.step):
            after = replaced(felt, {"value": trial.feeling})
            changes.append(Change(Feeling, felt.id, felt, after))
    if trial.wait is not None:
        step = snapshot.get(Touchpoint, trial.step)
        changed = replaced(step, {"wait_actual": trial.wait})
        changes.append(Change(Touchpoint, step.id, step, changed))
        aside |= {q.id for q in questions_at(snapshot, trial.step, QuestionKind.NUMBER)}
    for id_, share in trial.shares.items():
        way = snapshot.get(Connection, id_)
        other = replaced(way, {"share": share, "count": None})
        changes.append(Change(Connection, id_, way, other))
    return snapshot.with_changes(changes), _without(counts, aside)


def _score(snapshot: Snapshot, step: str, score: float) -> list[Change]:
    """Put the score in place of what customers gave; it is as sure as that was."""
    known = [
        one
        for one in snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step)
        if one.measure == Measure.PERFORMANCE and one.perspective == "customer"
    ]
    changes = [Change(Rating, one.id, one, None) for one in known]
    made = Rating(
        _TRIED,
        step,
        Measure.PERFORMANCE,
        "customer",
        value=score,
        n=known[0].n if known else None,
        source=known[0].source if known else SourceKind.ASSUMPTION,
    )
    return [*changes, Change(Rating, made.id, None, made)]


def _without(counts: Counts, questions: set[str]) -> Counts:
    if not questions:
        return counts
    return Counts(
        {
            cell: values
            for question in counts.questions() - questions
            for cell, values in counts.cells(question).items()
        }
    )
