"""Every chart says in words and as a table what it shows, and keeps its texts inside."""

from collections.abc import Callable

import pytest

from journeymapper.analysis.alerts.funnel import Funnel
from journeymapper.app import resources
from journeymapper.domain.evidence import Grade
from journeymapper.domain.message import _
from journeymapper.drawing.charts.bars import Bar, Sides, mirror_bars, pareto_bars, score_bars
from journeymapper.drawing.charts.chart import Chart, Named
from journeymapper.drawing.charts.funnel import funnel_bars
from journeymapper.drawing.charts.journey import (
    Stop,
    consistency_matrix,
    evidence_strip,
    feeling_overlay,
    mini_curve,
)
from journeymapper.drawing.charts.pairs import EXPECTED, Both, dumbbell, slope
from journeymapper.drawing.charts.scatter import Axes, Point, scatter
from journeymapper.drawing.display_list import Reading, Text
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine

LONG = "3.1 Terminvereinbarungsbestätigung und Schmerzempfindlichkeitsabfrage"
NAMES = ("6.1 Rebooking", "4.2 Called in", LONG, "5.2 Examination")
SCORES = (2.9, 3.9, 5.2, 9.1)
MATTERS = (8.4, 8.7, 8.9, 9.6)
BANDS = ("critical", "critical", "high", "")


@pytest.fixture(scope="module")
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, Tokens.load(resources.find().tokens), ENGLISH)


def named(i: int) -> Named:
    return Named(str(i), NAMES[i], BANDS[i])


def points() -> list[Point]:
    return [
        Point(named(i), MATTERS[i], s, (s - 0.5, s + 0.5), "Q1" if i < 2 else "Q2", False)
        for i, s in enumerate(SCORES)
    ]


def axes() -> Axes:
    return Axes(_("How we do"), _("How much it matters"), 5.3, 8.9)


def stops() -> list[Stop]:
    return [Stop(str(i), f"1.{i}", NAMES[i], (3, -4, None, 2)[i], BANDS[i]) for i in range(4)]


def pairs() -> list[Both]:
    return [Both(named(i), min(10.0, s + 2), s) for i, s in enumerate(SCORES)]


def bars() -> list[Bar]:
    return [
        Bar(named(i), s, (s - 0.4, s + 0.4) if i else None, "41 patients", Grade.A)
        for i, s in enumerate(SCORES)
    ]


CHARTS: dict[str, Callable[[Pen, float], Chart]] = {
    "scatter": lambda pen, w: scatter(pen, points(), axes(), w, w * 0.8),
    "dumbbell": lambda pen, w: dumbbell(pen, pairs(), w),
    "slope": lambda pen, w: slope(pen, pairs(), w, 200, EXPECTED),
    "bars": lambda pen, w: score_bars(pen, bars(), w, _("Patients said it")),
    "pareto": lambda pen, w: pareto_bars(pen, [("Waiting", 31), (LONG, 7), ("Other", 2)], w),
    "mirror": lambda pen, w: mirror_bars(
        pen, "Anna", [Sides("Phone", 0.8, 0.2), Sides(LONG, 0.2, 0.8)], w
    ),
    "funnel": lambda pen, w: funnel_bars(pen, Funnel(10, 7, 5, 3, 0), w),
    "feelings": lambda pen, w: feeling_overlay(pen, stops(), "Anna", w),
    "sure": lambda pen, w: evidence_strip(pen, [(Grade.A, 5, "30 or more"), (None, 1, "map")], w),
    "matrix": lambda pen, w: consistency_matrix(
        pen, [(LONG, {"Phone": 7.4, "Online": 4.1}), ("2 Call", {"Phone": 3.0})], w
    ),
}


@pytest.mark.parametrize("width", [340, 620])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_words_and_a_table_and_fits(pen: Pen, name: str, width: float) -> None:
    chart = CHARTS[name](pen, width)
    (group,) = chart.drawing.groups
    assert group.reading == Reading.FIGURE
    assert group.alt == chart.alt
    assert "{" not in str(chart.alt)
    assert chart.rows
    assert all(len(row) == len(chart.head) for row in chart.rows)
    for shape in group.shapes:
        if isinstance(shape, Text) and shape.run.xs:
            assert shape.x + min(shape.run.xs) >= -3
            assert shape.x + max(shape.run.xs) <= chart.drawing.width + 1
            assert shape.y + max(shape.run.ys) <= chart.drawing.height + 1


def test_the_chart_of_importance_names_what_to_fix_first(pen: Pen) -> None:
    chart = CHARTS["scatter"](pen, 540)
    assert "6.1 Rebooking, 4.2 Called in" in str(chart.alt)
    assert chart.rows[0] == ("6.1 Rebooking", 8.4, 2.9, 2.4, 3.4, "Fix first")


def test_severity_is_told_by_a_letter_too(pen: Pen) -> None:
    chart = CHARTS["bars"](pen, 540)
    written = [s.run.text for g in chart.drawing.groups for s in g.shapes if isinstance(s, Text)]
    assert written.count("C") == 2
    assert written.count("H") == 1


def test_the_same_figures_give_the_same_drawing(pen: Pen) -> None:
    assert CHARTS["scatter"](pen, 540).drawing == CHARTS["scatter"](pen, 540).drawing


def test_the_small_curve_marks_one_step_with_its_feeling(pen: Pen) -> None:
    drawing = mini_curve(pen, stops(), "1", 230, 62)
    written = [s.run.text for g in drawing.groups for s in g.shapes if isinstance(s, Text)]
    assert written == ["−4"]


def test_a_step_without_a_feeling_is_marked_without_a_number(pen: Pen) -> None:
    drawing = mini_curve(pen, stops(), "2", 230, 62)
    assert not any(isinstance(s, Text) for g in drawing.groups for s in g.shapes)
