"""Plans along the days as they are drawn, shape by shape, compared with what was looked at.

Set UPDATE_GOLDEN=1 to keep what is drawn now; look at the difference before committing it.
"""

import os
from pathlib import Path

import pytest

from journeymapper.analysis.plans.calendar import Zoom
from journeymapper.app import resources
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.plans.timeline import lay_out
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.start import start
from tests.golden.render import render
from tests.unit.drawing.plan_rows import ROWS, TODAY

HERE = Path(__file__).parent


@pytest.mark.parametrize("zoom", [Zoom.WEEK, Zoom.MONTH])
def test_timeline(qapp: object, zoom: Zoom) -> None:
    assert qapp
    found = resources.find()
    pen = Pen(start(found.fonts), Tokens.load(found.tokens), ENGLISH)
    drawn = render(lay_out(pen, ROWS, TODAY, zoom).drawing())
    kept = HERE / f"timeline-{zoom}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8")
