"""Verbs about feelings and ratings."""

from __future__ import annotations

from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Feeling, Rating
from journeymapper.domain.kinds import Measure, SourceKind


def set_feeling(
    tx: Tx,
    touchpoint_id: str,
    persona_id: str,
    value: int,
    source: SourceKind = SourceKind.STAFF,
) -> str:
    """Say how a persona feels at a touchpoint, -5 to +5; returns the feeling's id."""
    known = queries.feeling_of(tx.snapshot, touchpoint_id, persona_id)
    if known is None:
        made = Feeling(tx.new_id(), touchpoint_id, persona_id, value, source)
        return tx.insert(made).id
    return tx.change(Feeling, known.id, value=value, source=source).id


def set_feeling_source(
    tx: Tx, touchpoint_id: str, persona_id: str, source: SourceKind, n: int | None = None
) -> None:
    """Say where a feeling is known from and from how many people.

    Nothing happens where no feeling is known.
    """
    known = queries.feeling_of(tx.snapshot, touchpoint_id, persona_id)
    if known is not None:
        tx.change(Feeling, known.id, source=source, n=n)


def clear_feeling(tx: Tx, touchpoint_id: str, persona_id: str) -> None:
    """Forget how a persona feels at a touchpoint; nothing happens where nothing is known."""
    known = queries.feeling_of(tx.snapshot, touchpoint_id, persona_id)
    if known is not None:
        tx.delete(Feeling, known.id)


def rate(
    tx: Tx,
    touchpoint_id: str,
    measure: Measure,
    value: float,
    *,
    perspective: str = "staff",
    persona: str | None = None,
    n: int | None = None,
    date: str = "",
    source: SourceKind = SourceKind.ASSUMPTION,
    citation: str = "",
) -> str:
    """Rate a touchpoint; a rating of the same measure, perspective and persona is replaced."""
    made = Rating(
        tx.new_id(),
        touchpoint_id,
        measure,
        perspective,
        persona,
        value,
        n,
        date,
        source,
        citation,
    )
    unrate(tx, touchpoint_id, measure, perspective=perspective, persona=persona)
    return tx.insert(made).id


def unrate(
    tx: Tx,
    touchpoint_id: str,
    measure: Measure,
    *,
    perspective: str = "staff",
    persona: str | None = None,
) -> None:
    """Forget a rating; nothing happens where there is none."""
    for known in tx.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, touchpoint_id):
        same = (known.measure, known.perspective, known.persona)
        if same == (measure, perspective, persona):
            tx.delete(Rating, known.id)
