"""What empty rows say, and the mark of the worked example."""

from itertools import pairwise

import pytest

from journeymapper.domain.entities import Lane, Project, Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.drawing.display_list import Group, Rect, Text
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.text.engine import TextEngine
from tests.unit.drawing import world
from tests.unit.drawing.world import by_key, edited, practice, setting, text_of, without


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def _hints(layout: MapLayout) -> list[Group]:
    return [group for group in layout.hints if group.key.startswith("hint:")]


def test_empty_rows_say_what_they_are_for_and_full_ones_do_not(plain: MapSetting) -> None:
    empty = by_key(lay_out(practice(filled=False), "map", plain).drawing())
    assert {key for key in empty if key.startswith("hint:")} == {
        "hint:doing", "hint:feeling", "hint:pain", "hint:idea",
    }  # fmt: skip
    assert text_of(empty["hint:pain"]) == "What goes wrong.\nSelect a cell and type."
    full = by_key(lay_out(practice(), "map", plain).drawing())
    assert not any(key.startswith("hint:") for key in full)
    assert text_of(full["cell:pain:page"]) == "Nothing noted"


@pytest.mark.parametrize("kind", sorted(set(world.ROWS) - {LaneKind.TOUCHPOINT}))
def test_a_hint_stays_in_its_row(plain: MapSetting, kind: LaneKind) -> None:
    layout = lay_out(practice(filled=False, shown=world.ROWS), "map", plain)
    hint = next(group for group in _hints(layout) if group.entity == kind.value)
    row = next(row for row in layout.rows if row.kind == kind)
    assert row.y <= hint.box.y
    assert hint.box.bottom <= row.bottom


def test_no_line_of_the_grid_crosses_a_hint(plain: MapSetting) -> None:
    wide = practice(filled=False, shown=world.ROWS)
    narrow = without(wide, Touchpoint, "page")  # the first stage has one column
    low = edited(wide, Lane, "idea", height=24)
    for snapshot in (wide, narrow, low):
        layout = lay_out(snapshot, "map", plain)
        borders = [a.right for a, b in pairwise(layout.columns) if b.stage_start]
        for hint in _hints(layout):
            crossed = [x for x in borders if hint.box.x < x < hint.box.right]
            grounds = [shape for shape in hint.shapes if isinstance(shape, Rect)]
            if crossed and hint.entity != "feeling":
                row = next(row for row in layout.rows if row.lane == hint.entity)
                (ground,) = grounds
                assert ground.box.h == row.h - 1
                assert hint.box.y + ground.box.y == row.y
            assert not crossed or grounds


def test_the_mark_of_the_example_stands_above_the_row_titles(plain: MapSetting) -> None:
    example = edited(practice(), Project, "project", example=True)
    groups = by_key(lay_out(example, "map", plain).drawing())
    mark = groups["example"]
    assert text_of(mark) == "EXAMPLE"
    icon = groups["row:doing"].shapes[0]
    assert not isinstance(icon, Text | Rect)
    assert mark.box.x == 10
    assert mark.box.y >= 0
    assert mark.box.bottom <= plain.tokens.size("phase_band")
    assert "example" not in by_key(lay_out(practice(), "map", plain).drawing())
