"""How far the channels we offer are from those that a persona prefers (method B18)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeymapper.domain.entities import ChannelShare

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class ChannelMismatch:
    """``share`` of the contact that would have to move, 0 (a match) to 1 (nothing in common).

    ``absent`` are the ids of channels that are preferred and not offered at all, most wanted
    first, with the share that is preferred there.
    """

    share: float
    absent: tuple[tuple[str, float], ...]


def channel_mismatch(shares: Iterable[ChannelShare]) -> ChannelMismatch | None:
    """Return half the sum of differences between offered and preferred; None where a side is empty.

    A side that is not known on a channel counts as 0 there.
    """
    known = list(shares)
    if not any(one.offered for one in known) or not any(one.preferred for one in known):
        return None
    apart = sum(abs((one.offered or 0.0) - (one.preferred or 0.0)) for one in known) / 2
    absent = [
        (one.channel, one.preferred)
        for one in known
        if one.preferred is not None
        and one.preferred > _ROUNDING
        and (one.offered is None or one.offered <= _ROUNDING)
    ]
    absent.sort(key=lambda found: -found[1])
    return ChannelMismatch(min(1.0, apart), tuple(absent))
