"""Colours by role for one theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_STAGES = 7


class Theme:
    """The colours of one theme, each under the name of its role.

    Roles are ``text``, ``accent`` and so on, ``stage.1.ink`` (the number goes on past seven,
    the colours begin again), ``severity.high.fill``, ``emotion.m4.fill`` and ``owner.0``.
    A role that already is ``#RRGGBB`` stands for itself.
    """

    __slots__ = ("_colours", "_dots", "_further", "name")

    def __init__(self, name: str, table: Mapping[str, Any]) -> None:
        self.name = name
        self._colours = dict(_flat(table, ""))
        self._further: dict[str, str] = {}
        self._dots = sum(role.startswith("owner.") for role in self._colours)

    def colour(self, role: str) -> str:
        """Return ``#RRGGBB`` for a role; raises KeyError for a role that no theme has."""
        found = self._colours.get(role) or self._further.get(role)
        if found is None:
            found = self._further[role] = self._derived(role)
        return found

    def roles(self) -> tuple[str, ...]:
        """Return the names of all roles of the token file."""
        return tuple(self._colours)

    def _derived(self, role: str) -> str:
        if _HEX.fullmatch(role):
            return role.upper()
        match role.split("."):
            case ["stage", number, part] if number.isdecimal() and int(number) > _STAGES:
                return self.colour(f"stage.{(int(number) - 1) % _STAGES + 1}.{part}")
            case ["owner", number] if number.isdecimal() and self._dots:
                return self.colour(f"owner.{int(number) % self._dots}")
            case _:
                raise KeyError(role)


def feeling_role(value: int, part: str = "fill") -> str:
    """Return the colour role of a feeling from -5 to +5; ``part`` is ``fill`` or ``number``."""
    sign = "m" if value < 0 else "p" if value > 0 else "z"
    return f"emotion.{sign}{abs(value)}.{part}"


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{prefix}{key}.")
        elif isinstance(value, list):
            found += [(f"{prefix}{key}.{i}", colour) for i, colour in enumerate(value)]
        else:
            found.append((prefix + key, value))
    return found
