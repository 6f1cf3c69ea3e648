"""Journeys of any size, the same in every run: what the rows are measured with."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from journeymapper.document.desk import Desk, Fill
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import (
    Card,
    Channel,
    Entity,
    Feeling,
    JourneyMap,
    Lane,
    Persona,
    Project,
    Rating,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import (
    FIRST_ROWS,
    LaneKind,
    Measure,
    MomentOfTruth,
    Phase,
    Severity,
    SourceKind,
)
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.sources import new_id, now

T = TypeVar("T")

STEPS_IN_STAGE = 10

_NAMES = (
    "Book an appointment",
    "Reminder",
    "Greeting at the front desk",
    "Waiting room",
    "Called in",
    "Examination and plan",
    "Pay and leave",
    "Invoice by mail",
    "Recommendation or review",
    "Aftercare call",
)
_TEXTS = (
    "Looks at the clock and wonders whether anybody knows that they are here",
    "Nobody said how long it would take",
    "Reads the date back and sends a reminder the day before",
    "Is sent home and comes back another day",
    "Fills in the same form for the third time this year",
    "Hold slots for the dates that were agreed on",
    "Bill is right and easy to read",
)
_FEELINGS = (2, 1, -1, 0, -2, -3, -2, -3, 2, 3, -4, 0, 1)
_SEVERITIES = (Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)
_PHASES = (Phase.BEFORE, Phase.ONSITE, Phase.DURING, Phase.AFTER)


@dataclass(frozen=True)
class Content:
    """A journey as entities, parents before children, and what it is in words."""

    entities: tuple[Entity, ...]
    map_id: str
    words: str

    @property
    def snapshot(self) -> Snapshot:
        """The journey as it is in memory."""
        return Snapshot.of(self.entities)

    def fill(self, tx: Tx) -> None:
        """Begin a document with it."""
        for entity in self.entities:
            tx.insert(entity)


def journey(
    steps: int, *, rows: Sequence[LaneKind] = FIRST_ROWS, cards_in_cell: int = 1
) -> Content:
    """Return a journey of so many steps, each with a feeling, a rating and its cards.

    ``rows`` are the rows shown; those that hold cards have ``cards_in_cell`` at each step.
    With the rows of the first view each step has five filled cells.
    """
    numbers = itertools.count(1)

    def fresh() -> str:
        return f"{next(numbers):032x}"

    base, map_id, persona, lanes, channels, roles = _base(fresh, rows)
    entities: list[Entity] = list(base)
    below: list[Entity] = []
    stage = Stage("", map=map_id)
    card_lanes = [lane for lane in lanes if _holds_cards(lane.kind)]
    for number in range(steps):
        if number % STEPS_IN_STAGE == 0:
            stage = Stage(
                fresh(),
                map=map_id,
                name=f"Stage {number // STEPS_IN_STAGE + 1}",
                phase=_PHASES[min(3, 4 * number // max(1, steps))],
                position=float(number),
            )
            entities.append(stage)
        step = Touchpoint(
            fresh(),
            stage=stage.id,
            name=_pick(_NAMES, number),
            channels=(_pick(channels, number).id,),
            owner=_pick(roles, number // 3).id,
            moment_of_truth=MomentOfTruth.GENERAL if number % 7 == 4 else MomentOfTruth.NONE,
            position=float(number),
        )
        entities.append(step)
        below += _feeling(fresh(), step.id, persona, number), _rating(fresh(), step.id, number)
        for place, lane in enumerate(card_lanes):
            for row in range(cards_in_cell):
                below.append(_card(fresh(), lane, step.id, number + place + row, float(row)))
    cards = sum(isinstance(entity, Card) for entity in below)
    words = f"{steps:,} steps, {cards:,} cards"
    return Content((*entities, *below), map_id, words)


def desk(folder: Path) -> Desk:
    """Return a desk with its working copies in a folder."""
    return Desk(folder / "working", now, new_id)


def file_with(folder: Path, fill: Fill, name: str = "content.journey") -> Path:
    """Write a user's file and return its path."""
    path = folder / name
    document = desk(folder).create(fill, _("Start"))
    document.save_as(path)
    document.close()
    return path


def _base(
    fresh: Callable[[], str], rows: Sequence[LaneKind]
) -> tuple[list[Entity], str, str, list[Lane], list[Channel], list[Role]]:
    persona = Persona(fresh(), name="Anna, working mother", short="Anna", primary=True)
    icons = ("phone", "globe", "mail", "concierge-bell")
    channels = [
        Channel(fresh(), name=icon.title(), icon=icon, position=float(place))
        for place, icon in enumerate(icons)
    ]
    names = ("Manager", "Front desk", "Assistant", "Dentist")
    roles = [
        Role(fresh(), name=name, colour=f"owner.{place}", position=float(place))
        for place, name in enumerate(names)
    ]
    journey_map = JourneyMap(fresh(), title="Patient journey", personas=(persona.id,))
    lanes = [
        Lane(fresh(), map=journey_map.id, kind=kind, position=float(place))
        for place, kind in enumerate(rows)
    ]
    project = Project(fresh(), title="Patient journey", organisation="Linden Dental Practice")
    entities: list[Entity] = [project, persona, *channels, *roles, journey_map, *lanes]
    return entities, journey_map.id, persona.id, lanes, channels, roles


def _holds_cards(kind: LaneKind) -> bool:
    return kind not in (LaneKind.TOUCHPOINT, LaneKind.FEELING)


def _feeling(id_: str, step: str, persona: str, number: int) -> Feeling:
    return Feeling(id_, touchpoint=step, persona=persona, value=_pick(_FEELINGS, number))


def _rating(id_: str, step: str, number: int) -> Rating:
    return Rating(
        id_,
        touchpoint=step,
        measure=Measure.PERFORMANCE,
        perspective="customer",
        value=1.0 + number % 90 / 10,
        n=20 + number % 30,
        source=SourceKind.SURVEY,
    )


def _card(id_: str, lane: Lane, step: str, number: int, position: float) -> Card:
    is_pain = lane.kind == LaneKind.PAIN
    return Card(
        id_,
        lane=lane.id,
        touchpoint=step,
        text=_pick(_TEXTS, number),
        severity=_pick(_SEVERITIES, number) if is_pain else Severity.UNRATED,
        position=position,
    )


def _pick(choices: Sequence[T], number: int) -> T:
    return choices[number % len(choices)]
