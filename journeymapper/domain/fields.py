"""How an entity's field may be filled: one small description per field.

The descriptions feed the checks at the border, the tables on disk and what happens to
references when their target goes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from enum import StrEnum
from functools import cache
from typing import Any, Literal, cast

from journeymapper.domain.records import dataclass, declared
from journeymapper.domain.words import NAME_LIMIT, TEXT_LIMIT

FieldKind = Literal["text", "whole", "real", "flag", "choice", "date", "ref", "refs", "words"]


class Gone(StrEnum):
    """What happens to an entity when something it refers to is deleted."""

    DELETE = "delete"
    """It goes too."""
    CLEAR = "clear"
    """It stays, without the reference."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What a field may hold.

    ``low`` and ``high`` bound numbers (inclusive), ``limit`` bounds characters,
    ``enum`` holds the codes of a choice, ``target`` names the entity of a reference.
    """

    kind: FieldKind
    optional: bool = False
    limit: int = TEXT_LIMIT
    one_line: bool = False
    low: float | None = None
    high: float | None = None
    enum: type[StrEnum] | None = None
    target: str = ""
    gone: Gone = Gone.DELETE


def _field(spec: Spec, default: Any = dataclasses.MISSING) -> Any:
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata={"spec": spec})
    return dataclasses.field(default=default, metadata={"spec": spec})


def name(default: str = "") -> Any:
    """One line of text."""
    return _field(Spec("text", limit=NAME_LIMIT, one_line=True), default)


def text(default: str = "", limit: int = TEXT_LIMIT) -> Any:
    """Text of several lines."""
    return _field(Spec("text", limit=limit), default)


def choice(options: type[StrEnum], default: StrEnum) -> Any:
    """One of a fixed set of codes."""
    return _field(Spec("choice", enum=options), default)


def whole(default: int | None, low: int | None = None, high: int | None = None) -> Any:
    """A whole number; optional when the default is None."""
    return _field(Spec("whole", default is None, low=low, high=high), default)


def required_whole(low: int, high: int) -> Any:
    """A whole number that must be given."""
    return _field(Spec("whole", low=low, high=high))


def real(default: float | None, low: float | None = None, high: float | None = None) -> Any:
    """A finite number; optional when the default is None."""
    return _field(Spec("real", default is None, low=low, high=high), default)


def required_real(low: float | None = None, high: float | None = None) -> Any:
    """A finite number that must be given."""
    return _field(Spec("real", low=low, high=high))


def flag(*, default: bool | None) -> Any:
    """Yes or no; optional when the default is None."""
    return _field(Spec("flag", default is None), default)


def date() -> Any:
    """A local date as ``YYYY-MM-DD``, or an empty text."""
    return _field(Spec("date", limit=10), "")


def parent(target: str) -> Any:
    """The entity this one belongs to: it goes when its parent goes."""
    return _field(Spec("ref", target=target, gone=Gone.DELETE))


def link(target: str, gone: Gone = Gone.CLEAR) -> Any:
    """An optional reference."""
    return _field(Spec("ref", optional=True, target=target, gone=gone), None)


def links(target: str) -> Any:
    """Several references, in order; those that go are dropped from the list."""
    return _field(Spec("refs", target=target, gone=Gone.CLEAR), ())


def words() -> Any:
    """A short list of texts."""
    return _field(Spec("words", limit=NAME_LIMIT), ())


def specs_of(entity: type) -> dict[str, Spec]:
    """Return the specs of an entity's fields by name, without ``id``, in field order."""
    return _specs_of(cast(Hashable, entity))


@cache
def _specs_of(entity: Any) -> dict[str, Spec]:
    return {
        name: field.metadata["spec"]
        for name, field in declared(entity).items()
        if isinstance(field, dataclasses.Field) and "spec" in field.metadata
    }
