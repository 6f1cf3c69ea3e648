"""Of a long map the part that is seen is laid out first; what waits comes out the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeymapper.domain.entities import Card, Feeling, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Group
from journeymapper.drawing.map.ahead import measured_ahead, places_of
from journeymapper.drawing.map.later import Seen
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.places import Near
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.text.engine import TextEngine
from tests.unit.drawing import world
from tests.unit.drawing.world import changed, edited, practice, setting

STAGES, STEPS = 6, 4
START = Near(0.0, 500.0)
MIDDLE = Near(1500.0, 2000.0)


@pytest.fixture(scope="module")
def journey() -> Snapshot:
    """The practice with six stages behind it; the longest texts stand far from the start."""
    snapshot = practice(shown=(*world.ROWS, LaneKind.WAIT))
    pay = snapshot.get(Stage, "pay")
    for number in range(STAGES):
        stage = replace(pay, id=f"g{number}", name=f"Stage {number}", position=20.0 + number)
        snapshot = changed(snapshot, stage)
        for place in range(STEPS):
            id_ = f"s{number}.{place}"
            text = "and so on " * (12 if (number, place) == (4, 1) else 1)
            wait = 5.0 if (number, place) == (5, 0) else None
            snapshot = changed(
                snapshot,
                Touchpoint(id_, f"g{number}", text, position=float(place), wait_actual=wait),
                Card(f"c{id_}", lane="pain", touchpoint=id_, text=text),
                Feeling(f"f{id_}", touchpoint=id_, persona="anna", value=place - 2),
            )
    return snapshot


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine, fill_height=900.0)


def begun(journey: Snapshot, plain: MapSetting, near: Near = START) -> MapLayout:
    """The map as it is when nothing but the part that is seen has been laid out."""
    return lay_out(journey, "map", plain, seen=Seen(near, at_once=0))


def seen(layout: MapLayout, near: Near) -> dict[str, Group]:
    """Everything that reaches into a part of the map, by key."""
    return {g.key: g for g in layout.cells if near.meets(g.box.x, g.box.right)}


def by_key(layout: MapLayout) -> dict[str, Group]:
    return {group.key: group for group in layout.cells}


def ids(layout: MapLayout) -> frozenset[str]:
    return frozenset(column.place for column in layout.waiting)


@pytest.mark.parametrize("near", [START, MIDDLE])
def test_what_is_seen_is_there_and_the_rest_waits(
    journey: Snapshot, plain: MapSetting, near: Near
) -> None:
    whole, part = lay_out(journey, "map", plain), begun(journey, plain, near)
    assert not whole.waiting
    assert len(part.waiting) > len(part.columns) / 2
    assert not any(near.meets(column.x, column.right) for column in part.waiting)
    assert seen(whole, near).items() <= by_key(part).items()


def test_rows_and_figures_of_what_waits_are_true_already(
    journey: Snapshot, plain: MapSetting
) -> None:
    """The highest cell of each row is measured first, wherever it is."""
    whole, part = lay_out(journey, "map", plain), begun(journey, plain)
    assert (part.rows, part.columns, part.height) == (whole.rows, whole.columns, whole.height)
    assert (part.curves, part.fall, part.hints) == (whole.curves, whole.fall, whole.hints)
    assert [s.asked for s in part.sums.values()] == [s.asked for s in whole.sums.values()]


def test_what_waits_comes_out_as_if_it_had_not(journey: Snapshot, plain: MapSetting) -> None:
    part = begun(journey, plain)
    after = lay_out(journey, "map", plain, part, ids(part))
    assert not after.waiting
    assert after.drawing() == lay_out(journey, "map", plain).drawing()


def test_measured_a_little_at_a_time(journey: Snapshot, plain: MapSetting) -> None:
    part, turns = begun(journey, plain), 0
    while (ahead := measured_ahead(part, 5)) is not None:
        assert ahead.cells == part.cells
        part, turns = ahead, turns + 1
    assert turns > 2
    after = lay_out(journey, "map", plain, part, ids(part), seen=Seen(START, at_once=0))
    assert after.waiting  # measured, but not placed
    assert all(content.measured for content in after.contents.values())
    first, last = after.waiting[0], after.waiting[-1]
    done = lay_out(
        journey, "map", plain, after, frozenset(), seen=Seen(Near(first.x, last.right), at_once=0)
    )
    assert not done.waiting
    assert done.drawing() == lay_out(journey, "map", plain).drawing()


def test_going_elsewhere_lays_out_what_is_seen_there(journey: Snapshot, plain: MapSetting) -> None:
    part = begun(journey, plain)
    places = places_of(part, MIDDLE)
    assert places
    there = lay_out(journey, "map", plain, part, places, seen=Seen(MIDDLE, at_once=0))
    assert not places_of(there, MIDDLE)
    assert there.waiting
    assert seen(lay_out(journey, "map", plain), MIDDLE).items() <= by_key(there).items()
    assert places_of(there, START) == frozenset()


def test_an_edit_of_what_waits_is_seen_when_it_comes(journey: Snapshot, plain: MapSetting) -> None:
    part = begun(journey, plain)
    later = edited(journey, Card, "cs3.1", text="Written meanwhile " * 30)
    part = lay_out(later, "map", plain, part, frozenset({"s3.1"}), seen=Seen(START, at_once=0))
    whole = lay_out(later, "map", plain)
    assert part.rows == whole.rows
    assert lay_out(later, "map", plain, part, ids(part)).drawing() == whole.drawing()


def test_a_few_columns_are_no_reason_to_wait(plain: MapSetting) -> None:
    snapshot = practice()
    layout = lay_out(snapshot, "map", plain, seen=Seen(Near(0, 10)))
    assert not layout.waiting
    assert layout.drawing() == lay_out(snapshot, "map", plain).drawing()
