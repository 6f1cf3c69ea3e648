"""The net of ways of a map, as its connections say and its order implies.

A touchpoint without connections passes everybody on to the next in order. Of connections that
carry shares one may stay without: it takes the rest. Loads no package for numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from journeymapper.analysis.flow_check import TOLERANCE, Edge, FlowCheck, check_flow
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Connection, EndState, Touchpoint
from journeymapper.domain.kinds import EndKind
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

MAP_END = "end of the map"
"""Where the last touchpoint leads on a map for which nobody has said how it ends."""


class Sum(StrEnum):
    """Whether the ways from a touchpoint can be counted with."""

    WHOLE = "whole"
    SHORT = "short"
    OVER = "over"
    UNKNOWN = "unknown"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a touchpoint to ``target``: a touchpoint, or an end.

    ``share`` is 0 to 1, None while nobody knows; ``rest`` says that it is what the others leave.
    ``connection`` is None where only the order of the steps says so. ``handoff`` says that the
    two touchpoints have different owners, ``switch`` that they share no channel. ``forward`` says
    that it goes to the very next touchpoint.
    """

    source: str
    target: str
    to_end: bool
    share: float | None
    rest: bool = False
    connection: Connection | None = None
    handoff: bool = False
    switch: bool = False
    forward: bool = False

    @property
    def lost_on_the_way(self) -> bool:
        """Whether what is known is not passed on, or what was begun is lost."""
        known = self.connection
        return known is not None and (known.info_passed is False or known.state_kept is False)


@dataclass(frozen=True, slots=True)
class JourneyFlow:
    """The net of a map; ``ways`` by touchpoint, in journey order.

    Of one touchpoint the way to the next comes first, then those to others, then the ends.

    ``sums`` says of each touchpoint what its exits come to, with the sum where they are shares.
    ``start`` are the touchpoints at which people enter, in equal parts: nobody has said
    otherwise. ``success`` are the ends that count as such. ``drawn`` says whether the map has
    any connection at all.
    """

    touchpoints: tuple[str, ...]
    ways: Mapping[str, tuple[Way, ...]]
    sums: Mapping[str, tuple[Sum, float]]
    start: Mapping[str, float]
    ends: tuple[str, ...]
    success: frozenset[str]
    drawn: bool

    def edges(self) -> list[Edge]:
        """Return all ways whose share is known."""
        return [
            (way.source, way.target, way.share)
            for ways in self.ways.values()
            for way in ways
            if way.share
        ]

    def unfinished(self) -> str | None:
        """Return the first touchpoint whose ways do not add up, or None."""
        return next((t for t, (kind, _sum) in self.sums.items() if kind is not Sum.WHOLE), None)

    def check(self) -> FlowCheck:
        """Return dead ends, traps and what nobody reaches; unknown shares count as ways."""
        every = [
            (way.source, way.target, 1.0 if way.share is None else way.share)
            for ways in self.ways.values()
            for way in ways
        ]
        found = check_flow(every, self.start, self.ends)
        targets = {target for _source, target, _weight in every} | set(self.start)
        alone = tuple(t for t in self.touchpoints if not self.ways[t] and t not in targets)
        return replace(
            found,
            dead_ends=(*found.dead_ends, *alone),
            unreachable=(*found.unreachable, *alone),
        )


def flow_of(snapshot: Snapshot, map_id: str) -> JourneyFlow:
    """Return the net of a map; raises MissingEntityError without the map."""
    steps = queries.touchpoints_of_map(snapshot, map_id)
    ends = snapshot.select(indexes.ENDS_OF_MAP, map_id)
    order = {goal.id: place for place, goal in enumerate((*steps, *ends))}
    ways: dict[str, tuple[Way, ...]] = {}
    sums: dict[str, tuple[Sum, float]] = {}
    drawn = False
    for i, step in enumerate(steps):
        after = steps[i + 1] if i + 1 < len(steps) else None
        known = snapshot.select(indexes.CONNECTIONS_FROM, step.id)
        drawn = drawn or bool(known)
        if known:
            made, sums[step.id] = _known_ways(snapshot, step, after, known)
            made.sort(key=lambda way: (not way.forward, order.get(way.target, 0)))
            ways[step.id] = tuple(made)
        elif after is not None:
            ways[step.id] = (_way(step, after, None, 1.0, rest=False, after=after),)
        elif not ends:
            ways[step.id] = (Way(step.id, MAP_END, to_end=True, share=1.0, forward=True),)
        else:
            ways[step.id] = ()
    entries = [step.id for step in steps if step.entry] or [step.id for step in steps[:1]]
    return JourneyFlow(
        touchpoints=tuple(step.id for step in steps),
        ways=ways,
        sums=sums,
        start={entry: 1 / len(entries) for entry in entries},
        ends=tuple(end.id for end in ends) or (MAP_END,),
        success=frozenset(e.id for e in ends if e.kind == EndKind.SUCCESS),
        drawn=drawn,
    )


def shares_known(connections: Sequence[Connection]) -> tuple[list[float | None], Sum, float]:
    """Return the share of each connection of one touchpoint, and what they add up to.

    Counts become shares of their sum. One share that is not given is the rest of the others.
    """
    counts = [c.count for c in connections if c.share is None and c.count is not None]
    given = [c.share for c in connections if c.share is not None]
    if counts and given:
        return [None] * len(connections), Sum.MIXED, 0.0
    if counts:
        total = sum(counts)
        if len(counts) < len(connections) or not total:
            return [None] * len(connections), Sum.UNKNOWN, 0.0
        return [(c.count or 0) / total for c in connections], Sum.WHOLE, 1.0
    total_share = sum(given)
    blank = len(connections) - len(given)
    shares = [c.share for c in connections]
    if total_share > 1 + TOLERANCE:
        return shares, Sum.OVER, total_share
    if blank == 1:
        rest = max(0.0, 1 - total_share)
        return [rest if share is None else share for share in shares], Sum.WHOLE, 1.0
    if blank:
        return shares, Sum.UNKNOWN, total_share
    kind = Sum.SHORT if total_share < 1 - TOLERANCE else Sum.WHOLE
    return shares, kind, total_share


def _known_ways(
    snapshot: Snapshot, step: Touchpoint, after: Touchpoint | None, known: Sequence[Connection]
) -> tuple[list[Way], tuple[Sum, float]]:
    shares, kind, total = shares_known(known)
    found: list[Way] = []
    for one, share in zip(known, shares, strict=True):
        rest = share is not None and one.share is None and one.count is None
        target = snapshot.find(Touchpoint, one.target) or snapshot.get(EndState, one.end or "")
        found.append(_way(step, target, one, share, rest=rest, after=after))
    return found, (kind, total)


def _way(
    step: Touchpoint,
    target: Touchpoint | EndState,
    connection: Connection | None,
    share: float | None,
    *,
    rest: bool,
    after: Touchpoint | None,
) -> Way:
    if isinstance(target, EndState):
        return Way(step.id, target.id, to_end=True, share=share, rest=rest, connection=connection)
    changes = step.owner is not None and target.owner is not None and step.owner != target.owner
    both = bool(step.channels) and bool(target.channels)
    return Way(
        step.id,
        target.id,
        to_end=False,
        share=share,
        rest=rest,
        connection=connection,
        handoff=changes,
        switch=both and not set(step.channels) & set(target.channels),
        forward=after is not None and target.id == after.id,
    )
