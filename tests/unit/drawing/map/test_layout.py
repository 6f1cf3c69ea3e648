"""The map laid out: columns, rows, cells, and what stands in them."""

from dataclasses import replace

import pytest

from journeymapper.domain.entities import Card, JourneyMap, Lane, Project, Stage, Touchpoint
from journeymapper.domain.errors import MissingEntityError
from journeymapper.domain.kinds import LaneKind, People, Phase
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Path, Reading, Text
from journeymapper.drawing.map.layout import lay_out
from journeymapper.drawing.map.places import CellRef
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.text.catalogue import Catalogue
from journeymapper.text.engine import TextEngine
from journeymapper.text.runs import Family, TextStyle
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
    without,
)


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def test_a_column_for_each_step_side_by_side(plain: MapSetting) -> None:
    layout = lay_out(practice(), "map", plain)
    assert [c.touchpoint for c in layout.columns] == [step for step, *_rest in world.STEPS]
    assert [c.number for c in layout.columns] == ["1.1", "1.2", "2.1", "3.1", "3.2"]
    assert layout.columns[0].x == layout.title_width == 112
    assert all(a.right == b.x for a, b in zip(layout.columns, layout.columns[1:], strict=False))
    assert {column.w for column in layout.columns} == {99}
    assert layout.width == layout.columns[-1].right


def test_a_stage_without_steps_has_one_empty_column(plain: MapSetting) -> None:
    layout = lay_out(without(practice(), Touchpoint, "greeting"), "map", plain)
    column = layout.columns[2]
    assert (column.stage, column.touchpoint) == ("arrive", "")
    said = text_of(by_key(layout.drawing())["empty:arrive"]).replace("\n", " ")
    assert said == "No step here yet Add one"
    assert layout.cell_at(column.x + 1, layout.rows[0].y + 1) == CellRef("doing", "arrive", "")


def test_rows_stand_one_below_the_other_with_their_least_heights(plain: MapSetting) -> None:
    layout = lay_out(practice(filled=False), "map", plain)
    assert [row.kind for row in layout.rows] == list(world.FIRST)
    assert [row.h for row in layout.rows] == [48, 110, 174, 74, 66]
    assert layout.rows[0].y == layout.header_height == 60
    assert layout.height == layout.rows[-1].bottom == 60 + 472


def test_a_row_grows_with_its_text_and_nothing_is_cut(plain: MapSetting) -> None:
    text = "Asks friends and neighbours again and again. " * 12
    layout = lay_out(edited(practice(), Card, "alone", text=text), "map", plain)
    group = by_key(layout.drawing())["card:alone"]
    row = layout.rows[0]
    assert row.h > 200
    assert group.box.bottom <= row.bottom
    drawn = text_of(group).replace("\n", "").replace(" ", "")
    assert drawn == text.replace(" ", "")


def test_a_height_that_the_user_set_is_kept_unless_the_text_needs_more(plain: MapSetting) -> None:
    low = edited(practice(), Lane, "idea", height=200)
    assert lay_out(low, "map", plain).rows[-1].h == 200
    short = edited(practice(), Lane, "doing", height=24)
    assert lay_out(short, "map", plain).rows[0].h >= 46


def test_spare_height_is_shared_by_rows_that_the_user_has_not_sized(engine: TextEngine) -> None:
    snapshot = edited(practice(), Lane, "idea", height=66)
    layout = lay_out(snapshot, "map", setting(engine, fill_height=700))
    assert 700 - len(layout.rows) <= layout.height <= 700
    assert layout.rows[-1].h == 66


def test_the_cards_of_steps_do_not_grow_into_empty_columns(engine: TextEngine) -> None:
    plain = lay_out(practice(), "map", setting(engine))
    tall = lay_out(practice(), "map", setting(engine, fill_height=2 * plain.height))
    grown = {row.kind: row.h / low.h for row, low in zip(tall.rows, plain.rows, strict=True)}
    assert 2 * plain.height - len(tall.rows) <= tall.height <= 2 * plain.height
    assert grown[LaneKind.TOUCHPOINT] < 1.5
    assert grown[LaneKind.FEELING] > 2


def test_a_card_across_a_stage_spans_its_columns(plain: MapSetting) -> None:
    layout = lay_out(practice(), "map", plain)
    groups = by_key(layout.drawing())
    across, alone = groups["card:hold"], groups["card:alone"]
    assert across.box.w > 180
    assert alone.box.w < 99
    box = layout.cell_box("idea", "pay")
    assert box is not None
    assert box.w == 198


def test_what_stands_at_a_step_stands_below_what_stands_across_its_stage(plain: MapSetting) -> None:
    at_step = Card("own", lane="doing", touchpoint="review", text="Reads")
    groups = by_key(lay_out(changed(practice(), at_step), "map", plain).drawing())
    assert groups["card:own"].box.y >= groups["card:looks"].box.bottom


