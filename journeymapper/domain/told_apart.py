"""Names that are told apart: the second Anna is Anna (2)."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.domain.entities import Persona
from journeymapper.domain.words import NAME_LIMIT


def told_apart(personas: Iterable[Persona]) -> dict[str, str]:
    """Return by id a name for each persona that no other one of these has."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for persona in personas:
        found[persona.id] = free_name(persona.name, taken)
        taken.add(found[persona.id].casefold())
    return found


def free_name(name: str, taken: Iterable[str]) -> str:
    """Return a name that is not ``taken`` (case folded): the name itself, or NAME (2), (3)..."""
    known = set(taken)
    tried, count = name, 1
    while tried.casefold() in known:
        count += 1
        ending = f" ({count})"
        tried = name[: NAME_LIMIT - len(ending)] + ending
    return tried
