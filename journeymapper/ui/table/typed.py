"""How numbers and answers are typed into cells. Pure."""

from __future__ import annotations

import re

from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import TimeUnit
from journeymapper.domain.message import Message, _
from journeymapper.ui.table.sight import Say

WAITS: dict[TimeUnit, Message] = {
    TimeUnit.MINUTES: _("{n} minutes"),
    TimeUnit.HOURS: _("{n} hours"),
    TimeUnit.DAYS: _("{n} days"),
}

_ONE_WAIT: dict[TimeUnit, Message] = {
    TimeUnit.MINUTES: _("1 minute"),
    TimeUnit.HOURS: _("1 hour"),
    TimeUnit.DAYS: _("1 day"),
}

_UNITS: dict[TimeUnit, tuple[Message, ...]] = {
    TimeUnit.MINUTES: (_("minutes"), _("minute"), _("min")),
    TimeUnit.HOURS: (_("hours"), _("hour"), _("h")),
    TimeUnit.DAYS: (_("days"), _("day"), _("d")),
}
"""What can be typed after a number."""

YES, NO = _("Yes"), _("No")

_WAIT = re.compile(r"([-−+]?[\d.,]+)\s*(.*)")


def wait_words(value: float | None, unit: TimeUnit, say: Say) -> str:
    """Return a wait as it is shown: 5 minutes, 1 hour, or "" where none is known."""
    if value is None:
        return ""
    if value == 1:
        return say(_ONE_WAIT[unit])
    return say(Message(WAITS[unit].key, n=f"{value:g}"))


def read_wait(text: str, say: Say) -> tuple[float | None, TimeUnit | None]:
    """Read a wait: a number, and its unit when one is typed; (None, None) for nothing."""
    plain = " ".join(text.split())
    if not plain:
        return None, None
    found = _WAIT.fullmatch(plain)
    number = _number(found.group(1)) if found else None
    if found is None or number is None:
        raise RefusedError(_("Type how long, such as 5 or 2 hours."))
    if number < 0:
        raise RefusedError(_("A wait cannot be shorter than nothing."))
    word = found.group(2).casefold().rstrip(".")
    if not word:
        return number, None
    for unit, words in _UNITS.items():
        if word in (say(one).casefold() for one in words):
            return number, unit
    raise RefusedError(_("“{word}” is not minutes, hours or days.", word=found.group(2)))


def read_answer(text: str, say: Say) -> bool:
    """Read yes or no; an empty cell is no."""
    plain = text.strip().casefold()
    yes, no = say(YES).casefold(), say(NO).casefold()
    if plain in ("", "0", "-", no, no[:1]):
        return False
    if plain in ("1", "x", yes, yes[:1]):
        return True
    raise RefusedError(_("Type yes or no."))


def _number(text: str) -> float | None:
    try:
        return float(text.replace("−", "-").replace(",", "."))
    except ValueError:
        return None
