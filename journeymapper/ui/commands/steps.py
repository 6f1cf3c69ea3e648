"""Commands about steps (touchpoints in code)."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import people, touchpoints
from journeymapper.domain import queries
from journeymapper.domain.entities import Stage, Touchpoint
from journeymapper.domain.kinds import MomentOfTruth, TimeUnit
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.names import role_name, shortened, stage_name, step_name


def add(document: Document, stage_id: str, index: int | None = None, name: str = "") -> str:
    """Add a step to a stage at ``index`` (None: the end); returns its id.

    The name that is typed next belongs to the same step of the history: see ``name_new``.
    """
    place = len(queries.touchpoints(document.snapshot, stage_id)) if index is None else index
    with document.step(_("Add a step"), merge=("new step", stage_id, place)) as tx:
        return touchpoints.add_touchpoint(tx, stage_id, name, index)


def add_after(document: Document, touchpoint_id: str) -> str:
    """Add a step after another one; returns its id."""
    step = document.snapshot.get(Touchpoint, touchpoint_id)
    return add(document, step.stage, place_of(document, touchpoint_id) + 1)


def rename(document: Document, touchpoint_id: str, name: str) -> None:
    """Give a step another name; typing on makes one step of the history."""
    label = _("Rename to {name}", name=shortened(name))
    with document.step(label, merge=("step name", touchpoint_id)) as tx:
        touchpoints.rename_touchpoint(tx, touchpoint_id, name)


def name_new(document: Document, touchpoint_id: str, name: str) -> None:
    """Name a step that was just added: one undo takes back both, unless much lies between."""
    step = document.snapshot.get(Touchpoint, touchpoint_id)
    label = _("Add {name}", name=shortened(name)) if name.strip() else _("Add a step")
    key = ("new step", step.stage, place_of(document, touchpoint_id))
    with document.step(label, merge=key) as tx:
        touchpoints.rename_touchpoint(tx, touchpoint_id, name)


def move(document: Document, touchpoint_id: str, stage_id: str, index: int | None) -> None:
    """Move a step; ``index`` counts the steps of the stage without it."""
    label = _("Move {name}", name=step_name(document.snapshot, touchpoint_id))
    with document.step(label) as tx:
        touchpoints.move_touchpoint(tx, touchpoint_id, stage_id, index)


def shift(document: Document, touchpoint_id: str, by: int) -> bool:
    """Move a step one place towards the start (-1) or the end (+1), across stages too.

    Returns whether there was anywhere to go.
    """
    snapshot = document.snapshot
    step = snapshot.get(Touchpoint, touchpoint_id)
    place = place_of(document, touchpoint_id) + by
    if 0 <= place < len(queries.touchpoints(snapshot, step.stage)):
        move(document, touchpoint_id, step.stage, place)
        return True
    stages = [s.id for s in queries.stages(snapshot, queries.map_of(snapshot, touchpoint_id))]
    beside = stages.index(step.stage) + by
    if not 0 <= beside < len(stages):
        return False
    move(document, touchpoint_id, stages[beside], 0 if by > 0 else None)
    return True


def place_of(document: Document, touchpoint_id: str) -> int:
    """Return the place of a step in its stage, from 0."""
    step = document.snapshot.get(Touchpoint, touchpoint_id)
    ids = [t.id for t in queries.touchpoints(document.snapshot, step.stage)]
    return ids.index(touchpoint_id)


def toggle_moment(document: Document, ids: tuple[str, ...]) -> None:
    """Mark steps as moments of truth; take the mark away when all of them have it."""
    steps = [document.snapshot.get(Touchpoint, id_) for id_ in ids]
    on = any(step.moment_of_truth == MomentOfTruth.NONE for step in steps)
    set_moment(document, ids, on=on)


def set_moment(document: Document, ids: tuple[str, ...], *, on: bool) -> None:
    """Mark steps as moments of truth, or take the mark away."""
    label = _("Moment of truth") if on else _("No moment of truth")
    with document.step(label) as tx:
        for id_ in ids:
            marked = tx.snapshot.get(Touchpoint, id_).moment_of_truth != MomentOfTruth.NONE
            if marked != on:
                kind = MomentOfTruth.GENERAL if on else MomentOfTruth.NONE
                touchpoints.set_moment_of_truth(tx, id_, kind)


def set_owner(document: Document, ids: tuple[str, ...], role_id: str | None) -> None:
    """Name the role that answers for steps."""
    label = _("Owner: {name}", name=role_name(document.snapshot, role_id))
    with document.step(label) as tx:
        for id_ in ids:
            touchpoints.set_owner(tx, id_, role_id)


def set_new_owner(document: Document, ids: tuple[str, ...], name: str) -> str:
    """Add a role and let it answer for steps; returns the id of the role."""
    with document.step(_("Owner: {name}", name=name)) as tx:
        role = people.add_role(tx, name)
        for id_ in ids:
            touchpoints.set_owner(tx, id_, role)
    return role


def set_channels(document: Document, ids: tuple[str, ...], channels: tuple[str, ...]) -> None:
    """Say where steps happen."""
    with document.step(_("Where it happens")) as tx:
        for id_ in ids:
            touchpoints.set_channels(tx, id_, channels)


def set_new_channel(document: Document, ids: tuple[str, ...], name: str) -> str:
    """Add a means of contact and let steps happen there; returns its id."""
    with document.step(_("Where it happens")) as tx:
        channel = people.add_channel(tx, name)
        for id_ in ids:
            touchpoints.set_channels(tx, id_, (channel,))
    return channel


def describe(document: Document, touchpoint_id: str, text: str) -> None:
    """Describe what happens at a step; typing on makes one step of the history."""
    label = _("Describe {name}", name=step_name(document.snapshot, touchpoint_id))
    with document.step(label, merge=("step description", touchpoint_id)) as tx:
        touchpoints.set_description(tx, touchpoint_id, text)


def set_wait(
    document: Document,
    touchpoint_id: str,
    promised: float | None,
    actual: float | None,
    unit: TimeUnit,
) -> None:
    """Note the promised and the actual wait at a step."""
    label = _("Wait at {name}", name=step_name(document.snapshot, touchpoint_id))
    with document.step(label, merge=("step wait", touchpoint_id)) as tx:
        touchpoints.set_wait(tx, touchpoint_id, promised, actual, unit)


def becomes(document: Document, touchpoint_id: str, stage_id: str, index: int) -> Message:
    """Return the message that says what moving a step to a place would make of it."""
    snapshot = document.snapshot
    stage = snapshot.get(Stage, stage_id)
    others = [t for t in queries.touchpoints(snapshot, stage_id) if t.id != touchpoint_id]
    major = [s.id for s in queries.stages(snapshot, stage.map)].index(stage_id) + 1
    words = {
        "name": step_name(snapshot, touchpoint_id),
        "number": f"{major}.{index + 1}",
        "stage": stage_name(snapshot, stage_id),
    }
    if index < len(others):
        return _(
            "{name} becomes {number}, before {other}",
            other=step_name(snapshot, others[index].id),
            **words,
        )
    if others:
        return _(
            "{name} becomes {number}, after {other}",
            other=step_name(snapshot, others[-1].id),
            **words,
        )
    return _("{name} becomes {number}, the first step of {stage}", **words)
