"""What the verbs write with: references are kept whole."""

import itertools

import pytest

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import (
    Card,
    Feeling,
    JourneyMap,
    Lane,
    Persona,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.errors import MissingEntityError, RefusedError
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot


@pytest.fixture
def tx() -> Tx:
    return Tx(Snapshot.of(), map(str, itertools.count()).__next__)


def a_step(tx: Tx) -> tuple[str, str]:
    """Return the ids of a new stage and a new step in it."""
    stage = operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")
    return stage, operations.add_touchpoint(tx, stage, "Greeting")


def lane(tx: Tx, kind: LaneKind) -> str:
    return next(r.id for r in tx.snapshot.table(Lane).values() if r.kind == kind)


def test_deleting_a_stage_takes_all_that_belongs_to_it(tx: Tx) -> None:
    stage, step = a_step(tx)
    persona = operations.add_persona(tx, "Anna")
    operations.set_feeling(tx, step, persona, -2)
    operations.add_card(tx, lane(tx, LaneKind.PAIN), "Nobody looks up", touchpoint=step)
    operations.add_card(tx, lane(tx, LaneKind.DOING), "Comes in", stage=stage)
    operations.delete_stage(tx, stage)
    for kind in (Stage, Touchpoint, Card, Feeling):
        assert not tx.snapshot.table(kind)
    assert tx.snapshot.table(Persona)


def test_children_go_before_their_parents_so_that_the_file_agrees(tx: Tx) -> None:
    stage, step = a_step(tx)
    operations.add_card(tx, lane(tx, LaneKind.PAIN), "Nobody looks up", touchpoint=step)
    tx.changes.clear()
    operations.delete_stage(tx, stage)
    assert [change.kind for change in tx.changes] == [Card, Touchpoint, Stage]


def test_a_role_that_goes_leaves_its_steps_without_an_owner(tx: Tx) -> None:
    _stage, step = a_step(tx)
    role = operations.add_role(tx, "Front desk")
    operations.set_owner(tx, step, role)
    operations.delete_role(tx, role)
    assert tx.snapshot.get(Touchpoint, step).owner is None
    assert not tx.snapshot.table(Role)


def test_a_persona_that_goes_leaves_the_list_of_its_map(tx: Tx) -> None:
    a_step(tx)
    (journey,) = tx.snapshot.table(JourneyMap)
    anna, walter = operations.add_persona(tx, "Anna"), operations.add_persona(tx, "Walter")
    operations.set_map_personas(tx, journey, (anna, walter))
    operations.delete_persona(tx, anna)
    assert tx.snapshot.get(JourneyMap, journey).personas == (walter,)


def test_there_is_exactly_one_primary_persona(tx: Tx) -> None:
    operations.add_persona(tx, "Anna")
    walter = operations.add_persona(tx, "Walter", primary=True)
    assert [p.id for p in queries.personas(tx.snapshot) if p.primary] == [walter]


def test_a_reference_to_nothing_is_refused(tx: Tx) -> None:
    _stage, step = a_step(tx)
    with pytest.raises(RefusedError, match="no longer in the document"):
        operations.set_owner(tx, step, "nobody")


def test_what_is_gone_cannot_be_changed(tx: Tx) -> None:
    with pytest.raises(MissingEntityError):
        operations.rename_touchpoint(tx, "nothing", "Name")


def test_a_change_to_the_same_is_no_change(tx: Tx) -> None:
    stage, _step = a_step(tx)
    count = len(tx.changes)
    operations.rename_stage(tx, stage, "Arrive")
    operations.move_stage(tx, stage, 5)
    assert len(tx.changes) == count


def test_a_pain_belongs_to_a_step(tx: Tx) -> None:
    stage, _step = a_step(tx)
    with pytest.raises(RefusedError, match="belong to a step"):
        operations.add_card(tx, lane(tx, LaneKind.PAIN), "Cold room", stage=stage)


def test_the_last_map_stays(tx: Tx) -> None:
    journey = operations.add_map(tx, "Visit")
    with pytest.raises(RefusedError, match="at least one map"):
        operations.delete_map(tx, journey)


def test_rows_of_the_first_view_are_shown_and_more_rows_come_on_demand(tx: Tx) -> None:
    journey = operations.add_map(tx, "Visit")
    shown = [r.kind for r in queries.lanes(tx.snapshot, journey) if r.visible]
    assert shown == ["doing", "touchpoint", "feeling", "pain", "idea"]
    operations.show_more_rows(tx, journey, shown=True)
    assert all(r.visible for r in queries.lanes(tx.snapshot, journey))
    assert len(queries.lanes(tx.snapshot, journey)) == 12
    operations.show_more_rows(tx, journey, shown=False)
    assert [r.kind for r in queries.lanes(tx.snapshot, journey) if r.visible] == shown
