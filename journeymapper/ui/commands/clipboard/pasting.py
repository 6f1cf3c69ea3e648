"""Pasting, duplicating and copying by drag: each is one step of the document."""

from __future__ import annotations

from typing import Any

from journeymapper.document.document import Document
from journeymapper.document.operations import cards, feelings, projects, stages, touchpoints
from journeymapper.document.operations.parcels import (
    attached,
    place_stages,
    place_steps,
    unknown_personas,
)
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Lane, Stage
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import LaneKind, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.parcel import Item, Parcel, Pictures, item_of, pack_stages, pack_steps
from journeymapper.ui.commands.cards import Cell, card_name
from journeymapper.ui.commands.clipboard.plan import Kind, Plan, fields_for
from journeymapper.ui.commands.feelings import HIGHEST, LOWEST
from journeymapper.ui.commands.names import shortened, stage_name, step_name


def paste_stages(
    document: Document, parcel: Parcel, map_id: str, index: int | None = None
) -> tuple[str, ...]:
    """Put copied stages on a map; returns their ids."""
    first, count = str(getattr(parcel.roots[0], "name", "")), len(parcel.roots)
    with document.step(_paste(first, count, _("Paste {count} stages", count=count))) as tx:
        same = parcel.doc_id == document.doc_id
        return place_stages(tx, parcel, map_id, index, same_document=same)


def paste_steps(
    document: Document, parcel: Parcel, map_id: str, stage_id: str, index: int | None = None
) -> tuple[str, ...]:
    """Put copied steps into a stage, or with ``stage_id`` "" into a new one; returns their ids."""
    first, count = str(getattr(parcel.roots[0], "name", "")), len(parcel.roots)
    with document.step(_paste(first, count, _("Paste {count} steps", count=count))) as tx:
        same = parcel.doc_id == document.doc_id
        stage = stage_id or stages.add_stage(tx, map_id)
        return place_steps(tx, parcel, stage, index, same_document=same)


def left_out(document: Document, parcel: Parcel) -> tuple[str, ...]:
    """Return the names of personas whose feelings cannot come along."""
    same = parcel.doc_id == document.doc_id
    return unknown_personas(document.snapshot, parcel, same_document=same)


def write_plan(document: Document, plan: Plan, persona: str) -> tuple[str, ...]:
    """Write all of a plan; returns the ids of the cards, or of the steps that are new."""
    first = next((write.item.text for write in plan.writes), "")
    with document.step(_paste(first, len(plan.writes), _many(plan))) as tx:
        new = [
            touchpoints.add_touchpoint(
                tx, plan.stage, "", None if plan.index is None else plan.index + place
            )
            for place in range(plan.new_steps)
        ]
        made: list[str] = []
        for write in plan.writes:
            cell = write.cell
            if write.new is not None:
                cell = Cell(cell.lane, new[write.new], plan.stage)
            if write.kind is Kind.CARD:
                made.append(add_item(tx, write.item, cell, plan.pictures))
            elif write.kind is Kind.NAME:
                touchpoints.rename_touchpoint(tx, cell.touchpoint, write.item.text)
            else:
                _feel(tx, cell.touchpoint, persona, write.item.text)
    return tuple(made) or tuple(new)


def paste_stage_names(
    document: Document, names: tuple[str, ...], map_id: str, index: int | None
) -> tuple[str, ...]:
    """Add a stage with a first step for each name; returns the ids of the stages."""
    several = _("Paste {count} stages", count=len(names))
    with document.step(_paste(names[0], len(names), several)) as tx:
        made = []
        for place, name in enumerate(names):
            at = None if index is None else index + place
            made.append(stages.add_stage(tx, map_id, name, at))
            touchpoints.add_touchpoint(tx, made[-1])
    return tuple(made)


def paste_picture(document: Document, content: bytes, cell: Cell) -> str:
    """Add a card with a picture; returns its id."""
    with document.step(_("Paste a picture")) as tx:
        image = projects.attach(tx, content, "image/png")
        return cards.add_card(tx, cell.lane, "", index=None, image=image, **cell.as_fields())


def copy_steps(document: Document, ids: tuple[str, ...], stage: str, index: int) -> tuple[str, ...]:
    """Put copies of steps into a stage of the same document; returns their ids."""
    label = _("Copy {name}", name=steps_name(document, ids))
    with document.step(label) as tx:
        return copy_steps_in(tx, ids, stage, index)


def copy_steps_in(tx: Tx, ids: tuple[str, ...], stage: str, index: int | None) -> tuple[str, ...]:
    """Do the same inside of a step, or of a preview."""
    parcel = pack_steps(tx.snapshot, "", ids, _no_content)
    return place_steps(tx, parcel, stage, index, same_document=True)


