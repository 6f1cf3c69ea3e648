"""The map on paper: nothing lost, nothing twice, nothing too small."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.domain.entities import (
    Card,
    Feeling,
    JourneyMap,
    Lane,
    Project,
    Stage,
    Touchpoint,
)
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import LaneKind, MapState, Phase
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Group, Path, Reading, Text
from journeymapper.drawing.map.fitting import column_groups
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import LONGEST, PAPERS, paper
from journeymapper.text.engine import TextEngine
from tests.unit.drawing import world
from tests.unit.drawing.world import (
    by_key,
    changed,
    edited,
    numbers,
    practice,
    runs_of,
    setting,
    text_of,
)

TODAY = date(2026, 5, 26)


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def _long(stages: int = 6, steps: int = 4) -> Snapshot:
    snapshot = practice(shown=world.ROWS)
    for i in range(stages):
        stage = Stage(f"s{i}", map="map", name=f"Stage {i}", phase=Phase.DURING, position=9.0 + i)
        snapshot = changed(snapshot, stage)
        for j in range(steps):
            step = Touchpoint(f"s{i}t{j}", stage=stage.id, name=f"Way {i} place {j}", position=j)
            feeling = Feeling(f"f{i}.{j}", step.id, "anna", (i * 3 + j * 2) % 11 - 5)
            card = Card(f"c{i}.{j}", lane="doing", touchpoint=step.id, text=f"Deed {i} {j}")
            snapshot = changed(snapshot, step, feeling, card)
    return snapshot


def _texts(sheet: Sheet) -> list[str]:
    return [text_of(group).replace("\n", " ") for group in sheet.drawing.groups]


@pytest.mark.parametrize("name", [*PAPERS, "900x600mm", "300x900mm"])
def test_no_text_is_too_small_and_all_lies_within_the_margins(plain: MapSetting, name: str) -> None:
    for sheet in sheets(_long(), "map", plain, paper(name), TODAY):
        by_key(sheet.drawing)
        assert max(sheet.width_pt, sheet.height_pt) <= LONGEST
        for group in sheet.drawing.groups:
            for shape in group.shapes:
                if isinstance(shape, Text):
                    assert shape.run.size >= 6.5
                    for x, y in zip(shape.run.xs, shape.run.ys, strict=True):
                        assert 20 <= group.box.x + shape.x + x <= sheet.width_pt - 20
                        assert 20 <= group.box.y + shape.y + y <= sheet.height_pt - 20


@pytest.mark.parametrize("name", ["a5", "a4", "letter", "a3", "a0", "single", "200x900mm"])
def test_every_step_is_read_once_as_a_heading(plain: MapSetting, name: str) -> None:
    snapshot = _long()
    groups = [
        g for s in sheets(snapshot, "map", plain, paper(name), TODAY) for g in s.drawing.groups
    ]
    steps = [g.entity for g in groups if g.key.startswith("step:")]
    assert sorted(steps) == sorted(snapshot.table(Touchpoint))
    assert all(g.reading == Reading.STEP for g in groups if g.key.startswith("step:"))
    stages = [g.entity for g in groups if g.reading == Reading.STAGE]
    assert sorted(stages) == sorted(snapshot.table(Stage))
    cards = [g.entity for g in groups if g.key.startswith("card:")]
    assert sorted(cards) == sorted(snapshot.table(Card))
    assert sum(g.reading == Reading.TITLE for g in groups) == 1


def test_step_names_appear_nowhere_else(plain: MapSetting) -> None:
    found = sheets(_long(), "map", plain, paper("a4"), TODAY)
    words = " ".join(text for sheet in found for text in _texts(sheet)).split()
    assert words.count("Invoice") == 1


def test_stages_are_not_broken_unless_wider_than_a_sheet(plain: MapSetting) -> None:
    found = sheets(_long(stages=6, steps=4), "map", plain, paper("a4"), TODAY)
    continued = [t for sheet in found for t in _texts(sheet) if "Stage" in t and "continued" in t]
    assert not continued
    broken = sheets(_long(stages=1, steps=40), "map", plain, paper("a4"), TODAY)
    continued = [t for sheet in broken for t in _texts(sheet) if "Stage 0, continued" in t]
    assert len(continued) >= 3


@given(st.lists(st.integers(1, 9), max_size=20), st.integers(1, 12))
def test_columns_are_spread_over_the_fewest_sheets(counts: list[int], most: int) -> None:
    groups = column_groups(counts, most)
    assert groups[0][0] == 0
    assert groups[-1][1] == sum(counts)
    assert all(a[1] == b[0] for a, b in pairwise(groups))
    assert all(end - start <= most for start, end in groups)
    borders = {sum(counts[:i]) for i in range(len(counts) + 1)}
    if max(counts, default=0) <= most:
        assert {end for _start, end in groups} <= borders
        assert len(groups) <= max(1, len(counts))


def test_the_curve_goes_on_at_the_same_height_and_slope(plain: MapSetting) -> None:
    found = sheets(_long(stages=4), "map", plain, paper("a3"), TODAY)
    assert len(found) == 2
    left, right = (by_key(sheet.drawing)["curve:anna"] for sheet in found)
    (x1, y1, x2, y2) = _end(left)
    (sx, sy, cx, cy) = _start(right)
    assert y2 == pytest.approx(sy, abs=0.01)
    assert (y2 - y1) / (x2 - x1) == pytest.approx((cy - sy) / (cx - sx), abs=1e-3)


def _end(group: Group) -> tuple[float, float, float, float]:
    (path,) = [s for s in group.shapes if isinstance(s, Path)]
    _cx, _cy, x1, y1, x2, y2 = numbers(path.segments[-1])
    return group.box.x + x1, group.box.y + y1, group.box.x + x2, group.box.y + y2


def _start(group: Group) -> tuple[float, float, float, float]:
    (path,) = [s for s in group.shapes if isinstance(s, Path)]
    sx, sy = numbers(path.segments[0])
    cx, cy, *_rest = numbers(path.segments[1])
    return group.box.x + sx, group.box.y + sy, group.box.x + cx, group.box.y + cy


def test_sheets_say_which_they_are_and_repeat_their_titles(plain: MapSetting) -> None:
    found = sheets(_long(stages=4), "map", plain, paper("a3"), TODAY)
    for number, sheet in enumerate(found, start=1):
        groups = by_key(sheet.drawing)
        assert f"Sheet {number} of 2" in text_of(groups["index"])
        assert f"Sheet {number} of 2" in text_of(groups["foot"])
        assert "Printed 26 May 2026" in text_of(groups["foot"])
        assert text_of(groups["title"]) == "Patient journey"
        assert "row:pain" in groups
    assert "Repeats from" in text_of(by_key(found[1].drawing)["repeats"])
    assert by_key(found[1].drawing)["row:pain"].reading == Reading.DECORATION


def test_a_phase_that_goes_on_says_so(plain: MapSetting) -> None:
    found = sheets(_long(stages=4), "map", plain, paper("a3"), TODAY)
    assert "During, continued" in _texts(found[1])


def test_head_tells_state_organisation_and_example(plain: MapSetting) -> None:
    future = edited(practice(), JourneyMap, "map", state=MapState.FUTURE)
    example = edited(future, Project, "project", example=True)
    (sheet,) = sheets(example, "map", plain, paper("a3"), TODAY)
    said = text_of(by_key(sheet.drawing)["head"])
    assert "Future, Linden" in said
    assert "EXAMPLE" in said
    assert "Anna, working mother" in said
    (mine,) = sheets(practice(), "map", plain, paper("a3"), TODAY)
    assert "EXAMPLE" not in " ".join(_texts(mine))


def test_the_foot_says_how_sure_we_are(plain: MapSetting) -> None:
    (sheet,) = sheets(practice(), "map", plain, paper("a3"), TODAY)
    assert "Patients asked about 1 of 5 steps" in text_of(by_key(sheet.drawing)["foot"])
    (steps_only,) = sheets(practice(filled=False), "map", plain, paper("a3"), TODAY)
    assert "opinion" not in " ".join(_texts(steps_only))


def test_the_legend_names_what_the_map_uses(plain: MapSetting) -> None:
    (sheet,) = sheets(practice(), "map", plain, paper("a3"), TODAY)
    said = text_of(by_key(sheet.drawing)["legend"])
    for word in ("Manager", "Front desk", "Phone", "Critical", "Low", "Moment of truth", "−5"):
        assert word in said
    assert "Medium" not in said


def test_bookmarks_lead_to_the_map_and_each_of_its_stages(plain: MapSetting) -> None:
    found = sheets(_long(), "map", plain, paper("a4"), TODAY)
    marks = [mark for sheet in found for mark in sheet.bookmarks]
    assert (marks[0].title, marks[0].level) == ("Patient journey", 0)
    titles = [mark.title for mark in marks[1:]]
    assert titles[:3] == ["1 Learn", "2 Arrive", "3 Pay and rebook"]
    assert len(titles) == 9
    assert {mark.level for mark in marks[1:]} == {1}


def test_clients_do_not_see_behind_the_scenes(plain: MapSetting) -> None:
    full = practice(shown=world.ROWS)
    (ours,) = sheets(full, "map", plain, paper("a3"), TODAY)
    (theirs,) = sheets(full, "map", plain, paper("a3"), TODAY, "client")
    assert "card:long" in by_key(ours.drawing)
    assert "card:long" not in by_key(theirs.drawing)
    assert "card:looked" in by_key(theirs.drawing)


def test_rows_go_on_below_with_the_numbers_of_the_steps(plain: MapSetting) -> None:
    tall = edited(_long(stages=0), Lane, "backstage", height=600)
    found = sheets(tall, "map", plain, paper("a4"), TODAY)
    below = next(g for s in found if "card:long" in (g := by_key(s.drawing)))
    assert "step:rebook" not in below
    assert text_of(below["number:rebook"]) == "3.1"
    assert below["stage:pay"].reading == Reading.DECORATION


def test_a_row_too_high_for_the_paper_is_refused_naming_one_that_fits(plain: MapSetting) -> None:
    huge = edited(practice(), Card, "looks", text="Word after word after word. " * 300)
    with pytest.raises(UserError, match=r"Doing.*too high for A4") as caught:
        sheets(huge, "map", plain, paper("a4"), TODAY)
    hint = str(caught.value.hint)
    assert "fits on" in hint
    name = hint.removeprefix("It fits on ").removesuffix(".").lower()
    assert sheets(huge, "map", plain, paper("single" if "single" in name else name), TODAY)


def test_a_map_too_long_for_one_sheet_is_refused_naming_a_paper(plain: MapSetting) -> None:
    with pytest.raises(UserError, match="too large for a single sheet") as caught:
        sheets(_long(stages=12, steps=20), "map", plain, paper("single"), TODAY)
    assert "A4" in str(caught.value.hint)


def test_a_poster_is_enlarged(plain: MapSetting) -> None:
    (small,) = sheets(practice(), "map", plain, paper("a3"), TODAY)
    (large,) = sheets(practice(), "map", plain, paper("a1"), TODAY)
    assert _size(large, "title") == pytest.approx(2 * _size(small, "title"), rel=0.01)


def _size(sheet: Sheet, key: str) -> float:
    return runs_of(by_key(sheet.drawing)[key].shapes)[0].size


def test_text_grows_on_large_paper_while_that_takes_no_more_sheets(plain: MapSetting) -> None:
    (few,) = sheets(practice(), "map", plain, paper("a3"), TODAY)
    assert _size(few, "step:page") == pytest.approx(12 * 0.75 * 1.2)
    (many,) = sheets(_long(stages=2), "map", plain, paper("a3"), TODAY)  # fill the sheet's width
    assert _size(many, "step:page") <= 12 * 0.75
    (small,) = sheets(practice(), "map", plain, paper("a4"), TODAY)
    assert _size(small, "step:page") == pytest.approx(12 * 0.75)


@pytest.mark.parametrize("shown", [world.FIRST, world.ROWS])
def test_the_rows_fill_the_sheet(plain: MapSetting, shown: tuple[LaneKind, ...]) -> None:
    for snapshot in (practice(shown=shown), practice(filled=False, shown=shown)):
        (sheet,) = sheets(snapshot, "map", plain, paper("a3"), TODAY)
        groups = by_key(sheet.drawing)
        gap = groups["legend"].box.y - groups["border"].box.bottom
        assert 0 < gap < 0.02 * sheet.height_pt
        heights = {key: group.box.h for key, group in groups.items() if key.startswith("row:")}
        assert max(heights.values()) == heights["row:feeling"] < 0.4 * sheet.height_pt


def test_a_lone_row_does_not_grow_beyond_measure(plain: MapSetting) -> None:
    steps = practice(filled=False, shown=(LaneKind.TOUCHPOINT,))
    (sheet,) = sheets(steps, "map", plain, paper("a3"), TODAY)
    assert by_key(sheet.drawing)["row:touchpoint"].box.h < 0.25 * sheet.height_pt


def test_rows_that_go_on_below_fill_each_sheet(plain: MapSetting) -> None:
    tall = edited(_long(stages=0), Lane, "backstage", height=600)
    for sheet in sheets(tall, "map", plain, paper("a3"), TODAY):
        groups = by_key(sheet.drawing)
        gap = groups["legend"].box.y - groups["border"].box.bottom
        assert gap < 0.15 * sheet.height_pt


def test_an_empty_map_still_makes_a_sheet(plain: MapSetting) -> None:
    bare = Snapshot.of([Project("p"), JourneyMap("map", title="Nothing yet")])
    for name in ("a4", "single"):
        (sheet,) = sheets(bare, "map", plain, paper(name), TODAY)
        assert text_of(by_key(sheet.drawing)["title"]) == "Nothing yet"


def test_long_names_everywhere_lose_no_letter(plain: MapSetting) -> None:
    name = "Krankenversicherungskartenlesegerät " * 5
    snapshot = edited(practice(), JourneyMap, "map", title=name)
    snapshot = edited(snapshot, Stage, "arrive", name=name)
    snapshot = edited(snapshot, Touchpoint, "greeting", name=name)
    found = sheets(snapshot, "map", plain, paper("a4"), TODAY)
    drawn = "".join(_texts(sheet)[0].replace(" ", "") for sheet in found[:1])
    assert drawn == name.replace(" ", "")
    step = next(g for s in found for g in s.drawing.groups if g.key == "step:greeting")
    assert name.replace(" ", "") in text_of(step).replace("\n", "").replace(" ", "")
