"""A file as the import shows it: read, guessed, judged. Made outside the window's thread."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journeymapper.document.taking import taken_before
from journeymapper.domain.entities import ImportBatch
from journeymapper.domain.intake import Intake
from journeymapper.domain.kinds import Better
from journeymapper.domain.responses import Responses
from journeymapper.domain.snapshot import Snapshot
from journeymapper.importing.answers import cells
from journeymapper.importing.answers.found import Found, Look, found_in, to_look_at
from journeymapper.importing.answers.guess import guess
from journeymapper.importing.answers.known_questions import known_in, like_known
from journeymapper.importing.answers.mapping import ONCE, Column, ColumnKind, Mapping
from journeymapper.importing.answers.reading import Reading, read
from journeymapper.importing.answers.remembered import recall
from journeymapper.importing.tables.table import Table
from journeymapper.importing.tables.worker import read_apart

_MINUTES = ("minutes", "min")


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is shown of a file. ``name`` is that of the file."""

    name: str
    table: Table
    mapping: Mapping
    reading: Reading
    found: tuple[Found, ...]
    looks: tuple[Look, ...]
    intake: Intake
    """The answers, ready for the document."""
    before: ImportBatch | None = None
    """The import that brought the same answers, when they were taken before."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading a file needs of the window: state and rows of the document, words, a folder."""

    snapshot: Snapshot
    minutes: str
    folder: Path
    rows_of: Callable[[str], Responses]

    def open(
        self, path: Path, sheet: str, stop: threading.Event, progress: Callable[[str], None]
    ) -> Sight:
        """Read a file; raises UserError."""
        table = read_apart(path, sheet, stop, progress)
        known = recall(self.folder, table)
        mapping = known or like_known(guess(table), table, self.snapshot)
        return self.look(path.name, table, mapping)

    def look(self, name: str, table: Table, mapping: Mapping) -> Sight:
        """Judge a table by what its columns are; raises UserError."""
        reading = read(table, mapping, known_in(self.snapshot, self.minutes))
        intake = reading.intake(name, mapping)
        before = taken_before(self.snapshot, self.rows_of, intake) if reading.count else None
        return Sight(
            name,
            table,
            mapping,
            reading,
            tuple(found_in(table, mapping, reading)),
            tuple(to_look_at(table, mapping, reading)),
            intake,
            before,
        )


def has_order(table: Table, place: int) -> bool:
    """Say whether the dates of a column are texts in which day or month may come first."""
    texts = (row[place] for row in table.rows[:50])
    parts = (cells.date_parts(text) for text in texts if isinstance(text, str))
    return any(found is not None and found[0] <= 31 for found in parts)


_SCALES = {ColumnKind.SATISFIED: (1.0, 5.0), ColumnKind.EASY: (1.0, 7.0)}


def told(mapping: Mapping, place: int, kind: ColumnKind) -> Mapping:
    """Return the mapping with another kind for a column; a kind that is there once moves."""
    columns = list(mapping.columns)
    if kind in ONCE:
        columns = [
            dataclasses.replace(c, kind=ColumnKind.LEAVE_OUT) if c.kind == kind else c
            for c in columns
        ]
    low, high = _SCALES.get(kind, (None, None))
    columns[place] = Column(
        columns[place].header,
        kind,
        columns[place].question,
        low,
        high,
        step=columns[place].step,
    )
    return dataclasses.replace(mapping, columns=tuple(columns))


def swapped(mapping: Mapping, one: int, other: int) -> Mapping:
    """Return the mapping with the kinds of two columns changed over."""
    columns = list(mapping.columns)
    first, second = columns[one], columns[other]
    columns[one] = dataclasses.replace(second, header=first.header, question="")
    columns[other] = dataclasses.replace(first, header=second.header, question="")
    return dataclasses.replace(mapping, columns=tuple(columns))


def scaled(mapping: Mapping, place: int, low: float, high: float) -> Mapping:
    """Return the mapping with another scale for a column."""
    return _with(mapping, place, dataclasses.replace(mapping.columns[place], low=low, high=high))


def turned(mapping: Mapping, place: int) -> Mapping:
    """Return the mapping with the other end of a scale as the good one."""
    column = mapping.columns[place]
    best = Better.LOW if column.best == Better.HIGH else Better.HIGH
    return _with(mapping, place, dataclasses.replace(column, best=best))


def in_unit(mapping: Mapping, place: int, unit: str) -> Mapping:
    """Return the mapping with a unit for a number; minutes are better few."""
    column = mapping.columns[place]
    minutes = unit in _MINUTES
    best = Better.LOW if minutes else Better.HIGH
    low = 0.0 if minutes else None
    return _with(mapping, place, dataclasses.replace(column, unit=unit, best=best, low=low))


def _with(mapping: Mapping, place: int, column: Column) -> Mapping:
    columns = list(mapping.columns)
    columns[place] = column
    return dataclasses.replace(mapping, columns=tuple(columns))
