"""What was found in a file, and what somebody should look at, in plain sentences."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeymapper.domain.dates import MONTHS
from journeymapper.domain.kinds import Better
from journeymapper.domain.message import Message, _
from journeymapper.importing.answers import cells
from journeymapper.importing.answers.guess import LOOKED_AT, day_order
from journeymapper.importing.answers.mapping import (
    QUESTIONS,
    WITH_SCALE,
    ColumnKind,
    Mapping,
)
from journeymapper.importing.answers.reading import Reading
from journeymapper.importing.tables.table import Table

_NAMED = 5
"""So many problems are told one by one; the rest is counted."""


class Do(StrEnum):
    """What can be done about something to look at."""

    NOTHING = ""
    SHOW = "show"
    TURN = "turn"
    DATES = "dates"
    KEEP = "keep"
    ANYWAY = "anyway"


@dataclass(frozen=True, slots=True)
class Found:
    """Something noticed: an icon of the icon set, a short title, one sentence."""

    icon: str
    title: Message
    text: Message


@dataclass(frozen=True, slots=True)
class Look:
    """Something to look at, and what to do; ``places`` are rows, ``column`` is what is meant."""

    title: Message
    text: Message
    do: Do = Do.NOTHING
    places: tuple[int, ...] = ()
    column: int = -1


def found_in(table: Table, mapping: Mapping, reading: Reading) -> list[Found]:
    """Return what was noticed while reading a file."""
    notes: list[Found] = []
    if table.in_use:
        notes.append(
            Found("copy", _("Still open in another program"),
                  _("We read a copy. Your file is not changed."))
        )  # fmt: skip
    if len(table.above) == 1:
        notes.append(Found("file-text", _("A line above the table"),
                           _("Skipped: {line}", line=_short(table.above[0]))))  # fmt: skip
    elif table.above:
        notes.append(
            Found("file-text", _("{count} lines above the table", count=len(table.above)),
                  _("Skipped: {line} and more.", line=_short(table.above[0])))
        )  # fmt: skip
    if table.footer:
        notes.append(Found("file-text", _("Sums below the table"), _("They are left out.")))
    if table.letters == "cp1252":
        notes.append(
            Found("type", _("Old Windows letters"), _("ä, ö, ü and ß are read correctly."))
        )
    elif table.letters == "utf-16":
        notes.append(Found("type", _("Text saved as Unicode"), _("All letters are read.")))
    if table.stray:
        notes.append(
            Found("type", _("Characters without meaning"),
                  _("{count} were left out.", count=table.stray))
        )  # fmt: skip
    if len(table.sheets) > 1:
        notes.append(
            Found("file-text", _("{count} sheets in the file", count=len(table.sheets)),
                  _("Read: “{name}”.", name=table.sheet))
        )  # fmt: skip
    notes += _dates(table, mapping)
    notes += _decimals(table, mapping)
    if reading.waits is not None:
        notes.append(
            Found("timer", _("Minutes waited made for you"),
                  _("From appointment and called-in time."))
        )  # fmt: skip
        if reading.waits.early:
            notes.append(
                Found("timer", _("Called in early: {count}", count=len(reading.waits.early)),
                      _("Nobody waited: 0 minutes."))
            )  # fmt: skip
    if reading.silent:
        notes.append(
            Found("file-text", _("Rows without an answer: {count}", count=reading.silent),
                  _("They are left out."))
        )  # fmt: skip
    return notes


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _dates(table: Table, mapping: Mapping) -> list[Found]:
    place = mapping.place(ColumnKind.DATE)
    if place is None:
        return []
    for cell in table.column(place)[:LOOKED_AT]:
        if not isinstance(cell, str):
            continue
        try:
            date = cells.date_of(cell, mapping.order)
        except ValueError:
            continue
        if date:
            day = datetime.date.fromisoformat(date)
            said = _("{text} is {day} {month}", text=cell.split()[0], day=day.day,
                     month=MONTHS[day.month - 1])  # fmt: skip
            first = (
                _("The day comes first.") if mapping.order == "dmy" else _("The month comes first.")
            )
            if (cells.date_parts(cell) or (32, 0, 0))[0] > 31:
                first = _("The year comes first.")
            return [Found("calendar", said, first)]
    return []


def _decimals(table: Table, mapping: Mapping) -> list[Found]:
    if mapping.decimal != ",":
        return []
    for place, column in enumerate(mapping.columns):
        if column.kind not in QUESTIONS or column.kind == ColumnKind.COMMENT:
            continue
        for cell in table.column(place)[:LOOKED_AT]:
            if isinstance(cell, str) and "," in cell:
                point = cell.replace(",", ".")
                title = _("{comma} is read as {point}", comma=_short(cell), point=_short(point))
                text = _("“{name}” has a decimal comma.", name=column.header)
                return [Found("plus", title, text)]
    return []


def to_look_at(table: Table, mapping: Mapping, reading: Reading) -> list[Look]:
    """Return what somebody should look at before the answers are taken."""
    looks: list[Look] = []
    problems = reading.problems
    if problems:
        rows = tuple(dict.fromkeys(p.place for p in problems))
        title = (
            _("1 cell cannot be taken")
            if len(problems) == 1
            else _("{count} cells cannot be taken", count=len(problems))
        )
        looks.append(Look(title, problems[0].message, Do.SHOW, rows))
    if reading.waits is not None and reading.waits.missing:
        missing = reading.waits.missing
        title = (
            _("1 row has one time only")
            if len(missing) == 1
            else _("{count} rows have one time only", count=len(missing))
        )
        looks.append(
            Look(title, _("Without both times no minutes can be counted."), Do.SHOW, missing)
        )
    looks += _directions(mapping)
    looks += _unsure_dates(table, mapping)
    if reading.same:
        title = (
            _("1 row is in the file twice")
            if len(reading.same) == 1
            else _("{count} rows are in the file twice", count=len(reading.same))
        )
        text = _("They are taken all the same.") if mapping.keep_same else _("Each is taken once.")
        looks.append(Look(title, text, Do.KEEP, reading.same))
    for name, count in reading.unknown[:_NAMED]:
        looks.append(
            Look(_("“{name}” is not known here", name=name),
                 _("Rows: {count}. Their answers are taken without it.", count=count))
        )  # fmt: skip
    return looks


def _directions(mapping: Mapping) -> list[Look]:
    looks = []
    for place, column in enumerate(mapping.columns):
        if column.kind in WITH_SCALE and column.best == Better.LOW:
            low = f"{1.0 if column.low is None else column.low:g}"
            title = _("Is {low} the best answer?", low=low)
            text = _("“{name}”: its name or the answers beside it say so.", name=column.header)
            looks.append(Look(title, text, Do.TURN, (), place))
    return looks


def _unsure_dates(table: Table, mapping: Mapping) -> list[Look]:
    place = mapping.place(ColumnKind.DATE)
    if place is None:
        return []
    sample = [cell for cell in table.column(place)[:LOOKED_AT] if not cells.is_empty(cell)]
    slashed = [c for c in sample if isinstance(c, str) and (cells.date_parts(c) or (32,))[0] <= 31]
    if not slashed or day_order([sample]):
        return []
    text = _("“{name}”: nothing in the file tells which comes first.",
             name=mapping.columns[place].header)  # fmt: skip
    title = (
        _("Does the day come first?") if mapping.order == "dmy" else _("Does the month come first?")
    )
    return [Look(title, text, Do.DATES, (), place)]


def problem_lines(reading: Reading, most: int) -> Sequence[Message]:
    """Return the problems one a line, and how many more there are."""
    lines = [problem.message for problem in reading.problems[:most]]
    more = len(reading.problems) - len(lines)
    if more:
        lines.append(_("and {count} more", count=more))
    return lines
