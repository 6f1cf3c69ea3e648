"""The rows, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.faults import (
    damage,
    each_call,
    full_disk,
    hostile,
    killing,
    listeners,
    model,
    own_open,
    power,
    slow,
    tables,
    two,
    vanishing,
)
from tests.faults.outcome import Outcome

Run = Callable[[Path, bool], Iterator[Outcome]]
"""Given an empty folder and whether few trials are enough."""


@dataclass(frozen=True)
class Row:
    """One way of breaking things."""

    what: str
    run: Run


ROWS: Mapping[str, Row] = {
    "R1": Row("killed at any moment", killing.run),
    "R2": Row("killed at each call", each_call.killed),
    "R3": Row("full or broken disk at each call", each_call.refused),
    "R4": Row("power lost between any two calls", power.run),
    "R5": Row("disk really full", full_disk.run),
    "R6": Row("file gone, moved, replaced, overwritten", vanishing.run),
    "R7": Row("two windows, commands, computers", two.run),
    "R8": Row("own opening of an open database", own_open.run),
    "R9": Row("faults at each call of a publish", each_call.publishing),
    "R10": Row("damaged documents", damage.run),
    "R11": Row("hostile schemas", hostile.run),
    "R12": Row("verbs, undo, redo, crashes against a model (and R13)", model.run),
    "R14": Row("damaged tables with answers", tables.run),
    "R18": Row("faults at each call of a migration", each_call.migrating),
    "R21": Row("steps while a large file goes to a slow disk", slow.run),
    "R22": Row("listeners that fail", listeners.run),
}
