"""What a row found."""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import dataclass, field

SHOWN = 3
"""So many reasons of each kind are kept in words; all are counted."""


@dataclass
class Outcome:
    """Trials and what went wrong in them.

    ``lost``: something acknowledged was gone. ``torn``: half of a step was there, or the state
    was not what the history says. ``corrupt``: a file that could not be opened. ``wrong``:
    anything else that must not be, such as a false report. ``must_fail`` marks a row whose
    program was broken on purpose: it holds when the harness noticed.
    """

    row: str
    what: str
    trials: int = 0
    lost: int = 0
    torn: int = 0
    corrupt: int = 0
    wrong: int = 0
    must_fail: bool = False
    note: str = ""
    seconds: float = 0.0
    reasons: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    """Numbers worth telling, by name."""

    @property
    def bad(self) -> int:
        """How much went wrong."""
        return self.lost + self.torn + self.corrupt + self.wrong

    @property
    def holds(self) -> bool:
        """Say whether the row is as it must be."""
        return self.trials > 0 and (self.bad > 0) == self.must_fail

    def add(self, column: str, reason: str) -> None:
        """Count one thing that went wrong."""
        setattr(self, column, getattr(self, column) + 1)
        if len(self.reasons) < SHOWN or not any(r.startswith(f"{column}:") for r in self.reasons):
            self.reasons.append(f"{column}: {reason}")

    def expect(self, true: bool, reason: str) -> None:
        """Count as wrong what does not hold."""
        if not true:
            self.add("wrong", reason)

    def plain(self) -> dict[str, object]:
        """Return it as JSON can hold it."""
        values = dataclasses.asdict(self)
        return values | {"holds": self.holds, "counts": dict(self.counts)}


def skipped(row: str, what: str, reason: str) -> Outcome:
    """Return the outcome of a row that could not run; it has failed."""
    return Outcome(row, what, note=f"NOT RUN: {reason}")
