"""Verbs about stages."""

from __future__ import annotations

from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.operations.touchpoints import delete_touchpoint
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Stage
from journeymapper.domain.kinds import Phase


def add_stage(
    tx: Tx, map_id: str, name: str = "", index: int | None = None, phase: Phase | None = None
) -> str:
    """Add a stage at ``index`` (None: the end); without a phase it takes its neighbour's."""
    siblings = queries.stages(tx.snapshot, map_id)
    place = len(siblings) if index is None else max(0, min(index, len(siblings)))
    neighbour = siblings[place - 1] if place else (siblings[0] if siblings else None)
    stage = Stage(
        tx.new_id(),
        map=map_id,
        name=name,
        phase=phase or (neighbour.phase if neighbour else Phase.DURING),
        position=position_at(tx, siblings, index),
    )
    return tx.insert(stage).id


def rename_stage(tx: Tx, stage_id: str, name: str) -> None:
    """Give a stage another name."""
    tx.change(Stage, stage_id, name=name)


def move_stage(tx: Tx, stage_id: str, index: int | None) -> None:
    """Move a stage with its steps to another place of its map; ``index`` counts the others."""
    stage = tx.snapshot.get(Stage, stage_id)
    siblings = queries.stages(tx.snapshot, stage.map)
    if stays(siblings, stage_id, index):
        return
    position = position_at(tx, without(siblings, stage_id), index)
    tx.change(Stage, stage_id, position=position)


def set_phase(tx: Tx, stage_id: str, phase: Phase) -> None:
    """Say which part of the journey a stage belongs to."""
    tx.change(Stage, stage_id, phase=phase)


def set_stage_goal(tx: Tx, stage_id: str, goal: str) -> None:
    """Say what the customer wants to reach in a stage."""
    tx.change(Stage, stage_id, goal=goal)


def set_stage_owner(tx: Tx, stage_id: str, role_id: str | None) -> None:
    """Name the role that answers for a stage."""
    tx.change(Stage, stage_id, owner=role_id)


def delete_stage(tx: Tx, stage_id: str) -> None:
    """Take a stage out with its steps and cards; ways that led to them lead on."""
    for touchpoint in queries.touchpoints(tx.snapshot, stage_id):
        delete_touchpoint(tx, touchpoint.id)
    tx.delete(Stage, stage_id)
