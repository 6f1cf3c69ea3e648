"""The table for people, and the numbers behind it."""

from __future__ import annotations

import json
import platform
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.outcome import Outcome

_HEAD = ("row", "what", "trials", "lost", "torn", "corrupt", "wrong", "verdict", "time")
_LEFT = 2


def lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the table, what was counted, and why what failed has failed."""
    rows = [_HEAD, *map(_cells, outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:_LEFT], widths, strict=False)]
        rest = zip(row[_LEFT:], widths[_LEFT:], strict=True)
        yield "  ".join([*cells, *(cell.rjust(width) for cell, width in rest)])
    yield ""
    for outcome in outcomes:
        counted = ", ".join(f"{name} {number}" for name, number in outcome.counts.items())
        told = "; ".join(part for part in (counted, outcome.note) if part)
        if told:
            yield f"{outcome.row} {outcome.what}: {told}."
    for outcome in outcomes:
        if not outcome.holds:
            yield f"FAILED {outcome.row} {outcome.what}"
            yield from (f"    {reason}" for reason in outcome.reasons)
    failed = sum(not outcome.holds for outcome in outcomes)
    yield f"{len(outcomes) - failed} rows hold, {failed} failed"


def _cells(outcome: Outcome) -> tuple[str, ...]:
    verdict = "ok" if outcome.holds else "FAILED"
    if outcome.must_fail:
        verdict = "noticed" if outcome.holds else "NOT NOTICED"
    numbers = (outcome.trials, outcome.lost, outcome.torn, outcome.corrupt, outcome.wrong)
    time = f"{outcome.seconds:.0f} s"
    return (outcome.row, outcome.what, *map(str, numbers), verdict, time)


def write(path: Path, outcomes: Sequence[Outcome]) -> None:
    """Write everything that was found, and on what."""
    machine = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
    }
    whole = {"machine": machine, "rows": [outcome.plain() for outcome in outcomes]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
