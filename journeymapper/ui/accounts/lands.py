"""Countries and languages: kept as ISO codes, written and shown as names."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _


def country_name(code: str) -> str:
    """Return the name of a country by its code of two letters; the code where it is unknown."""
    land = QLocale.codeToTerritory(code)
    return code if land == QLocale.Country.AnyCountry else QLocale.territoryToString(land)


def language_name(code: str) -> str:
    """Return the name of a language by its code; the code where it is unknown."""
    language = QLocale.codeToLanguage(code)
    return code if language == QLocale.Language.AnyLanguage else QLocale.languageToString(language)


def read_country(text: str) -> str:
    """Return the code of a country by its name or code, "" for nothing; raises RefusedError."""
    wanted = text.strip()
    if not wanted:
        return ""
    land = QLocale.codeToTerritory(wanted.upper())
    if len(wanted) == 2 and land != QLocale.Country.AnyCountry:
        return wanted.upper()
    for known in QLocale.Country:
        name = QLocale.territoryToString(known)
        if name.casefold() == wanted.casefold() and known != QLocale.Country.AnyCountry:
            return QLocale.territoryToCode(known)
    raise RefusedError(
        _("“{text}” is no country. Write its name, or two letters like DE.", text=wanted)
    )


def read_language(text: str) -> str:
    """Return the code of a language by its name or code, "" for nothing; raises RefusedError."""
    wanted = text.strip()
    if not wanted:
        return ""
    nothing = (QLocale.Language.AnyLanguage, QLocale.Language.C)
    if len(wanted) in (2, 3) and QLocale.codeToLanguage(wanted.lower()) not in nothing:
        return wanted.lower()
    for known in QLocale.Language:
        if known in nothing:
            continue
        if QLocale.languageToString(known).casefold() == wanted.casefold():
            return QLocale.languageToCode(known)
    raise RefusedError(
        _("“{text}” is no language. Write its name, or two letters like en.", text=wanted)
    )
