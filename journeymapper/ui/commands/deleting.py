"""One command deletes whatever is selected, as one step."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import cards, stages, touchpoints
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Card, Entity, Stage, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.cards import card_name
from journeymapper.ui.commands.names import stage_name, step_name

Thing = tuple[type[Entity], str]
"""What is selected: a kind of entity and an id."""


def delete(document: Document, things: tuple[Thing, ...], *, cut: bool = False) -> Message | None:
    """Delete stages, steps and cards; returns the label of the step, None for nothing.

    ``cut`` says that they were copied first.
    """
    if not things:
        return None
    name = _name(document, things)
    label = _("Cut {name}", name=name) if cut else _("Delete {name}", name=name)
    with document.step(label) as tx:
        for kind, id_ in things:
            _delete_one(tx, kind, id_)
    return label


def _delete_one(tx: Tx, kind: type[Entity], id_: str) -> None:
    if tx.snapshot.find(kind, id_) is None:
        return  # gone with its stage or step
    if kind is Stage:
        stages.delete_stage(tx, id_)
    elif kind is Touchpoint:
        touchpoints.delete_touchpoint(tx, id_)
    elif kind is Card:
        cards.delete_card(tx, id_)


def _name(document: Document, things: tuple[Thing, ...]) -> str | Message:
    if len(things) > 1:
        return _count(things)
    kind, id_ = things[0]
    if kind is Stage:
        return stage_name(document.snapshot, id_)
    if kind is Touchpoint:
        return step_name(document.snapshot, id_)
    return card_name(document, id_)


def _count(things: tuple[Thing, ...]) -> Message:
    kinds = {kind for kind, _id in things}
    if kinds == {Touchpoint}:
        return _("{count} steps", count=len(things))
    if kinds == {Card}:
        return _("{count} cards", count=len(things))
    return _("{count} things", count=len(things))
