"""Frozen, slotted dataclasses whose methods are written when one of them is first needed.

Python's own decorator compiles six functions for each class while its module is imported. There
are hundreds of classes, of which a start makes objects of a few; filling the rest in later saves a
tenth of the time until a map is painted.

    @dataclass(frozen=True, slots=True)      # the only form there is
    class Place:
        x: float
        y: float = 0.0

What comes out is what Python's decorator makes, in everything that can be seen from outside: the
real functions and fields are those of its dataclass, made at the first object, comparison, text or
question for its fields. Modules that use it must postpone the evaluation of annotations.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass

__all__ = ["dataclass", "declared"]

T = TypeVar("T")

_DECLARED = "__declared__"
_METHODS = ("__init__", "__repr__", "__eq__", "__hash__")
_FACTS = ("__dataclass_fields__", "__dataclass_params__")
_OF_THE_CLASS = ("__dict__", "__weakref__")
"""What a class without slots has of its own and one with slots must not be given."""


def declared(cls: type) -> Mapping[str, object]:
    """Return what stands behind each field in its class, by name, those of base classes first.

    A field with nothing behind it has ``dataclasses.MISSING``.
    """
    found: dict[str, object] = {}
    for base in reversed(cls.__mro__):
        found.update(vars(base).get(_DECLARED, {}))
    return found


class _Draft:
    """A class on its way: it has its slots, its methods are still to come."""

    made: Any
    _is_whole = False

    def __init__(self, cls: type) -> None:
        body = {name: value for name, value in vars(cls).items() if name not in _OF_THE_CLASS}
        self._model = (type(cls), cls.__name__, cls.__bases__, dict(body))
        kinds: Mapping[str, str] = body.get("__annotations__", {})
        own = [name for name, kind in kinds.items() if not kind.startswith("ClassVar")]
        inherited = declared(cls)
        body[_DECLARED] = {name: body.pop(name, dataclasses.MISSING) for name in own}
        body["__slots__"] = tuple(name for name in own if name not in inherited)
        self.fields = {**inherited, **body[_DECLARED]}
        for name, value in (_methods(self) | _guards(self) | _pickling(tuple(self.fields))).items():
            if body.get(name) is None:
                body[name] = value
        body |= {name: _Wanted(name, self) for name in _FACTS}
        self.made = type(cls)(cls.__name__, cls.__bases__, body)
        self.made.__qualname__ = cls.__qualname__

    def constructed(self) -> Any:
        """Return the class with the constructor that Python's decorator writes, if no more."""
        if not self._is_whole:
            model = self._copy()
            dataclasses.dataclass(frozen=True, eq=False, repr=False)(model)
            self.made.__init__ = vars(model)["__init__"]
        return self.made

    def finished(self) -> Any:
        """Return the class with everything that Python's decorator gives it."""
        if not self._is_whole:
            model = self._copy()
            dataclasses.dataclass(frozen=True)(model)
            for name in (*_METHODS, *_FACTS):
                setattr(self.made, name, vars(model)[name])
            self._is_whole = True
        return self.made

    def _copy(self) -> type:
        meta, name, bases, body = self._model
        model: type = meta(name, bases, dict(body))
        model.__qualname__ = self.made.__qualname__
        return model


class _Wanted:
    """Stands for a fact about the fields of a class until somebody asks for it."""

    def __init__(self, name: str, draft: _Draft) -> None:
        self._name, self._draft = name, draft

    def __get__(self, _instance: object, _owner: type) -> Any:
        return getattr(self._draft.finished(), self._name)


def _methods(draft: _Draft) -> dict[str, object]:
    """Return what finishes the class when it is called, and then does what was asked."""

    def init(self: object, *values: object, **named: object) -> None:
        draft.constructed().__init__(self, *values, **named)

    def text(self: object) -> Any:
        return draft.finished().__repr__(self)

    def equals(self: object, other: object) -> Any:
        return draft.finished().__eq__(self, other)

    def mixed(self: object) -> Any:
        return draft.finished().__hash__(self)

    return dict(zip(_METHODS, (init, text, equals, mixed), strict=True))


def _guards(draft: _Draft) -> dict[str, object]:
    """Return what keeps objects as they were made."""

    def put(self: Any, name: str, value: object) -> None:
        if type(self) is draft.made or name in draft.fields:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(draft.made, self).__setattr__(name, value)

    def remove(self: Any, name: str) -> None:
        if type(self) is draft.made or name in draft.fields:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(draft.made, self).__delattr__(name)

    given = tuple(name for name, value in draft.fields.items() if _is_given(value))
    return {"__setattr__": put, "__delattr__": remove, "__match_args__": given}


def _is_given(value: object) -> bool:
    """Say whether a field is given to the constructor."""
    return not isinstance(value, dataclasses.Field) or value.init


def _pickling(names: tuple[str, ...]) -> dict[str, object]:
    """Return how objects go to another process and come back."""

    def state(self: object) -> list[object]:
        return [getattr(self, name) for name in names]

    def take(self: object, values: list[object]) -> None:
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": state, "__setstate__": take}


if not TYPE_CHECKING:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type[T]], type[T]]:
        """Return the decorator; it makes frozen classes with slots and no others."""
        if not (frozen and slots):
            raise TypeError("records are frozen and have slots")
        return lambda cls: _Draft(cls).made
