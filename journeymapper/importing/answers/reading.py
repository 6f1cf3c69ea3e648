"""A table and what its columns are become answers, and a list of what cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Names
from dataclasses import dataclass, field
from typing import TypeVar

from journeymapper.domain.countries import country_code
from journeymapper.domain.entities import Question
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.intake import Asked, Intake
from journeymapper.domain.kinds import Better, Measure, QuestionKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.responses import AnswerRow, Responses, SheetRow
from journeymapper.domain.scales import fits
from journeymapper.domain.words import NAME_LIMIT, clean_text
from journeymapper.importing.answers import cells
from journeymapper.importing.answers.mapping import QUESTIONS, Column, ColumnKind, Mapping
from journeymapper.importing.answers.same import same_rows
from journeymapper.importing.answers.waits import Waits, waits_of
from journeymapper.importing.tables.table import Cell, Table

T = TypeVar("T")

MOST_CHOICES = 50


@dataclass(frozen=True, slots=True)
class Known:
    """What the project has names for: ids by name, in small letters."""

    channels: Names[str, str] = field(default_factory=dict)
    personas: Names[str, str] = field(default_factory=dict)
    minutes: str = "Minutes waited"
    """What the question is called that is made of two times of day."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that is not taken, or a row. ``place`` is that of the row in the table."""

    place: int
    row: int
    column: str
    what: Message

    @property
    def message(self) -> Message:
        """The whole sentence."""
        if not self.column:
            return _("Row {row}: {what}", row=self.row, what=self.what)
        return _("Row {row}, {column}: {what}", row=self.row, column=self.column, what=self.what)


@dataclass(frozen=True, slots=True)
class Reading:
    """The answers of a file: ``rows`` as Intake has them, and what is not in them.

    ``same`` are the places of rows that are there twice, ``silent`` counts rows that answer
    nothing, ``unknown`` the names that the project does not have.
    """

    asked: tuple[Asked, ...]
    rows: Responses
    problems: tuple[Problem, ...]
    waits: Waits | None
    same: tuple[int, ...] = ()
    silent: int = 0
    unknown: tuple[tuple[str, int], ...] = ()

    @property
    def count(self) -> int:
        """How many people's answers are taken."""
        return len(self.rows.sheets)

    def intake(self, name: str, mapping: Mapping) -> Intake:
        """Return it ready for a document; ``name`` is that of the file."""
        started = min((sheet[1] for sheet in self.rows.sheets if sheet[1]), default="")
        return Intake(
            name, self.asked, self.rows, started, mapping.survey, mapping.round, mapping.collected
        )


def read(table: Table, mapping: Mapping, known: Known) -> Reading:
    """Read all rows. Raises UserError when the columns told are not those of the table."""
    _check(table, mapping)
    reader = _Reader(table, mapping, known)
    return reader.read()


def _check(table: Table, mapping: Mapping) -> None:
    if [column.header for column in mapping.columns] != list(table.header):
        raise UserError(_("The columns of this file are not the ones described."))


