"""Which paper printers have where somebody lives: A4, or Letter in some countries."""

from __future__ import annotations

import locale
import re
from collections.abc import Mapping

_LETTER = frozenset(
    ("us", "ca", "mx", "ph", "cl", "co", "ve", "gt", "pr", "cr", "pa", "do", "sv", "ni")
)
"""Countries whose usual paper is Letter, as the common locale data (CLDR) has them."""

_WRITTEN_OUT = frozenset(("united states", "canada", "mexico", "philippines"))
"""The same as Windows writes them out; those most likely to be met."""

_COUNTRY = re.compile(r"[a-z]+[_-]([a-z ]+)", re.IGNORECASE)


def settings_of(environment: Mapping[str, str]) -> str:
    """Return the locale for paper that an environment names, such as ``en_US.UTF-8``.

    Without one it is what the system says, or "".
    """
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_PAPER", "LANG"))
    return next((name for name in names if name), "") or locale.getlocale()[0] or ""


def usual_paper(place: str) -> str:
    """Return ``letter`` or ``a4`` for a locale such as ``en_US``; a4 for one without a country."""
    found = _COUNTRY.match(place)
    country = found[1].lower() if found is not None else ""
    return "letter" if country in _LETTER or country in _WRITTEN_OUT else "a4"
