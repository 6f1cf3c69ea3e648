"""Verbs about the own map of a touchpoint: a map that shows it in more detail."""

from __future__ import annotations

from journeymapper.document.operations.maps import add_map
from journeymapper.document.operations.stages import add_stage
from journeymapper.document.tx import Tx
from journeymapper.domain import queries, submaps
from journeymapper.domain.entities import JourneyMap, Stage, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot


def give_own_map(tx: Tx, touchpoint_id: str, title: str) -> str:
    """Add a map for a touchpoint, with one stage of the same name; returns the id of the map.

    It has the personas and the state of the map on which the touchpoint stands, and its phase.
    An empty title is refused. A map that the touchpoint had before stays in the document.
    """
    if not title.strip():
        raise RefusedError(_("A map needs a title."))
    step = tx.snapshot.get(Touchpoint, touchpoint_id)
    stage = tx.snapshot.get(Stage, step.stage)
    above = tx.snapshot.get(JourneyMap, stage.map)
    made = add_map(tx, title, personas=above.personas, state=above.state)
    add_stage(tx, made, title, phase=stage.phase)
    tx.change(Touchpoint, touchpoint_id, submap=made)
    return made


def link_own_map(tx: Tx, touchpoint_id: str, map_id: str) -> None:
    """Let a map of the document be the own map of a touchpoint, in place of one it may have.

    Raises RefusedError, naming the way round, when the touchpoint stands on that map or inside
    of it.
    """
    tx.snapshot.get(JourneyMap, map_id)
    refuse_circle(tx, queries.map_of(tx.snapshot, touchpoint_id), map_id)
    tx.change(Touchpoint, touchpoint_id, submap=map_id)


def unlink_own_map(tx: Tx, touchpoint_id: str) -> None:
    """Let a touchpoint have no own map; the map stays in the document."""
    tx.change(Touchpoint, touchpoint_id, submap=None)


def refuse_circle(tx: Tx, host: str, own: str | None) -> None:
    """Raise RefusedError when a touchpoint on the map ``host`` cannot have the map ``own``."""
    way = submaps.circle(tx.snapshot, host, own) if own is not None else ()
    if way:
        titles = [tx.snapshot.get(JourneyMap, map_id).title or "…" for map_id in way]
        raise RefusedError(
            _("“{map}” cannot be inside itself: {way}.", map=titles[0], way=" > ".join(titles)),
            _("Choose another map, or first take the own map away from the step."),
        )


def link_that_holds(snapshot: Snapshot, host: str, own: str | None) -> str | None:
    """Return the own map of a touchpoint that comes to the map ``host``, None for a circle."""
    if own is None or snapshot.find(JourneyMap, own) is None:
        return None
    return None if submaps.circle(snapshot, host, own) else own
