"""Verbs about the ways between steps and the ends of a journey."""

from __future__ import annotations

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Connection, EndState
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import EndKind
from journeymapper.domain.message import _


def add_end(tx: Tx, map_id: str, name: str, kind: EndKind = EndKind.OTHER) -> str:
    """Add a way in which journeys of a map can end."""
    position = position_at(tx, tx.snapshot.select(indexes.ENDS_OF_MAP, map_id), None)
    return tx.insert(EndState(tx.new_id(), map_id, name, kind, position)).id


def delete_end(tx: Tx, end_id: str) -> None:
    """Take an end out with the connections that lead to it."""
    tx.delete(EndState, end_id)


def connect(
    tx: Tx,
    source: str,
    *,
    target: str | None = None,
    end: str | None = None,
    share: float | None = None,
) -> str:
    """Lead from a step to another step or to an end; ``share`` is 0 to 1.

    Both must be on the same map, and each pair is connected once.
    """
    here = queries.map_of(tx.snapshot, source)
    if target is not None and queries.map_of(tx.snapshot, target) != here:
        raise RefusedError(_("The two steps are on different maps."))
    if end is not None and tx.snapshot.get(EndState, end).map != here:
        raise RefusedError(_("The step and the end are on different maps."))
    for known in tx.snapshot.select(indexes.CONNECTIONS_FROM, source):
        if (known.target, known.end) == (target, end):
            raise RefusedError(_("These two are connected already."))
    made = Connection(tx.new_id(), source=source, target=target, end=end, share=share)
    return tx.insert(made).id


def disconnect(tx: Tx, connection_id: str) -> None:
    """Take a connection out."""
    tx.delete(Connection, connection_id)


def set_share(tx: Tx, connection_id: str, share: float | None, count: int | None = None) -> None:
    """Say which share (0 to 1) or how many of the customers go this way."""
    tx.change(Connection, connection_id, share=share, count=count)


def set_handoff(
    tx: Tx,
    connection_id: str,
    *,
    info_passed: bool | None,
    items: str = "",
    state_kept: bool | None = None,
) -> None:
    """Say whether what is known travels along, what that is, and whether work is kept."""
    tx.change(
        Connection, connection_id, info_passed=info_passed, items=items, state_kept=state_kept
    )
