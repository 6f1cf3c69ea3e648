"""Verbs about touchpoints (called steps on screen)."""

from __future__ import annotations

from journeymapper.document.operations.flowing import close_gap, let_through
from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Stage, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import MomentOfTruth, TimeUnit
from journeymapper.domain.message import _


def add_touchpoint(tx: Tx, stage_id: str, name: str = "", index: int | None = None) -> str:
    """Add a touchpoint to a stage at ``index`` (None: the end); returns its id.

    Ways that led to the next touchpoint lead to it.
    """
    siblings = queries.touchpoints(tx.snapshot, stage_id)
    position = position_at(tx, siblings, index)
    made = tx.insert(Touchpoint(tx.new_id(), stage=stage_id, name=name, position=position)).id
    let_through(tx, made)
    return made


def rename_touchpoint(tx: Tx, touchpoint_id: str, name: str) -> None:
    """Give a touchpoint another name."""
    tx.change(Touchpoint, touchpoint_id, name=name)


def move_touchpoint(tx: Tx, touchpoint_id: str, stage_id: str, index: int | None = None) -> None:
    """Move a touchpoint within its stage or to another stage of the same map.

    ``index`` counts the touchpoints that are there without it (None: the end).
    """
    touchpoint = tx.snapshot.get(Touchpoint, touchpoint_id)
    target = tx.snapshot.get(Stage, stage_id)
    if target.map != tx.snapshot.get(Stage, touchpoint.stage).map:
        raise RefusedError(_("A step can be moved within its own map only."))
    siblings = queries.touchpoints(tx.snapshot, stage_id)
    if stays(siblings, touchpoint_id, index):
        return
    position = position_at(tx, without(siblings, touchpoint_id), index)
    tx.change(Touchpoint, touchpoint_id, stage=stage_id, position=position)


def set_description(tx: Tx, touchpoint_id: str, text: str) -> None:
    """Describe what happens at a touchpoint."""
    tx.change(Touchpoint, touchpoint_id, description=text)


def set_channels(tx: Tx, touchpoint_id: str, channels: tuple[str, ...]) -> None:
    """Say where a touchpoint happens; each channel once, the main one first."""
    tx.change(Touchpoint, touchpoint_id, channels=tuple(dict.fromkeys(channels)))


def set_owner(tx: Tx, touchpoint_id: str, role_id: str | None) -> None:
    """Name the role that answers for a touchpoint."""
    tx.change(Touchpoint, touchpoint_id, owner=role_id)


def set_moment_of_truth(tx: Tx, touchpoint_id: str, kind: MomentOfTruth) -> None:
    """Mark a touchpoint as a make-or-break moment of a kind, or as none."""
    tx.change(Touchpoint, touchpoint_id, moment_of_truth=kind)


def set_entry(tx: Tx, touchpoint_id: str, *, entry: bool) -> None:
    """Say whether customers can enter the journey at a touchpoint."""
    tx.change(Touchpoint, touchpoint_id, entry=entry)


def set_wait(
    tx: Tx,
    touchpoint_id: str,
    promised: float | None,
    actual: float | None,
    unit: TimeUnit = TimeUnit.MINUTES,
) -> None:
    """Note the wait that was promised and the one that came true; None: not known."""
    tx.change(Touchpoint, touchpoint_id, wait_promised=promised, wait_actual=actual, wait_unit=unit)


def delete_touchpoint(tx: Tx, touchpoint_id: str) -> None:
    """Take a touchpoint out with its cards, feelings, ratings and connections.

    Ways that led to it lead on to where everybody went from there.
    """
    close_gap(tx, touchpoint_id)
    tx.delete(Touchpoint, touchpoint_id)
