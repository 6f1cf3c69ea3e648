"""Other shares on a copy of a net: what they would change. Nothing of the document is touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from journeymapper.analysis.journey_flow import JourneyFlow, Sum, Way


def with_shares(net: JourneyFlow, shares: Mapping[str, float]) -> JourneyFlow:
    """Return the net with other shares (0 to 1), by the id of the connection."""
    ways: dict[str, tuple[Way, ...]] = {}
    sums = dict(net.sums)
    for step, found in net.ways.items():
        ids = [way.connection.id if way.connection is not None else "" for way in found]
        if not any(id_ in shares for id_ in ids):
            ways[step] = found
            continue
        changed = [
            replace(way, share=shares.get(id_, way.share), rest=False)
            for way, id_ in zip(found, ids, strict=True)
        ]
        ways[step] = tuple(changed)
        sums[step] = _sum(changed)
    return replace(net, ways=ways, sums=sums)


def balanced(
    shares: Sequence[float], changed: int, value: float, held: Collection[int]
) -> list[float]:
    """Return the shares of one touchpoint after one of them was set to ``value``.

    The others give or take in proportion to what they have, so that all add up to 1; those
    ``held`` (by place) stay as they are as long as the rest can make up for it.
    """
    value = min(1.0, max(0.0, value))
    result = list(shares)
    result[changed] = value
    free = [i for i in range(len(shares)) if i != changed and i not in held]
    fixed = value + sum(shares[i] for i in held if i != changed)
    if not free or fixed > 1:
        free = [i for i in range(len(shares)) if i != changed]
        fixed = value
    room = 1 - fixed
    total = sum(shares[i] for i in free)
    for i in free:
        result[i] = room * shares[i] / total if total > 0 else room / len(free)
    return result


def rounded(shares: Sequence[float]) -> list[float]:
    """Return shares that add up to 1 in hundredths of a percent; the largest takes the rest."""
    found = [round(share, 4) for share in shares]
    largest = max(range(len(found)), key=lambda i: found[i])
    found[largest] = round(1 - sum(found[:largest]) - sum(found[largest + 1 :]), 4)
    return found


def _sum(ways: Sequence[Way]) -> tuple[Sum, float]:
    total = sum(way.share or 0.0 for way in ways)
    if any(way.share is None for way in ways):
        return Sum.UNKNOWN, total
    if abs(total - 1) <= 0.005:
        return Sum.WHOLE, total
    return (Sum.SHORT if total < 1 else Sum.OVER), total
