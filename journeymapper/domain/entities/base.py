"""What all entities have in common."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """Something a document is made of; ``id`` never changes."""

    id: str


E = TypeVar("E", bound=Entity)


def replaced(entity: E, fields: Mapping[str, Any]) -> E:
    """Return the entity with some fields set, given by name."""
    return dataclasses.replace(entity, **fields)