def copy_stages(document: Document, ids: tuple[str, ...], index: int | None) -> tuple[str, ...]:
    """Put copies of stages on their map; returns their ids."""
    name = stage_name(document.snapshot, ids[0])
    label = _("Copy {name}", name=name if len(ids) == 1 else _("{count} stages", count=len(ids)))
    with document.step(label) as tx:
        return copy_stages_in(tx, ids, index)


def copy_stages_in(tx: Tx, ids: tuple[str, ...], index: int | None) -> tuple[str, ...]:
    """Do the same inside of a step, or of a preview."""
    map_id = tx.snapshot.get(Stage, ids[0]).map
    parcel = pack_stages(tx.snapshot, "", ids, _no_content)
    return place_stages(tx, parcel, map_id, index, same_document=True)


def copy_cards(
    document: Document, ids: tuple[str, ...], cell: Cell, index: int | None = None
) -> tuple[str, ...]:
    """Put copies of cards into a cell; returns their ids."""
    with document.step(_("Copy {name}", name=cards_name(document, ids))) as tx:
        return copy_cards_in(tx, ids, cell, index)


def copy_cards_in(
    tx: Tx, ids: tuple[str, ...], cell: Cell, index: int | None = None
) -> tuple[str, ...]:
    """Do the same inside of a step, or of a preview."""
    items = [item_of(tx.snapshot.get(Card, id_)) for id_ in ids]
    return tuple(
        add_item(tx, item, cell, {}, None if index is None else index + place)
        for place, item in enumerate(items)
    )


def duplicate_cards(document: Document, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Put a copy of each card right below it; returns the ids of the copies."""
    made: list[str] = []
    with document.step(_("Duplicate {name}", name=cards_name(document, ids))) as tx:
        for id_ in ids:
            card = tx.snapshot.get(Card, id_)
            siblings = [c.id for c in queries.cards_at(tx.snapshot, card.lane, card.place)]
            cell = Cell(card.lane, card.touchpoint or "", card.stage or "")
            made += copy_cards_in(tx, (id_,), cell, siblings.index(id_) + 1)
    return tuple(made)


def steps_name(document: Document, ids: tuple[str, ...]) -> str | Message:
    """Return how steps are called in a label."""
    if len(ids) == 1:
        return step_name(document.snapshot, ids[0])
    return _("{count} steps", count=len(ids))


def cards_name(document: Document, ids: tuple[str, ...]) -> str | Message:
    """Return how cards are called in a label."""
    return card_name(document, ids[0]) if len(ids) == 1 else _("{count} cards", count=len(ids))


def feeling_of(text: str) -> int | None:
    """Return a feeling as people write it, None for anything else."""
    try:
        value = int(text.strip().replace("−", "-"))
    except ValueError:
        return None
    return value if LOWEST <= value <= HIGHEST else None


def add_item(tx: Tx, item: Item, cell: Cell, pictures: Pictures, index: int | None = None) -> str:
    """Add a card for a text that was copied; returns its id."""
    pain = tx.snapshot.get(Lane, cell.lane).kind == LaneKind.PAIN
    fields: dict[str, Any] = dict(fields_for(item, pain=pain))
    if item.fields.get("image"):
        fields["image"] = attached(tx, pictures, item.fields["image"])
    return cards.add_card(tx, cell.lane, item.text, index=index, **cell.as_fields(), **fields)


def _feel(tx: Tx, step: str, persona: str, text: str) -> None:
    value = feeling_of(text)
    if value is None:
        raise RefusedError(
            _("“{text}” is not a feeling from −5 to +5.", text=shortened(text)),
            _("Nothing was pasted."),
        )
    known = queries.feeling_of(tx.snapshot, step, persona)
    source = known.source if known is not None else SourceKind.STAFF
    feelings.set_feeling(tx, step, persona, value, source)


def _paste(first: str, count: int, several: Message) -> Message:
    if count == 1 and first.strip():
        return _("Paste “{text}”", text=shortened(first))
    return several


def _many(plan: Plan) -> Message:
    count, kinds = len(plan.writes), {write.kind for write in plan.writes}
    if kinds == {Kind.CARD}:
        return _("Paste {count} cards", count=count)
    if kinds == {Kind.NAME}:
        return _("Paste {count} steps", count=count)
    if kinds == {Kind.FEELING}:
        return _("Paste {count} feelings", count=count)
    return _("Paste {count} texts", count=count)


def _no_content(_attachment: str) -> bytes:
    return b""  # within a document a picture is known by its id
