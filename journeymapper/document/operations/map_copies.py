"""The verb that begins a map like another one: what happens, not how it was."""

from __future__ import annotations

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Touchpoint, replaced
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _


def add_map_like(tx: Tx, map_id: str, title: str) -> str:
    """Add a map with the rows, stages and steps of another one; returns its id.

    Steps keep who does them, where, and whether they are make-or-break. Waits, ways, cards,
    feelings and scores are what was found out about the other journey and stay there, as do
    own maps of its steps. An empty title is refused.
    """
    if not title.strip():
        raise RefusedError(_("A map needs a title."))
    position = position_at(tx, queries.maps(tx.snapshot), None)
    people = tx.snapshot.get(JourneyMap, map_id).personas
    made = tx.insert(JourneyMap(tx.new_id(), title=title, personas=people, position=position)).id
    for row in queries.lanes(tx.snapshot, map_id):
        tx.insert(replaced(row, {"id": tx.new_id(), "map": made}))
    for stage in queries.stages(tx.snapshot, map_id):
        new = tx.insert(replaced(stage, {"id": tx.new_id(), "map": made})).id
        for step in queries.touchpoints(tx.snapshot, stage.id):
            tx.insert(_bare(step, tx.new_id(), new))
    return made


def _bare(step: Touchpoint, id_: str, stage: str) -> Touchpoint:
    """The same step elsewhere, without what was measured at it."""
    gone = {"wait_promised": None, "wait_actual": None, "submap": None}
    return replaced(step, {"id": id_, "stage": stage, **gone})