def test_the_card_of_a_step_tells_what_matters(plain: MapSetting) -> None:
    groups = by_key(lay_out(practice(), "map", plain).drawing())
    words = text_of(groups["step:rebook"]).splitlines()
    assert words[0] == "3.1"
    assert "C" in words
    assert "Front desk" in words
    page = text_of(groups["step:page"])
    assert "7.4" in page
    assert "of 10" in page
    assert "patients" not in page
    assert "of 10" not in text_of(groups["step:rebook"])
    assert "31 patients" in text_of(groups["sure:page"])


def test_who_said_so_stands_on_the_card_where_the_feeling_row_is_hidden(plain: MapSetting) -> None:
    hidden = edited(practice(), Lane, "feeling", visible=False)
    groups = by_key(lay_out(hidden, "map", plain).drawing())
    assert "31 patients" in text_of(groups["step:page"]).replace("\n", "")
    assert "sure:page" not in groups


def test_the_worst_pain_shows_even_when_its_row_is_hidden(plain: MapSetting) -> None:
    hidden = edited(practice(), Lane, "pain", visible=False)
    groups = by_key(lay_out(hidden, "map", plain).drawing())
    assert "C" in text_of(groups["step:rebook"]).splitlines()


def test_a_reader_hears_stage_then_step_then_its_texts(plain: MapSetting) -> None:
    drawing = lay_out(practice(), "map", plain).drawing()
    read = [g.key for g in drawing.groups if g.reading != Reading.DECORATION]
    order = ["stage:learn", "card:looks", "step:review", "card:old", "step:page", "stage:arrive"]
    places = [read.index(key) for key in order]
    assert places == sorted(places)
    readings = {g.key: g.reading for g in drawing.groups}
    assert readings["stage:learn"] == Reading.STAGE
    assert readings["step:page"] == Reading.STEP
    assert readings["curve:anna"] == Reading.FIGURE


def test_every_group_is_where_its_row_and_column_are(plain: MapSetting) -> None:
    layout = lay_out(practice(shown=world.ROWS), "map", plain)
    rows = {row.lane: row for row in layout.rows}
    cards = practice().table(Card)
    for group in layout.cells:
        if group.key.startswith("card:"):
            card = cards[group.entity]
            row, box = rows[card.lane], layout.cell_box(card.lane, card.place)
            assert box is not None
            assert row.y <= group.box.y
            assert group.box.bottom <= row.bottom
            assert box.x <= group.box.x
            assert group.box.right <= box.right


def test_the_cell_under_a_point(plain: MapSetting) -> None:
    layout = lay_out(practice(), "map", plain)
    row, column = layout.rows[3], layout.columns[3]
    assert layout.cell_at(column.x, row.y) == CellRef("pain", "pay", "rebook")
    assert layout.cell_at(layout.title_width - 1, row.y) is None
    assert layout.cell_at(column.x, layout.header_height - 1) is None
    assert layout.cell_at(layout.width, row.y) is None
    assert layout.cell_box("pain", "nobody") is None
    assert layout.cell_box("backstage", "rebook") is None


def test_blueprint_lines_stand_where_both_sides_are_visible(plain: MapSetting) -> None:
    layout = lay_out(practice(shown=world.ROWS), "map", plain)
    strips = {row.kind: row.strip for row in layout.rows}
    assert strips[LaneKind.FRONTSTAGE] == strips[LaneKind.BACKSTAGE] == 20
    titles = by_key(layout.drawing())
    assert text_of(titles["strip:frontstage"]) == "The two meet here"
    assert text_of(titles["strip:backstage"]) == "Nobody sees below"
    alone = lay_out(practice(shown=(*world.FIRST, LaneKind.BACKSTAGE)), "map", plain)
    assert not any(row.strip for row in alone.rows)


@pytest.mark.parametrize(
    ("meet", "below"),
    [
        ("Hier begegnen sich beide", "Niemand sieht, was darunter ist"),
        ("Kundenbegegnungslinie", "Sichtbarkeitsgrenzlinie"),
        ("Kurz", "Niemand sieht, was hier darunter alles so getan wird"),
    ],
)
def test_longer_words_of_blueprint_lines_stay_in_the_title_column(
    engine: TextEngine, meet: str, below: str
) -> None:
    entries = {"The two meet here": meet, "Nobody sees below": below}
    german = setting(engine, catalogue=Catalogue("de", entries))
    layout = lay_out(practice(shown=world.ROWS), "map", german)
    groups = by_key(layout.drawing())
    for row in ("frontstage", "backstage"):
        strip = groups[f"strip:{row}"]
        assert strip.box.bottom == next(r.y for r in layout.rows if r.lane == row)
        for shape in strip.shapes:
            if isinstance(shape, Text):
                run = shape.run
                family: Family = "condensed" if "Condensed" in run.font else "sans"
                width = engine.text_width(run.text.strip(), TextStyle(11, 16, 600, family))
                assert shape.x + width <= layout.title_width - 2
                assert shape.y + run.ys[0] >= run.size * 0.8
                assert shape.y + run.ys[0] + run.size * 0.3 <= strip.box.h
    families = {
        "Condensed" in run.font
        for row in ("frontstage", "backstage")
        for run in runs_of(groups[f"strip:{row}"].shapes)
    }
    assert len(families) == 1


