"""Ranks things by how well their names fit what was typed; the same words give the same order.

First what has exactly the number, then what begins with it; then names that are what was typed,
begin with it, have a word that does, have words that do one after the other, or hold it anywhere;
then what is known by other words; last names that have the letters in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from typing import Protocol, TypeVar

LEAST_LETTERS = 3
"""So many letters at least are looked for scattered over a name."""

_NUMBER = re.compile(r"\d+(\.\d*)?")
_WORD = re.compile(r"[^\W_]+")


class Fit(IntEnum):
    """How something fits; smaller is better."""

    NUMBER = 1
    NUMBER_BEGINS = 2
    WHOLE = 3
    BEGINS = 4
    WORD = 5
    WORDS = 6
    INSIDE = 7
    ALSO = 8
    LETTERS = 9


class Findable(Protocol):
    """What can be found; the texts are folded already, see `folded`."""

    @property
    def number(self) -> str:
        """The printed number, such as 2.1, or ""."""

    @property
    def folded_name(self) -> str:
        """The name."""

    @property
    def folded_also(self) -> str:
        """Other words under which it may be looked for."""


F = TypeVar("F", bound=Findable)


def folded(text: str) -> str:
    """Return a text without capitals, accents and doubled spaces."""
    if text.isascii():  # most texts: quicker
        return " ".join(text.casefold().split())
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


def ranked(things: Iterable[F], typed: str, most: int) -> list[F]:
    """Return what fits, the best first; what fits equally well stays in the given order."""
    wanted = folded(typed)
    if not wanted:
        return []
    fits = ((fit(thing, wanted), thing) for thing in things)
    found = [(how, thing) for how, thing in fits if how is not None]
    found.sort(key=lambda pair: pair[0])
    return [thing for _how, thing in found[:most]]


def fit(thing: Findable, wanted: str) -> Fit | None:
    """Return how a thing fits a folded text; None when it does not."""
    return _by_number(thing, wanted) or _by_name(thing.folded_name, wanted) or _also(thing, wanted)


def _by_number(thing: Findable, wanted: str) -> Fit | None:
    if not thing.number:
        return None
    if thing.number == wanted.rstrip("."):
        return Fit.NUMBER if thing.number == wanted else Fit.NUMBER_BEGINS
    if _NUMBER.fullmatch(wanted):
        return Fit.NUMBER_BEGINS if thing.number.startswith(wanted) else None
    begun = f"{thing.number} {thing.folded_name}".startswith(wanted)
    return Fit.NUMBER_BEGINS if begun else None


def _by_name(name: str, wanted: str) -> Fit | None:
    if name == wanted:
        return Fit.WHOLE
    if name.startswith(wanted):
        return Fit.BEGINS
    words = _WORD.findall(name)
    if any(word.startswith(wanted) for word in words):
        return Fit.WORD
    if _in_order(words, wanted.split()):
        return Fit.WORDS
    return Fit.INSIDE if wanted in name else None


def _also(thing: Findable, wanted: str) -> Fit | None:
    if wanted in thing.folded_also:
        return Fit.ALSO
    if len(wanted) < LEAST_LETTERS or not wanted.isalpha():
        return None
    return Fit.LETTERS if _scattered(thing.folded_name, wanted) else None


def _in_order(words: list[str], wanted: list[str]) -> bool:
    """Say whether each wanted word begins a word, one after the other."""
    rest = iter(words)
    return all(any(word.startswith(one) for word in rest) for one in wanted)


def _scattered(name: str, letters: str) -> bool:
    """Say whether a name has the letters in order, the first of them where a word begins."""
    for word in _WORD.finditer(name):
        if word.group()[0] == letters[0]:
            rest = iter(name[word.start() :])
            return all(letter in rest for letter in letters)
    return False
