"""Ways stay whole when a touchpoint comes in between or goes away.

Who was sent on to the next touchpoint meets the new one; who was sent to one that goes away is
sent on to where everybody went from there. Nothing is guessed where people went several ways.
"""

from __future__ import annotations

from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Connection, Stage, Touchpoint
from journeymapper.domain.snapshot import Snapshot


def let_through(tx: Tx, new: str) -> None:
    """Lead people through a touchpoint that was just put between two others."""
    if not tx.snapshot.table(Connection):
        return
    before, after = neighbours(tx.snapshot, new)
    if before is None:
        _enter_first(tx, new, after)
        return
    ways = tx.snapshot.select(indexes.CONNECTIONS_FROM, before)
    for way in ways:
        if after is not None and way.target == after:
            tx.change(Connection, way.id, target=new)
    if after is None and len(ways) == 1 and ways[0].end is not None:
        tx.change(Connection, ways[0].id, source=new)


def close_gap(tx: Tx, gone: str) -> None:
    """Lead people past a touchpoint that is about to be taken out."""
    if not tx.snapshot.table(Connection):
        return
    coming = [way for way in tx.snapshot.table(Connection).values() if way.target == gone]
    own = tx.snapshot.select(indexes.CONNECTIONS_FROM, gone)
    before, after = neighbours(tx.snapshot, gone)
    only = own[0] if len(own) == 1 else None
    if before is not None and only is not None:
        implied = not tx.snapshot.select(indexes.CONNECTIONS_FROM, before)
        if implied and (only.end is not None or only.target not in (before, after)):
            tx.change(Connection, only.id, source=before)
    for way in coming:
        if only is not None:
            _lead_on(tx, way, only.target, only.end)
        elif not own and after is not None:
            _lead_on(tx, way, after, None)


def neighbours(snapshot: Snapshot, touchpoint_id: str) -> tuple[str | None, str | None]:
    """Return the touchpoints before and after one in journey order; None at the ends."""
    stage = snapshot.get(Stage, snapshot.get(Touchpoint, touchpoint_id).stage)
    stages = [s.id for s in queries.stages(snapshot, stage.map)]
    here = [t.id for t in queries.touchpoints(snapshot, stage.id)]
    place, at = here.index(touchpoint_id), stages.index(stage.id)
    before = here[place - 1] if place else _nearest(snapshot, stages[:at][::-1], last=True)
    follows = place + 1 < len(here)
    after = here[place + 1] if follows else _nearest(snapshot, stages[at + 1 :], last=False)
    return before, after


def _nearest(snapshot: Snapshot, stages: list[str], *, last: bool) -> str | None:
    for stage in stages:
        steps = queries.touchpoints(snapshot, stage)
        if steps:
            return steps[-1 if last else 0].id
    return None


def _enter_first(tx: Tx, new: str, after: str | None) -> None:
    """Where people entered at the first touchpoint alone, they enter at the new first one."""
    here = queries.map_of(tx.snapshot, new)
    entries = [t.id for t in queries.touchpoints_of_map(tx.snapshot, here) if t.entry]
    if after is not None and entries == [after]:
        tx.change(Touchpoint, after, entry=False)
        tx.change(Touchpoint, new, entry=True)


def _lead_on(tx: Tx, way: Connection, target: str | None, end: str | None) -> None:
    """Let a way lead on to another goal; one that leads there already takes both shares."""
    if target == way.source:
        return
    for known in tx.snapshot.select(indexes.CONNECTIONS_FROM, way.source):
        if (known.target, known.end) == (target, end):
            if known.share is not None and way.share is not None:
                tx.change(Connection, known.id, share=min(1.0, known.share + way.share))
            elif known.count is not None and way.count is not None:
                tx.change(Connection, known.id, count=known.count + way.count)
            return
    tx.change(Connection, way.id, target=target, end=end)
