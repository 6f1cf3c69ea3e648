"""Every verb, in any order: one state, and every step can be taken back exactly."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from journeymapper.document import operations
from journeymapper.document.inverse import inverse_of
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.changes import Change
from journeymapper.domain.entities import ENTITIES, Entity, Touchpoint
from journeymapper.domain.fields import specs_of
from journeymapper.domain.indexes import Index
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.submaps import circle
from tests.property.verbs import DRAWERS

STARTS = ("add_stage", "add_touchpoint", "add_persona", "add_card", "set_feeling")


def first_snapshot(new_id: Any) -> Snapshot:
    tx = Tx(Snapshot.of(), new_id)
    operations.add_project(tx, title="Visit")
    operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")
    return tx.snapshot.with_changes(())


def run_verb(
    draw: Any, snapshot: Snapshot, new_id: Any, names: tuple[str, ...] = ()
) -> tuple[str, tuple[Change, ...]]:
    """Draw a verb, run it, and return its name and changes (none when it had nothing to do)."""
    name = draw(st.sampled_from(names or tuple(operations.OPERATIONS)))
    call = DRAWERS[name](draw, snapshot)
    if call is None:
        return name, ()
    tx = Tx(snapshot, new_id)
    operations.OPERATIONS[name](tx, *call[0], **call[1])
    return name, tuple(tx.changes)


def rebuilt(snapshot: Snapshot) -> Snapshot:
    return Snapshot.of(e for kind in ENTITIES for e in snapshot.table(kind).values())


def assert_whole(snapshot: Snapshot) -> None:
    """References lead somewhere, no map is inside itself, it equals one made anew."""
    for kind in ENTITIES:
        for entity in snapshot.table(kind).values():
            assert_references(snapshot, entity)
    for step in snapshot.table(Touchpoint).values():
        if step.submap is not None:
            assert not circle(snapshot, queries.map_of(snapshot, step.id), step.submap)
    fresh = rebuilt(snapshot)
    assert snapshot == fresh
    for index, groups in snapshot.built_indexes().items():
        assert groups == fresh_groups(fresh, index), index


def fresh_groups(fresh: Snapshot, index: Index[Any]) -> Any:
    fresh.select(index, None)
    return fresh.built_indexes()[index]


def assert_references(snapshot: Snapshot, entity: Entity) -> None:
    for name, spec in specs_of(type(entity)).items():
        if spec.target:
            value = getattr(entity, name)
            ids = value if spec.kind == "refs" else [value] if value else []
            assert all(snapshot.has(spec.target, i) for i in ids), (entity, name)


def test_every_verb_has_a_drawer() -> None:
    assert set(DRAWERS) == set(operations.OPERATIONS)


@settings(max_examples=150)
@given(st.data())
def test_any_row_of_verbs_keeps_the_state_whole_and_can_be_taken_back(data: Any) -> None:
    new_id = map(str, itertools.count()).__next__
    snapshot = first_snapshot(new_id)
    past: list[tuple[Snapshot, tuple[Change, ...]]] = []
    for turn in range(30):
        _name, changes = run_verb(data.draw, snapshot, new_id, STARTS if turn < 8 else ())
        past.append((snapshot, changes))
        snapshot = snapshot.with_changes(changes)
    assert_whole(snapshot)
    for before, changes in reversed(past):
        snapshot = snapshot.with_changes(inverse_of(changes, snapshot))
        assert snapshot == before
    assert_whole(snapshot)


def test_an_inverse_in_the_wrong_order_would_be_noticed() -> None:
    """The property above can fail: with the order of an inverse reversed it does."""

    @settings(max_examples=150, report_multiple_bugs=False, phases=[Phase.generate])
    @given(st.data())
    def wrong(data: Any) -> None:
        new_id = map(str, itertools.count()).__next__
        snapshot = first_snapshot(new_id)
        for turn in range(30):
            _name, changes = run_verb(data.draw, snapshot, new_id, STARTS if turn < 8 else ())
            after = snapshot.with_changes(changes)
            back = tuple(change.inverse for change in changes)  # not last first
            assert after.with_changes(back) == snapshot
            snapshot = after

    with pytest.raises(AssertionError):
        wrong()
