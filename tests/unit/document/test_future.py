"""A future map begins as a copy of today's and goes its own way from then on."""

from __future__ import annotations

import itertools

import pytest

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, map_pairs, queries
from journeymapper.domain.entities import (
    Card,
    Connection,
    EndState,
    JourneyMap,
    Lane,
    Stage,
    Touchpoint,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import LaneKind, MapState, Measure, Severity, SourceKind
from journeymapper.domain.snapshot import Snapshot


def visit() -> tuple[Tx, str]:
    """A map with an own row, a hidden one, two steps, a way to an end, and answers."""
    tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
    operations.add_project(tx, title="Visit")
    anna = operations.add_persona(tx, "Anna")
    today = operations.add_map(tx, "Visit", personas=(anna,))
    stage = operations.add_stage(tx, today, "Arrive")
    own = operations.add_lane(tx, today, LaneKind.CUSTOM, "Smells")
    operations.add_lane(tx, today, LaneKind.CUSTOM, "Smells")
    first, second = (operations.add_touchpoint(tx, stage, n) for n in ("Greeting", "Form"))
    operations.set_feeling(tx, first, anna, -3, SourceKind.SURVEY)
    operations.rate(tx, first, Measure.PERFORMANCE, 4.5)
    operations.add_card(tx, own, "Coffee", touchpoint=first)
    operations.add_card(tx, own, "Soap", stage=stage)
    pain = next(r.id for r in queries.lanes(tx.snapshot, today) if r.kind == LaneKind.PAIN)
    operations.add_card(tx, pain, "Cold", touchpoint=second, severity=Severity.HIGH)
    operations.connect(tx, first, target=second, share=0.75)
    operations.connect(tx, first, end=operations.add_end(tx, today, "Goes home"), share=0.25)
    return tx, today


def shape(tx: Tx, map_id: str) -> list[object]:
    """All that is on a map, in names and values."""
    snapshot = tx.snapshot
    steps = queries.touchpoints_of_map(snapshot, map_id)
    names = {t.id: t.name for t in steps}
    names |= {e.id: e.name for e in snapshot.table(EndState).values() if e.map == map_id}
    lanes = queries.lanes(snapshot, map_id)
    places: list[Stage | Touchpoint] = [*queries.stages(snapshot, map_id), *steps]
    ways: list[Connection] = [
        way for step in steps for way in snapshot.select(indexes.CONNECTIONS_FROM, step.id)
    ]
    return [
        [(lane.kind, lane.title, lane.visible) for lane in lanes],
        [stage.name for stage in queries.stages(snapshot, map_id)],
        [step.name for step in steps],
        [
            (i, place.name, card.text, card.severity)
            for i, lane in enumerate(lanes)
            for place in places
            for card in queries.cards_at(snapshot, lane.id, place.id)
        ],
        [(f.persona, f.value) for step in steps for f in queries.feelings(snapshot, step.id)],
        [(names[w.source], names[w.target or w.end or ""], w.share) for w in ways],
    ]


def test_the_copy_has_all_that_is_on_the_map_with_ids_of_its_own() -> None:
    tx, today = visit()
    was = shape(tx, today)
    future = operations.start_future(tx, today, "Visit, future")
    assert shape(tx, future) == was
    assert shape(tx, today) == was
    made = tx.snapshot.get(JourneyMap, future)
    assert (made.title, made.state, made.based_on) == ("Visit, future", MapState.FUTURE, today)
    lanes = {lane.map: lane for lane in tx.snapshot.table(Lane).values()}
    assert set(lanes) == {today, future}
    cards = [c for c in tx.snapshot.table(Card).values() if c.stage]
    assert {tx.snapshot.get(Stage, c.stage or "").map for c in cards} == {today, future}


def test_nobody_was_asked_about_the_future() -> None:
    tx, today = visit()
    future = operations.start_future(tx, today, "Visit, future")
    (step, _form) = queries.touchpoints_of_map(tx.snapshot, future)
    (feeling,) = queries.feelings(tx.snapshot, step.id)
    assert (feeling.value, feeling.source, feeling.n) == (-3, SourceKind.STAFF, None)
    assert tx.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id) == ()


def test_a_second_future_and_the_future_of_a_future_are_refused() -> None:
    tx, today = visit()
    with pytest.raises(RefusedError):
        operations.start_future(tx, today, " ")
    future = operations.start_future(tx, today, "Visit, future")
    for map_id in (today, future):
        with pytest.raises(RefusedError):
            operations.start_future(tx, map_id, "Another")


def test_each_map_of_today_has_its_own_future() -> None:
    tx, today = visit()
    other = operations.add_map(tx, "Other")
    future = operations.start_future(tx, other, "Other, future")
    assert map_pairs.future_of(tx.snapshot, today) is None
    pair = {MapState.CURRENT: other, MapState.FUTURE: future}
    assert map_pairs.pair_of(tx.snapshot, other) == pair
    assert map_pairs.pair_of(tx.snapshot, future) == pair
    assert map_pairs.pair_of(tx.snapshot, today) == {MapState.CURRENT: today}
