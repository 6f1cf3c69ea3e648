"""Rows that are made from steps, what cards say of themselves, and collapsed rows."""

from dataclasses import replace
from datetime import date

import pytest

from journeymapper.domain.entities import Attachment, Card, Connection, Lane, Rating, Touchpoint
from journeymapper.domain.kinds import LaneKind, Measure, SourceKind
from journeymapper.domain.row_views import ROWS_OF, RowView
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Icon, Path, Picture, Rect
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.paper import paper
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import by_key, changed, edited, practice, setting, text_of


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def with_rows(*kinds: LaneKind) -> Snapshot:
    """The practice with rows of these kinds, each called like its kind."""
    lanes = [
        Lane(kind.value, map="map", kind=kind, position=20.0 + i) for i, kind in enumerate(kinds)
    ]
    return changed(practice(), *lanes)


def said(layout: MapLayout, key: str) -> str:
    return text_of(by_key(layout.drawing())[key]).replace("\n", " ")


def test_a_wait_says_how_many_times_as_long_it_took(plain: MapSetting) -> None:
    layout = lay_out(with_rows(LaneKind.WAIT), "map", plain)
    assert said(layout, "cell:wait:rebook") == "4.4 times as long Agreed 14 days Offered 61 days"
    group = by_key(layout.drawing())["cell:wait:rebook"]
    short, long = (shape.box.w for shape in group.shapes if isinstance(shape, Rect))
    assert short / long == pytest.approx(14 / 61)
    assert "cell:wait:invoice" not in by_key(layout.drawing())


def test_half_a_wait_is_said_without_a_ratio(plain: MapSetting) -> None:
    snapshot = edited(with_rows(LaneKind.WAIT), Touchpoint, "page", wait_actual=1.0)
    assert said(lay_out(snapshot, "map", plain), "cell:wait:page") == "Took 1 min"


def test_how_easy_a_step_is_comes_from_customers_before_the_team(plain: MapSetting) -> None:
    team = Rating("t", touchpoint="page", measure=Measure.EFFORT, value=6, source=SourceKind.STAFF)
    snapshot = changed(with_rows(LaneKind.EFFORT), team)
    assert said(lay_out(snapshot, "map", plain), "cell:effort:page") == (
        "6 of 7, easy team’s opinion"
    )
    asked = replace(team, id="c", value=2.5, perspective="customer", n=24, source=SourceKind.SURVEY)
    snapshot = changed(snapshot, asked)
    assert said(lay_out(snapshot, "map", plain), "cell:effort:page") == "2.5 of 7, hard 24 patients"


def test_a_hand_off_says_what_was_lost(plain: MapSetting) -> None:
    snapshot = with_rows(LaneKind.HANDOFF)
    before = lay_out(snapshot, "map", plain)
    assert said(before, "cell:handoff:rebook") == "From Manager Passed on?"
    lost = Connection("way", "greeting", "rebook", info_passed=False, items="Return date")
    after = lay_out(changed(snapshot, lost), "map", plain, before, frozenset())
    assert said(after, "cell:handoff:rebook") == "From Manager Not passed on: Return date"
    icons = by_key(after.drawing())["cell:handoff:rebook"].shapes
    assert [shape.name for shape in icons if isinstance(shape, Icon)] == ["unlink"]
    assert "cell:handoff:greeting" not in by_key(after.drawing())


def test_what_is_not_passed_on_is_marked_behind_the_scenes(plain: MapSetting) -> None:
    snapshot = practice(shown=(LaneKind.TOUCHPOINT, LaneKind.BACKSTAGE))
    before = lay_out(snapshot, "map", plain)
    assert "lost:rebook" not in by_key(before.drawing())
    lost = Connection("way", "greeting", "rebook", info_passed=False, items="Return date")
    later = changed(snapshot, lost)
    after = lay_out(later, "map", plain, before, frozenset())
    assert after.parts == lay_out(later, "map", plain).parts
    mark = by_key(after.drawing())["lost:rebook"]
    column = next(column for column in after.columns if column.touchpoint == "rebook")
    row = next(row for row in after.rows if row.kind == LaneKind.BACKSTAGE)
    middle = (mark.box.x + mark.box.w / 2, mark.box.y + mark.box.h / 2)
    assert middle == (column.x, row.y)
    assert str(mark.alt) == "Not passed on: Return date"


def test_a_step_with_another_owner_changes_the_hand_off_after_it(plain: MapSetting) -> None:
    snapshot = with_rows(LaneKind.HANDOFF)
    layout = lay_out(snapshot, "map", plain)
    later = edited(snapshot, Touchpoint, "greeting", owner="front")
    again = lay_out(later, "map", plain, layout, frozenset({"greeting", "arrive"}))
    assert again.parts == lay_out(later, "map", plain).parts
    assert "cell:handoff:rebook" not in by_key(again.drawing())


