"""An entity as plain values: a row for its table, an image by field for the history.

Choices are stored as their codes, tuples as lists, numbers exactly.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from journeymapper.domain.entities import Entity
from journeymapper.domain.fields import Spec, specs_of
from journeymapper.storage.errors import damaged

Image = dict[str, Any]
"""Values by field, as JSON can hold them."""

_LISTS = ("refs", "words")


def field_names(kind: type[Entity]) -> tuple[str, ...]:
    """Return the fields of an entity without ``id``, in the order of its columns."""
    return tuple(specs_of(kind))


def changed_fields(before: Entity, after: Entity) -> tuple[str, ...]:
    """Return the fields in which two states of an entity differ."""
    names = field_names(type(after))
    return tuple(n for n in names if getattr(before, n) != getattr(after, n))


def row_values(entity: Entity, names: Iterable[str]) -> list[Any]:
    """Return these fields as the columns hold them."""
    return [
        _list_text(value) if isinstance(value := getattr(entity, name), tuple) else value
        for name in names
    ]


def image_text(entity: Entity, names: Iterable[str]) -> str:
    """Return the image of these fields as JSON text."""
    return json.dumps(
        {name: getattr(entity, name) for name in names},
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )


def image_from_text(text: str | None) -> Image | None:
    """Read an image back; raises DocumentError when it is none."""
    if text is None:
        return None
    try:
        image = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise damaged() from None
    if not isinstance(image, dict):
        raise damaged()
    return image


def image_of(entity: Entity) -> Image:
    """Return the image of all fields."""
    return {
        name: list(value) if isinstance(value := getattr(entity, name), tuple) else value
        for name in field_names(type(entity))
    }


def entity_of(kind: type[Entity], id_: str, image: Mapping[str, Any]) -> Entity:
    """Make the entity of an image; fields that the image lacks get their defaults.

    Raises DocumentError when a value is not what the field holds.
    """
    specs = specs_of(kind)
    values = {name: _value(image[name], spec) for name, spec in specs.items() if name in image}
    try:
        return kind(id_, **values)
    except TypeError:  # a field without default is missing
        raise damaged() from None


def list_value(text: str) -> tuple[str, ...]:
    """Read the column of a list back; raises DocumentError when it is none."""
    try:
        return _tuple(json.loads(text))
    except (ValueError, RecursionError):
        raise damaged() from None


def _no_number(name: str) -> None:
    """Refuse NaN and the infinities, which JSON does not know."""
    raise ValueError(name)


def _list_text(value: tuple[str, ...]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else "[]"


def _tuple(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise damaged()
    return tuple(value)


_PYTHON: Mapping[str, Any] = {"whole": int, "real": (float, int), "flag": bool}


def _value(value: Any, spec: Spec) -> Any:
    if value is None and spec.optional:
        return None
    if spec.kind in _LISTS:
        return _tuple(value)
    if not isinstance(value, _PYTHON.get(spec.kind, str)):
        raise damaged()
    try:
        if spec.enum is not None:
            return spec.enum(str(value))
        return float(value) if spec.kind == "real" else value
    except (ValueError, OverflowError):
        raise damaged() from None
