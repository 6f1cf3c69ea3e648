"""What the map holds about a step, as the card of the walk shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Channel, Persona, Role, Stage, Touchpoint
from journeymapper.domain.kinds import Frequency, LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.marks import FACES

WORST = 3
"""So many of the worst steps are named at the end."""

_OFTEN = {Frequency.OFTEN: 0, Frequency.SOMETIMES: 1, Frequency.UNKNOWN: 2}


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step and the answers about it.

    ``feeling`` is that of the main persona, -5 to +5 or None. ``pain`` is the first of ``pains``.
    """

    step: Touchpoint
    number: str
    stage: Stage
    stage_number: int
    channel: Channel | None
    owner: Role | None
    feeling: int | None
    pains: tuple[Card, ...]

    @property
    def pain(self) -> Card | None:
        """The pain that the card shows."""
        return self.pains[0] if self.pains else None


def steps_of(snapshot: Snapshot, map_id: str) -> tuple[str, ...]:
    """Return the ids of all steps of a map in journey order."""
    return tuple(step.id for step in queries.touchpoints_of_map(snapshot, map_id))


def main_persona(snapshot: Snapshot, map_id: str) -> Persona | None:
    """Return whose feelings the walk asks for: the first persona of the map, or of all."""
    found = queries.personas_of_map(snapshot, map_id) or queries.personas(snapshot)
    return found[0] if found else None


def pain_lane(snapshot: Snapshot, map_id: str) -> str:
    """Return the row for pains; "" when the map has none."""
    lanes = queries.lanes(snapshot, map_id)
    return next((lane.id for lane in lanes if lane.kind == LaneKind.PAIN), "")


def facts_of(snapshot: Snapshot, map_id: str, step_id: str) -> StepFacts:
    """Return what the map holds about a step; raises MissingEntityError without it."""
    step = snapshot.get(Touchpoint, step_id)
    stage = snapshot.get(Stage, step.stage)
    persona = main_persona(snapshot, map_id)
    known = queries.feeling_of(snapshot, step_id, persona.id) if persona else None
    channels = (snapshot.find(Channel, id_) for id_ in step.channels)
    return StepFacts(
        step=step,
        number=queries.numbers(snapshot, map_id)[step_id],
        stage=stage,
        stage_number=[s.id for s in queries.stages(snapshot, map_id)].index(stage.id) + 1,
        channel=next((channel for channel in channels if channel is not None), None),
        owner=snapshot.find(Role, step.owner),
        feeling=known.value if known is not None else None,
        pains=queries.cards_at(snapshot, pain_lane(snapshot, map_id), step_id),
    )


def face_of(value: int) -> int:
    """Return the face for a feeling from -5 to +5: the one of the same word on the map."""
    limits = ((-4, FACES[0]), (-1, FACES[1]), (0, FACES[2]), (3, FACES[3]))
    return next((face for limit, face in limits if value <= limit), FACES[4])


def worst(facts: Sequence[StepFacts], most: int = WORST) -> tuple[StepFacts, ...]:
    """Return the worst steps, in journey order: deepest feeling first, then how often."""
    bad = [(rank, place) for place, one in enumerate(facts) if (rank := _rank(one)) is not None]
    places = sorted(place for _rank, place in sorted(bad)[:most])
    return tuple(facts[place] for place in places)


def _rank(one: StepFacts) -> tuple[int, int] | None:
    """How bad a step is, smaller is worse; None where nothing is said against it."""
    often = min((_OFTEN[pain.frequency] for pain in one.pains), default=3)
    feeling = one.feeling or 0
    return (feeling, often) if feeling < 0 or (one.pains and feeling <= 0) else None