def test_hand_offs_are_looked_for_only_when_ways_or_steps_change(plain: MapSetting) -> None:
    snapshot = with_rows(LaneKind.HANDOFF)
    before = lay_out(snapshot, "map", plain)
    written = edited(snapshot, Card, "old", text="Older")
    after = lay_out(written, "map", plain, before)
    assert after.frame.handoffs is before.frame.handoffs
    moved = edited(written, Touchpoint, "greeting", stage="learn", position=0.5)
    again = lay_out(moved, "map", plain, after)
    assert again.frame.handoffs == lay_out(moved, "map", plain).frame.handoffs


def test_an_idea_that_helps_and_is_little_work_is_a_quick_win(plain: MapSetting) -> None:
    quick = edited(practice(), Card, "hold", impact=4, effort=2)
    assert said(lay_out(quick, "map", plain), "card:hold").endswith("Quick win")
    large = edited(practice(), Card, "hold", impact=4, effort=3)
    assert said(lay_out(large, "map", plain), "card:hold").endswith("Helps 4, work 3 of 5")


def test_a_program_that_is_hard_for_staff_is_marked(plain: MapSetting) -> None:
    program = Card("chart", lane="system", stage="pay", text="Patient chart", ease=2)
    snapshot = changed(with_rows(LaneKind.SYSTEM), program)
    assert said(lay_out(snapshot, "map", plain), "card:chart") == (
        "Patient chart Hard for staff, 2 of 5"
    )
    easy = edited(snapshot, Card, "chart", ease=5)
    assert said(lay_out(easy, "map", plain), "card:chart").endswith("Easy for staff, 5 of 5")


def test_a_collapsed_row_says_only_how_much_it_holds(plain: MapSetting) -> None:
    full = lay_out(practice(), "map", plain)
    folded = lay_out(practice(), "map", replace(plain, folded=frozenset({"pain"})), full)
    height = {row.kind: row.h for row in folded.rows}
    assert height[LaneKind.PAIN] < next(r.h for r in full.rows if r.kind == LaneKind.PAIN)
    assert said(folded, "cell:pain:rebook") == "1 entry"
    keys = by_key(folded.drawing())
    assert "card:full" not in keys
    assert "cell:pain:invoice" not in keys
    assert said(folded, "step:rebook") == said(full, "step:rebook")


def test_a_third_line_divides_those_who_serve_from_those_who_help(plain: MapSetting) -> None:
    rows = (LaneKind.FRONTSTAGE, LaneKind.BACKSTAGE)
    snapshot = changed(
        practice(shown=(*rows, LaneKind.TOUCHPOINT)),
        Lane("support", map="map", kind=LaneKind.SUPPORT, position=30.0),
    )
    layout = lay_out(snapshot, "map", plain)
    strips = {row.kind: row.strip for row in layout.rows if row.strip}
    assert set(strips) == {*rows, LaneKind.SUPPORT}
    assert said(layout, "strip:support") == "Helpers below"
    grid = by_key(layout.drawing())["grid:page"].shapes
    assert len({shape.dash for shape in grid if isinstance(shape, Path)}) == 3


def test_an_empty_row_made_from_steps_says_where_it_is_filled(plain: MapSetting) -> None:
    layout = lay_out(with_rows(LaneKind.EFFORT), "map", plain)
    assert said(layout, "hint:effort").startswith("From 1 (hard) to 7 (easy).")


def test_a_picture_takes_the_height_that_its_row_has(plain: MapSetting) -> None:
    picture = Card("photo", lane="image", stage="learn", text="The door", image="a")
    snapshot = changed(with_rows(LaneKind.IMAGE), Attachment("a", "image/png", 9), picture)
    low = lay_out(snapshot, "map", plain)
    high = lay_out(edited(snapshot, Lane, "image", height=400), "map", plain)

    def height(layout: MapLayout) -> float:
        shapes = by_key(layout.drawing())["card:photo"].shapes
        return next(shape.box.h for shape in shapes if isinstance(shape, Picture))

    row = next(row for row in low.rows if row.lane == "image")
    assert height(high) - height(low) == 400 - row.h


def rows_on_paper(snapshot: Snapshot, plain: MapSetting, audience: str) -> list[set[str]]:
    made = sheets(snapshot, "map", plain, paper("a3"), date(2026, 5, 12), audience)
    return [{g.entity for g in sheet.drawing.groups if g.key.startswith("row:")} for sheet in made]


def test_the_hassle_map_prints_on_one_page_with_what_the_view_shows(plain: MapSetting) -> None:
    shown = set(ROWS_OF[RowView.HASSLE])
    snapshot = changed(
        practice(shown=shown),
        *(
            Lane(k.value, map="map", kind=k, position=30.0)
            for k in (LaneKind.WAIT, LaneKind.EFFORT)
        ),
    )
    assert rows_on_paper(snapshot, plain, "internal") == [{kind.value for kind in shown}]


def test_clients_do_not_see_between_which_roles_something_is_lost(plain: MapSetting) -> None:
    snapshot = with_rows(LaneKind.HANDOFF)
    assert "handoff" in rows_on_paper(snapshot, plain, "internal")[0]
    assert "handoff" not in rows_on_paper(snapshot, plain, "client")[0]
