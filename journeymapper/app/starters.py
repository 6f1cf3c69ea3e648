"""What a persona can begin with: questions to answer, never facts; one TOML file each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import AgeGroup, NoteSection, PersonaKind
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import FIXED_KEYS, LISTS

HEAD = ""
"""The section of the questions about the head of a card: ``about`` and ``quote``."""

_LINE = "line"
_HEAD_KEYS = ("about", "quote")


@dataclass(frozen=True, slots=True)
class Starter:
    """A kind of persona and its questions by section and key; a list has the key ""."""

    key: str
    title: str
    line: str
    place: int
    kind: PersonaKind
    age_group: AgeGroup
    asks: Mapping[tuple[str, str], str]


def starters(folder: Path) -> tuple[Starter, ...]:
    """Return all starters of a folder in the order in which they are offered.

    Raises UserError, with the name of the file, for one that cannot be read.
    """
    found = [read_starter(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(found, key=lambda starter: starter.place))


def read_starter(path: Path) -> Starter:
    """Read one starter; raises UserError."""
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
        return Starter(
            path.stem,
            str(data["title"]),
            str(data["line"]),
            int(data["place"]),
            PersonaKind(data["kind"]),
            AgeGroup(data["age_group"]),
            _asks(data["ask"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UserError(_("The questions in {file} cannot be read.", file=path.name)) from None


def _asks(data: Mapping[str, Mapping[str, str]]) -> Mapping[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for section, questions in data.items():
        for key, question in questions.items():
            found[_at(section, key)] = str(question)
    return found


def _at(section: str, key: str) -> tuple[str, str]:
    """Return section and key as the card has them; raises ValueError for others."""
    if section == "head" and key in _HEAD_KEYS:
        return HEAD, key
    known = NoteSection(section)
    if known in LISTS and key == _LINE:
        return known.value, ""
    if key in FIXED_KEYS.get(known, ()):
        return known.value, key
    raise ValueError(key)
