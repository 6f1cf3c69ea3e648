"""Another map in the same file, and one less of them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.inverse import inverse_of
from journeymapper.document.outline import read_outline
from journeymapper.document.templates import fill_from_template, fill_structure
from journeymapper.document.tx import Tx
from journeymapper.domain import map_pairs, queries
from journeymapper.domain.entities import (
    Card,
    Channel,
    Connection,
    Feeling,
    JourneyMap,
    Plan,
    Rating,
    Role,
    Touchpoint,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import LaneKind, MapState, Measure, MomentOfTruth
from journeymapper.domain.map_loss import lost_with
from journeymapper.domain.snapshot import Snapshot

TEMPLATES = Path(__file__).parents[3] / "resources" / "templates"


def visit() -> tuple[Tx, str]:
    """A map with an own row, two stages, two steps, and everything that can be at a step."""
    tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
    operations.add_project(tx, title="Visit")
    anna = operations.add_persona(tx, "Anna")
    map_id = operations.add_map(tx, "Visit", personas=(anna,))
    row = operations.add_lane(tx, map_id, LaneKind.CUSTOM, "Smells")
    arrive = operations.add_stage(tx, map_id, "Arrive")
    operations.add_stage(tx, map_id, "Pay")
    greeting = operations.add_touchpoint(tx, arrive, "Greeting")
    form = operations.add_touchpoint(tx, arrive, "Form")
    operations.set_owner(tx, greeting, operations.add_role(tx, "Front desk"))
    operations.set_moment_of_truth(tx, greeting, MomentOfTruth.GENERAL)
    operations.set_wait(tx, greeting, 5, 12)
    operations.set_feeling(tx, greeting, anna, -2)
    operations.rate(tx, greeting, Measure.PERFORMANCE, 3.0)
    operations.add_card(tx, row, "Coffee", touchpoint=greeting)
    operations.add_card(tx, row, "Soap", stage=arrive)
    operations.connect(tx, greeting, target=form, share=0.5)
    operations.give_own_map(tx, form, "Form")
    operations.add_plan(tx, "Greet first", touchpoint=greeting)
    return tx, map_id


def shape(snapshot: Snapshot, map_id: str) -> list[tuple[str, list[str]]]:
    """The names of stages and of their steps."""
    return [
        (stage.name, [step.name for step in queries.touchpoints(snapshot, stage.id)])
        for stage in queries.stages(snapshot, map_id)
    ]


def test_a_map_like_another_has_its_steps_and_rows_and_nothing_that_was_found_out() -> None:
    tx, first = visit()
    counted = (Card, Feeling, Rating, Connection, Plan)
    before = [len(tx.snapshot.table(kind)) for kind in counted]
    made = operations.add_map_like(tx, first, "Second visit")
    now = tx.snapshot
    assert shape(now, made) == [("Arrive", ["Greeting", "Form"]), ("Pay", [])]
    assert [len(now.table(kind)) for kind in counted] == before
    rows = [[(r.kind, r.title, r.visible) for r in queries.lanes(now, m)] for m in (first, made)]
    assert rows[0] == rows[1]
    greeting, form = queries.touchpoints_of_map(now, made)
    assert now.get(Role, greeting.owner or "").name == "Front desk"
    assert greeting.moment_of_truth == MomentOfTruth.GENERAL
    assert (greeting.wait_promised, greeting.wait_actual, form.submap) == (None, None, None)
    journey = now.get(JourneyMap, made)
    assert journey.personas == now.get(JourneyMap, first).personas
    assert queries.maps(now)[-1] == journey


def test_a_map_like_a_future_one_is_a_map_of_today() -> None:
    tx, first = visit()
    future = operations.start_future(tx, first, "Visit, future")
    made = tx.snapshot.get(JourneyMap, operations.add_map_like(tx, future, "Other"))
    assert (made.state, made.based_on) == (MapState.CURRENT, None)


def test_a_map_like_another_needs_a_title() -> None:
    tx, first = visit()
    with pytest.raises(RefusedError, match="needs a title"):
        operations.add_map_like(tx, first, "  ")


def test_a_second_template_takes_the_roles_and_channels_that_are_there() -> None:
    outline = read_outline(TEMPLATES, "dental")
    tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
    fill_from_template(tx, outline)
    before = [len(tx.snapshot.table(kind)) for kind in (Role, Channel)]
    first = queries.maps(tx.snapshot)[0].id
    made = fill_structure(tx, outline, title="Again").map
    assert [len(tx.snapshot.table(kind)) for kind in (Role, Channel)] == before
    assert shape(tx.snapshot, made) == shape(tx.snapshot, first)
    assert tx.snapshot.get(JourneyMap, made).title == "Again"


def test_what_goes_with_a_map_and_what_stays_is_counted() -> None:
    tx, first = visit()
    own = next(m.id for m in queries.maps(tx.snapshot) if m.title == "Form")
    assert [step.name for step in lost_with(tx.snapshot, own).above] == ["Form"]
    future = operations.start_future(tx, first, "Visit, future")
    loss = lost_with(tx.snapshot, first)
    assert (loss.steps, loss.cards, loss.plans, loss.below) == (2, 2, 1, 1)
    assert [journey.id for journey in loss.futures] == [future]


def test_nothing_is_left_dangling_when_a_map_goes_and_undo_brings_it_back() -> None:
    made, first = visit()
    future = operations.start_future(made, first, "Visit, future")
    before = made.finished()
    tx = Tx(before, made.new_id)
    operations.delete_map(tx, first)
    after = tx.finished()
    assert [journey.title for journey in queries.maps(after)] == ["Form", "Visit, future"]
    kept = after.get(JourneyMap, future)
    assert (kept.state, kept.based_on) == (MapState.CURRENT, None)
    form = next(m.id for m in queries.maps(after) if m.title == "Form")
    assert map_pairs.future_of(after, form) is None
    assert [plan.touchpoint for plan in after.table(Plan).values()] == [None]
    assert {step.name for step in after.table(Touchpoint).values()} == {"Greeting", "Form"}
    assert after.with_changes(inverse_of(tx.changes, after)) == before
