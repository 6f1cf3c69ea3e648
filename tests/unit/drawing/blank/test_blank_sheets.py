"""Sheets to write on: the steps with their numbers, empty rows, room for dots."""

from datetime import date

import pytest

from journeymapper.domain.entities import JourneyMap, Touchpoint
from journeymapper.domain.errors import UserError
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.blank.pages import blank_sheets
from journeymapper.drawing.display_list import Text
from journeymapper.drawing.extent import extent
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import paper
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import by_key, changed, edited, practice, setting, text_of


def sheets(engine: TextEngine, snapshot: Snapshot) -> tuple[Sheet, ...]:
    return blank_sheets(snapshot, "map", setting(engine), paper("a4"), date(2026, 3, 18))


def with_many(count: int) -> Snapshot:
    return changed(
        practice(),
        *(
            Touchpoint(f"t{i}", stage="pay", name=f"Step {i}", position=10.0 + i)
            for i in range(count)
        ),
    )


def test_a_sheet_for_each_stage_then_one_for_dots(engine: TextEngine) -> None:
    made = sheets(engine, practice())
    assert [sheet.key for sheet in made] == [
        "stage:learn:1", "stage:arrive:1", "stage:pay:1", "dots:1",
    ]  # fmt: skip
    assert [mark.title for sheet in made for mark in sheet.bookmarks][-1] == "Sheet 4: dots"


def test_steps_stand_with_number_and_name_and_nothing_else_of_the_map(engine: TextEngine) -> None:
    made = sheets(engine, practice())
    groups = by_key(made[0].drawing)
    assert text_of(groups["step:review"]).split("\n") == ["1.1", "Recommendation"]
    everything = " ".join(text_of(group) for sheet in made for group in sheet.drawing.groups)
    for words in ("Asks friends", "Old", "Hold slots", "Manager"):
        assert words not in everything


def test_five_steps_take_two_sheets(engine: TextEngine) -> None:
    made = [sheet for sheet in sheets(engine, with_many(3)) if sheet.key.startswith("stage:pay")]
    steps = [sum(key.startswith("step:") for key in by_key(sheet.drawing)) for sheet in made]
    assert sorted(steps) == [2, 3]


def test_every_step_has_room_for_dots_once(engine: TextEngine) -> None:
    snapshot = with_many(30)
    lists = [sheet for sheet in sheets(engine, snapshot) if sheet.key.startswith("dots")]
    found = [
        group.entity
        for sheet in lists
        for key, group in by_key(sheet.drawing).items()
        if key.startswith("step:")
    ]
    assert len(lists) == 3
    assert sorted(found) == sorted(snapshot.table(Touchpoint))
    for sheet in lists:
        assert max(group.box.bottom for group in sheet.drawing.groups) < sheet.height_pt


def test_a_long_name_is_whole(engine: TextEngine) -> None:
    name = "Waiting for the examination and for the plan that follows from it " * 3
    step = Touchpoint("long", stage="pay", name=name.strip(), position=20.0)
    for sheet in sheets(engine, changed(practice(), step))[2:]:
        group = by_key(sheet.drawing)["step:long"]
        assert name.split() == " ".join(text_of(group).split("\n")[1:]).split()
        sizes = [shape.run.size for shape in group.shapes if isinstance(shape, Text)]
        assert min(sizes) >= 11


def test_a_title_from_right_to_left_stays_on_the_sheet(engine: TextEngine) -> None:
    snapshot = edited(practice(), JourneyMap, "map", title="رحلة المريض")
    for sheet in sheets(engine, snapshot):
        box = extent(sheet.drawing)
        assert box.x >= 0
        assert box.right <= sheet.width_pt


def test_a_map_without_stages_says_what_to_do(engine: TextEngine) -> None:
    empty = changed(practice(), JourneyMap("other", title="Other", position=1.0))
    with pytest.raises(UserError, match="nothing to write on"):
        blank_sheets(empty, "other", setting(engine), paper("a4"), date(2026, 3, 18))
