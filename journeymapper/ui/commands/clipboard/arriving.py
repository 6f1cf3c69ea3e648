"""What is dragged in from another window becomes steps, stages or cards: each is one step."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import stages
from journeymapper.document.operations.parcels import place_stages, place_steps
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.domain.parcel import Block, Item, Parcel
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.clipboard.pasting import add_item
from journeymapper.ui.commands.names import shortened


def name_of(content: Parcel | Block) -> str | Message:
    """Return how what is dragged is called."""
    if isinstance(content, Block):
        found = items_of(content)
        first = found[0].text if found else ""
        several = _("{count} cards", count=len(found))
        return shortened(first) if len(found) == 1 and first.strip() else several
    first, count = str(getattr(content.roots[0], "name", "")), len(content.roots)
    if count == 1 and first.strip():
        return shortened(first)
    if content.of_stages:
        return _("{count} stages", count=count)
    return _("{count} steps", count=count)


def items_of(block: Block) -> tuple[Item, ...]:
    """Return what becomes a card, line by line."""
    cells = (cell for line in block.lines for cell in line.cells)
    return tuple(i for cell in cells for i in cell if i.text.strip() or i.fields.get("image"))


def put_steps(
    document: Document, parcel: Parcel, map_id: str, stage_id: str, index: int | None
) -> tuple[str, ...]:
    """Put steps into a stage, with ``stage_id`` "" into a new one; returns their ids."""
    with document.step(_label(parcel)) as tx:
        stage = stage_id or stages.add_stage(tx, map_id)
        return put_steps_in(tx, parcel, document.doc_id, stage, index)


def put_steps_in(
    tx: Tx, parcel: Parcel, doc_id: str, stage_id: str, index: int | None
) -> tuple[str, ...]:
    """Do the same inside of a step, or of a preview."""
    return place_steps(tx, parcel, stage_id, index, same_document=parcel.doc_id == doc_id)


def put_stages(
    document: Document, parcel: Parcel, map_id: str, index: int | None
) -> tuple[str, ...]:
    """Put stages on a map; returns their ids."""
    with document.step(_label(parcel)) as tx:
        return put_stages_in(tx, parcel, document.doc_id, map_id, index)


def put_stages_in(
    tx: Tx, parcel: Parcel, doc_id: str, map_id: str, index: int | None
) -> tuple[str, ...]:
    """Do the same inside of a step, or of a preview."""
    return place_stages(tx, parcel, map_id, index, same_document=parcel.doc_id == doc_id)


def put_cards(document: Document, block: Block, cell: Cell, index: int) -> tuple[str, ...]:
    """Put cards into a cell, one below the other; returns their ids."""
    with document.step(_label(block)) as tx:
        return put_cards_in(tx, block, cell, index)


def put_cards_in(tx: Tx, block: Block, cell: Cell, index: int) -> tuple[str, ...]:
    """Do the same inside of a step, or of a preview."""
    return tuple(
        add_item(tx, item, cell, block.pictures, index + place)
        for place, item in enumerate(items_of(block))
    )


def last_stage(document: Document, map_id: str) -> str:
    """Return the id of the last stage of a map, "" when it has none."""
    found = queries.stages(document.snapshot, map_id)
    return found[-1].id if found else ""


def _label(content: Parcel | Block) -> Message:
    return _("Copy {name} from another window", name=name_of(content))
