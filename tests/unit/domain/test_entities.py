"""Rules that all entities keep."""

import dataclasses

import pytest

from journeymapper.domain.entities import BY_NAME, ENTITIES, Entity
from journeymapper.domain.fields import specs_of


@pytest.mark.parametrize("kind", ENTITIES)
def test_every_field_says_what_it_may_hold(kind: type[Entity]) -> None:
    names = [f.name for f in dataclasses.fields(kind)]
    assert names == ["id", *specs_of(kind)]


@pytest.mark.parametrize("kind", ENTITIES)
def test_entities_are_frozen_and_slotted(kind: type[Entity]) -> None:
    assert not hasattr(kind, "__dict__") or "__slots__" in kind.__dict__
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_references_lead_to_entities_that_come_earlier_or_to_the_same() -> None:
    order = {kind.__name__: place for place, kind in enumerate(ENTITIES)}
    for kind in ENTITIES:
        for spec in specs_of(kind).values():
            if spec.target:
                assert order[spec.target] <= order[kind.__name__], (kind, spec.target)


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(ENTITIES)
