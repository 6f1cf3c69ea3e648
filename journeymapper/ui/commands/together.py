"""Commands that move several steps or cards at once, each as one step of the history."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import cards, touchpoints
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Stage, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import steps
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.clipboard.pasting import cards_name, steps_name
from journeymapper.ui.commands.names import stage_name, step_name


def move_steps(document: Document, ids: tuple[str, ...], stage: str, index: int) -> None:
    """Move steps into a stage, side by side; ``index`` counts the steps there without them."""
    with document.step(_("Move {name}", name=steps_name(document, ids))) as tx:
        move_steps_in(tx, ids, stage, index)


def move_steps_in(tx: Tx, ids: tuple[str, ...], stage: str, index: int) -> None:
    """Do the same inside of a step, or of a preview."""
    others = [t.id for t in queries.touchpoints(tx.snapshot, stage) if t.id not in ids]
    before = others[index - 1] if 0 < index <= len(others) else ""
    for id_ in ids:
        now = [t.id for t in queries.touchpoints(tx.snapshot, stage) if t.id != id_]
        touchpoints.move_touchpoint(tx, id_, stage, now.index(before) + 1 if before else 0)
        before = id_


def place_of_steps(snapshot: Snapshot, ids: tuple[str, ...]) -> tuple[str, int] | None:
    """Return stage and index of steps that stand side by side; None when they do not."""
    stage = snapshot.get(Touchpoint, ids[0]).stage
    order = [t.id for t in queries.touchpoints(snapshot, stage)]
    if ids[0] not in order:
        return None
    first = order.index(ids[0])
    return (stage, first) if tuple(order[first : first + len(ids)]) == ids else None


def shift_steps(document: Document, ids: tuple[str, ...], by: int) -> bool:
    """Move steps one place together; returns whether there was anywhere to go."""
    if len(ids) == 1:
        return steps.shift(document, ids[0], by)
    snapshot = document.snapshot
    edge = snapshot.get(Touchpoint, ids[-1] if by > 0 else ids[0])
    others = [t.id for t in queries.touchpoints(snapshot, edge.stage)]
    place = others.index(edge.id)
    others = [id_ for id_ in others if id_ not in ids]
    index = sum(1 for id_ in others if _index(snapshot, id_) < place) + by
    if 0 <= index <= len(others):
        move_steps(document, ids, edge.stage, index)
        return True
    stages = [s.id for s in queries.stages(snapshot, queries.map_of(snapshot, edge.id))]
    beside = stages.index(edge.stage) + by
    if not 0 <= beside < len(stages):
        return False
    count = len(queries.touchpoints(snapshot, stages[beside]))
    move_steps(document, ids, stages[beside], 0 if by > 0 else count)
    return True


def becomes(snapshot: Snapshot, ids: tuple[str, ...], stage_id: str, index: int) -> Message:
    """Return the message that says where several steps would stand."""
    others = [t.id for t in queries.touchpoints(snapshot, stage_id) if t.id not in ids]
    words = {"count": len(ids), "stage": stage_name(snapshot, stage_id)}
    if index < len(others):
        other = step_name(snapshot, others[index])
        return _("{count} steps go before {other}", other=other, **words)
    if others:
        other = step_name(snapshot, others[-1])
        return _("{count} steps go after {other}", other=other, **words)
    return _("{count} steps go to {stage}", **words)


def copied(snapshot: Snapshot, stage_id: str, index: int, count: int) -> Message:
    """Return the message that says where copies of steps would stand."""
    stages = queries.stages(snapshot, snapshot.get(Stage, stage_id).map)
    major = [stage.id for stage in stages].index(stage_id) + 1
    if count == 1:
        return _("Copy, becomes {number}", number=f"{major}.{index + 1}")
    return _("Copy, {count} steps from {number} on", count=count, number=f"{major}.{index + 1}")


def move_cards(
    document: Document, ids: tuple[str, ...], cell: Cell, index: int | None = None
) -> None:
    """Move cards into a cell, one below the other; ``index`` counts the others there."""
    with document.step(_("Move {name}", name=cards_name(document, ids))) as tx:
        move_cards_in(tx, ids, cell, index)


def move_cards_in(tx: Tx, ids: tuple[str, ...], cell: Cell, index: int | None) -> None:
    """Do the same inside of a step, or of a preview."""
    here = queries.cards_at(tx.snapshot, cell.lane, cell.place)
    others = [card.id for card in here if card.id not in ids]
    at = len(others) if index is None else index
    before = others[at - 1] if 0 < at <= len(others) else ""
    for id_ in ids:
        now = queries.cards_at(tx.snapshot, cell.lane, cell.place)
        order = [card.id for card in now if card.id != id_]
        place = order.index(before) + 1 if before else 0
        cards.move_card(tx, id_, cell.lane, index=place, **cell.as_fields())
        before = id_


def _index(snapshot: Snapshot, step: str) -> int:
    stage = snapshot.get(Touchpoint, step).stage
    return [t.id for t in queries.touchpoints(snapshot, stage)].index(step)
