"""Verbs about cards."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at, without
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Lane, Stage, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import (
    DERIVED_ROWS,
    STEP_ONLY_ROWS,
    Frequency,
    Severity,
    SourceKind,
)
from journeymapper.domain.message import _


def add_card(
    tx: Tx,
    lane_id: str,
    text: str = "",
    *,
    touchpoint: str | None = None,
    stage: str | None = None,
    index: int | None = None,
    **fields: Any,
) -> str:
    """Add a card to a row, at a step or across a stage; returns its id.

    ``fields`` are further fields of Card, such as ``severity`` or ``source``.
    """
    _check_place(tx, lane_id, touchpoint, stage)
    siblings = queries.cards_at(tx.snapshot, lane_id, touchpoint or stage or "")
    card = Card(
        tx.new_id(),
        lane=lane_id,
        touchpoint=touchpoint,
        stage=stage,
        text=text,
        position=position_at(tx, siblings, index),
        **fields,
    )
    return tx.insert(card).id


def set_card_text(tx: Tx, card_id: str, text: str) -> None:
    """Write on a card."""
    tx.change(Card, card_id, text=text)


def set_severity(tx: Tx, card_id: str, severity: Severity) -> None:
    """Say how bad a pain is."""
    tx.change(Card, card_id, severity=severity)


def set_frequency(tx: Tx, card_id: str, frequency: Frequency) -> None:
    """Say how often a pain is felt."""
    tx.change(Card, card_id, frequency=frequency)


def set_impact_effort(tx: Tx, card_id: str, impact: int | None, effort: int | None) -> None:
    """Say what an idea brings and what work it is, each 1 (little) to 5 (much); None: not said."""
    tx.change(Card, card_id, impact=impact, effort=effort)


def set_ease(tx: Tx, card_id: str, ease: int | None) -> None:
    """Say how easily staff work with a program, 1 (hard) to 5 (easy); None: not said."""
    tx.change(Card, card_id, ease=ease)


def set_card_image(tx: Tx, card_id: str, image: str | None) -> None:
    """Put an attached picture on a card, by its id; None takes it away."""
    tx.change(Card, card_id, image=image)


def set_card_source(
    tx: Tx, card_id: str, source: SourceKind, *, n: int | None = None, date: str = ""
) -> None:
    """Say where a card's statement comes from, from how many people, and when."""
    tx.change(Card, card_id, source=source, n=n, date=date)


def move_card(
    tx: Tx,
    card_id: str,
    lane_id: str,
    *,
    touchpoint: str | None = None,
    stage: str | None = None,
    index: int | None = None,
) -> None:
    """Move a card to another cell, or to another place in its own cell."""
    _check_place(tx, lane_id, touchpoint, stage)
    here = queries.cards_at(tx.snapshot, lane_id, touchpoint or stage or "")
    others = without(here, card_id)
    ids = [c.id for c in here]
    target = len(others) if index is None else max(0, min(index, len(others)))
    if card_id in ids and ids.index(card_id) == target:
        return
    position = position_at(tx, others, index)
    tx.change(Card, card_id, lane=lane_id, touchpoint=touchpoint, stage=stage, position=position)


def delete_card(tx: Tx, card_id: str) -> None:
    """Take a card out."""
    tx.delete(Card, card_id)


def _check_place(tx: Tx, lane_id: str, touchpoint: str | None, stage: str | None) -> None:
    lane = tx.snapshot.get(Lane, lane_id)
    if lane.kind in DERIVED_ROWS:
        raise RefusedError(_("This row holds no cards; it is made from the steps."))
    if lane.kind in STEP_ONLY_ROWS and touchpoint is None:
        raise RefusedError(_("Cards of this row belong to a step, not to a whole stage."))
    if touchpoint is not None:
        place_map = queries.map_of(tx.snapshot, touchpoint)
        tx.snapshot.get(Touchpoint, touchpoint)
    elif stage is not None:
        place_map = tx.snapshot.get(Stage, stage).map
    else:
        return
    if place_map != lane.map:
        raise RefusedError(_("The row and the step are on different maps."))
