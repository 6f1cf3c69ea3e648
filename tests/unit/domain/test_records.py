"""Records are what Python's own decorator makes of the same class."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any, ClassVar

import pytest

from journeymapper.domain import records


def family(decorator: Callable[..., Any]) -> tuple[type, type]:
    """Return a class and one below it, both decorated."""

    @decorator(frozen=True, slots=True)
    class Place:
        """Somewhere."""

        count: ClassVar[int] = 3
        x: float
        y: float = 0.5
        tags: list[str] = field(default_factory=list, compare=False)

        @property
        def far(self) -> bool:
            return self.x > 1

    @decorator(frozen=True, slots=True)
    class Named(Place):
        """Somewhere with a name."""

        name: str = ""
        y: float = 2.0
        note: str = field(default="n", repr=False)

        def __repr__(self) -> str:
            return f"<{self.name}>"

    return Place, Named


@pytest.fixture(params=[0, 1])
def both(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """The same class, as a record and as Python makes it."""
    return (
        family(records.dataclass)[request.param],
        family(dataclasses.dataclass)[request.param],
    )


def test_objects_are_made_compared_and_written_alike(both: tuple[Any, Any]) -> None:
    for values, named in (((1.0,), {}), ((2.0, 3.0), {}), ((), {"x": 4.0, "tags": ["a"]})):
        mine, theirs = (kind(*values, **named) for kind in both)
        assert repr(mine) == repr(theirs)
        assert hash(mine) == hash(theirs)
        assert dataclasses.asdict(mine) == dataclasses.asdict(theirs)
        assert mine == both[0](*values, **named)
        assert mine != theirs
        assert mine.far == theirs.far
    for kind in both:
        assert kind(1.0).tags is not kind(1.0).tags
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
            kind()


def test_classes_say_the_same_of_themselves(both: tuple[Any, Any]) -> None:
    mine, theirs = both
    assert mine.__match_args__ == theirs.__match_args__
    assert [(f.name, f.default) for f in dataclasses.fields(mine)] == [
        (f.name, f.default) for f in dataclasses.fields(theirs)
    ]
    for name in ("__doc__", "__qualname__", "__module__", "__slots__", "count"):
        assert getattr(mine, name) == getattr(theirs, name)
    assert not hasattr(mine(1.0), "__dict__")


def test_nothing_can_be_changed(both: tuple[Any, Any]) -> None:
    for kind in both:
        made = kind(1.0)
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
            made.x = 2.0
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
            del made.x
        assert dataclasses.replace(made, x=5.0).x == 5.0
        assert copy.deepcopy(made) == made


@records.dataclass(frozen=True, slots=True)
class Parcel:
    """Something that is sent."""

    word: str
    parts: tuple[int, ...] = ()


def test_the_first_thing_ever_asked_of_a_class_can_be_any() -> None:
    sent = object.__new__(Parcel)
    for name, value in (("word", "a"), ("parts", (1,))):
        object.__setattr__(sent, name, value)
    back = pickle.loads(pickle.dumps(sent))  # noqa: S301 - our own
    assert (back.word, back.parts) == ("a", (1,))
    assert back == Parcel("a", (1,))
    match back:
        case Parcel(word, parts):
            assert (word, parts) == ("a", (1,))
    for ask in (hash, repr, dataclasses.fields, lambda made: made == copy.copy(made)):
        fresh = family(records.dataclass)[1]
        made: Any = object.__new__(fresh)
        for name in ("x", "y", "tags", "name", "note"):
            object.__setattr__(made, name, "v")
        assert ask(made)


def test_a_plain_dataclass_can_stand_below_a_record() -> None:
    @dataclasses.dataclass(frozen=True)
    class Wider(Parcel):
        more: int = 1

    assert Wider("a", (), 2) == Wider("a", more=2)
    assert repr(Wider("a")).endswith("Wider(word='a', parts=(), more=1)")


def test_only_frozen_classes_with_slots_are_made() -> None:
    with pytest.raises(TypeError, match="frozen and have slots"):
        records.dataclass(frozen=False, slots=True)
