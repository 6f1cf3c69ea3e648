"""The chart of a measure: its words, its table, and labels that stay in and apart."""

from __future__ import annotations

import datetime
import itertools

import pytest

from journeymapper.app import resources
from journeymapper.drawing.charts.labels import overlap
from journeymapper.drawing.display_list import Box, Drawing, Text
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.plans.measure_chart import measure_chart
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.analysis.measured import STARTED, by_hand, counted

TODAY = datetime.date(2026, 5, 20)
ROSE = counted((7, 50), (7, 32), (13, 29), (17, 27), (16, 20))
EFFECTS = {
    "rose": ROSE,
    "baseline alone": counted((7, 50)),
    "no baseline": counted(None, (7, 32)),
    "nothing": counted(None),
    "all": counted((19, 20), (20, 20), target=1.0),
    "many": by_hand(14, 12, 11, 13, 9, 8, 7.5, 8, 7, 7, 6, 7, 6, 6, 5),
    "alike": by_hand(14, 14, target=None),
}


@pytest.fixture(scope="module")
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, Tokens.load(resources.find().tokens), ENGLISH)


def written(drawing: Drawing) -> dict[str, Box]:
    """What is written where, roughly."""
    found = {}
    for group in drawing.groups:
        for shape in group.shapes:
            if isinstance(shape, Text) and shape.run.xs:
                size = shape.run.size
                x, y = shape.x + shape.run.xs[0], shape.y + shape.run.ys[0]
                wide = shape.run.xs[-1] - shape.run.xs[0] + 0.6 * size
                found[shape.run.text] = Box(x, y - 0.7 * size, wide, 0.7 * size)
    return found


@pytest.mark.parametrize(("width", "height"), [(340, 120), (820, 250)])
@pytest.mark.parametrize("name", EFFECTS)
def test_texts_stay_inside_and_off_each_other(
    pen: Pen, name: str, width: float, height: float
) -> None:
    drawing = measure_chart(pen, EFFECTS[name], STARTED, TODAY, width, height).drawing
    boxes = written(drawing)
    for text, box in boxes.items():
        assert box.x >= -2, text
        assert box.right <= width + 2, text
        assert box.y >= -1, text
        assert box.bottom <= height + 1, text
    for (one, first), (other, second) in itertools.combinations(boxes.items(), 2):
        assert overlap(first, second) < 4, (one, other)


def test_it_says_what_was_counted_wanted_and_before(pen: Pen) -> None:
    chart = measure_chart(pen, ROSE, STARTED, TODAY, 820, 250)
    texts = set(written(chart.drawing))
    assert {"7 of 50", "7 of 32", "13 of 29", "17 of 27", "16 of 20"} <= texts
    assert {"Wanted 75 %", "Before 14 %", "Plan starts, 16 March", "9 May"} <= texts
    assert str(chart.alt) == (
        "Dates kept: 7 of 50 before the plan, 16 of 20 on 9 May. More than chance could do."
    )
    assert list(chart.rows[-1]) == ["2026-05-09", "80 %", 20, "58 %", "92 %"]
    assert len(chart.rows) == 5


def test_the_start_stands_between_the_values_before_and_after(pen: Pen) -> None:
    boxes = written(measure_chart(pen, ROSE, STARTED, TODAY, 820, 250).drawing)
    start = boxes["Plan starts, 16 March"].x
    assert boxes["20 February"].x < start < boxes["28 March"].right
    ahead = written(measure_chart(pen, EFFECTS["baseline alone"], STARTED, TODAY, 820, 250).drawing)
    assert ahead["20 February"].right < ahead["Plan starts, 16 March"].x
    assert "Plan starts, 16 March" not in written(
        measure_chart(pen, ROSE, "", TODAY, 820, 250).drawing
    )


def test_the_more_values_the_fewer_of_them_are_written_but_never_the_ends(pen: Pen) -> None:
    texts = written(measure_chart(pen, EFFECTS["many"], STARTED, TODAY, 340, 120).drawing)
    assert {"14", "20 February"} <= set(texts)
    assert "Before 14 minutes" in texts
