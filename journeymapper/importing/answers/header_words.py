"""The words that names of columns are made of, English and German, and what they point to."""

from __future__ import annotations

import re

from journeymapper.importing.answers.mapping import ColumnKind as K

_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e"})
_WORD = re.compile(r"[a-z0-9]+")

PRIVATE = ("name", "names", "vorname", "nachname", "patient", "patientin", "patientenname", "kunde",
           "email", "mail", "telefon", "phone", "tel", "mobil", "mobile", "handy", "adresse",
           "address", "strasse", "street", "ort", "city", "geb", "geburtsdatum", "geburtstag",
           "geboren", "birth", "birthday", "dob", "iban", "plz", "zip", "unterschrift",
           "signature", "ip", "versicherung", "insurance", "user", "username")  # fmt: skip
"""Words that tell who somebody is; such a column is left out unless it is chosen."""

NUMBERING = ("id", "nr", "no", "lfd", "nummer", "rownumber", "index", "respondent", "alter", "age")

WORDS: tuple[tuple[K, tuple[str, ...]], ...] = (
    (K.RECOMMEND, ("weiterempf", "empfehl", "recommend", "nps")),
    (K.EASY, ("einfach", "leicht", "aufwand", "muehe", "easy", "ease", "effort", "ces")),
    (K.SATISFIED, ("zufrieden", "satisf", "csat", "schulnote", "note", "bewertung", "rating",
                   "sterne", "stars", "grade", "score", "happy")),
    (K.COMMENT, ("bemerk", "komment", "comment", "anmerk", "remark", "feedback", "warum", "why",
                 "grund", "reason", "freitext", "notiz", "verbesser", "improve", "sonstig")),
    (K.CALLED, ("aufruf", "aufgerufen", "called", "call", "behandlungsbeginn", "beginn", "seen",
                "start")),
    (K.APPOINTMENT, ("termin", "appointment", "scheduled", "geplant", "slot", "uhrzeit", "booked")),
    (K.DATE, ("datum", "date", "tag", "day", "eingang", "besuch", "visit", "timestamp",
              "zeitstempel", "submitted", "wann", "when", "termin", "appointment", "start")),
    (K.NUMBER, ("wartezeit", "gewartet", "minuten", "waited", "minutes", "min", "wait", "dauer",
                "duration")),
    (K.YES, ("puenktlich", "erledigt", "done", "solved", "geloest", "wieder", "rebooked", "ja",
             "yes")),
    (K.CHANNEL, ("kanal", "channel")),
    (K.PERSONA, ("persona",)),
    (K.COUNTRY, ("land", "country")),
)  # fmt: skip
"""Beginnings of words by kind, the most telling kinds first."""

MINUTES = ("wartezeit", "gewartet", "minuten", "waited", "minutes", "min", "wait")
HARD = ("aufwand", "muehe", "effort", "schwer", "difficult", "hard")
"""Words of scales on which a high mark is a bad one."""
GRADES = ("note", "schulnote", "grade")
"""Words of marks as at school, on which 1 is best."""


def words_of(header: str) -> tuple[str, ...]:
    """Return the words of a name, small letters without marks."""
    return tuple(_WORD.findall(header.casefold().translate(_FOLD)))


def points_to(words: tuple[str, ...], beginnings: tuple[str, ...]) -> bool:
    """Say whether a word begins like one of these; short ones must be the whole word."""
    return any(
        word == beginning or (len(beginning) > 3 and word.startswith(beginning))
        for word in words
        for beginning in beginnings
    )