def test_rows_carry_their_own_title_or_the_label_of_their_kind(plain: MapSetting) -> None:
    titled = edited(practice(), Lane, "pain", title="Was weh tut")
    groups = by_key(lay_out(titled, "map", plain).drawing())
    assert text_of(groups["row:pain"]) == "Was weh tut"
    assert text_of(groups["row:doing"]) == "Doing"


def test_consecutive_stages_of_a_phase_share_its_band(plain: MapSetting) -> None:
    groups = by_key(lay_out(practice(), "map", plain).drawing())
    bands = {key: text_of(g) for key, g in groups.items() if key.startswith("phase:")}
    assert bands == {"phase:learn": "Before the visit", "phase:arrive": "On site"}


@pytest.mark.parametrize(
    ("people", "before"),
    [
        (People.PATIENT, "Before the visit"),
        (People.GUEST, "Before the stay"),
        (People.CUSTOMER, "Before"),
    ],
)
def test_a_phase_is_named_for_its_people(plain: MapSetting, people: People, before: str) -> None:
    snapshot = edited(practice(), Project, "project", people=people)
    groups = by_key(lay_out(snapshot, "map", plain).drawing())
    assert text_of(groups["phase:learn"]) == before
    narrow = edited(snapshot, Stage, "arrive", phase=Phase.BEFORE, name="A")
    narrow = without(narrow, Stage, "learn")
    short = lay_out(narrow, "map", replace(plain, column_width=62))
    assert text_of(by_key(short.drawing())["phase:arrive"]) == "Before"


def test_a_long_stage_name_makes_the_head_grow(plain: MapSetting) -> None:
    long = edited(practice(), Stage, "arrive", name="Come in, be greeted and be sent home")
    layout = lay_out(long, "map", plain)
    assert layout.header_height > 60
    assert layout.rows[0].y == layout.header_height
    box = by_key(layout.drawing())["stage:arrive"].box
    assert box.bottom <= layout.header_height


def test_fit_width_fills_the_window_but_keeps_columns_readable(engine: TextEngine) -> None:
    wide = lay_out(practice(), "map", setting(engine, fit_width=1000))
    assert wide.width == pytest.approx(1000)
    narrow = lay_out(practice(), "map", setting(engine, fit_width=200))
    assert {column.w for column in narrow.columns} == {62}


def test_all_names_of_steps_are_set_alike(engine: TextEngine) -> None:
    long = edited(practice(), Touchpoint, "review", name="Recommendation or review")
    for asked, condensed in ((setting(engine), False), (setting(engine, fit_width=200), True)):
        for step, *_rest in world.STEPS:
            groups = by_key(lay_out(long, "map", asked).drawing())
            fonts = {run.font for run in runs_of(groups[f"step:{step}"].shapes) if run.size == 12}
            assert all(("Condensed" in font) == condensed for font in fonts)


def test_the_marks_on_a_narrow_card_leave_its_number_free(engine: TextEngine) -> None:
    card = by_key(lay_out(practice(), "map", setting(engine, fit_width=200)).drawing())[
        "step:rebook"
    ]
    number = runs_of(card.shapes)[0]
    left = next(shape.x for shape in card.shapes if isinstance(shape, Text))
    (diamond,) = [s for s in card.shapes if isinstance(s, Path) and s.fill == "text"]
    end = left + engine.text_width(number.text, TextStyle(12, 16, 700, "condensed"))
    assert end <= min(numbers(segment)[0] for segment in diamond.segments[:-1])


def test_a_collapsed_stage_is_one_narrow_column_and_the_curve_goes_on(engine: TextEngine) -> None:
    layout = lay_out(practice(), "map", setting(engine, collapsed=frozenset({"learn"})))
    first = layout.columns[0]
    assert (first.touchpoint, first.collapsed) == ("", True)
    assert first.w < 62
    groups = by_key(layout.drawing())
    assert "2 steps" in text_of(groups["empty:learn"]).replace("\n", " ")
    assert groups["curve:anna"].box.x < first.right


def test_a_map_without_anything_can_be_laid_out(plain: MapSetting) -> None:
    bare = Snapshot.of([Project("p"), JourneyMap("map", title="")])
    layout = lay_out(bare, "map", plain)
    assert (layout.columns, layout.rows, layout.width) == ((), (), 112)
    assert layout.cell_at(50, 50) is None


def test_a_map_that_is_gone_is_named(plain: MapSetting) -> None:
    with pytest.raises(MissingEntityError):
        lay_out(practice(), "elsewhere", plain)
