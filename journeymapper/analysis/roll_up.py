"""What the own map of a step comes to. Counted from its steps each time, never stored (R079).

Only the steps of that map count, not those of maps further down. Pure functions of a snapshot.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.analysis.effort import effort_of
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Lane, Touchpoint
from journeymapper.domain.evidence import told
from journeymapper.domain.kinds import LaneKind, Severity, TimeUnit
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

_WORST = list(Severity)


@dataclass(frozen=True, slots=True)
class Felt:
    """How a persona feels there: the average from -5 to +5 and the lowest value.

    ``worst_at`` is the id of the first step with the lowest value, ``n`` how many steps have one.
    """

    persona: str
    average: float
    worst: int
    worst_at: str
    n: int


@dataclass(frozen=True, slots=True)
class WaitSum:
    """Waits added up over ``n`` steps, in one unit."""

    total: float
    unit: TimeUnit
    n: int


@dataclass(frozen=True, slots=True)
class RollUp:
    """What a map comes to; ``steps`` is how many it has.

    ``worst_pain`` is the first card of the worst rated pain. ``promised`` and ``actual`` are
    None without waits, and where ``units_differ``. ``effort`` is the mean from 1 (hard) to
    7 (easy) over ``effort_n`` steps.
    """

    map_id: str
    steps: int
    felt: tuple[Felt, ...] = ()
    worst_pain: Card | None = None
    promised: WaitSum | None = None
    actual: WaitSum | None = None
    units_differ: bool = False
    effort: float | None = None
    effort_n: int = 0

    def felt_by(self, persona: str) -> Felt | None:
        """Return how one persona feels there; None where no step says so."""
        return next((one for one in self.felt if one.persona == persona), None)


def roll_up(snapshot: Snapshot, map_id: str, *, only_told: bool = False) -> RollUp:
    """Return what a map comes to; ``only_told`` leaves out the team's opinion and guesses."""
    steps = queries.touchpoints_of_map(snapshot, map_id)
    units = {s.wait_unit for s in steps if s.wait_promised is not None or s.wait_actual is not None}
    same = len(units) == 1
    efforts = _efforts(snapshot, steps, only_told=only_told)
    return RollUp(
        map_id,
        len(steps),
        felt=_felt(snapshot, steps, only_told=only_told),
        worst_pain=_worst_pain(snapshot, steps, only_told=only_told),
        promised=_sum(units, [s.wait_promised for s in steps]) if same else None,
        actual=_sum(units, [s.wait_actual for s in steps]) if same else None,
        units_differ=len(units) > 1,
        effort=sum(efforts) / len(efforts) if efforts else None,
        effort_n=len(efforts),
    )


def _felt(snapshot: Snapshot, steps: Sequence[Touchpoint], *, only_told: bool) -> tuple[Felt, ...]:
    values: dict[str, list[tuple[int, str]]] = {}
    for step in steps:
        for feeling in queries.feelings(snapshot, step.id):
            if not only_told or told(feeling.source):
                values.setdefault(feeling.persona, []).append((feeling.value, step.id))
    found: list[Felt] = []
    for persona, pairs in values.items():
        worst, at = min(pairs, key=lambda pair: pair[0])
        average = sum(value for value, _step in pairs) / len(pairs)
        found.append(Felt(persona, average, worst, at, len(pairs)))
    return tuple(sorted(found, key=lambda one: one.persona))


def _worst_pain(snapshot: Snapshot, steps: Sequence[Touchpoint], *, only_told: bool) -> Card | None:
    pains = (
        card
        for step in steps
        for card in snapshot.select(indexes.CARDS_OF_PLACE, step.id)
        if card.severity != Severity.UNRATED
        and snapshot.get(Lane, card.lane).kind == LaneKind.PAIN
        and (not only_told or told(card.source))
    )
    return min(pains, key=lambda card: _WORST.index(card.severity), default=None)


def _efforts(snapshot: Snapshot, steps: Sequence[Touchpoint], *, only_told: bool) -> list[float]:
    found: list[float] = []
    for step in steps:
        ratings = snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id)
        kept = tuple(one for one in ratings if not only_told or told(one.source))
        rating = effort_of(kept)
        if rating is not None:
            found.append(rating.value)
    return found


def _sum(units: set[TimeUnit], values: Sequence[float | None]) -> WaitSum | None:
    known = [value for value in values if value is not None]
    return WaitSum(sum(known), next(iter(units)), len(known)) if known else None
