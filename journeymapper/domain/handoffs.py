"""Where customers are passed from one role to another on their way."""

from __future__ import annotations

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Connection, Touchpoint
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class HandOff:
    """A way between two steps that different roles answer for.

    ``giver`` and ``taker`` are ids of roles. ``passed`` says whether what is known travels
    along, None that nobody has said; ``items`` what that is. ``connection`` is "" where the
    order of the steps alone makes the way.
    """

    source: str
    target: str
    giver: str
    taker: str
    passed: bool | None = None
    items: str = ""
    connection: str = ""


def handoffs(snapshot: Snapshot, map_id: str) -> dict[str, tuple[HandOff, ...]]:
    """Return the hand-offs of a map by the step that takes over, each in journey order.

    A step without connections of its own passes everybody to the next step in order.
    """
    steps = queries.touchpoints_of_map(snapshot, map_id)
    found: dict[str, list[HandOff]] = {}
    for place, step in enumerate(steps):
        ways = snapshot.select(indexes.CONNECTIONS_FROM, step.id)
        if ways:
            for way in ways:
                _note(found, step, snapshot.find(Touchpoint, way.target), way)
        elif place + 1 < len(steps):
            _note(found, step, steps[place + 1], None)
    return {target: tuple(ways) for target, ways in found.items()}


def _note(
    found: dict[str, list[HandOff]],
    source: Touchpoint,
    target: Touchpoint | None,
    way: Connection | None,
) -> None:
    if target is None or source.owner is None or target.owner is None:
        return
    if source.owner == target.owner:
        return
    made = HandOff(source.id, target.id, source.owner, target.owner)
    if way is not None:
        made = HandOff(
            source.id,
            target.id,
            source.owner,
            target.owner,
            way.info_passed,
            way.items,
            way.id,
        )
    found.setdefault(target.id, []).append(made)
