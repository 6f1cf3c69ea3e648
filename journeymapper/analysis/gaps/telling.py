"""What a place says for itself: its reasons, the two that are told first, what they rest on."""

from __future__ import annotations

from journeymapper.analysis.gaps.places import UNKNOWN_ONLY, Place
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain.evidence import Grade
from journeymapper.domain.message import Message

TOLD = 2
"""So many reasons are told in sentences; the others are counted."""

_GRADES = list(Grade)
_BANDS = ("critical", "high", "medium", "low")


def reasons(place: Place) -> tuple[Gap, ...]:
    """Return the reasons of a place, one for each rule: the worst, whoever it is about."""
    found: dict[str, Gap] = {}
    for gap in place.gaps:
        found.setdefault(gap.rule, gap)
    return tuple(found.values())


def told_first(place: Place) -> tuple[Gap, ...]:
    """Return the two strongest reasons: the worst band first, in it what we are most sure of.

    That too little is known is told only where it is worse than any other reason.
    """
    every = sorted(reasons(place), key=_strength)
    known = [gap for gap in every if gap.rule not in UNKNOWN_ONLY]
    if known:
        limit = _BANDS.index(known[0].band)
        every = [g for g in every if g in known or _BANDS.index(g.band) < limit]
    return tuple(every[:TOLD])


def sentences(place: Place) -> tuple[Message, ...]:
    """Return the sentences of the two strongest reasons."""
    return tuple(gap.text for gap in told_first(place))


def backing(place: Place) -> Gap:
    """Return the reason that the place rests on: in its band what we are most sure of.

    Its ``evidence`` and its input ``n`` say how sure that is and how many were asked.
    """
    worst = [gap for gap in place.gaps if gap.band == place.band]
    return min(worst, key=lambda gap: (_sure(gap), -people_behind(gap)))


def people_behind(gap: Gap) -> int:
    """Return how many answers a reason rests on; 0 where nobody was counted."""
    n = gap.inputs.get("n", gap.inputs.get("n_customers"))
    return int(n) if isinstance(n, int | float) else 0


def _strength(gap: Gap) -> tuple[int, int, float]:
    return _BANDS.index(gap.band), _sure(gap), -gap.severity


def _sure(gap: Gap) -> int:
    """Rank the evidence; a fact of the map itself comes last: nobody told it."""
    return len(_GRADES) if gap.evidence is None else _GRADES.index(gap.evidence)
