"""Counts of what is in a document, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import (
    Card,
    Feeling,
    JourneyMap,
    Persona,
    Rating,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import MomentOfTruth
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

Counts = Mapping[str, int]
"""Numbers under stable names: stages, touchpoints, moments_of_truth, personas, cards, ..."""


def counts_of_document(snapshot: Snapshot, responses: int) -> Counts:
    """Count over all maps; ``responses`` are the answers that were counted."""
    touchpoints = snapshot.table(Touchpoint).values()
    return {
        "stages": len(snapshot.table(Stage)),
        "touchpoints": len(touchpoints),
        "moments_of_truth": _moments(touchpoints),
        "personas": len(snapshot.table(Persona)),
        "cards": len(snapshot.table(Card)),
        "feelings": len(snapshot.table(Feeling)),
        "ratings": len(snapshot.table(Rating)),
        "responses": responses,
    }


def counts_of_map(snapshot: Snapshot, journey: JourneyMap) -> Counts:
    """Count on one map; its personas are those it shows."""
    steps = queries.touchpoints_of_map(snapshot, journey.id)
    lanes = queries.lanes(snapshot, journey.id)
    ratings = (snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id) for step in steps)
    cards = (snapshot.select(indexes.CARDS_OF_LANE, lane.id) for lane in lanes)
    return {
        "stages": len(queries.stages(snapshot, journey.id)),
        "touchpoints": len(steps),
        "moments_of_truth": _moments(steps),
        "personas": len(queries.personas_of_map(snapshot, journey.id)),
        "cards": sum(map(len, cards)),
        "feelings": sum(len(queries.feelings(snapshot, step.id)) for step in steps),
        "ratings": sum(map(len, ratings)),
    }


def in_short(counts: Counts) -> Message:
    """Say how large a map is."""
    return _(
        "stages: {stages}, steps: {steps}, moments of truth: {moments}",
        stages=counts["stages"],
        steps=counts["touchpoints"],
        moments=counts["moments_of_truth"],
    )


def _moments(touchpoints: Iterable[Touchpoint]) -> int:
    return sum(t.moment_of_truth != MomentOfTruth.NONE for t in touchpoints)
