"""The chart of a plan's measure, shape by shape (see test_map for how it is kept)."""

import datetime

import pytest

from journeymapper.app import resources
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.plans.measure_chart import measure_chart
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from journeymapper.text.start import start
from tests.golden.render import render
from tests.golden.test_map import compare
from tests.unit.analysis.measured import STARTED, counted


@pytest.fixture(scope="module")
def engine(qapp: object) -> TextEngine:
    assert qapp
    return start(resources.find().fonts)


def test_chart_of_a_measure(engine: TextEngine) -> None:
    pen = Pen(engine, Tokens.load(resources.find().tokens), ENGLISH)
    effect = counted((7, 50), (7, 32), (13, 29), (17, 27), (16, 20))
    chart = measure_chart(pen, effect, STARTED, datetime.date(2026, 5, 20), 820, 250)
    compare("measure.txt", render(chart.drawing))
