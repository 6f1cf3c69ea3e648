"""Measures ours and the floor by turns, and keeps what was measured."""

from __future__ import annotations

import dataclasses
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

RUNS = 7
"""How often each is measured; the median counts."""

Sampler = Callable[[], float]
"""Does something once and returns what it cost: seconds, or bytes."""


@dataclass(frozen=True)
class Result:
    """What was measured for one row of the table.

    ``ours`` and ``floor`` are seconds, or bytes where ``unit`` is "MB", in the order they were
    taken. ``goal`` is the largest ratio that is good enough; None for rows that only inform.
    """

    family: str
    what: str
    content: str
    floor_is: str
    ours: tuple[float, ...]
    floor: tuple[float, ...]
    goal: float | None = None
    unit: str = "ms"
    note: str = ""

    @property
    def ratio(self) -> float:
        """Median of ours by median of the floor."""
        return statistics.median(self.ours) / statistics.median(self.floor)

    @property
    def spread(self) -> tuple[float, float]:
        """The smallest and the largest ratio of two that were measured side by side."""
        ratios = [mine / theirs for mine, theirs in zip(self.ours, self.floor, strict=True)]
        return min(ratios), max(ratios)

    @property
    def missed(self) -> bool:
        """Whether there is a goal and it is not reached."""
        return self.goal is not None and self.ratio > self.goal

    def to_json(self) -> dict[str, Any]:
        """Return all of it, with what follows from it."""
        return dataclasses.asdict(self) | {
            "ratio": round(self.ratio, 4),
            "spread": [round(value, 4) for value in self.spread],
            "missed": self.missed,
        }

    @staticmethod
    def from_json(text: str) -> Result:
        """Read what ``emit`` wrote."""
        plain = json.loads(text)
        names = {field.name for field in dataclasses.fields(Result)}
        kept = {name: value for name, value in plain.items() if name in names}
        return Result(**kept | {"ours": tuple(plain["ours"]), "floor": tuple(plain["floor"])})


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that something takes, with all waiting for the disk."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def worked(act: Callable[[], object]) -> float:
    """Return the seconds of processor time that something takes.

    For what waits for nothing: other programs on the same machine then disturb less.
    """
    start = time.process_time()
    act()
    return time.process_time() - start


def alternate(
    ours: Sampler, floor: Sampler, *, runs: int = RUNS, warm: int = 1
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Take samples of both by turns, after ``warm`` that do not count; return ours and floor's.

    Whoever goes first changes with each turn, so that neither profits from it.
    """
    for _turn in range(warm):
        floor()
        ours()
    mine: list[float] = []
    theirs: list[float] = []
    for turn in range(runs):
        gc.collect()
        if turn % 2:
            mine.append(ours())
            theirs.append(floor())
        else:
            theirs.append(floor())
            mine.append(ours())
    return tuple(mine), tuple(theirs)


def emit(results: Iterable[Result]) -> None:
    """Write results as lines of JSON, each as soon as it is there; families end with this."""
    for result in results:
        print(json.dumps(result.to_json()), flush=True)
    sys.stdout.flush()
