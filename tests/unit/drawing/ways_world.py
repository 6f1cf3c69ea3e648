"""The small practice with ends and ways of its own."""

from __future__ import annotations

from journeymapper.domain.entities import Connection, EndState, Project
from journeymapper.domain.kinds import EndKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.ways import SHOW_WAYS
from tests.unit.drawing.world import changed, edited, practice

STAYS = EndState("stays", map="map", name="Stays", kind=EndKind.SUCCESS)
GOES = EndState("goes", map="map", name="Goes elsewhere", kind=EndKind.LOST, position=1.0)


def to(
    source: str, target: str, share: float | None = None, count: int | None = None
) -> Connection:
    """A connection to a step, or to an end of ours."""
    end = target in {"stays", "goes"}
    return Connection(
        f"{source}-{target}",
        source=source,
        target=None if end else target,
        end=target if end else None,
        share=share,
        count=count,
    )


def journey(*connections: Connection) -> Snapshot:
    """The small practice with two ends; its last step stays."""
    return changed(practice(), STAYS, GOES, to("invoice", "stays"), *connections)


def shown(*connections: Connection) -> Snapshot:
    """The same, with the band of ways switched on."""
    return edited(journey(*connections), Project, "project", more=(SHOW_WAYS,))
