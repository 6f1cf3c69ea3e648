"""What the sheets for a wall tell: gathered from the snapshot, not yet measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import (
    JourneyMap,
    Lane,
    Persona,
    Plan,
    Stage,
)
from journeymapper.domain.kinds import LaneKind, Severity
from journeymapper.domain.plans import open_plans_at
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.planned import PlanLine, plans_of_cards

_WORST_FIRST = list(Severity)


@dataclass(frozen=True, slots=True)
class Pain:
    """What goes wrong, in the words of the card."""

    text: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Idea:
    """Something to change: the id of its card or plan, the number of its step ("" for a stage).

    A plan has an owner (``who``) and a local date (``due``); empty where nobody has agreed yet.
    """

    id: str
    number: str
    text: str
    who: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``feeling`` is that of the main persona, None when it is not known."""

    id: str
    number: str
    name: str
    feeling: int | None
    pain: Pain | None
    ideas: tuple[Idea, ...]


@dataclass(frozen=True, slots=True)
class StageOnWall:
    """A stage with its steps; ``ideas`` are those for the whole stage."""

    id: str
    number: int
    name: str
    steps: tuple[Step, ...]
    ideas: tuple[Idea, ...]


def main_persona(snapshot: Snapshot, map_id: str, wanted: tuple[str, ...] = ()) -> Persona | None:
    """Return whose curve is drawn: the first wanted, else the first of the map."""
    personas = wanted or snapshot.get(JourneyMap, map_id).personas
    found = (snapshot.find(Persona, persona) for persona in personas)
    return next((persona for persona in found if persona is not None), None)


def gathered(snapshot: Snapshot, map_id: str, persona: Persona | None) -> tuple[StageOnWall, ...]:
    """Return the stages of a map in order, with what the wall shows of them."""
    lanes = queries.lanes(snapshot, map_id)
    pains = frozenset(lane.id for lane in lanes if lane.kind == LaneKind.PAIN)
    ideas = tuple(lane for lane in lanes if lane.kind == LaneKind.IDEA)
    planned = plans_of_cards(snapshot)
    return tuple(
        _stage(snapshot, stage, number, persona, pains, ideas, planned)
        for number, stage in enumerate(queries.stages(snapshot, map_id), start=1)
    )


def _stage(
    snapshot: Snapshot,
    stage: Stage,
    number: int,
    persona: Persona | None,
    pains: frozenset[str],
    ideas: tuple[Lane, ...],
    planned: Mapping[str, PlanLine],
) -> StageOnWall:
    steps: list[Step] = []
    for minor, touchpoint in enumerate(queries.touchpoints(snapshot, stage.id), start=1):
        full = f"{number}.{minor}"
        known = queries.feeling_of(snapshot, touchpoint.id, persona.id) if persona else None
        steps.append(
            Step(
                touchpoint.id,
                full,
                touchpoint.name,
                known.value if known else None,
                _worst(snapshot, touchpoint.id, pains),
                _ideas(snapshot, touchpoint.id, full, ideas, planned),
            )
        )
    across = _ideas(snapshot, stage.id, "", ideas, planned)
    return StageOnWall(stage.id, number, stage.name, tuple(steps), across)


def _worst(snapshot: Snapshot, touchpoint_id: str, lanes: frozenset[str]) -> Pain | None:
    """The first pain of the worst severity; those without a severity count least."""
    cards = [
        card
        for card in snapshot.select(indexes.CARDS_OF_PLACE, touchpoint_id)
        if card.lane in lanes and card.text.strip()
    ]
    worst = min(cards, key=lambda card: _WORST_FIRST.index(card.severity), default=None)
    return Pain(worst.text.strip(), worst.severity) if worst is not None else None


def _ideas(
    snapshot: Snapshot,
    place: str,
    number: str,
    lanes: tuple[Lane, ...],
    planned: Mapping[str, PlanLine],
) -> tuple[Idea, ...]:
    """The open plans of a place, then its ideas that have none; each plan stands at one place.

    An idea whose plan is closed is done; an idea for a whole stage has its plan at no step.
    """
    plans = open_plans_at(snapshot, place)
    taken = {plan.card for plan in plans}
    found = [
        Idea(plan.id, number, plan.title, queries.person_name(snapshot, plan.owner), plan.due)
        for plan in plans
    ]
    for card in (card for lane in lanes for card in queries.cards_at(snapshot, lane.id, place)):
        line = planned.get(card.id)
        if not card.text.strip() or card.id in taken:
            continue
        if line is None:
            found.append(Idea(card.id, number, card.text.strip()))
        elif not line.closed and snapshot.get(Plan, line.plan).touchpoint is None:
            found.append(Idea(card.id, number, card.text.strip(), line.who, line.due))
    return tuple(found)
