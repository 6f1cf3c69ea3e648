"""The Feeling row: points, curves, how sure we are, the biggest drop."""

from dataclasses import replace
from itertools import pairwise

import pytest

from journeymapper.domain.entities import Feeling, Persona, Rating, Touchpoint
from journeymapper.domain.kinds import People, SourceKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Group, Path
from journeymapper.drawing.map import sure, words
from journeymapper.drawing.map.feeling import chart_of
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import (
    by_key,
    changed,
    edited,
    practice,
    runs_of,
    setting,
    text_of,
    without,
)


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def _groups(snapshot: Snapshot, plain: MapSetting) -> tuple[MapLayout, dict[str, Group]]:
    layout = lay_out(snapshot, "map", plain)
    return layout, by_key(layout.drawing())


def test_points_stand_in_their_columns_at_their_values(plain: MapSetting) -> None:
    layout, groups = _groups(practice(), plain)
    chart = chart_of(layout.rows[2])
    box = groups["feeling:anna-rebook"].box
    assert box.x + box.w / 2 == layout.columns[3].centre
    assert box.y + box.h / 2 == pytest.approx(chart.y(-4))
    assert text_of(groups["feeling:anna-rebook"]) == "−4"
    assert [chart.value(chart.y(value)) for value in range(-5, 6)] == list(range(-5, 6))


def test_only_the_personas_asked_for_are_drawn(plain: MapSetting) -> None:
    _layout, one = _groups(practice(), plain)
    assert "feeling:walter-page" not in one
    assert "curve:walter" not in one
    _layout, two = _groups(practice(), replace(plain, personas=("anna", "walter")))
    (dashed,) = [s for s in two["curve:walter"].shapes if isinstance(s, Path)]
    (solid,) = [s for s in two["curve:anna"].shapes if isinstance(s, Path)]
    assert dashed.dash
    assert not solid.dash
    assert solid.width > dashed.width


def test_the_figure_is_told_in_numbers_of_steps(plain: MapSetting) -> None:
    _layout, groups = _groups(practice(), plain)
    said = str(groups["curve:anna"].alt)
    assert "Anna" in said
    assert "1.1 +2, 1.2 +1, 2.1 +3, 3.1 −4, 3.2 0" in said


def test_the_title_tells_average_and_memory(plain: MapSetting) -> None:
    _layout, groups = _groups(practice(), plain)
    said = text_of(groups["row:feeling"]).replace("\n", " ").replace("  ", " ")
    assert "average 0.4" in said
    assert "How Anna will remember it" in said
    assert "−2.0" in said
    assert "+5" in said
    assert "−5" in said


@pytest.mark.parametrize(
    ("source", "n", "said", "counted"),
    [
        (SourceKind.STAFF, None, "team’s opinion", False),
        (SourceKind.ASSUMPTION, None, "a guess", False),
        (SourceKind.SURVEY, 1, "1 patient", True),
        (SourceKind.SURVEY, 31, "31 patients", True),
        (SourceKind.INTERVIEW, None, "patients asked", True),
        (SourceKind.ANALYTICS, None, "measured", True),
    ],
)
def test_how_sure_we_are_in_words(
    plain: MapSetting, source: SourceKind, n: int | None, said: str, counted: bool
) -> None:
    snapshot = edited(practice(), Feeling, "anna-greeting", source=source, n=n)
    _layout, groups = _groups(snapshot, plain)
    group = groups["sure:greeting"]
    assert text_of(group) == said
    assert ("SemiBold" in runs_of(group.shapes)[0].font) == counted


def test_the_best_source_counts() -> None:
    feeling = Feeling("f", "t", "p", 1, SourceKind.STAFF)
    rating = Rating("r", "t", perspective="customer", n=12, source=SourceKind.SURVEY)
    ours = Rating("o", "t", perspective="competitor:X", n=90, source=SourceKind.SURVEY)
    known = sure.how_sure([feeling], [rating, ours])
    assert known is not None
    assert (known.n, known.counted) == (12, True)
    assert sure.how_sure([], []) is None


def test_our_score_is_the_customers_latest() -> None:
    old = Rating("a", "t", perspective="customer", value=5.0, date="2026-01-01")
    new = Rating("b", "t", perspective="customer", value=6.0, date="2026-02-01")
    team = Rating("c", "t", perspective="staff", value=9.0, date="2026-03-01")
    target = Rating("d", "t", perspective="target", value=10.0, date="2026-03-01")
    assert sure.our_score([old, new, team, target], "p") == new
    assert sure.our_score([team, target], "p") == team
    assert sure.our_score([target], "p") is None
    assert sure.score_text(Rating("e", "t", value=8.0)) == "8"


def test_where_words_do_not_fit_four_dots_say_the_same(engine: TextEngine) -> None:
    narrow = setting(engine, fit_width=200)
    group = _groups(practice(), narrow)[1]["sure:review"]
    assert text_of(group) == ""
    assert str(group.alt) == "team’s opinion"
    assert len(group.shapes) == 4


def test_every_people_word_is_a_whole_phrase() -> None:
    for kind in People:
        assert str(words.people(kind, 1)) == f"1 {kind.value}"
        assert str(words.people(kind, 3)).startswith("3 ")
        assert str(words.asked(kind, 3, 9)).endswith("3 of 9 steps, the rest is the team’s opinion")
        assert str(words.asked(kind, 9, 9)).endswith("all 9 steps")
    assert str(words.asked(People.GUEST, 0, 9)) == "Everything here is the team’s opinion"


def test_a_persona_without_feelings_draws_no_curve(plain: MapSetting) -> None:
    nobody = without(practice(), Feeling, *practice().table(Feeling))
    _layout, groups = _groups(nobody, plain)
    assert not any(key.startswith(("curve:", "feeling:", "drop")) for key in groups)


def test_a_persona_of_the_map_that_is_gone_is_left_out(plain: MapSetting) -> None:
    gone = without(practice(), Persona, "walter")
    layout = lay_out(gone, "map", replace(plain, personas=("walter", "anna")))
    assert [persona.id for persona in layout.frame.personas] == ["anna"]


def test_a_long_curve_comes_in_parts_that_meet(plain: MapSetting) -> None:
    snapshot = practice()
    for i in range(90):
        step = Touchpoint(f"x{i}", stage="pay", name="More", position=10.0 + i)
        feeling = Feeling(f"fx{i}", touchpoint=step.id, persona="anna", value=i % 7 - 3)
        snapshot = changed(snapshot, step, feeling)
    layout, groups = _groups(snapshot, plain)
    parts = [g for key, g in groups.items() if key.startswith("curve:anna")]
    assert len(parts) == 3
    for before, after in pairwise(parts):
        assert before.box.right == pytest.approx(after.box.x)
    assert layout.columns[-1].centre == pytest.approx(parts[-1].box.right)
