"""Who has learnt what, until when that holds, and where something is missing (R142, G25)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from journeymapper.analysis.plans.behaviours import roles
from journeymapper.domain.entities import Role, Training
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot


class TrainingState(StrEnum):
    """How a training stands on a day, best first."""

    VALID = "valid"
    EXPIRED = "expired"
    PLANNED = "planned"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TrainingMatrix:
    """``cells`` hold what a role has of a topic; a pair that nobody wrote down has none."""

    roles: tuple[Role, ...]
    topics: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[TrainingState, Training]]


def state_on(training: Training, today: date) -> TrainingState:
    """Return how a training stands on a local date.

    It holds on the last day of its validity. A training that was planned for a day that has
    passed, and of which nobody wrote that it took place, is missing.
    """
    day = today.isoformat()
    if training.date and training.date <= day:
        expired = bool(training.valid_until) and training.valid_until < day
        return TrainingState.EXPIRED if expired else TrainingState.VALID
    ahead = training.date or training.planned
    return TrainingState.PLANNED if ahead and ahead >= day else TrainingState.MISSING


def trainings(snapshot: Snapshot) -> tuple[Training, ...]:
    """Return all trainings, role by role, each role's in order."""
    place = {role.id: number for number, role in enumerate(roles(snapshot))}
    return tuple(
        sorted(snapshot.table(Training).values(), key=lambda t: (place[t.role], *sort_key(t)))
    )


def training_matrix(snapshot: Snapshot, today: date) -> TrainingMatrix:
    """Return role by topic: of several trainings the one that counts.

    One that holds counts before any other, then one that has run out, then one that is planned.
    Topics that differ only in capitals are one.
    """
    order = list(TrainingState)
    names: dict[str, str] = {}
    cells: dict[tuple[str, str], tuple[TrainingState, Training]] = {}
    for training in trainings(snapshot):
        topic = names.setdefault(topic_key(training.topic), training.topic.strip())
        state, place = state_on(training, today), (training.role, topic)
        if place not in cells or order.index(state) < order.index(cells[place][0]):
            cells[place] = (state, training)
    return TrainingMatrix(roles(snapshot), tuple(names.values()), cells)


def topic_key(topic: str) -> str:
    """Return what two spellings of the same topic share."""
    return " ".join(topic.split()).casefold()


def lapsed(snapshot: Snapshot, today: date) -> tuple[tuple[TrainingState, Training], ...]:
    """Return what has run out or is missing, role by role; what another training covers is not.

    What has run out counts even when it is planned again: until then nothing holds.
    """
    bad = (TrainingState.EXPIRED, TrainingState.MISSING)
    cells = training_matrix(snapshot, today).cells.values()
    return tuple(cell for cell in cells if cell[0] in bad)
