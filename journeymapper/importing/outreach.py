"""Lists of people to reach out to, pasted or from a CSV file: one a line, by pseudonym.

found = read_outreach(data)
found.lines        # who, message, local date, response
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.importing.csv_text import read_rows

COLUMNS = ("who", "message", "date", "response")

_HEADS: Mapping[str, str] = {
    "who": "who",
    "name": "who",
    "pseudonym": "who",
    "customer": "who",
    "patient": "who",
    "message": "message",
    "text": "message",
    "date": "date",
    "told": "date",
    "response": "response",
    "answer": "response",
    "wer": "who",
    "nachricht": "message",
    "datum": "date",
    "antwort": "response",
}
_DATE = re.compile(r"(\d{1,4})[.\-/](\d{1,2})[.\-/](\d{1,4})")
MOST = 2000


@dataclass(frozen=True, slots=True)
class OutreachLine:
    """Somebody to reach out to; ``date`` is empty while that is still to do."""

    who: str
    message: str = ""
    date: str = ""
    response: str = ""


def read_outreach(data: bytes) -> tuple[OutreachLine, ...]:
    """Return the lines; without a heading the columns are who, message, date, response.

    Somebody who stands there twice is taken once. Raises UserError naming the line that cannot
    be read; nothing is taken then.
    """
    rows = read_rows(data).rows
    if not rows:
        raise UserError(_("There is nobody on this list."), _("Write one on each line."))
    columns = _heading(rows[0][1])
    if columns is not None:
        rows = rows[1:]
    order = columns or COLUMNS
    if len(rows) > MOST:
        raise UserError(_("At most {n} people go in at once.", n=MOST))
    found: dict[str, OutreachLine] = {}
    for number, row in rows:
        line = _line(number, dict(zip(order, (cell.strip() for cell in row), strict=False)))
        found.setdefault(line.who.casefold(), line)
    if not found:
        raise UserError(_("There is nobody on this list."), _("Write one on each line."))
    return tuple(found.values())


def _heading(row: Sequence[str]) -> tuple[str, ...] | None:
    """Return what the columns hold where the first row says so."""
    names = [_HEADS.get(cell.strip().casefold(), "") for cell in row]
    known = [name for name in names if name]
    return tuple(names) if "who" in known and len(set(known)) == len(known) else None


def _line(number: int, cells: Mapping[str, str]) -> OutreachLine:
    who = " ".join(cells.get("who", "").split())
    if not who:
        raise UserError(_("Line {n} does not say who it is about.", n=number))
    if len(who) > NAME_LIMIT:
        raise UserError(
            _(
                "The name in line {n} is too long: at most {most} letters.",
                n=number,
                most=NAME_LIMIT,
            )
        )
    day = cells.get("date", "")
    date = _date(day)
    if date is None:
        raise UserError(
            _("Line {n} has no date in “{text}”.", n=number, text=day),
            _("Write it like 15.05.2026, or leave it empty."),
        )
    return OutreachLine(who, cells.get("message", ""), date, cells.get("response", ""))


def _date(text: str) -> str | None:
    if not text:
        return ""
    found = _DATE.fullmatch(text.rstrip("."))
    if found is None:
        return None
    first, month, last = found.groups()
    year, day = (first, last) if len(first) == 4 else (last, first)
    try:
        full = int(year) + (2000 if len(year) <= 2 else 0)
        return datetime.date(full, int(month), int(day)).isoformat()
    except ValueError:
        return None
