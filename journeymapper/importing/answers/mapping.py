"""What is told about the columns of a file, and its form as JSON (docs/import.md)."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import Better, Collected, Measure, QuestionKind, Respondent
from journeymapper.domain.message import Message, _

FORMAT = 1


class ColumnKind(StrEnum):
    """What a column of a file holds."""

    LEAVE_OUT = "leave_out"
    DATE = "date"
    APPOINTMENT = "appointment"
    CALLED = "called"
    RECOMMEND = "recommend"
    SATISFIED = "satisfied"
    EASY = "easy"
    NUMBER = "number"
    YES = "yes"
    CHOICE = "choice"
    COMMENT = "comment"
    CHANNEL = "channel"
    PERSONA = "persona"
    COUNTRY = "country"


QUESTIONS: dict[ColumnKind, QuestionKind] = {
    ColumnKind.RECOMMEND: QuestionKind.NPS,
    ColumnKind.SATISFIED: QuestionKind.CSAT,
    ColumnKind.EASY: QuestionKind.CES,
    ColumnKind.NUMBER: QuestionKind.NUMBER,
    ColumnKind.YES: QuestionKind.COUNT,
    ColumnKind.CHOICE: QuestionKind.CHOICE,
    ColumnKind.COMMENT: QuestionKind.TEXT,
}
"""The kinds of columns that answer a question."""

ONCE = frozenset(
    {
        ColumnKind.DATE,
        ColumnKind.APPOINTMENT,
        ColumnKind.CALLED,
        ColumnKind.CHANNEL,
        ColumnKind.PERSONA,
        ColumnKind.COUNTRY,
    }
)
"""The kinds that a file has one column of, at most."""

WITH_SCALE = frozenset({ColumnKind.SATISFIED, ColumnKind.EASY})
"""The kinds whose scale and good end have to be told."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file and what it holds.

    ``question`` is what its question is called, "" for the name of the column; ``low``, ``high``
    and ``best`` are the scale as the file has it. ``step`` is the name or number of a step of
    the map that the question is about, "" for the whole visit.
    """

    header: str
    kind: ColumnKind = ColumnKind.LEAVE_OUT
    question: str = ""
    low: float | None = None
    high: float | None = None
    best: Better = Better.HIGH
    unit: str = ""
    measure: Measure = Measure.PERFORMANCE
    step: str = ""

    @property
    def asks(self) -> str:
        """What its question is called."""
        return self.question or self.header


@dataclass(frozen=True, slots=True)
class Mapping:
    """All columns in the order of the file, and how its cells are written.

    ``decimal`` is the decimal mark, ``order`` that of dates: dmy or mdy. ``minutes`` makes the
    minutes waited of appointment and called-in time. ``keep_same`` takes rows that are in the
    file twice. ``survey`` and ``round`` are names, "" for the usual ones.
    """

    columns: tuple[Column, ...]
    decimal: str = "."
    order: str = "dmy"
    sheet: str = ""
    minutes: bool = True
    keep_same: bool = False
    survey: str = ""
    round: str = ""
    who: Respondent = Respondent.CUSTOMER
    collected: Collected = Collected.ONLINE

    def place(self, kind: ColumnKind) -> int | None:
        """Return the place of the first column of a kind, or None."""
        return next((n for n, column in enumerate(self.columns) if column.kind == kind), None)

    @property
    def waits(self) -> bool:
        """Whether minutes waited are made of two columns."""
        both = {ColumnKind.APPOINTMENT, ColumnKind.CALLED} <= {c.kind for c in self.columns}
        return self.minutes and both


def to_json(mapping: Mapping) -> str:
    """Return the documented form."""
    columns = {column.header: _column_plain(column) for column in mapping.columns}
    plain = {
        "format": FORMAT,
        "decimal": mapping.decimal,
        "dates": mapping.order,
        "sheet": mapping.sheet,
        "minutes_waited": mapping.minutes,
        "keep_same_rows": mapping.keep_same,
        "survey": mapping.survey,
        "round": mapping.round,
        "who": mapping.who.value,
        "collected": mapping.collected.value,
        "columns": columns,
    }
    return json.dumps(plain, ensure_ascii=False, indent=2)


def _column_plain(column: Column) -> dict[str, Any]:
    plain: dict[str, Any] = {"kind": column.kind.value}
    if column.question:
        plain["question"] = column.question
    if column.kind in WITH_SCALE or column.kind == ColumnKind.NUMBER:
        plain |= {"low": column.low, "high": column.high, "best": column.best.value}
    if column.unit:
        plain["unit"] = column.unit
    if column.measure != Measure.PERFORMANCE:
        plain["measure"] = column.measure.value
    if column.step:
        plain["step"] = column.step
    return plain


def from_json(text: str) -> Mapping:
    """Read the documented form; raises UserError that says what is wrong with it."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise _wrong(_("it is no JSON")) from None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise _wrong(_("it does not say “format”: 1"))
    told = plain.pop("columns", None)
    if not isinstance(told, dict):
        raise _wrong(_("it has no “columns”"))
    usual = Mapping(())
    known = {"format", "decimal", "dates", "sheet", "minutes_waited", "keep_same_rows",
             "survey", "round", "who", "collected"}  # fmt: skip
    for name in plain:
        if name not in known:
            raise _wrong(_("there is no “{name}”", name=name))
    return Mapping(
        tuple(_column(header, value) for header, value in told.items()),
        _one_of(plain, "decimal", (".", ","), usual.decimal),
        _one_of(plain, "dates", ("dmy", "mdy"), usual.order),
        _text(plain, "sheet"),
        _flag(plain, "minutes_waited", usual.minutes),
        _flag(plain, "keep_same_rows", usual.keep_same),
        _text(plain, "survey"),
        _text(plain, "round"),
        Respondent(_one_of(plain, "who", list(Respondent), usual.who)),
        Collected(_one_of(plain, "collected", list(Collected), usual.collected)),
    )


