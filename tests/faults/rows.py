"""The rows, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.faults import killing
from tests.faults.outcome import Outcome

Run = Callable[[Path, bool], Iterator[Outcome]]
"""Given an empty folder and whether few trials are enough."""


@dataclass(frozen=True)
class Row:
    """One way of breaking things."""

    what: str
    run: Run


ROWS: Mapping[str, Row] = {
    "R1": Row(killing.WHAT, killing.run),
}
