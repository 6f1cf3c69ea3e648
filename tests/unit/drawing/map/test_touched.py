"""Which places a step concerns: those before and after; None where it may be all."""

from __future__ import annotations

import pytest

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import (
    Card,
    Connection,
    Entity,
    Feeling,
    Lane,
    Persona,
    Rating,
    Stage,
    Touchpoint,
)
from journeymapper.drawing.map.touched import touched_by


def change(before: Entity | None, after: Entity | None) -> Change:
    one = before or after
    assert one is not None
    return Change(type(one), one.id, before, after)


def test_a_card_touches_where_it_was_and_where_it_is() -> None:
    was = Card("card", lane="pain", touchpoint="form")
    now = Card("card", lane="pain", stage="pay")
    assert touched_by([change(was, now)]) == frozenset({"form", "pay"})


def test_a_step_touches_itself_and_its_stages() -> None:
    was, now = Touchpoint("form", stage="learn"), Touchpoint("form", stage="pay")
    assert touched_by([change(was, now)]) == frozenset({"form", "learn", "pay"})


def test_values_touch_their_step_and_connections_nothing() -> None:
    feeling = Feeling("f", touchpoint="form", persona="anna", value=2)
    rating = Rating("r", touchpoint="review")
    connection = Connection("c", source="page", target="pay")
    changes = [change(None, feeling), change(rating, None), change(None, connection)]
    assert touched_by(changes) == frozenset({"form", "review"})


@pytest.mark.parametrize(
    "entity", [Lane("pain", map="map"), Stage("pay", map="map"), Persona("anna")]
)
def test_what_every_column_depends_on_touches_all(entity: Entity) -> None:
    card = Card("card", lane="pain", touchpoint="form")
    assert touched_by([change(None, card), change(None, entity)]) is None
