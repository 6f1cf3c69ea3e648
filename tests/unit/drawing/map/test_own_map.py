"""A step with a map of its own: the mark on its card, the hollow mark beside the curve."""

from __future__ import annotations

from datetime import date

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Feeling, JourneyMap, Stage, Touchpoint
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Group, Icon, Rect
from journeymapper.drawing.map.feeling import chart_of
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.own_map import mark_area
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.steps import pad_of
from journeymapper.drawing.map.touched import touched_by
from journeymapper.drawing.paper import paper
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import changed, edited, practice, setting, text_of, without


def with_own_map(*values: int | None) -> Snapshot:
    """The step Invoice has a map with so many steps, felt so by Anna."""
    before = practice()
    steps = [
        Touchpoint(f"in{i}", stage="inside", name=f"In {i}", position=float(i))
        for i in range(len(values))
    ]
    feelings = [
        Feeling(f"fin{i}", touchpoint=f"in{i}", persona="anna", value=value)
        for i, value in enumerate(values)
        if value is not None
    ]
    own = JourneyMap("own", title="Invoice", position=1.0)
    inside = changed(before, own, Stage("inside", map="own", name="Inside"), *steps, *feelings)
    return edited(inside, Touchpoint, "invoice", submap="own")


def layout_of(engine: TextEngine, snapshot: Snapshot, before: MapLayout | None = None) -> MapLayout:
    return lay_out(snapshot, "map", setting(engine), before)


def found(layout: MapLayout, key: str) -> Group | None:
    return next((group for group in layout.cells if group.key == key), None)


def card(layout: MapLayout, step: str) -> Group:
    group = found(layout, f"step:{step}")
    assert group is not None
    return group


def test_the_card_says_how_many_steps_are_inside(engine: TextEngine) -> None:
    for count, words in ((0, "Empty map"), (1, "1 step inside"), (2, "2 steps inside")):
        layout = layout_of(engine, with_own_map(*[None] * count))
        assert words in " ".join(text_of(card(layout, "invoice")).split())
        assert "inside" not in text_of(card(layout, "greeting"))


def test_the_mark_can_be_clicked_where_it_stands(engine: TextEngine) -> None:
    layout = layout_of(engine, with_own_map(None, None))
    group = card(layout, "invoice")
    (icon,) = (s for s in group.shapes if isinstance(s, Icon) and s.colour == "accent")
    area = mark_area(layout.frame, layout.frame.own["invoice"], group.box, pad_of(layout.frame))
    assert area.contains(group.box.x + icon.x + icon.size / 2, group.box.y + icon.y + icon.size / 2)
    assert area.h < group.box.h / 2


def test_without_a_feeling_of_its_own_the_average_stands_beside_the_curve(
    engine: TextEngine,
) -> None:
    snapshot = without(with_own_map(-3, None, -2), Feeling, "anna-invoice")
    layout = layout_of(engine, snapshot)
    hollow = found(layout, "own_feeling:invoice")
    assert hollow is not None
    assert isinstance(hollow.shapes[0], Rect)
    assert hollow.shapes[0].fill == "surface"
    assert str(hollow.alt) == "Average of its own map −2.5, 2 of 3 steps"
    row = next(row for row in layout.rows if row.lane == "feeling")
    assert hollow.box.y + hollow.box.h / 2 == chart_of(row).y(-2.5)
    count = found(layout, "own_count:invoice")
    assert count is not None
    assert text_of(count) == "2 of 3 steps"
    anna = next(one for one in layout.curves.figures if one.persona.id == "anna")
    assert anna.curve.mean == 0.5  # of 2, 1, 3 and -4: nobody's feeling was made up


def test_a_feeling_of_its_own_is_all_that_is_shown(engine: TextEngine) -> None:
    layout = layout_of(engine, with_own_map(-3, -2))
    assert found(layout, "own_feeling:invoice") is None
    assert found(layout, "feeling:anna-invoice") is not None


def test_a_change_inside_is_seen_on_the_map_above(engine: TextEngine) -> None:
    before = without(with_own_map(-3, -2), Feeling, "anna-invoice")
    layout = layout_of(engine, before)
    was = before.get(Feeling, "fin1")
    change = Change(Feeling, "fin1", was, None)
    now = before.with_changes([change])
    again = lay_out(now, "map", setting(engine), layout, touched_by([change]))
    hollow = found(again, "own_feeling:invoice")
    assert hollow is not None
    assert text_of(hollow) == "−3.0"
    assert again.cells == layout_of(engine, now).cells


def test_paper_has_the_mark_and_a_legend_for_it(engine: TextEngine) -> None:
    snapshot = without(with_own_map(-3, None), Feeling, "anna-invoice")
    (sheet,) = sheets(snapshot, "map", setting(engine), paper("single"), date(2026, 5, 12))
    words = {group.key: " ".join(text_of(group).split()) for group in sheet.drawing.groups}
    assert "2 steps inside" in words["step:invoice"]
    assert "Has a map of its own" in words["legend"]
    assert "Average of its own map, 1 of 2 steps" in words["legend"]
