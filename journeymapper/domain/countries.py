"""Codes of countries, and the names by which people write the ones nearby."""

from __future__ import annotations

import re

_CODE = re.compile(r"[A-Za-z]{2}")
_NAMES = {
    "austria": "AT", "österreich": "AT", "belgium": "BE", "belgien": "BE", "denmark": "DK",
    "dänemark": "DK", "england": "GB", "uk": "GB", "united kingdom": "GB", "france": "FR",
    "frankreich": "FR", "germany": "DE", "deutschland": "DE", "italy": "IT", "italien": "IT",
    "netherlands": "NL", "niederlande": "NL", "poland": "PL", "polen": "PL", "spain": "ES",
    "spanien": "ES", "switzerland": "CH", "schweiz": "CH", "usa": "US",
}  # fmt: skip


def country_code(text: str) -> str | None:
    """Return the ISO 3166 code of a country by code or name; "" for no text, None for neither."""
    told = text.strip()
    if not told:
        return ""
    known = _NAMES.get(told.casefold())
    if known is not None:
        return known
    return told.upper() if _CODE.fullmatch(told) else None
