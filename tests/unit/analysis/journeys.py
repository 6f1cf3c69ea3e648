"""A journey in which there is nothing to ask, to be spoiled in one way at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journeymapper.domain.entities import (
    Card,
    Channel,
    Entity,
    Feeling,
    JourneyMap,
    Lane,
    Persona,
    Project,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import LaneKind, MomentOfTruth, People, SourceKind
from journeymapper.domain.snapshot import Snapshot

MOMENTS = ("call", "greeting", "desk")


class Journey:
    """Entities by id; ``change`` and ``add`` spoil it, ``without`` takes something out."""

    def __init__(self) -> None:
        self._entities: dict[str, Entity] = {}
        self.add(
            Project("project", title="Journey", people=People.PATIENT),
            Persona("anna", name="Anna B.", short="Anna", primary=True),
            JourneyMap("map", title="Visit", personas=("anna",)),
            Role("front", name="Front desk"),
            Channel("phone", name="Phone"),
            Lane("pain", map="map", kind=LaneKind.PAIN),
            Lane("idea", map="map", kind=LaneKind.IDEA),
            Lane("metric", map="map", kind=LaneKind.METRIC, visible=False),
            Stage("before", map="map", name="Before", position=0.0),
            Stage("there", map="map", name="There", position=1.0),
        )
        places = {"call": "before", "letter": "before", "greeting": "there", "desk": "there"}
        for place, (id_, stage) in enumerate(places.items()):
            is_moment = id_ in MOMENTS
            self.add(
                Touchpoint(
                    id_,
                    stage=stage,
                    name=id_.title(),
                    channels=("phone",),
                    owner="front",
                    moment_of_truth=MomentOfTruth.GENERAL if is_moment else MomentOfTruth.NONE,
                    position=float(place),
                ),
                Feeling(f"f-{id_}", id_, "anna", 1, SourceKind.SURVEY, 20),
            )
        for id_ in MOMENTS:
            self.add(Card(f"m-{id_}", lane="metric", touchpoint=id_, text="4 minutes"))

    def add(self, *entities: Entity) -> Journey:
        """Put entities in."""
        self._entities |= {entity.id: entity for entity in entities}
        return self

    def change(self, id_: str, **fields: Any) -> Journey:
        """Set fields of an entity."""
        self._entities[id_] = replace(self._entities[id_], **fields)
        return self

    def without(self, *ids: str) -> Journey:
        """Take entities out."""
        for id_ in ids:
            del self._entities[id_]
        return self

    def snapshot(self) -> Snapshot:
        """Return the journey as it is now."""
        return Snapshot.of(self._entities.values())
