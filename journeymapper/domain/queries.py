"""Questions about a snapshot that everybody asks."""

from __future__ import annotations

from journeymapper.domain import indexes
from journeymapper.domain.entities import (
    Card,
    Channel,
    ChannelShare,
    Feeling,
    JourneyMap,
    Lane,
    Participant,
    Persona,
    Project,
    Stage,
    Touchpoint,
)
from journeymapper.domain.errors import MissingEntityError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot


def project(snapshot: Snapshot) -> Project:
    """Return the one project; raises MissingEntityError in an empty snapshot."""
    for found in snapshot.table(Project).values():
        return found
    raise MissingEntityError(_("This document has no project."))


def maps(snapshot: Snapshot) -> tuple[JourneyMap, ...]:
    """Return all maps in order."""
    return tuple(sorted(snapshot.table(JourneyMap).values(), key=sort_key))


def personas(snapshot: Snapshot) -> tuple[Persona, ...]:
    """Return all personas, the primary one first."""
    return tuple(
        sorted(snapshot.table(Persona).values(), key=lambda p: (not p.primary, sort_key(p)))
    )


def stages(snapshot: Snapshot, map_id: str) -> tuple[Stage, ...]:
    """Return the stages of a map in order."""
    return snapshot.select(indexes.STAGES_OF_MAP, map_id)


def touchpoints(snapshot: Snapshot, stage_id: str) -> tuple[Touchpoint, ...]:
    """Return the touchpoints of a stage in order."""
    return snapshot.select(indexes.TOUCHPOINTS_OF_STAGE, stage_id)


def touchpoints_of_map(snapshot: Snapshot, map_id: str) -> tuple[Touchpoint, ...]:
    """Return all touchpoints of a map in journey order."""
    return tuple(t for s in stages(snapshot, map_id) for t in touchpoints(snapshot, s.id))


def map_of(snapshot: Snapshot, touchpoint_id: str) -> str:
    """Return the id of the map a touchpoint is on; raises MissingEntityError."""
    touchpoint = snapshot.get(Touchpoint, touchpoint_id)
    return snapshot.get(Stage, touchpoint.stage).map


def lanes(snapshot: Snapshot, map_id: str) -> tuple[Lane, ...]:
    """Return the rows of a map in order, hidden ones too."""
    return snapshot.select(indexes.LANES_OF_MAP, map_id)


def cards_at(snapshot: Snapshot, lane_id: str, place_id: str) -> tuple[Card, ...]:
    """Return the cards of a row at a touchpoint or stage, in order."""
    return snapshot.select(indexes.CARDS_AT, (lane_id, place_id))


def feelings(snapshot: Snapshot, touchpoint_id: str) -> tuple[Feeling, ...]:
    """Return the feelings at a touchpoint, one for each persona that has one."""
    return snapshot.select(indexes.FEELINGS_OF_TOUCHPOINT, touchpoint_id)


def feeling_of(snapshot: Snapshot, touchpoint_id: str, persona_id: str) -> Feeling | None:
    """Return a persona's feeling at a touchpoint, or None."""
    return next((f for f in feelings(snapshot, touchpoint_id) if f.persona == persona_id), None)


def personas_of_map(snapshot: Snapshot, map_id: str) -> tuple[Persona, ...]:
    """Return the personas a map shows, in the map's order."""
    found = (snapshot.find(Persona, i) for i in snapshot.get(JourneyMap, map_id).personas)
    return tuple(p for p in found if p is not None)


def channel_shares(snapshot: Snapshot, persona_id: str) -> tuple[ChannelShare, ...]:
    """Return what is known of a persona's channels, in the order of the channels."""
    shares = snapshot.select(indexes.SHARES_OF_PERSONA, persona_id)
    return tuple(sorted(shares, key=lambda s: sort_key(snapshot.get(Channel, s.channel))))


def numbers(snapshot: Snapshot, map_id: str) -> dict[str, str]:
    """Return the printed numbers by id: ``3`` for stages, ``3.2`` for touchpoints.

    Numbers follow the order; they are never stored.
    """
    found: dict[str, str] = {}
    for major, stage in enumerate(stages(snapshot, map_id), start=1):
        found[stage.id] = str(major)
        for minor, touchpoint in enumerate(touchpoints(snapshot, stage.id), start=1):
            found[touchpoint.id] = f"{major}.{minor}"
    return found


def numbered_steps(snapshot: Snapshot) -> dict[str, str]:
    """Return all steps by id, in the order of maps, each as it is printed: 6.1 Rebooking."""
    return {
        step.id: f"{known[step.id]} {step.name}".strip()
        for journey in maps(snapshot)
        for known in (numbers(snapshot, journey.id),)
        for step in touchpoints_of_map(snapshot, journey.id)
    }


def person_name(snapshot: Snapshot, participant_id: str | None) -> str:
    """Return the name of somebody who takes part, "" for nobody."""
    found = snapshot.find(Participant, participant_id)
    return found.name if found is not None else ""
