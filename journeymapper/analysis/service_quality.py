"""Smaller figures of method B12, B15, B18 and B21: each a formula and what it needs."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeymapper.analysis.scores import real, whole
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass

TOLERANCE = 0.005
"""Shares that ought to sum to 1 may miss it by so much, as rounded ones do."""

MIX_LIMIT = 0.1
"""When a group's share moves by more than this, pooled scores mislead (B15)."""


@dataclass(frozen=True, slots=True)
class Servqual:
    """Perceived minus expected for each dimension, their mean, and the weighted mean."""

    gaps: tuple[float, ...]
    mean: float
    weighted: float | None


def servqual(
    expectations: Sequence[float],
    perceptions: Sequence[float],
    weights: Sequence[float] | None = None,
) -> Servqual:
    """Compare what was expected with what was perceived, 1 to 7 (Parasuraman et al. 1988).

    Weights are relative to each other. Raises UserError when the lengths differ or are 0.
    """
    expected = [real(value, 1, 7) for value in expectations]
    perceived = [real(value, 1, 7) for value in perceptions]
    _same_length(expected, perceived)
    gaps = tuple(p - e for e, p in zip(expected, perceived, strict=True))
    weighted = None
    if weights is not None:
        parts = [real(value, 0) for value in weights]
        _same_length(gaps, parts)
        if not sum(parts):
            raise UserError(_("The weights must sum to more than 0."))
        weighted = sum(g * w for g, w in zip(gaps, parts, strict=True)) / sum(parts)
    return Servqual(gaps, statistics.fmean(gaps), weighted)


def _same_length(one: Sequence[Any], other: Sequence[Any]) -> None:
    if not one or len(one) != len(other):
        raise UserError(
            _("{one} and {other} values cannot be compared.", one=len(one), other=len(other))
        )


_ANSWERS = {
    "like": "L",
    "must-be": "M",
    "neutral": "N",
    "live-with": "W",
    "dislike": "D",
}
_TABLE = {"L": "QAAAO", "M": "RIIIM", "N": "RIIIM", "W": "RIIIM", "D": "RRRRQ"}
"""Kano's table: the row is the answer when it is there, the column when it is not."""

_TIES = "MOAIRQ"


@dataclass(frozen=True, slots=True)
class Kano:
    """How many answers fall into each class, the commonest, and what it could gain or cost.

    Classes are M must-be, O one-dimensional, A attractive, I indifferent, R reverse, Q doubtful.
    ``better`` is 0 to 1 and ``worse`` -1 to 0; None where nobody answered sensibly.
    """

    counts: dict[str, int]
    category: str | None
    better: float | None
    worse: float | None


def kano(pairs: Iterable[tuple[str, str]]) -> Kano:
    """Classify pairs of answers: when it is there, when it is not (Kano 1984).

    Answers are like, must-be, neutral, live-with, dislike, or their letters L, M, N, W, D.
    """
    found = Counter(_TABLE[_letter(here)]["LMNWD".index(_letter(gone))] for here, gone in pairs)
    counts = {letter: found[letter] for letter in _TIES}
    category = max(_TIES, key=lambda letter: counts[letter]) if found else None
    told = sum(counts[letter] for letter in "AOMI")
    if not told:
        return Kano(counts, category, None, None)
    better, worse = counts["A"] + counts["O"], counts["O"] + counts["M"]
    return Kano(counts, category, better / told, -worse / told)


def _letter(answer: Any) -> str:
    letter = _ANSWERS.get(str(answer), str(answer))
    if letter not in _TABLE:
        raise UserError(_("“{value}” is not one of the choices.", value=str(answer)))
    return letter


def rice(reach: float, impact: float, confidence: float, effort: float) -> float:
    """Return reach x impact x confidence / effort; confidence is 0 to 1, effort above 0."""
    cost = real(effort, 0)
    if not cost:
        raise UserError(_("The effort must be above 0."))
    return real(reach, 0) * real(impact, 0) * real(confidence, 0, 1) / cost


@dataclass(frozen=True, slots=True)
class ChannelMismatch:
    """``mismatch`` is 0 where both agree and 1 where nothing fits.

    ``absent`` are the channels that are wanted and not offered at all, with the wanted share.
    """

    mismatch: float
    absent: dict[str, float]


def channel_mismatch(
    offered: Mapping[str, float], preferred: Mapping[str, float]
) -> ChannelMismatch:
    """Return half the sum of the differences of two sets of shares by channel (B18).

    Shares are 0 to 1, and each set sums to 1 within 0.005; raises UserError otherwise.
    """
    ours, theirs = _shares(offered), _shares(preferred)
    names = dict.fromkeys([*ours, *theirs])
    distance = sum(abs(ours.get(name, 0.0) - theirs.get(name, 0.0)) for name in names) / 2
    absent = {name: share for name, share in theirs.items() if share > 0 and not ours.get(name)}
    return ChannelMismatch(distance, absent)


def _shares(values: Mapping[str, float]) -> dict[str, float]:
    shares = {name: real(value, 0, 1) for name, value in values.items()}
    total = sum(shares.values())
    if abs(total - 1) > TOLERANCE:
        raise UserError(_("These shares sum to {total}, not to 1.", total=round(total, 4)))
    return {name: value / total for name, value in shares.items()}


@dataclass(frozen=True, slots=True)
class VoteShares:
    """Shares of all votes in the order given, how concentrated they are, and ties by place.

    ``concentration`` is the sum of the squares: 1 when all votes fall on one.
    """

    shares: tuple[float, ...]
    concentration: float | None
    ties: tuple[tuple[int, ...], ...]


def vote_shares(votes: Sequence[int]) -> VoteShares:
    """Return what part of the votes fell on each (B21); ties keep the order and are told."""
    counts = [whole(n, 0) for n in votes]
    total = sum(counts)
    if not total:
        return VoteShares(tuple(0.0 for _n in counts), None, ())
    shares = tuple(n / total for n in counts)
    places: dict[int, list[int]] = {}
    for place, n in enumerate(counts):
        places.setdefault(n, []).append(place)
    ties = tuple(tuple(found) for n, found in places.items() if n and len(found) > 1)
    return VoteShares(shares, sum(share * share for share in shares), ties)


@dataclass(frozen=True, slots=True)
class MixShift:
    """How the shares of groups moved, and whether pooled scores may mislead."""

    changes: dict[str, float]
    largest: float
    warn: bool


def mix_shift(before: Mapping[str, int], after: Mapping[str, int]) -> MixShift:
    """Compare how many answers came from each group, before and after (B15)."""
    one, two = _parts(before), _parts(after)
    changes = {
        name: two.get(name, 0.0) - one.get(name, 0.0) for name in dict.fromkeys([*one, *two])
    }
    if not one or not two:
        return MixShift({}, 0.0, warn=False)
    largest = max(abs(change) for change in changes.values())
    return MixShift(changes, largest, largest > MIX_LIMIT + 1e-12)


def _parts(counts: Mapping[str, int]) -> dict[str, float]:
    numbers = {name: whole(n, 0) for name, n in counts.items()}
    total = sum(numbers.values())
    return {name: n / total for name, n in numbers.items()} if total else {}