class _Reader:
    """Reads column by column; cells that repeat are understood once."""

    def __init__(self, table: Table, mapping: Mapping, known: Known) -> None:
        self._table = table
        self._mapping = mapping
        self._known = known
        self._problems: list[Problem] = []
        self._asked: list[Asked] = []
        self._values: list[Sequence[float | None]] = []
        self._texts: list[tuple[str, Sequence[str | None]]] = []
        self._unknown: dict[str, int] = {}

    def read(self) -> Reading:
        rows, width = self._table.rows, len(self._table.header)
        skip = {place for place, row in enumerate(rows) if len(row) > width}
        for place in sorted(skip):
            self._problem(place, "", _("It has more cells than there are columns."))
        for place, column in enumerate(self._mapping.columns):
            if column.kind in QUESTIONS:
                self._question(place, column)
        waits = self._waits()
        same = same_rows(self._table, self._mapping)
        if not self._mapping.keep_same:
            skip |= set(same)
        sheets, answers, silent = self._assemble(skip)
        problems = tuple(sorted(self._problems, key=lambda p: p.row))
        return Reading(
            tuple(self._asked),
            Responses(sheets, answers),
            problems,
            waits,
            tuple(same),
            silent,
            tuple(self._unknown.items()),
        )

    def _question(self, place: int, column: Column) -> None:
        name = column.asks[:NAME_LIMIT]
        at = str(len(self._asked))
        kind = QUESTIONS[column.kind]
        if column.kind == ColumnKind.COMMENT:
            self._asked.append(Asked(kind, name, column.header, column.measure, step=column.step))
            self._texts.append((at, self._decoded(place, _comment)))
            self._values.append(())
            return
        if column.kind == ColumnKind.CHOICE:
            options, values = self._options(place)
            self._asked.append(
                Asked(kind, name, column.header, column.measure, 1.0, float(len(options)),
                      options=options, step=column.step)
            )  # fmt: skip
            self._values.append(values)
            return
        low, high = column.low, column.high
        if column.kind == ColumnKind.RECOMMEND:
            low, high = 0.0, 10.0
        elif column.kind == ColumnKind.YES:
            low, high = 0.0, 1.0
        elif column.kind == ColumnKind.SATISFIED:
            low, high = 1.0 if low is None else low, 5.0 if high is None else high
        elif column.kind == ColumnKind.EASY:
            low, high = 1.0 if low is None else low, 7.0 if high is None else high
        asked = Asked(kind, name, column.header, column.measure, low, high,
                      column.best, column.unit, step=column.step)  # fmt: skip
        self._asked.append(asked)
        self._values.append(self._decoded(place, self._mark(asked)))

    def _mark(self, asked: Asked) -> Callable[[Cell], float | None]:
        """Return what understands a mark: on the scale, or refused and never moved onto it."""
        question = Question("", "", asked.kind, low=asked.low, high=asked.high)
        decimal = self._mapping.decimal

        def mark(cell: Cell) -> float | None:
            if asked.kind == QuestionKind.COUNT:
                try:
                    return cells.yes_of(cell)
                except ValueError:
                    raise _not(_("“{value}” is neither yes nor no.", value=_cut(cell))) from None
            try:
                value = cells.number_of(cell, decimal)
            except ValueError:
                raise _not(_("“{value}” is no number.", value=_cut(cell))) from None
            if value is None or fits(question, value):
                return value
            raise _not(_off(asked, cell))

        return mark

    def _options(self, place: int) -> tuple[tuple[str, ...], list[float | None]]:
        column = [" ".join(cells.shown(cell).split()) for cell in self._table.column(place)]
        names: dict[str, float] = {}
        values: list[float | None] = []
        name = self._mapping.columns[place].header
        for at, text in enumerate(column):
            number = names.get(text)
            if not text:
                values.append(None)
            elif number is None and (len(names) == MOST_CHOICES or len(text) > NAME_LIMIT):
                self._problem(at, name, _("“{value}” is one choice too many.", value=_cut(text)))
                values.append(None)
            else:
                values.append(names.setdefault(text, float(len(names) + 1)))
        return tuple(names), values

    def _waits(self) -> Waits | None:
        if not self._mapping.waits:
            return None
        appointment = self._mapping.place(ColumnKind.APPOINTMENT)
        called = self._mapping.place(ColumnKind.CALLED)
        assert appointment is not None
        assert called is not None
        planned = self._decoded(appointment, _time)
        real = self._decoded(called, _time)
        waits = waits_of(planned, real)
        header = self._mapping.columns[called].header
        for place in waits.odd:
            self._problem(place, header, _("This is long before the appointment, or very late."))
        self._asked.append(
            Asked(QuestionKind.NUMBER, self._known.minutes, "", Measure.PERFORMANCE, 0.0, None,
                  Better.LOW, "minutes")
        )  # fmt: skip
        self._values.append(waits.minutes)
        return waits

    def _assemble(self, skip: set[int]) -> tuple[list[SheetRow], list[AnswerRow], int]:
        total = len(self._table.rows)
        blank = [""] * total
        dates = self._dates() or blank
        personas = self._named(ColumnKind.PERSONA, self._known.personas) or blank
        channels = self._named(ColumnKind.CHANNEL, self._known.channels) or blank
        countries = self._countries() or blank
        who = self._mapping.who.value
        marks = [(str(at), values) for at, values in enumerate(self._values) if values]
        sheets: list[SheetRow] = []
        answers: list[AnswerRow] = []
        silent, number = 0, 1
        for place in range(total):
            if place in skip:
                continue
            before = len(answers)
            for at, values in marks:
                value = values[place]
                if value is not None:
                    answers.append((number, at, value, ""))
            for at, texts in self._texts:
                text = texts[place]
                if text:
                    answers.append((number, at, None, text))
            if len(answers) == before:
                silent += 1
                continue
            sheets.append(
                (number, dates[place], who, personas[place], channels[place], countries[place], "")
            )
            number += 1
        return sheets, answers, silent

    def _dates(self) -> list[str] | None:
        place = self._mapping.place(ColumnKind.DATE)
        if place is None:
            return self._dates_of_appointments()
        order = self._mapping.order

        def date(cell: Cell) -> str:
            try:
                return cells.date_of(cell, order)
            except ValueError:
                raise _not(_("“{value}” is no date.", value=_cut(cell))) from None

        return [found or "" for found in self._decoded(place, date)]

    def _dates_of_appointments(self) -> list[str] | None:
        place = self._mapping.place(ColumnKind.APPOINTMENT)
        if place is None:
            return None
        order = self._mapping.order

        def date(cell: Cell) -> str:
            try:
                return cells.date_of(cell, order)
            except ValueError:
                return ""

        return [found or "" for found in self._decoded(place, date)]

    def _named(self, kind: ColumnKind, known: Names[str, str]) -> list[str] | None:
        place = self._mapping.place(kind)
        if place is None:
            return None
        found = []
        for cell in self._table.column(place):
            name = cells.shown(cell).strip()
            id_ = known.get(name.casefold(), "")
            if name and not id_:
                self._unknown[_cut(name)] = self._unknown.get(_cut(name), 0) + 1
            found.append(id_)
        return found

    def _countries(self) -> list[str] | None:
        place = self._mapping.place(ColumnKind.COUNTRY)
        if place is None:
            return None

        def country(cell: Cell) -> str:
            code = country_code(cells.shown(cell))
            if code is None:
                raise _not(_("“{value}” is no code of a country, such as DE.", value=_cut(cell)))
            return code

        return [found or "" for found in self._decoded(place, country)]

    def _decoded(self, place: int, understand: Callable[[Cell], T]) -> list[T | None]:
        """Understand a column; what cannot be is a problem of its row and nothing else."""
        header = self._mapping.columns[place].header
        known: dict[tuple[type, Cell], T | None] = {}
        wrong: dict[tuple[type, Cell], Message] = {}
        found: list[T | None] = []
        for at, row in enumerate(self._table.rows):
            cell = row[place]
            key = (cell.__class__, cell)
            if key in known:
                found.append(known[key])
                if wrong and key in wrong:
                    self._problem(at, header, wrong[key])
                continue
            try:
                known[key] = understand(cell)
            except RefusedError as error:
                known[key] = None
                wrong[key] = error.message
                self._problem(at, header, error.message)
            found.append(known[key])
        return found

    def _problem(self, place: int, column: str, what: Message) -> None:
        self._problems.append(Problem(place, self._table.numbers[place], column, what))


def _not(what: Message) -> RefusedError:
    return RefusedError(what)


def _cut(cell: Cell) -> str:
    text = cells.shown(cell)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _off(asked: Asked, cell: Cell) -> Message:
    value = _cut(cell)
    if asked.low is not None and asked.high is not None:
        low, high = f"{asked.low:g}", f"{asked.high:g}"
        return _("“{value}” is no answer from {low} to {high}.", value=value, low=low, high=high)
    if asked.low is not None:
        return _("“{value}” is below {low}.", value=value, low=f"{asked.low:g}")
    return _("“{value}” is above {high}.", value=value, high=f"{asked.high or 0:g}")


def _time(cell: Cell) -> float | None:
    try:
        return cells.minutes_of(cell)
    except ValueError:
        raise _not(_("“{value}” is no time of day.", value=_cut(cell))) from None


def _comment(cell: Cell) -> str | None:
    if cells.is_empty(cell):
        return None
    return clean_text(cells.shown(cell)).strip() or None
