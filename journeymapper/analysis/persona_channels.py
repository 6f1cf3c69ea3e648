"""How far the channels we offer are from those that a persona prefers (method B18)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeymapper.analysis.service_quality import channel_mismatch
from journeymapper.domain.entities import ChannelShare
from journeymapper.domain.errors import UserError


@dataclass(frozen=True, slots=True)
class PersonaChannels:
    """``share`` of the contact that would have to move, 0 (a match) to 1 (nothing in common).

    ``absent`` are the ids of channels that are preferred and not offered at all, most wanted
    first, with the share that is preferred there.
    """

    share: float
    absent: tuple[tuple[str, float], ...]


def channels_apart(shares: Iterable[ChannelShare]) -> PersonaChannels | None:
    """Compare what is offered and preferred; None unless both sides are known as a whole.

    A side that is not known on a channel counts as 0 there; each must sum to 1.
    """
    known = list(shares)
    try:
        found = channel_mismatch(
            {one.channel: one.offered or 0.0 for one in known},
            {one.channel: one.preferred or 0.0 for one in known},
        )
    except UserError:
        return None
    absent = sorted(found.absent.items(), key=lambda pair: -pair[1])
    return PersonaChannels(found.mismatch, tuple(absent))
