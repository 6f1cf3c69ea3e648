"""The border of the model: every entity passes here before it is written."""

from __future__ import annotations

import dataclasses
import datetime
import math
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from journeymapper.domain.entities import Card, Connection, Entity
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import Spec, specs_of
from journeymapper.domain.message import Message, _
from journeymapper.domain.words import clean_text

E = TypeVar("E", bound=Entity)


def cleaned(entity: E) -> E:
    """Return the entity as it may be stored, its texts cleaned.

    Raises RefusedError with one sentence when a field holds what it may not.
    """
    changed: dict[str, Any] = {}
    for name, spec, default in _fields(cast(Hashable, type(entity))):
        value = getattr(entity, name)
        if value is default:
            continue  # what a field holds when nobody fills it is clean
        clean = _clean(value, spec)
        if clean is not value:
            changed[name] = clean
    result = dataclasses.replace(entity, **changed) if changed else entity
    _check_whole(result)
    return result


@cache
def _fields(kind: Any) -> tuple[tuple[str, Spec, Any], ...]:
    """Name, description and clean default of each field; MISSING where it has none."""
    defaults = {field.name: field.default for field in dataclasses.fields(kind)}
    return tuple(
        (name, spec, _clean_default(defaults[name], spec)) for name, spec in specs_of(kind).items()
    )


def _clean_default(default: Any, spec: Spec) -> Any:
    try:
        return default if _clean(default, spec) is default else dataclasses.MISSING
    except RefusedError:
        return dataclasses.MISSING


def _clean(value: Any, spec: Spec) -> Any:
    if value is None:
        if spec.optional:
            return None
        raise RefusedError(_("Something is missing here."))
    match spec.kind:
        case "text":
            _expect(value, str)
            text = clean_text(value, spec.limit, one_line=spec.one_line)
            return value if text == value else text
        case "whole" | "real":
            return _number(value, spec)
        case "flag":
            _expect(value, bool)
        case "choice":
            return _choice(value, spec)
        case "date":
            _date(value)
        case "ref":
            _expect(value, str)
        case "refs" | "words":
            return _texts(value, spec)
    return value


def _choice(value: Any, spec: Spec) -> Any:
    if type(value) is spec.enum:
        return value
    if spec.enum is None or value not in list(spec.enum):
        raise RefusedError(_("“{value}” is not one of the choices.", value=str(value)))
    return spec.enum(value)


def _texts(value: Any, spec: Spec) -> Any:
    _expect(value, tuple)
    for item in value:
        _expect(item, str)
    if spec.kind == "refs":
        return value
    texts = tuple(clean_text(item, spec.limit, one_line=True) for item in value)
    return value if texts == value else texts


def _number(value: Any, spec: Spec) -> Any:
    numeric = isinstance(value, int | float) and not isinstance(value, bool)
    if not numeric or not math.isfinite(value):
        raise RefusedError(_("“{value}” is not a number.", value=str(value)))
    if spec.kind == "whole" and value != int(value):
        raise RefusedError(_("“{value}” is not a whole number.", value=str(value)))
    low, high = spec.low, spec.high
    if (low is not None and value < low) or (high is not None and value > high):
        raise RefusedError(_out_of_range(value, low, high))
    if spec.kind == "whole":
        return value if type(value) is int else int(value)
    return value if type(value) is float else float(value)


def _out_of_range(value: float, low: float | None, high: float | None) -> Message:
    if low is not None and high is not None:
        return _("{value} is outside {low} to {high}.", value=value, low=low, high=high)
    if low is not None:
        return _("{value} is below {low}.", value=value, low=low)
    return _("{value} is above {high}.", value=value, high=high or 0)


def _date(value: Any) -> None:
    _expect(value, str)
    if not value:
        return
    try:
        ok = len(value) == 10 and bool(datetime.date.fromisoformat(value))
    except ValueError:
        ok = False
    if not ok:
        raise RefusedError(_("“{value}” is not a date.", value=value))


def _expect(value: Any, kind: type) -> None:
    if not isinstance(value, kind):
        raise RefusedError(_("“{value}” does not belong here.", value=str(value)))


def _check_whole(entity: Entity) -> None:
    """Rules that concern several fields of one entity."""
    if isinstance(entity, Card) and (entity.touchpoint is None) == (entity.stage is None):
        raise RefusedError(_("A card stands either at a step or across a stage."))
    if isinstance(entity, Connection):
        if (entity.target is None) == (entity.end is None):
            raise RefusedError(_("A connection leads either to a step or to an end."))
        if entity.target == entity.source:
            raise RefusedError(_("A step cannot lead to itself."))
