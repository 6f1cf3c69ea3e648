"""How scores, shares, counts and dates are typed into tables. Pure."""

from __future__ import annotations

import datetime
import math
import re

from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _

_DATE = re.compile(r"(\d{1,4})[.\-/](\d{1,2})[.\-/](\d{1,4})")
LOWEST, HIGHEST = 1, 10


def read_score(text: str) -> float | None:
    """Read a score from 1 to 10; None for nothing. Raises RefusedError."""
    value = read_number(text)
    if value is not None and not LOWEST <= value <= HIGHEST:
        raise RefusedError(_("Type a number from 1 to 10; {text} is not.", text=text.strip()))
    return value


def read_share(text: str) -> float | None:
    """Read a percentage as a share from 0 to 1; None for nothing. Raises RefusedError."""
    value = read_number(text.strip().removesuffix("%"))
    if value is not None and not 0 <= value <= 100:
        raise RefusedError(_("Type a percentage from 0 to 100; {text} is not.", text=text.strip()))
    return None if value is None else value / 100


def read_count(text: str) -> int | None:
    """Read how many there were; None for nothing. Raises RefusedError."""
    value = read_number(text)
    if value is None:
        return None
    if value < 0 or value != int(value) or value > 1_000_000_000:
        raise RefusedError(_("Type how many, such as 40; {text} is not.", text=text.strip()))
    return int(value)


def read_day(text: str) -> str:
    """Read a date, day first or year first, as YYYY-MM-DD; "" for nothing. Raises RefusedError."""
    plain = text.strip().rstrip(".")
    if not plain:
        return ""
    found = _DATE.fullmatch(plain)
    if found is not None:
        first, month, last = found.groups()
        year, day = (first, last) if len(first) == 4 else (last, first)
        try:
            full = int(year) + (2000 if len(year) <= 2 else 0)
            return datetime.date(full, int(month), int(day)).isoformat()
        except ValueError:
            pass
    raise RefusedError(_("Type a date such as 15.05.2026; {text} is none.", text=plain))


def number_text(value: float | None) -> str:
    """Return a number as it is typed, "" for none."""
    return "" if value is None else f"{value:.10g}"


def share_text(share: float | None) -> str:
    """Return a share as a percentage, "" for none."""
    return "" if share is None else f"{share * 100:.10g} %"


def read_number(text: str) -> float | None:
    """Read a number with a point or a comma; None for nothing. Raises RefusedError."""
    plain = text.strip().replace("−", "-").replace(",", ".")
    if not plain:
        return None
    try:
        value = float(plain)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise RefusedError(_("Type a number; {text} is none.", text=text.strip()))
    return value
