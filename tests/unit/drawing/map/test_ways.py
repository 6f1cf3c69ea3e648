"""The band of ways: where it stands, what it shows, on the screen and on paper."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from journeymapper.domain.entities import Connection, JourneyMap, Project, Touchpoint
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Group, Path, Reading
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.ways import SHOW_WAYS
from journeymapper.drawing.map.ways_parts import Band
from journeymapper.drawing.paper import paper
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.ways_world import journey, shown, to
from tests.unit.drawing.world import by_key, changed, edited, practice, setting, text_of

BACK = (to("greeting", "rebook"), to("greeting", "page", 0.09), to("greeting", "goes", 0.03))


@pytest.fixture(scope="module")
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def laid(snapshot: Snapshot, plain: MapSetting, **fields: object) -> MapLayout:
    return lay_out(snapshot, "map", replace(plain, **fields))  # type: ignore[arg-type]


def band(layout: MapLayout) -> Band:
    assert layout.band is not None
    return layout.band


def said(groups: Iterable[Group], start: str) -> list[str]:
    return [text_of(g).replace("\n", " ") for g in groups if g.key.startswith(start)]


def notes(*connections: Connection, plain: MapSetting) -> list[str]:
    return said(laid(shown(*connections), plain).way_groups, "way-note:")


def test_it_is_hidden_until_it_is_wanted(plain: MapSetting) -> None:
    layout = laid(journey(*BACK), plain)
    assert layout.band is None
    assert layout.rows == laid(practice(), plain).rows


def test_it_stands_at_the_lower_edge_of_the_steps_and_leaves_the_cards_alone(
    plain: MapSetting,
) -> None:
    without, with_ways = laid(journey(*BACK), plain), laid(shown(*BACK), plain)
    before, row = (next(r for r in x.rows if r.kind == "touchpoint") for x in (without, with_ways))
    assert row.h == before.h + row.ways == before.h + band(with_ways).height
    cards, same = by_key(without.drawing()), by_key(with_ways.drawing())
    assert cards["step:greeting"] == same["step:greeting"]
    assert same["step:greeting"].box.bottom <= row.bottom - row.ways
    assert all(g.box.bottom <= row.bottom for g in with_ways.way_groups)


def test_a_way_back_is_told_by_a_dashed_line_and_by_words(plain: MapSetting) -> None:
    layout = laid(shown(*BACK, to("review", "rebook", 0.2), to("review", "page")), plain)
    found = by_key(layout.drawing())
    back, on = found["way:greeting-page"], found["way:review-rebook"]
    lines = [next(s for s in g.shapes if isinstance(s, Path) and s.stroke) for g in (back, on)]
    assert [bool(line.dash) for line in lines] == [True, False]
    assert said(layout.way_groups, "way-words:") == ["9 % back to 1.2", "20 % on to 3.1"]
    assert (back.reading, on.reading) == (Reading.FIGURE, Reading.FIGURE)
    assert str(back.alt) == "From 2.1 Greeting, 9 % go back to 1.2 Practice web page."


def test_a_way_runs_from_its_step_to_its_target(plain: MapSetting) -> None:
    layout = laid(shown(*BACK), plain)
    column = {c.touchpoint: c for c in layout.columns}
    (arc,) = band(layout).arcs
    assert column["greeting"].x < arc.start < column["greeting"].right
    assert column["page"].x < arc.stop < column["page"].right


def test_ways_that_run_beside_each_other_stand_one_above_the_other(plain: MapSetting) -> None:
    many = [
        to("review", "greeting", 0.2),
        to("review", "rebook", 0.2),
        to("review", "page"),
        to("invoice", "review", 0.1),
        to("rebook", "page", 0.3),
        to("rebook", "invoice"),
        to("greeting", "page", 0.3),
        to("greeting", "rebook"),
    ]
    layout = laid(shown(*many), plain)
    arcs = band(layout).arcs
    assert len(arcs) == 5
    for one, other in combinations(arcs, 2):
        if one.track == other.track:
            low, high = sorted((one, other), key=lambda arc: min(arc.start, arc.stop))
            assert max(low.start, low.stop) < min(high.start, high.stop)
    assert sorted({arc.track for arc in arcs}) == list(range(band(layout).tracks))


def test_shares_hand_offs_and_switches_stand_where_neighbours_meet(plain: MapSetting) -> None:
    layout = laid(shown(*BACK), plain)
    found = {c.way.source: c for c in band(layout).crossings}
    assert set(found) == {"greeting", "rebook"}
    assert found["greeting"].share == "88 %"
    assert (found["greeting"].way.handoff, found["greeting"].way.switch) == (True, True)
    crossing = by_key(layout.drawing())["crossing:greeting"]
    assert str(crossing.alt) == (
        "From 2.1 Greeting to 3.1 Rebooking at the desk: 88 %, somebody else takes over, "
        "another means of contact."
    )


def test_ends_are_noted_at_their_steps(plain: MapSetting) -> None:
    assert notes(*BACK, plain=plain) == ["3 % Goes elsewhere", "Stays"]


def test_what_is_not_passed_on_is_said_in_words(plain: MapSetting) -> None:
    lost = replace(to("page", "greeting"), info_passed=False, state_kept=False)
    assert notes(lost, plain=plain) == ["Not passed on to 2.1", "Begins again at 2.1", "Stays"]


def test_dead_ends_traps_and_what_nobody_reaches_are_said_in_words(plain: MapSetting) -> None:
    found = notes(to("review", "goes"), to("greeting", "page"), plain=plain)
    assert found == [
        "Goes elsewhere",
        "Nobody comes here",
        "No way to an end",
        "Nobody comes here",
        "No way to an end",
        "Nobody comes here",
        "Nobody comes here",
        "Stays",
    ]
    snapshot = shown(to("page", "goes", 0.5), to("page", "greeting"))
    gone = {c.id: c for c in snapshot.table(Connection).values()}["invoice-stays"]
    end = edited(snapshot, Connection, gone.id, source="rebook")
    assert "Leads nowhere" in said(laid(end, plain).way_groups, "way-note:")


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        ([to("page", "greeting", 0.7), to("page", "goes", 0.25)], "5 % missing"),
        ([to("page", "greeting", 0.9), to("page", "goes", 0.2)], "10 % too many"),
        ([to("page", "greeting"), to("page", "goes")], "How many go where?"),
        ([to("page", "greeting", count=9), to("page", "goes", count=3)], "Only 12 counted"),
        ([to("page", "greeting", 0.9), to("page", "goes", count=3)], "Shares and counts are mixed"),
    ],
)
def test_ways_that_do_not_add_up_say_so_at_their_step(
    ways: list[Connection], words: str, plain: MapSetting
) -> None:
    assert notes(*ways, plain=plain)[0] == words


def test_several_entries_are_marked(plain: MapSetting) -> None:
    one = shown(*BACK)
    two = edited(edited(one, Touchpoint, "review", entry=True), Touchpoint, "page", entry=True)
    assert "People enter here" not in said(laid(one, plain).way_groups, "way-note:")
    assert said(laid(two, plain).way_groups, "way-note:").count("People enter here") == 2


def test_among_the_row_titles_stands_what_it_comes_to(plain: MapSetting) -> None:
    (title,) = said(laid(shown(*BACK), plain).titles, "ways:title")
    assert title == "Ways Of 100 patients, 97 end well assumed shares"
    (wrong,) = said(laid(shown(to("page", "goes", 0.2)), plain).titles, "ways:title")
    assert wrong == "Ways The ways from “1.2 Practice web page” add up to 20 %."


def test_a_map_without_ways_says_how_to_make_one(plain: MapSetting) -> None:
    empty = edited(practice(), Project, "project", more=(SHOW_WAYS,))
    assert said(laid(empty, plain).way_groups, "ways:hint")[0].startswith("Everybody goes from")
    assert laid(empty, plain, paper=True).band is None


def test_a_layout_that_reuses_the_last_one_equals_a_fresh_one(plain: MapSetting) -> None:
    start = shown(*BACK)
    states = [
        edited(start, Connection, "greeting-page", share=0.5),
        edited(start, Connection, "greeting-goes", info_passed=False),
        edited(start, Touchpoint, "page", name="Another page"),
        changed(start, to("review", "goes", 0.5)),
        edited(start, Project, "project", more=()),
        start,
    ]
    layout = laid(start, plain)
    for state in states:
        layout = lay_out(state, "map", plain, layout)
        assert layout.drawing() == laid(state, plain).drawing()
    assert lay_out(start, "map", plain, layout).way_groups is layout.way_groups


def test_a_collapsed_stage_keeps_the_ways_of_its_steps(plain: MapSetting) -> None:
    layout = laid(shown(*BACK), plain, collapsed=frozenset({"learn"}))
    (arc,) = band(layout).arcs
    assert layout.columns[0].x < arc.stop < layout.columns[0].right


def test_on_paper_a_way_goes_on_from_sheet_to_sheet(plain: MapSetting) -> None:
    snapshot = shown(*BACK, to("invoice", "review", 0.1))
    long = edited(snapshot, JourneyMap, "map", personas=("anna",))
    made = sheets(long, "map", plain, paper("110x200mm"), date(2026, 5, 26))
    assert len(made) > 1
    key = "way-words:invoice-review"
    everything = [by_key(sheet.drawing) for sheet in made]
    first, *_between, last = [groups for groups in everything if key in groups]
    assert text_of(first[key]) == "from 3.2"
    assert text_of(last[key]) == "10 % back to 1.1"
    figures = [s["way:invoice-review"].alt for s in everything if "way:invoice-review" in s]
    assert [alt is not None for alt in figures].count(True) == 1


def test_on_paper_the_legend_says_on_what_the_figures_stand(plain: MapSetting) -> None:
    (sheet,) = sheets(shown(*BACK), "map", plain, paper("a3"), date(2026, 5, 26))
    legend = text_of(by_key(sheet.drawing)["legend"]).replace("\n", " ")
    for words in (
        "Of 100 patients, 97 end well.",
        "Most visited: 1.2 Practice web page, 110 visits of 100 patients.",
        "The shares are assumed: nobody has counted them.",
        "Assumes no memory: who comes again goes on like who comes for the first time.",
        "Somebody else takes over",
        "Goes back",
    ):
        assert words in legend
