"""The journey itself: maps, stages and touchpoints (called steps on screen)."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import MapState, MomentOfTruth, Phase, TimeUnit
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class JourneyMap(Entity):
    """One journey of one scenario. ``based_on`` is today's map of a future one.

    ``validated_on``, ``validated_how`` and ``validated_n`` say when, how and with how many
    customers it was checked.
    """

    title: str = fields.name()
    scenario: str = fields.text()
    personas: tuple[str, ...] = fields.links("Persona")
    state: MapState = fields.choice(MapState, MapState.CURRENT)
    based_on: str | None = fields.link("JourneyMap")
    validated_on: str = fields.date()
    validated_how: str = fields.name()
    validated_n: int | None = fields.whole(None, 0)
    valid_until: str = fields.date()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Stage(Entity):
    """A part of the journey, with its own goal and owner."""

    map: str = fields.parent("JourneyMap")
    name: str = fields.name()
    phase: Phase = fields.choice(Phase, Phase.DURING)
    goal: str = fields.text()
    owner: str | None = fields.link("Role")
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Touchpoint(Entity):
    """One contact of customer and organisation: a step on the map.

    ``wait_promised`` and ``wait_actual`` are in ``wait_unit``. ``entry`` marks where customers
    can enter the journey.
    """

    stage: str = fields.parent("Stage")
    name: str = fields.name()
    description: str = fields.text()
    channels: tuple[str, ...] = fields.links("Channel")
    owner: str | None = fields.link("Role")
    moment_of_truth: MomentOfTruth = fields.choice(MomentOfTruth, MomentOfTruth.NONE)
    entry: bool = fields.flag(default=False)
    wait_promised: float | None = fields.real(None, 0)
    wait_actual: float | None = fields.real(None, 0)
    wait_unit: TimeUnit = fields.choice(TimeUnit, TimeUnit.MINUTES)
    submap: str | None = fields.link("JourneyMap")
    position: float = fields.real(0.0)
