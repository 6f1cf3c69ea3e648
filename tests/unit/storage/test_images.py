"""Images hold an entity by field, in plain values."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from journeymapper.domain.entities import Card, Connection, Entity, Feeling, Touchpoint
from journeymapper.domain.kinds import MomentOfTruth
from journeymapper.storage.errors import DocumentError
from journeymapper.storage.images import (
    entity_of,
    field_names,
    image_from_text,
    image_of,
    image_text,
)
from tests.unit.storage.samples import TOUCHPOINT, families


@settings(max_examples=12)  # each example holds entities of every kind
@given(family=families())
def test_an_image_gives_the_entity_back(family: tuple[Entity, ...]) -> None:
    for entity in family:
        kind = type(entity)
        text = image_text(entity, field_names(kind))
        assert image_from_text(text) == image_of(entity)
        assert entity_of(kind, entity.id, json.loads(text)) == entity


def test_choices_are_codes_and_tuples_are_lists() -> None:
    image = image_of(TOUCHPOINT)
    assert type(json.loads(json.dumps(image))["moment_of_truth"]) is str
    assert image["channels"] == ["c"]
    assert image["position"] == 1 / 3


def test_fields_that_an_image_lacks_get_their_defaults() -> None:
    made = entity_of(Touchpoint, "t", {"stage": "s", "unknown to us": 1})
    assert made == Touchpoint("t", "s")
    assert isinstance(made, Touchpoint)
    assert made.moment_of_truth is MomentOfTruth.NONE


@pytest.mark.parametrize(
    ("kind", "image"),
    [
        (Feeling, {"touchpoint": "t", "persona": "p"}),
        (Card, {"lane": None}),
        (Card, {"lane": "l", "severity": "awful"}),
        (Card, {"lane": "l", "text": 3}),
        (Card, {"lane": "l", "position": "1"}),
        (Card, {"lane": "l", "position": 10**400}),
        (Touchpoint, {"stage": "s", "channels": "c"}),
        (Touchpoint, {"stage": "s", "channels": [1]}),
        (Connection, {"source": "t", "info_passed": 1}),
    ],
)
def test_an_image_that_cannot_be_is_damage(kind: type[Entity], image: dict[str, object]) -> None:
    with pytest.raises(DocumentError):
        entity_of(kind, "x", image)


@pytest.mark.parametrize("text", ["", "[]", "3", "{", '{"a": NaN}', "[" * 100_000])
def test_a_text_that_is_no_image_is_damage(text: str) -> None:
    with pytest.raises(DocumentError):
        image_from_text(text)
