"""The field of impact and effort: where plans stand, and what a place of it means."""

from __future__ import annotations

import pytest

from journeymapper.app import resources
from journeymapper.drawing.charts.labels import overlap
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.plans.impact import Rated, impact_field
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine

PLANS = (
    Rated("a", 1, "Explain the bill", 4, 1),
    Rated("b", 2, "Tell the delay", 3, 2),
    Rated("c", 3, "Build a wing", 5, 5),
    Rated("d", 4, "Undecided", None, 2),
    *(Rated(f"same{i}", 5 + i, "Same", 1, 4) for i in range(9)),
)


@pytest.fixture(scope="module")
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, Tokens.load(resources.find().tokens), ENGLISH)


def test_each_place_means_the_rating_of_what_is_drawn_there(pen: Pen) -> None:
    field = impact_field(pen, PLANS, 640, 480)
    for plan in PLANS:
        box = field.chips[plan.id]
        found = field.rating_at(box.x + box.w / 2, box.y + box.h / 2)
        wanted = None if plan.impact is None or plan.effort is None else (plan.impact, plan.effort)
        assert found == wanted, plan
    assert field.rating_at(1, 1) is None


def test_quick_wins_bring_much_for_little(pen: Pen) -> None:
    chart = impact_field(pen, PLANS, 640, 480).chart
    assert str(chart.alt) == (
        "Impact and effort of 13 plans. Quick wins: Explain the bill, Tell the delay."
    )
    assert [row[4] for row in chart.rows[:5]] == [
        "Quick wins",
        "Quick wins",
        "Worth the work",
        "Not rated yet",
        "Better not",
    ]


def test_chips_do_not_cover_each_other_while_there_is_room(pen: Pen) -> None:
    boxes = list(impact_field(pen, PLANS, 900, 640).chips.values())
    for place, one in enumerate(boxes):
        assert all(overlap(one, other) == 0 for other in boxes[place + 1 :])
