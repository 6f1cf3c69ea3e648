"""What answers tell of a step, on the map: figures, how far off, the trend, the score."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from journeymapper.analysis.roll_up import Lowest, roll_up
from journeymapper.analysis.step_figures import step_figures
from journeymapper.analysis.step_pairs import Side
from journeymapper.domain.counts import Cell, Counts
from journeymapper.domain.entities import (
    Card,
    Entity,
    Lane,
    Question,
    Rating,
    Round,
    Survey,
    Touchpoint,
)
from journeymapper.domain.kinds import Better, LaneKind, Measure, QuestionKind
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.compare.compared import Compared
from journeymapper.drawing.compare.stacked import stacked
from journeymapper.drawing.map.layout import lay_out
from journeymapper.drawing.map.measured import in_words
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.paper import paper
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from journeymapper.ui.table.of_rows import MeasuredColumn
from journeymapper.ui.table.sight import Sight
from tests.unit.drawing.world import by_key, changed, practice, setting, text_of, without

CELL = "cell:metric:rebook"
WAIT = Question(
    "wait", "s", QuestionKind.NUMBER, "How long?", "Minutes waited", "rebook",
    better=Better.LOW, unit="minutes",
)  # fmt: skip
HAPPY = Question(
    "happy", "s", QuestionKind.CSAT, short="Satisfied", touchpoint="page", low=1, high=5
)


def asked(*more: Entity) -> Snapshot:
    return changed(
        practice(),
        Lane("metric", map="map", kind=LaneKind.METRIC, position=20.0),
        Survey("s", "Sheet"),
        Round("r1", "s", "February", "2026-02-01"),
        Round("r2", "s", "May", "2026-05-01"),
        WAIT,
        HAPPY,
        *more,
    )


def answers(*cells: tuple[Cell, dict[float, int]]) -> Counts:
    return Counts(dict(cells))


BEFORE = (Cell("wait", "r1"), {30.0: 15, 40.0: 15})
AFTER = (Cell("wait", "r2"), {10.0: 15, 14.0: 15})
HALF = (Cell("happy", "r2"), {5.0: 10, 1.0: 10})


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def said(snapshot: Snapshot, plain: MapSetting, counts: Counts, key: str = CELL) -> str:
    drawing = lay_out(snapshot, "map", replace(plain, counts=counts)).drawing()
    return text_of(by_key(drawing)[key]).replace("\n", " ")


def test_a_figure_has_its_answers_its_interval_and_its_trend(plain: MapSetting) -> None:
    assert said(asked(), plain, answers(BEFORE, AFTER)) == (
        "Minutes waited 12 minutes 30 answers likely 11 to 13 Better, was 35"
    )
    assert said(asked(), plain, answers(AFTER)) == (
        "Minutes waited 12 minutes 30 answers likely 11 to 13"
    )
    assert "Worse, was 12" in said(
        asked(), plain, answers((replace(BEFORE[0], round="r2"), BEFORE[1]),
                                (replace(AFTER[0], round="r1"), AFTER[1]))
    )  # fmt: skip
    few = (Cell("wait", "r1"), {30.0: 6})
    assert "Too few answers to compare" in said(asked(), plain, answers(few, AFTER))
    alike = (Cell("wait", "r1"), {10.0: 14, 14.0: 16})
    assert "Change: cannot tell yet" in said(asked(), plain, answers(alike, AFTER))


def test_without_enough_answers_nothing_was_measured(plain: MapSetting) -> None:
    key = f"cell:metric:{'page'}"
    few = (Cell("happy", "r2"), {5.0: 4})
    assert said(asked(), plain, answers(few, AFTER), key) == "Nothing measured"
    assert said(asked(), plain, answers(HALF, AFTER), key) == (
        "Satisfied 10 of 20 satisfied 20 answers likely 30 to 70 %"
    )
    staff = (Cell("happy", "r2", respondent="employee"), {5.0: 40})
    assert said(asked(), plain, answers(staff, AFTER), key) == "Nothing measured"


def test_the_score_on_the_card_is_that_of_the_answers(plain: MapSetting) -> None:
    """On 1 to 10, as the gaps have it: five faces of which half are best and half worst."""
    typed = Rating("t", "page", Measure.PERFORMANCE, "customer", value=9.0, n=7, date="2026-04-01")
    counts = answers(HALF)
    assert "5.5 of 10" in said(asked(typed), plain, counts, "step:page")
    assert "9 of 10" in said(asked(typed), plain, answers(AFTER), "step:page")
    layout = lay_out(asked(typed), "map", replace(plain, counts=counts))
    known = layout.contents["page"].sure
    assert known is not None
    assert (known.n, known.counted) == (20, True)


def test_cards_stand_below_what_was_measured(plain: MapSetting) -> None:
    card = Card("c", "metric", touchpoint="rebook", text="Calls an hour: 12")
    layout = lay_out(asked(card), "map", replace(plain, counts=answers(AFTER)))
    groups = by_key(layout.drawing())
    assert groups[CELL].box.bottom <= groups["card:c"].box.y


def test_a_layout_follows_answers_and_equals_one_made_anew(plain: MapSetting) -> None:
    first = lay_out(asked(), "map", replace(plain, counts=answers(BEFORE)))
    counted = replace(plain, counts=answers(BEFORE, AFTER, HALF))
    after = lay_out(asked(), "map", counted, first, frozenset())
    assert after.drawing() == lay_out(asked(), "map", counted).drawing()
    assert after.contents["invoice"] is first.contents["invoice"]
    gone = without(asked(), Question, "wait")
    emptied = lay_out(gone, "map", counted, after, frozenset()).drawing()
    assert text_of(by_key(emptied)[CELL]).replace("\n", " ") == "Nothing measured"


def test_paper_says_the_same(plain: MapSetting) -> None:
    counted = replace(plain, counts=answers(BEFORE, AFTER))
    found = sheets(asked(), "map", counted, paper("a3"), date(2026, 5, 12))
    texts = [text_of(g).replace("\n", " ") for s in found for g in s.drawing.groups]
    assert any("12 minutes 30 answers likely 11 to 13 Better, was 35" in text for text in texts)


def test_recommending_is_never_pooled_across_countries_without_a_word() -> None:
    ours = Question(
        "nps", "s", QuestionKind.NPS, short="Recommend", touchpoint="page", low=0, high=10
    )
    at_home = (Cell("nps", "r2", country="DE"), {9.0: 12})
    abroad = (Cell("nps", "r2", country="NL"), {7.0: 12})
    (one,) = step_figures(asked(ours), answers(at_home, abroad))["page"].figures
    assert one.countries == 2
    assert str(in_words(one)) == (
        "Recommend: +50, 24 answers, +24 to +65. From 2 countries, do not compare"
    )
    (one,) = step_figures(asked(ours), answers(at_home))["page"].figures
    assert one.countries == 0


def test_what_an_own_map_comes_to_names_its_lowest_score_and_averages_none() -> None:
    figures = step_figures(asked(), answers(BEFORE, AFTER, HALF))
    found = roll_up(asked(), "map", answers=figures)
    assert found.asked == 2
    assert found.lowest == Lowest(5.5, 20, "page")  # ten times 10 and ten times 1
    assert roll_up(asked(), "map").lowest is None


def test_the_table_says_what_answers_say_above_what_is_written() -> None:
    metric = Lane("metric", map="map", kind=LaneKind.METRIC, position=20.0)
    column = MeasuredColumn("metric", "What we measured", lane=metric)
    written = asked(Card("note", "metric", "rebook", text="Counted by hand"))
    figures = step_figures(written, answers(AFTER))
    sight = Sight.of(written, "map", "", ENGLISH.say, only_told=False, answers=figures)
    rebook, page = (written.get(Touchpoint, id_) for id_ in ("rebook", "page"))
    assert column.text(sight, rebook).splitlines() == [
        "Minutes waited: 12 minutes, 30 answers, 11 to 13",
        "Counted by hand",
    ]
    assert column.typed(sight, rebook) == "Counted by hand"
    assert column.text(sight, page) == ""


def test_a_comparison_shows_answers_of_now_and_none_of_a_past_state(plain: MapSetting) -> None:
    side, counts = Side(asked(), "map", "anna"), answers(AFTER)
    compared = Compared(side, side, (_("Then"), _("Now")), "Anna, before", (None, counts))
    groups = by_key(stacked(compared, plain).drawing)
    assert "12 minutes" in text_of(groups[f"after:{CELL}"])
    assert not [key for key in groups if key.startswith("before:") and "metric" in key]
