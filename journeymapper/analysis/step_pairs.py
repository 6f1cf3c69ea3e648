"""Which step of one map is which step of another: the ground of every comparison."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from journeymapper.domain import queries
from journeymapper.domain.entities import Stage, Touchpoint
from journeymapper.domain.snapshot import Snapshot

T = TypeVar("T", Stage, Touchpoint)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a map at a moment, and whose feelings are meant ("": nobody's)."""

    snapshot: Snapshot
    map_id: str
    persona: str = ""

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages in order."""
        return queries.stages(self.snapshot, self.map_id)

    @property
    def steps(self) -> tuple[Touchpoint, ...]:
        """The steps in journey order."""
        return queries.touchpoints_of_map(self.snapshot, self.map_id)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The id after by the id before, of stages and of steps; what has no pair is left out."""

    stages: dict[str, str]
    steps: dict[str, str]


def pairs_of(before: Side, after: Side) -> Pairs:
    """Pair the stages and steps of two maps; the same input always gives the same pairs.

    Two states of one map are paired by what they are. Of different maps, those of the same
    name belong together: in the same stage first, then anywhere, in their order. What is left
    is paired where it has the same place in the same stage, and a step also the same owner and
    means of contact: it was renamed.
    """
    if before.map_id == after.map_id:
        return Pairs(_same_ids(before.stages, after.stages), _same_ids(before.steps, after.steps))
    stages = _by_name(before.stages, after.stages, _anywhere)
    _by_place(before.stages, after.stages, stages, _anywhere)

    def together(one: Touchpoint, other: Touchpoint) -> bool:
        return stages.get(one.stage) == other.stage

    steps = _by_name(before.steps, after.steps, together)
    steps |= _by_name(before.steps, after.steps, _anywhere, steps)
    for stage in before.stages:
        there = stages.get(stage.id)
        if there is not None:
            here = queries.touchpoints(before.snapshot, stage.id)
            _by_place(here, queries.touchpoints(after.snapshot, there), steps, _alike)
    return Pairs(stages, steps)


def interleaved(
    before: Sequence[str], after: Sequence[str], pairs: dict[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return (before, after) in the order of ``after``; "" on the side where there is none.

    What is gone comes after what it followed.
    """
    back = {there: here for here, there in pairs.items()}
    gone: dict[str, list[tuple[str, str]]] = {}
    last = ""
    for id_ in before:
        if id_ in pairs:
            last = pairs[id_]
        else:
            gone.setdefault(last, []).append((id_, ""))
    found = list(gone.get("", ()))
    for id_ in after:
        found.append((back.get(id_, ""), id_))
        found += gone.get(id_, ())
    return tuple(found)


def moved(before: Sequence[str], after: Sequence[str], pairs: dict[str, str]) -> frozenset[str]:
    """Return the ids before of what stands in another order now: as few as explain it."""
    place = {id_: i for i, id_ in enumerate(after)}
    kept = [id_ for id_ in before if id_ in pairs]
    least: list[int] = []  # the least place that ends a rising row of each length
    ends: list[list[int]] = []  # all that end one of this length: their places fall from one to
    falling: list[list[int]] = []  # the next, so that minus them can be searched
    from_: list[int] = []
    for i, id_ in enumerate(kept):
        there = place[pairs[id_]]
        length = bisect_left(least, there)
        if length == len(least):
            least.append(there)
            ends.append([])
            falling.append([])
        least[length] = there
        before_it = ends[length - 1][bisect_right(falling[length - 1], -there)] if length else -1
        from_.append(before_it)
        ends[length].append(i)
        falling[length].append(-there)
    staying: set[str] = set()
    at = ends[-1][0] if ends else -1
    while at >= 0:
        staying.add(kept[at])
        at = from_[at]
    return frozenset(kept) - staying


def _same_ids(before: Sequence[T], after: Sequence[T]) -> dict[str, str]:
    there = {one.id for one in after}
    return {one.id: one.id for one in before if one.id in there}


def _by_name(
    before: Sequence[T],
    after: Sequence[T],
    fits: Callable[[T, T], bool],
    taken: dict[str, str] | None = None,
) -> dict[str, str]:
    found: dict[str, str] = {}
    used = set(taken.values()) if taken else set()
    for one in before:
        name = one.name.strip().casefold()
        if not name or (taken and one.id in taken):
            continue
        for other in after:
            same = other.name.strip().casefold() == name
            if same and other.id not in used and fits(one, other):
                found[one.id] = other.id
                used.add(other.id)
                break
    return found


def _by_place(
    before: Sequence[T],
    after: Sequence[T],
    found: dict[str, str],
    fits: Callable[[T, T], bool],
) -> None:
    used = set(found.values())
    for one, other in zip(before, after, strict=False):
        if one.id not in found and other.id not in used and fits(one, other):
            found[one.id] = other.id


def _anywhere(_one: object, _other: object) -> bool:
    return True


def _alike(one: Touchpoint, other: Touchpoint) -> bool:
    return (one.owner, one.channels) == (other.owner, other.channels)
