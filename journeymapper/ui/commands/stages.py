"""Commands about stages."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import people, stages, touchpoints
from journeymapper.domain import queries
from journeymapper.domain.entities import Stage
from journeymapper.domain.kinds import Phase
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.names import role_name, shortened, stage_name


def add(document: Document, map_id: str, index: int | None = None, name: str = "") -> str:
    """Add a stage with a first step, so that there is a place to write; returns its id."""
    with document.step(_("Add a stage")) as tx:
        stage = stages.add_stage(tx, map_id, name, index)
        touchpoints.add_touchpoint(tx, stage)
    return stage


def add_after(document: Document, stage_id: str) -> str:
    """Add a stage after another one; returns its id."""
    stage = document.snapshot.get(Stage, stage_id)
    return add(document, stage.map, place_of(document, stage_id) + 1)


def rename(document: Document, stage_id: str, name: str) -> None:
    """Give a stage another name; typing on makes one step of the history."""
    label = _("Rename to {name}", name=shortened(name))
    with document.step(label, merge=("stage name", stage_id)) as tx:
        stages.rename_stage(tx, stage_id, name)


def move(document: Document, stage_id: str, index: int | None) -> None:
    """Move a stage with its steps; ``index`` counts the other stages."""
    label = _("Move {name}", name=stage_name(document.snapshot, stage_id))
    with document.step(label) as tx:
        stages.move_stage(tx, stage_id, index)


def shift(document: Document, stage_id: str, by: int) -> bool:
    """Move a stage one place; returns whether there was anywhere to go."""
    stage = document.snapshot.get(Stage, stage_id)
    place = place_of(document, stage_id) + by
    if not 0 <= place < len(queries.stages(document.snapshot, stage.map)):
        return False
    move(document, stage_id, place)
    return True


def place_of(document: Document, stage_id: str) -> int:
    """Return the place of a stage on its map, from 0."""
    stage = document.snapshot.get(Stage, stage_id)
    return [s.id for s in queries.stages(document.snapshot, stage.map)].index(stage_id)


def set_phase(document: Document, stage_id: str, phase: Phase) -> None:
    """Say which part of the journey a stage belongs to."""
    label = _("Part of the journey: {name}", name=stage_name(document.snapshot, stage_id))
    with document.step(label) as tx:
        stages.set_phase(tx, stage_id, phase)


def set_goal(document: Document, stage_id: str, goal: str) -> None:
    """Say what the customer wants to reach; typing on makes one step of the history."""
    label = _("Goal of {name}", name=stage_name(document.snapshot, stage_id))
    with document.step(label, merge=("stage goal", stage_id)) as tx:
        stages.set_stage_goal(tx, stage_id, goal)


def set_owner(document: Document, stage_id: str, role_id: str | None) -> None:
    """Name the role that answers for a stage."""
    label = _("Owner: {name}", name=role_name(document.snapshot, role_id))
    with document.step(label) as tx:
        stages.set_stage_owner(tx, stage_id, role_id)


def set_new_owner(document: Document, stage_id: str, name: str) -> str:
    """Add a role and let it answer for a stage; returns the id of the role."""
    with document.step(_("Owner: {name}", name=name)) as tx:
        role = people.add_role(tx, name)
        stages.set_stage_owner(tx, stage_id, role)
    return role


def becomes(document: Document, stage_id: str, index: int) -> Message:
    """Return the message that says what moving a stage to a place would make of it."""
    snapshot = document.snapshot
    stage = snapshot.get(Stage, stage_id)
    others = [s for s in queries.stages(snapshot, stage.map) if s.id != stage_id]
    words = {"name": stage_name(snapshot, stage_id), "number": str(index + 1)}
    if index < len(others):
        other = stage_name(snapshot, others[index].id)
        return _("{name} becomes stage {number}, before {other}", other=other, **words)
    if others:
        other = stage_name(snapshot, others[-1].id)
        return _("{name} becomes stage {number}, after {other}", other=other, **words)
    return _("{name} stays where it is", **words)
