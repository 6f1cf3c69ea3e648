"""The table for people."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

from tests.benchmarks.measuring import Result

_HEAD = ("what", "ours", "floor", "ratio", "spread", "goal", "")
_SCALE = {"ms": 1e3, "MB": 1 / 2**20}


def lines(results: Sequence[Result]) -> Iterator[str]:
    """Yield the table, then content and floor of each row, then what missed its goal."""
    rows = [_HEAD, *map(_cells, results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join(cells).rstrip()
    yield ""
    for result in results:
        yield f"{result.what}: {result.content}; floor: {result.floor_is}."
        if result.note:
            yield f"  {result.note}"
    yield ""
    missed = [result for result in results if result.missed]
    if missed:
        for result in missed:
            yield f"GOAL MISSED {result.what}: {result.ratio:.2f}x, goal {result.goal:g}x"
    else:
        yield "All goals that were measured are reached."


def _cells(result: Result) -> tuple[str, ...]:
    scale = _SCALE[result.unit]
    low, high = result.spread
    return (
        result.what,
        f"{statistics.median(result.ours) * scale:.2f} {result.unit}",
        f"{statistics.median(result.floor) * scale:.2f} {result.unit}",
        f"{result.ratio:.2f}x",
        f"{low:.2f}-{high:.2f}",
        "-" if result.goal is None else f"{result.goal:g}x",
        "MISSED" if result.missed else "",
    )
