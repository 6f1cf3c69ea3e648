"""A preview lays out only what is seen, and that as it will be."""

from __future__ import annotations

import pytest

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Card, Feeling, Touchpoint
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Group
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.places import Near
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.touched import touched_by
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import changed, practice, setting

MANY = 60


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def long_journey() -> Snapshot:
    """The practice with many more steps in its last stage, each with a pain and a feeling."""
    snapshot = practice()
    for n in range(MANY):
        snapshot = changed(
            snapshot,
            Touchpoint(f"s{n}", stage="pay", name=f"Step {n}", position=10.0 + n),
            Feeling(f"f{n}", touchpoint=f"s{n}", persona="anna", value=n % 7 - 3),
            Card(f"c{n}", lane="pain", touchpoint=f"s{n}", text=f"Pain {n}"),
        )
    return snapshot


def seen(layout: MapLayout, near: Near) -> dict[str, Group]:
    """Everything that reaches into a part of the map, by key."""
    groups = (*layout.cells, *layout.header)
    return {g.key: g for g in groups if near.meets(g.box.x - 4, g.box.right + 4)}


def moved(snapshot: Snapshot, id_: str, position: float) -> Change:
    step = snapshot.get(Touchpoint, id_)
    after = Touchpoint(id_, stage=step.stage, name=step.name, position=position)
    return Change(Touchpoint, id_, step, after)


@pytest.mark.parametrize(("position", "middle"), [(20.5, 26), (60.5, 60), (5.0, 4), (44.5, 12)])
def test_what_is_seen_equals_the_whole_layout(
    plain: MapSetting, position: float, middle: int
) -> None:
    before = long_journey()
    first = lay_out(before, "map", plain)
    change = moved(before, "s12", position)
    after = before.with_changes([change])
    at = first.columns[middle].x
    near = Near(at - 600, at + 600)
    part = lay_out(after, "map", plain, first, touched_by([change]), near)
    whole = lay_out(after, "map", plain)
    assert part.columns == whole.columns
    assert seen(part, near) == seen(whole, near)
    far = [c.place for c in whole.columns if not near.meets(c.x - 100, c.right + 100)]
    assert all(part.placed.by_place[p] is first.placed.by_place[p] for p in far if p != "s12")


def test_rows_that_are_high_enough_stay_while_something_is_carried(engine: TextEngine) -> None:
    roomy = setting(engine, fill_height=900.0)
    before = long_journey()
    first = lay_out(before, "map", roomy)
    card = before.get(Card, "c3")
    longer = Card("c3", lane="pain", touchpoint="s4", text="word " * 7)
    change = Change(Card, "c3", card, longer)
    after = before.with_changes([change])
    near = Near(0, 2000)
    part = lay_out(after, "map", roomy, first, touched_by([change]), near)
    assert part.rows is first.rows
    assert lay_out(after, "map", roomy).rows != first.rows
    tall = Card("c3", lane="pain", touchpoint="s4", text="word " * 200)
    higher = Change(Card, "c3", card, tall)
    grown = before.with_changes([higher])
    part = lay_out(grown, "map", roomy, first, touched_by([higher]), near)
    assert part.rows == lay_out(grown, "map", roomy).rows


def test_columns_of_another_width_are_all_laid_out(engine: TextEngine) -> None:
    fitted = setting(engine, fit_width=4000.0)
    before = long_journey()
    first = lay_out(before, "map", fitted)
    made = Touchpoint("new", stage="learn", name="New", position=0.5)
    after = changed(before, made)
    part = lay_out(after, "map", fitted, first, None, Near(0, 300))
    assert part.cells == lay_out(after, "map", fitted).cells
