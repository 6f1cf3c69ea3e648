"""Ways stay whole when a step comes in between or goes away."""

import itertools
from collections.abc import Callable
from functools import partial

import pytest

from journeymapper.analysis import journey_figures
from journeymapper.analysis.journey_flow import flow_of
from journeymapper.app import resources
from journeymapper.document import operations as ops
from journeymapper.document import templates
from journeymapper.document.outline import keys, read_outline
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.snapshot import Snapshot
from tests.unit.drawing.ways_world import journey, to
from tests.unit.drawing.world import edited

FOLDER = resources.find().templates


def after(snapshot: Snapshot, do: Callable[[Tx], object]) -> Snapshot:
    numbers = itertools.count(1)
    tx = Tx(snapshot, lambda: f"new{next(numbers)}")
    do(tx)
    return tx.finished()


def ways(snapshot: Snapshot, step: str) -> dict[str, float | None]:
    return {way.target: way.share for way in flow_of(snapshot, "map").ways[step]}


def test_a_step_put_between_two_is_gone_through() -> None:
    start = journey(to("page", "greeting", 0.8), to("page", "goes", 0.2))
    found = after(start, lambda tx: ops.add_touchpoint(tx, "learn", "Call", 2))
    assert ways(found, "page") == {"new1": 0.8, "goes": 0.2}
    assert ways(found, "new1") == {"greeting": 1.0}


def test_a_step_put_at_the_end_takes_over_how_the_journey_ends() -> None:
    found = after(journey(), lambda tx: ops.add_touchpoint(tx, "pay", "Thanks"))
    assert ways(found, "invoice") == {"new1": 1.0}
    assert ways(found, "new1") == {"stays": 1.0}


def test_a_step_put_before_the_first_is_where_people_enter() -> None:
    start = edited(journey(), Touchpoint, "review", entry=True)
    found = after(start, lambda tx: ops.add_touchpoint(tx, "learn", "Advert", 0))
    assert flow_of(found, "map").start == {"new1": 1.0}


def test_a_step_that_was_jumped_over_stays_so() -> None:
    start = journey(to("review", "greeting", 0.5), to("review", "goes", 0.5))
    found = after(start, lambda tx: ops.add_touchpoint(tx, "learn", "Call", 1))
    assert ways(found, "review") == {"greeting": 0.5, "goes": 0.5}


def test_a_step_that_goes_away_is_passed_by() -> None:
    start = journey(to("page", "greeting", 0.8), to("page", "goes", 0.2))
    found = after(start, lambda tx: ops.delete_touchpoint(tx, "greeting"))
    assert ways(found, "page") == {"rebook": 0.8, "goes": 0.2}


def test_the_last_step_leaves_its_end_to_the_one_before() -> None:
    found = after(journey(), lambda tx: ops.delete_touchpoint(tx, "invoice"))
    assert ways(found, "rebook") == {"stays": 1.0}


def test_shares_that_meet_add_up() -> None:
    start = journey(to("page", "greeting", 0.5), to("page", "rebook", 0.3), to("page", "goes", 0.2))
    found = after(start, lambda tx: ops.delete_touchpoint(tx, "greeting"))
    assert ways(found, "page") == pytest.approx({"rebook": 0.8, "goes": 0.2})


def test_a_stage_that_goes_away_is_passed_by() -> None:
    start = journey(to("page", "greeting", 0.8), to("page", "goes", 0.2))
    found = after(start, lambda tx: ops.delete_stage(tx, "arrive"))
    assert ways(found, "page") == {"rebook": 0.8, "goes": 0.2}
    last = after(start, lambda tx: ops.delete_stage(tx, "pay"))
    assert ways(last, "greeting") == {"stays": 1.0}


def test_where_people_went_several_ways_nothing_is_guessed() -> None:
    start = journey(
        to("page", "greeting", 0.8),
        to("page", "goes", 0.2),
        to("greeting", "rebook", 0.5),
        to("greeting", "goes", 0.5),
    )
    found = after(start, lambda tx: ops.delete_touchpoint(tx, "greeting"))
    assert ways(found, "page") == {"goes": 0.2}


@pytest.mark.parametrize("key", keys(FOLDER))
def test_a_step_added_anywhere_in_a_template_changes_nothing_for_the_others(key: str) -> None:
    start = templates.snapshot_of(read_outline(FOLDER, key))
    map_id = queries.maps(start)[0].id
    before = journey_figures.figures(flow_of(start, map_id)).success
    for stage in queries.stages(start, map_id):
        for index in range(len(queries.touchpoints(start, stage.id)) + 1):
            add = partial(ops.add_touchpoint, stage_id=stage.id, name="New", index=index)
            found = after(start, add)
            net = flow_of(found, map_id)
            check = net.check()
            assert (check.dead_ends, check.traps) == ((), ())
            assert set(check.unreachable) <= {"new1"}
            assert journey_figures.figures(net).success == pytest.approx(before)
