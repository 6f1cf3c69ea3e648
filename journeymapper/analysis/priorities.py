"""What to mend first: importance and performance, opportunity, risk, Pareto, severity (B12-B14)."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from journeymapper.analysis.scores import real, whole
from journeymapper.analysis.service_quality import (
    ChannelMismatch,
    Kano,
    MixShift,
    Servqual,
    VoteShares,
    channel_mismatch,
    kano,
    mix_shift,
    rice,
    servqual,
    vote_shares,
)
from journeymapper.analysis.time_gap import time_ratio
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass

__all__ = [
    "ChannelMismatch",
    "IpaResult",
    "Kano",
    "MixShift",
    "Pareto",
    "Servqual",
    "VoteShares",
    "band",
    "channel_mismatch",
    "importance_performance",
    "kano",
    "mix_shift",
    "opportunity",
    "pareto",
    "rice",
    "rpn",
    "servqual",
    "severity",
    "time_ratio",
    "vote_shares",
]

Crosshair = Literal["data", "scale"] | tuple[float, float] | None
Item = tuple[Any, ...]
"""(id, importance, performance), or with the intervals of both as pairs or None at the end."""

ENOUGH = 6
"""From so many items on their own means make the crosshair."""

MIDDLE = 5.5
LOWEST, HIGHEST = 1.0, 10.0

BANDS: tuple[tuple[str, float], ...] = (("critical", 60.0), ("high", 40.0), ("medium", 20.0))
MOMENT = 1.25
"""A gap at a moment of truth weighs so much more."""


@dataclass(frozen=True, slots=True)
class IpaResult:
    """Where each item stands: Q1 concentrate here, Q2 keep up, Q3 low priority, Q4 overkill.

    ``crosshair`` is data, scale or target; ``uncertain`` are the ids whose interval crosses a line.
    """

    importance_line: float | None
    performance_line: float | None
    crosshair: str
    quadrants: dict[Any, str]
    uncertain: frozenset[Any]


def importance_performance(items: Iterable[Item], crosshair: Crosshair = None) -> IpaResult:
    """Place items on 1 to 10 by importance and performance (Martilla and James 1977, B12).

    None means the items' own means from six on, otherwise the middle of the scale. A value on a
    line counts as high. Raises UserError for values off the scale.
    """
    rows = [_row(item) for item in items]
    if crosshair is None:
        crosshair = "data" if len(rows) >= ENOUGH else "scale"
    lines, name = _lines(rows, crosshair)
    if lines is None:
        return IpaResult(None, None, name, {}, frozenset())
    quadrants = {
        id_: _quadrant(importance >= lines[0], performance >= lines[1])
        for id_, importance, performance, *_rest in rows
    }
    uncertain = frozenset(
        row[0] for row in rows if _crosses(row[3], lines[0]) or _crosses(row[4], lines[1])
    )
    return IpaResult(lines[0], lines[1], name, quadrants, uncertain)


def _row(item: Item) -> tuple[Any, float, float, Any, Any]:
    id_, importance, performance, *intervals = item
    first, second = (*intervals, None, None)[:2]
    return id_, _rated(importance), _rated(performance), first, second


def _rated(value: Any) -> float:
    return real(value, LOWEST, HIGHEST)


def _lines(rows: list[Any], crosshair: Any) -> tuple[tuple[float, float] | None, str]:
    if crosshair == "data":
        if not rows:
            return None, "data"
        return (
            statistics.fmean(row[1] for row in rows),
            statistics.fmean(row[2] for row in rows),
        ), "data"
    if crosshair == "scale":
        return (MIDDLE, MIDDLE), "scale"
    if not isinstance(crosshair, tuple) or len(crosshair) != 2:
        raise UserError(_("“{value}” is not one of the choices.", value=str(crosshair)))
    return (_rated(crosshair[0]), _rated(crosshair[1])), "target"


def _quadrant(important: bool, performing: bool) -> str:
    if important:
        return "Q2" if performing else "Q1"
    return "Q4" if performing else "Q3"


def _crosses(interval: Any, line: float) -> bool:
    return interval is not None and interval[0] < line <= interval[1]


def opportunity(importance: float, satisfaction: float) -> float:
    """Return Ulwick's opportunity score of two numbers 0 to 10: 0 to 20 (2005)."""
    i, s = real(importance, 0, 10), real(satisfaction, 0, 10)
    return i + max(i - s, 0.0)


def rpn(severity_: int, occurrence: int, detection: int) -> int:
    """Return the risk priority number of three marks 1 to 10: 1 to 1000 (FMEA, B13)."""
    return math.prod(whole(mark, 1, 10) for mark in (severity_, occurrence, detection))


@dataclass(frozen=True, slots=True)
class Pareto:
    """Names by falling count, the running shares 0 to 1, and the few that make up four fifths."""

    order: tuple[Any, ...]
    cumulative: tuple[float, ...]
    vital_few: tuple[Any, ...]


def pareto(counts: Mapping[Any, int] | Iterable[tuple[Any, int]]) -> Pareto:
    """Order counts (B14): ties keep the order given; the vital few are the shortest that do."""
    pairs = list(counts.items() if isinstance(counts, Mapping) else counts)
    rows = sorted(((name, whole(n, 0)) for name, n in pairs), key=lambda row: -row[1])
    total = sum(n for _name, n in rows)
    running, shares, few = 0, [], []
    for name, n in rows:
        if total and 5 * running < 4 * total:
            few.append(name)
        running += n
        shares.append(running / total if total else 0.0)
    return Pareto(tuple(name for name, _n in rows), tuple(shares), tuple(few))


def severity(g: float, importance: float = MIDDLE, moment_of_truth: bool = False) -> float:
    """Return how bad a gap is, 0 to 100 (method C).

    ``g`` is its size and is held to 0 to 1; importance runs 1 to 10 and weighs one half to one; a
    moment of truth weighs 1.25.
    """
    size = min(1.0, max(0.0, real(g)))
    weight = 0.5 + 0.5 * (real(importance, LOWEST, HIGHEST) - 1) / 9
    return min(100.0, 100 * size * weight * (MOMENT if moment_of_truth else 1.0))


def band(value: float) -> str:
    """Return the band of a severity, of its value to one decimal: critical .. low, "" for 0."""
    rounded = round(real(value, 0, 100), 1)
    for name, least in BANDS:
        if rounded >= least:
            return name
    return "low" if rounded > 0 else ""
