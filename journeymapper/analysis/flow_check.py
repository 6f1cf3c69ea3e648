"""Whether a net of ways can be gone through: dead ends, traps, what nobody reaches.

Standard library only, so that a drawing may ask without loading the packages for numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from journeymapper.domain.records import dataclass

Edge = tuple[str, str, float]
"""From a touchpoint, to a touchpoint or an end, with a weight: a share or a count."""

TOLERANCE = 0.005
"""So far may the shares that leave a touchpoint be from 1."""


@dataclass(frozen=True, slots=True)
class FlowCheck:
    """What stands in the way of figures, each in the order in which it is met in the edges.

    ``dead_ends`` have no way out, ``traps`` have one but never come to an end, ``unreachable``
    are never entered from the start. ``incomplete`` gives the sum of the exits of touchpoints
    where it falls short of 1. ``leaving`` is inflow minus outflow per touchpoint where the
    edges are counts, else empty; it is negative where people enter.
    """

    dead_ends: tuple[str, ...]
    traps: tuple[str, ...]
    unreachable: tuple[str, ...]
    incomplete: Mapping[str, float]
    leaving: Mapping[str, float]


def check_flow(
    edges: Iterable[Edge], start: str | Mapping[str, float], ends: Iterable[str]
) -> FlowCheck:
    """Look at a net of ways; never raises. ``start`` is a touchpoint, or several with shares.

    Ways with a weight that is not above 0 are taken as not there.
    """
    final = frozenset(ends)
    kept = [(a, b, w) for a, b, w in edges if _counts(w)]
    entries = list(entry_shares(start))
    touchpoints = in_order(kept, entries, final)
    onward: dict[str, list[str]] = {}
    backward: dict[str, list[str]] = {}
    sums: dict[str, float] = {}
    for source, target, weight in kept:
        if source in final:
            continue
        onward.setdefault(source, []).append(target)
        backward.setdefault(target, []).append(source)
        sums[source] = sums.get(source, 0.0) + weight
    arrive = reached(final, backward)
    entered = reached(entries, onward)
    return FlowCheck(
        dead_ends=tuple(t for t in touchpoints if t not in onward),
        traps=tuple(t for t in touchpoints if t in onward and t not in arrive),
        unreachable=tuple(t for t in touchpoints if t not in entered),
        incomplete={t: s for t, s in sums.items() if s < 1 - TOLERANCE - 1e-12},
        leaving=_leaving(kept, touchpoints),
    )


def entry_shares(start: str | Mapping[str, float]) -> Mapping[str, float]:
    """Return the touchpoints at which people enter, with their weights."""
    return {start: 1.0} if isinstance(start, str) else start


def in_order(edges: Iterable[Edge], entries: Iterable[str], ends: Iterable[str]) -> list[str]:
    """Return all touchpoints, the entries first, then as the edges name them."""
    final = frozenset(ends)
    found = dict.fromkeys(entries)
    for source, target, _weight in edges:
        found[source] = found[target] = None
    return [name for name in found if name not in final]


def reached(starts: Iterable[str], onward: Mapping[str, list[str]]) -> set[str]:
    """Return what can be reached from ``starts``, those included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for name in onward.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _counts(weight: Any) -> bool:
    """Say whether a weight means that somebody goes this way."""
    numeric = isinstance(weight, int | float) and not isinstance(weight, bool)
    return bool(numeric and math.isfinite(weight) and weight > 0)


def _leaving(edges: list[Edge], touchpoints: list[str]) -> dict[str, float]:
    if not all(float(weight).is_integer() for _a, _b, weight in edges):
        return {}
    balance = dict.fromkeys(touchpoints, 0.0)
    for source, target, weight in edges:
        for name, change in ((source, -weight), (target, weight)):
            if name in balance:
                balance[name] += change
    return balance
