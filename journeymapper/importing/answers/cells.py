"""Single cells as numbers, dates, times and yes or no. None means empty, ValueError no such thing.

Texts and the typed cells of workbooks are both understood.
"""

from __future__ import annotations

import datetime
import math
import re

from journeymapper.importing.tables.table import Cell

_NUMBER = re.compile(r"[+\-−]?\d{1,15}(?:[.,]\d{1,15})?")
_GROUPED = {
    ",": re.compile(r"[+\-−]?\d{1,3}(?:[.' ]\d{3})+(?:,\d{1,15})?"),
    ".": re.compile(r"[+\-−]?\d{1,3}(?:[,' ]\d{3})+(?:\.\d{1,15})?"),
}
_OF_SCALE = re.compile(
    r"(.*\d)\s*(?:/\s*\d+|\*+|★+|%|min\.?|Min\.?|minutes?|Minuten|Sterne|stars?)"
)
_STARS = re.compile(r"([★*]+)[☆]*")
_DATE = re.compile(r"(\d{1,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,4})\.?(?:[T,\s]+(.+))?")
_TIME = re.compile(
    r"(?:.*?\d{1,4}[T,\s]+)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:Uhr|h|Z)?"
    r"\s*([AaPp])?\.?(?:[Mm]\.?)?"
)
YES = frozenset({"ja", "j", "yes", "y", "x", "wahr", "true", "1", "oui", "si", "✓"})
NO = frozenset({"nein", "n", "no", "falsch", "false", "0", "non", "-"})
NOTHING = frozenset({"-", "–", "—", "k. a.", "k.a.", "n/a", "na", "keine angabe", "no answer"})
"""What people write where they have nothing to say."""


def is_empty(cell: Cell) -> bool:
    """Say whether a cell answers nothing."""
    return cell is None or (isinstance(cell, str) and cell.casefold() in NOTHING)


def number_of(cell: Cell, decimal: str = ".") -> float | None:
    """Return a number; ``decimal`` is the decimal mark of texts, "." or ","."""
    if is_empty(cell):
        return None
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise ValueError(cell)  # noqa: TRY004 - a date is no number, and no fault of the program
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            raise ValueError(cell)
        return float(cell)
    stars = _STARS.fullmatch(cell)
    if stars:
        return float(len(stars.group(1)))
    text = cell
    unit = _OF_SCALE.fullmatch(cell)
    if unit:
        text = unit.group(1).strip()
    return float(_plain(text, decimal))


def _plain(text: str, decimal: str) -> str:
    grouped = _GROUPED[decimal].fullmatch(text)
    if grouped:
        text = re.sub(r"[' .]" if decimal == "," else r"[' ,]", "", text)
    elif not _NUMBER.fullmatch(text) or ("," if decimal == "." else ".") in text:
        raise ValueError(text)
    return text.replace(",", ".").replace("−", "-")


def date_parts(text: str) -> tuple[int, int, int] | None:
    """Return the three numbers of a date as they stand, or None."""
    found = _DATE.fullmatch(text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def date_of(cell: Cell, order: str = "dmy") -> str:
    """Return a local date as YYYY-MM-DD, "" for an empty cell; ``order`` is dmy or mdy.

    A date that begins with four digits is year, month, day in either case.
    """
    if is_empty(cell):
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    parts = date_parts(cell) if isinstance(cell, str) else None
    if parts is None:
        raise ValueError(cell)
    one, two, three = parts
    if one > 31:
        return datetime.date(one, two, three).isoformat()
    year = three if three > 99 else 2000 + three if three < 70 else 1900 + three
    day, month = (one, two) if order == "dmy" else (two, one)
    return datetime.date(year, month, day).isoformat()


def minutes_of(cell: Cell) -> float | None:
    """Return the minutes of a time of day since midnight, None for an empty cell."""
    if is_empty(cell):
        return None
    if isinstance(cell, datetime.datetime | datetime.time):
        return cell.hour * 60 + cell.minute + cell.second / 60
    if isinstance(cell, datetime.timedelta):
        return _in_day(cell.total_seconds() / 60)
    if isinstance(cell, float) and 0 <= cell < 1:  # the part of a day, as spreadsheets count
        return round(cell * 1440, 3)
    found = _TIME.fullmatch(cell) if isinstance(cell, str) else None
    if found is None:
        raise ValueError(cell)
    hours, minutes = int(found[1]), int(found[2])
    half = (found[4] or "").lower()
    if (half and not 1 <= hours <= 12) or minutes > 59:
        raise ValueError(cell)
    hours = hours % 12 + 12 * (half == "p") if half else hours
    return _in_day(hours * 60 + minutes + int(found[3] or 0) / 60)


def _in_day(minutes: float) -> float:
    if not 0 <= minutes < 1440:
        raise ValueError(minutes)
    return minutes


def yes_of(cell: Cell) -> float | None:
    """Return 1 for yes, 0 for no."""
    if isinstance(cell, bool):
        return float(cell)
    if isinstance(cell, int | float) and cell in (0, 1):
        return float(cell)
    word = cell.casefold() if isinstance(cell, str) else ""
    if word in YES:
        return 1.0
    if word in NO:
        return 0.0
    if is_empty(cell):
        return None
    raise ValueError(cell)


def shown(cell: Cell) -> str:
    """Return a cell as people read it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell == int(cell) and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, datetime.time):
        return cell.isoformat("minutes")
    return str(cell)
