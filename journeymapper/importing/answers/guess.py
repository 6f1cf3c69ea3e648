"""What each column probably holds: by its name, and by whether its cells agree."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence

from journeymapper.domain.kinds import Better
from journeymapper.importing.answers import cells, header_words
from journeymapper.importing.answers.header_words import points_to, words_of
from journeymapper.importing.answers.mapping import ONCE, Column, ColumnKind, Mapping
from journeymapper.importing.answers.moods import tells_best_is_low
from journeymapper.importing.tables.table import Cell, Table

LOOKED_AT = 2000
"""So many rows decide what a column is."""

_MOST = 0.8
"""This share of the filled cells of a column is what its kind needs."""
_COMMA = re.compile(r"[+-]?\d+,\d{1,2}")
_POINT = re.compile(r"[+-]?\d+\.\d{1,2}")


def guess(table: Table) -> Mapping:
    """Return what the columns of a table probably are."""
    columns = [_sample(table, place) for place in range(len(table.header))]
    decimal = _decimal(columns)
    order = day_order(columns)
    mapping = Mapping((), decimal, order or "dmy", table.sheet)
    found: list[Column] = []
    taken: set[ColumnKind] = set()
    for header, sample in zip(table.header, columns, strict=True):
        column = _column(header, sample, mapping, taken)
        taken.add(column.kind)
        found.append(column)
    mapping = dataclasses.replace(mapping, columns=tuple(_lone_times(found, columns)))
    return dataclasses.replace(mapping, columns=tuple(_directions(mapping, table)))


def _sample(table: Table, place: int) -> list[Cell]:
    return [row[place] for row in table.rows[:LOOKED_AT] if not cells.is_empty(row[place])]


def _decimal(columns: Sequence[list[Cell]]) -> str:
    """Return the decimal mark: a comma only where numbers with one are, and none with a point."""
    comma = point = 0
    for sample in columns:
        texts = [cell for cell in sample if isinstance(cell, str)]
        comma += sum(_COMMA.fullmatch(text) is not None for text in texts)
        point += sum(_POINT.fullmatch(text) is not None for text in texts)
    return "," if comma > point else "."


def day_order(columns: Sequence[list[Cell]]) -> str:
    """Return dmy or mdy where the dates leave no doubt, "" where they do."""
    for sample in columns:
        texts = [cell for cell in sample if isinstance(cell, str)]
        parts = [found for text in texts if (found := cells.date_parts(text)) is not None]
        parts = [found for found in parts if found[0] <= 31]
        if not parts or len(parts) < _MOST * len(sample):
            continue
        if any(one > 12 for one, _two, _three in parts) or "." in texts[0]:
            return "dmy"
        if any(two > 12 for _one, two, _three in parts):
            return "mdy"
    return ""


def _column(header: str, sample: list[Cell], mapping: Mapping, taken: set[ColumnKind]) -> Column:
    words = words_of(header)
    if not sample:
        return Column(header)
    is_private = points_to(words, header_words.PRIVATE)
    if is_private and not _agrees(sample, lambda c: cells.number_of(c, mapping.decimal)):
        return Column(header)
    for kind, beginnings in header_words.WORDS:
        if not points_to(words, beginnings) or (kind in ONCE and kind in taken):
            continue
        column = _as(kind, header, sample, mapping)
        if column is not None:
            return column
    if is_private or points_to(words, header_words.NUMBERING):
        return Column(header)
    return _by_content(header, sample, mapping, taken)


def _as(kind: ColumnKind, header: str, sample: list[Cell], mapping: Mapping) -> Column | None:
    """Return the column as one of a kind, None when its cells do not agree."""
    match kind:
        case ColumnKind.RECOMMEND | ColumnKind.SATISFIED | ColumnKind.EASY:
            return _scored(kind, header, sample, mapping)
        case ColumnKind.NUMBER:
            if _agrees(sample, lambda c: cells.number_of(c, mapping.decimal)):
                minutes = points_to(words_of(header), header_words.MINUTES)
                unit = "minutes" if minutes else ""
                best = Better.LOW if minutes else Better.HIGH
                return Column(header, kind, low=0.0 if minutes else None, unit=unit, best=best)
            return None
        case ColumnKind.COMMENT:
            texts = all(isinstance(cell, str) for cell in sample)
            return Column(header, kind) if texts else None
        case ColumnKind.CHANNEL | ColumnKind.PERSONA | ColumnKind.COUNTRY:
            return Column(header, kind)
        case _:
            return Column(header, kind) if _agrees(sample, _TESTS[kind]) else None


def _time_only(cell: Cell) -> float | None:
    if isinstance(cell, str) and cells.date_parts(cell) and ":" not in cell:
        raise ValueError(cell)
    return cells.minutes_of(cell)


def _any_date(cell: Cell) -> str:
    try:
        return cells.date_of(cell, "dmy")
    except ValueError:
        return cells.date_of(cell, "mdy")


_TESTS: dict[ColumnKind, Callable[[Cell], object]] = {
    ColumnKind.DATE: _any_date,
    ColumnKind.APPOINTMENT: _time_only,
    ColumnKind.CALLED: _time_only,
    ColumnKind.YES: cells.yes_of,
}


def _agrees(sample: list[Cell], test: Callable[[Cell], object]) -> bool:
    good = 0
    for cell in sample:
        try:
            test(cell)
        except ValueError:
            continue
        good += 1
    return good >= _MOST * len(sample)


def _scored(kind: ColumnKind, header: str, sample: list[Cell], mapping: Mapping) -> Column | None:
    numbers = _numbers(sample, mapping.decimal)
    if len(numbers) < _MOST * len(sample):
        return None
    if kind == ColumnKind.RECOMMEND:
        return Column(header, kind)
    words = words_of(header)
    top = sorted(numbers)[int(0.98 * (len(numbers) - 1))]
    if kind == ColumnKind.EASY:
        best = Better.LOW if points_to(words, header_words.HARD) else Better.HIGH
        return Column(header, kind, low=1.0, high=7.0 if best == Better.HIGH or top > 5 else 5.0,
                      best=best)  # fmt: skip
    low = 0.0 if min(numbers) == 0 else 1.0
    grades = points_to(words, header_words.GRADES)
    ends = (6.0, 10.0) if grades else (5.0, 7.0, 10.0, 100.0)
    high = next((end for end in ends if top <= end), ends[-1])
    return Column(header, kind, low=low, high=high, best=Better.LOW if grades else Better.HIGH)


def _numbers(sample: list[Cell], decimal: str) -> list[float]:
    found = []
    for cell in sample:
        try:
            value = cells.number_of(cell, decimal)
        except ValueError:
            continue
        if value is not None:
            found.append(value)
    return found


def _by_content(
    header: str, sample: list[Cell], mapping: Mapping, taken: set[ColumnKind]
) -> Column:
    """Guess from the cells alone: a date, yes and no, a small scale, words."""
    if ColumnKind.DATE not in taken and _agrees(sample, _any_date):
        return Column(header, ColumnKind.DATE)
    texts = [cell for cell in sample if isinstance(cell, str)]
    if texts and _agrees(sample, cells.yes_of) and not _agrees(sample, cells.number_of):
        return Column(header, ColumnKind.YES)
    numbers = _numbers(sample, mapping.decimal)
    if len(numbers) >= _MOST * len(sample):
        whole = all(1 <= n <= 5 and n == int(n) for n in numbers)
        if whole and len(set(numbers)) > 1:
            return Column(header, ColumnKind.SATISFIED, low=1.0, high=5.0)
        return Column(header)
    if len(texts) < len(sample) or _agrees(sample, _time_only):
        return Column(header)
    kinds = len(set(texts))
    if len(texts) >= 10 and kinds <= 8 and max(map(len, texts)) <= 40:
        return Column(header, ColumnKind.CHOICE)
    long = sum(" " in text for text in texts) >= len(texts) / 2
    return Column(header, ColumnKind.COMMENT if long else ColumnKind.LEAVE_OUT)


def _lone_times(found: list[Column], samples: Sequence[list[Cell]]) -> list[Column]:
    """Make a date of a time that has no other beside it: nothing can be waited for."""
    kinds = {column.kind for column in found}
    times = {ColumnKind.APPOINTMENT, ColumnKind.CALLED}
    if times <= kinds:
        return found
    for place, column in enumerate(found):
        if column.kind in times:
            is_date = ColumnKind.DATE not in kinds and _agrees(samples[place], _any_date)
            kind = ColumnKind.DATE if is_date else ColumnKind.LEAVE_OUT
            found[place] = dataclasses.replace(column, kind=kind)
    return found


def _directions(mapping: Mapping, table: Table) -> list[Column]:
    """Turn a satisfied scale round where 1 stands beside the best of everything else."""
    found = list(mapping.columns)
    for place, column in enumerate(found):
        if column.kind == ColumnKind.SATISFIED and tells_best_is_low(table, mapping, place):
            found[place] = dataclasses.replace(column, best=Better.LOW)
    return found
