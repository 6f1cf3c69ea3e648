"""Commands about the own map of a step."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import submaps
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import map_title, step_name


def give(document: Document, touchpoint_id: str, title: str) -> str:
    """Add a map of this title for a step; returns the id of the map."""
    label = _("Own map for {name}", name=step_name(document.snapshot, touchpoint_id))
    with document.step(label) as tx:
        return submaps.give_own_map(tx, touchpoint_id, title)


def link(document: Document, touchpoint_id: str, map_id: str) -> None:
    """Let a map that is there be the own map of a step."""
    snapshot = document.snapshot
    label = _(
        "{map} is the own map of {name}",
        map=map_title(snapshot, map_id),
        name=step_name(snapshot, touchpoint_id),
    )
    with document.step(label) as tx:
        submaps.link_own_map(tx, touchpoint_id, map_id)


def unlink(document: Document, touchpoint_id: str) -> None:
    """Take its own map away from a step; the map stays in the document."""
    label = _("No own map for {name}", name=step_name(document.snapshot, touchpoint_id))
    with document.step(label) as tx:
        submaps.unlink_own_map(tx, touchpoint_id)


def map_below(document: Document, touchpoint_id: str) -> str:
    """Return the id of the own map of a step, or ""."""
    step = document.snapshot.find(Touchpoint, touchpoint_id)
    return (step.submap or "") if step is not None else ""
