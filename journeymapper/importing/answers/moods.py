"""Which end of a scale is the good one, told by what stands beside its marks."""

from __future__ import annotations

from journeymapper.importing.answers import cells
from journeymapper.importing.answers.header_words import words_of
from journeymapper.importing.answers.mapping import ColumnKind, Mapping
from journeymapper.importing.tables.table import Cell, Table

FEWEST = 5
"""Pairs of marks below this number tell nothing."""

_LOOKED_AT = 2000
_LARGEST = 1000.0
"""What is larger is no mark, whatever a damaged file says."""
_CLEAR = 0.3
"""So strong must the connection be, from 0 to 1."""
_GOOD = ("gut", "super", "toll", "freundlich", "nett", "prima", "danke", "perfekt", "zufrieden",
         "alles", "erklaert", "schnell", "great", "good", "friendly", "nice", "thank", "thanks",
         "perfect", "excellent", "helpful", "quick", "lovely", "happy")  # fmt: skip
_BAD = ("schlecht", "lange", "warten", "gewartet", "unfreundlich", "teuer", "aerger", "nie",
        "leider", "kuehl", "bad", "rude", "slow", "long", "waited", "expensive", "never", "late",
        "unfriendly", "terrible", "poor")  # fmt: skip


def tells_best_is_low(table: Table, mapping: Mapping, place: int) -> bool:
    """Say whether low marks of a column stand beside recommending us, or friendly words."""
    rows = table.rows[:_LOOKED_AT]
    marks = [_number(row[place], mapping) for row in rows]
    beside = mapping.place(ColumnKind.RECOMMEND)
    if beside is not None:
        pairs = _pairs(marks, [_number(row[beside], mapping) for row in rows])
        if len(pairs) >= FEWEST:
            return _connection(pairs) < -_CLEAR
    words = mapping.place(ColumnKind.COMMENT)
    if words is None:
        return False
    pairs = _pairs(marks, [_mood(row[words]) for row in rows])
    return len(pairs) >= FEWEST and _connection(pairs) < -_CLEAR


def _number(cell: Cell, mapping: Mapping) -> float | None:
    try:
        found = cells.number_of(cell, mapping.decimal)
    except ValueError:
        return None
    return found if found is not None and abs(found) <= _LARGEST else None


def _mood(cell: Cell) -> float | None:
    words = words_of(cell) if isinstance(cell, str) else ()
    good = sum(word in _GOOD for word in words)
    bad = sum(word in _BAD for word in words)
    return None if good == bad else 1.0 if good > bad else -1.0


def _pairs(one: list[float | None], other: list[float | None]) -> list[tuple[float, float]]:
    both = zip(one, other, strict=True)
    return [(a, b) for a, b in both if a is not None and b is not None]


def _connection(pairs: list[tuple[float, float]]) -> float:
    """Pearson's coefficient of correlation, 0 where one side does not vary."""
    n = len(pairs)
    mean_a = sum(a for a, _b in pairs) / n
    mean_b = sum(b for _a, b in pairs) / n
    both = sum((a - mean_a) * (b - mean_b) for a, b in pairs)
    spread_a = sum((a - mean_a) ** 2 for a, _b in pairs)
    spread_b = sum((b - mean_b) ** 2 for _a, b in pairs)
    if spread_a == 0 or spread_b == 0:
        return 0.0
    return float(both / (spread_a * spread_b) ** 0.5)
