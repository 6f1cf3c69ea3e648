"""Commands that take stages, steps and cards to another map of the document, or copy them there."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import cards, stages
from journeymapper.document.operations.parcels import place_stages, place_steps
from journeymapper.document.operations.transfers import (
    lane_like,
    transfer_stage,
    transfer_touchpoint,
)
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, JourneyMap, Lane, Stage, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.domain.parcel import pack_stages, pack_steps
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.clipboard.pasting import cards_name, copy_cards_in, steps_name
from journeymapper.ui.commands.names import map_title, stage_name


def steps_to_map(
    document: Document, ids: tuple[str, ...], map_id: str, *, copy: bool = False
) -> None:
    """Take steps to the stage of the same name on another map; it is added where there is none."""
    with document.step(_label(document, steps_name(document, ids), map_id, copy=copy)) as tx:
        for id_ in ids:
            here = tx.snapshot.get(Stage, tx.snapshot.get(Touchpoint, id_).stage)
            there = _stage_like(tx, here, map_id)
            if copy:
                parcel = pack_steps(tx.snapshot, "", (id_,), _no_content)
                place_steps(tx, parcel, there, same_document=True)
            else:
                transfer_touchpoint(tx, id_, there)


def stages_to_map(
    document: Document, ids: tuple[str, ...], map_id: str, *, copy: bool = False
) -> None:
    """Take stages with their steps to the end of another map."""
    name = stage_name(document.snapshot, ids[0])
    words = name if len(ids) == 1 else _("{count} stages", count=len(ids))
    with document.step(_label(document, words, map_id, copy=copy)) as tx:
        if copy:
            parcel = pack_stages(tx.snapshot, "", ids, _no_content)
            place_stages(tx, parcel, map_id, same_document=True)
            return
        for id_ in ids:
            transfer_stage(tx, id_, map_id)


def cards_to_map(
    document: Document, ids: tuple[str, ...], map_id: str, *, copy: bool = False
) -> None:
    """Take cards to the step or stage of the same name; refused where there is none."""
    with document.step(_label(document, cards_name(document, ids), map_id, copy=copy)) as tx:
        for id_ in ids:
            card = tx.snapshot.get(Card, id_)
            step, stage = place_like(tx.snapshot, card, map_id)
            lane = lane_like(tx, tx.snapshot.get(Lane, card.lane), map_id)
            cell = Cell(lane, step, stage)
            if copy:
                copy_cards_in(tx, (id_,), cell)
            else:
                cards.move_card(tx, id_, lane, index=None, **cell.as_fields())


def place_like(snapshot: Snapshot, card: Card, map_id: str) -> tuple[str, str]:
    """Return the step (or "") and the stage of another map that are called as a card's are."""
    step = snapshot.find(Touchpoint, card.touchpoint)
    name = step.name if step is not None else snapshot.get(Stage, card.stage or "").name
    for stage in queries.stages(snapshot, map_id):
        if step is None and _same(stage.name, name):
            return "", stage.id
        for other in queries.touchpoints(snapshot, stage.id) if step is not None else ():
            if _same(other.name, name):
                return other.id, stage.id
    title = map_title(snapshot, map_id)
    if step is None:
        raise RefusedError(
            _("{map} has no stage called {name}.", map=title, name=name or _("nothing"))
        )
    raise RefusedError(_("{map} has no step called {name}.", map=title, name=name or _("nothing")))


def others(snapshot: Snapshot, map_id: str) -> tuple[JourneyMap, ...]:
    """Return the maps that something of a map could go to."""
    return tuple(journey for journey in queries.maps(snapshot) if journey.id != map_id)


def _stage_like(tx: Tx, stage: Stage, map_id: str) -> str:
    for known in queries.stages(tx.snapshot, map_id):
        if _same(known.name, stage.name):
            return known.id
    return stages.add_stage(tx, map_id, stage.name, phase=stage.phase)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _label(document: Document, name: str | Message, map_id: str, *, copy: bool) -> Message:
    title = map_title(document.snapshot, map_id)
    if copy:
        return _("Copy {name} to {map}", name=name, map=title)
    return _("Move {name} to {map}", name=name, map=title)


def _no_content(_attachment: str) -> bytes:
    return b""  # within a document a picture is known by its id