def _column(header: str, plain: Any) -> Column:
    if not isinstance(plain, dict):
        raise _wrong(_("column “{name}” is not described by names and values", name=header))
    known = {"kind", "question", "low", "high", "best", "unit", "measure", "step"}
    for name in plain:
        if name not in known:
            raise _wrong(_("column “{column}” has no “{name}”", column=header, name=name))
    return Column(
        header,
        ColumnKind(_one_of(plain, "kind", list(ColumnKind), ColumnKind.LEAVE_OUT)),
        _text(plain, "question"),
        _number(plain, "low"),
        _number(plain, "high"),
        Better(_one_of(plain, "best", list(Better), Better.HIGH)),
        _text(plain, "unit"),
        Measure(_one_of(plain, "measure", list(Measure), Measure.PERFORMANCE)),
        _text(plain, "step"),
    )


def _one_of(plain: dict[str, Any], name: str, choices: Any, usual: str) -> str:
    value = plain.get(name, usual)
    if not isinstance(value, str) or value not in choices:
        raise _wrong(
            _("“{name}” is one of {choices}", name=name, choices=", ".join(map(str, choices)))
        )
    return value


def _text(plain: dict[str, Any], name: str) -> str:
    value = plain.get(name, "")
    if not isinstance(value, str) or len(value) > 200:
        raise _wrong(_("“{name}” is a text of at most 200 characters", name=name))
    return value


def _flag(plain: dict[str, Any], name: str, usual: bool) -> bool:
    value = plain.get(name, usual)
    if not isinstance(value, bool):
        raise _wrong(_("“{name}” is true or false", name=name))
    return value


def _number(plain: dict[str, Any], name: str) -> float | None:
    value = plain.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _wrong(_("“{name}” is a number", name=name))
    return float(value)


def _wrong(what: Message) -> UserError:
    return UserError(
        _("The description of the columns cannot be used: {what}.", what=what),
        _("See docs/import.md for its form."),
    )
