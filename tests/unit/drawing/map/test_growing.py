"""The map that grows under the walk: every step once, dashed as long as it is to come."""

import pytest

from journeymapper.domain.entities import Card, Stage, Touchpoint
from journeymapper.domain.kinds import Frequency
from journeymapper.drawing.display_list import Drawing, Path, Rect
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.growing import GrowingMap, growing, shortened
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from journeymapper.text.runs import TextStyle
from tests.unit.drawing.world import STEPS, by_key, changed, edited, practice, setting, text_of

WIDTH, HEIGHT = 800.0, 200.0


@pytest.fixture
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, setting(engine).tokens, ENGLISH)


def dashed(drawing: Drawing) -> set[str]:
    """The steps whose card has a dashed line."""
    found = by_key(drawing)
    grounds = {step: found[f"step:{step}"].shapes[0] for step, *_more in STEPS}
    return {step for step, card in grounds.items() if isinstance(card, Rect) and card.dash}


def test_steps_to_come_are_dashed_and_the_current_one_is_marked(pen: Pen) -> None:
    what = GrowingMap("map", "greeting", frozenset(("rebook", "invoice")))
    drawing = growing(practice(), what, pen, WIDTH, HEIGHT)
    assert dashed(drawing) == {"rebook", "invoice"}
    (card, *_rest) = by_key(drawing)["step:greeting"].shapes
    assert isinstance(card, Rect)
    assert (card.stroke, card.width) == ("accent", 2.0)


def test_numbers_names_and_stages_are_those_of_the_map(pen: Pen) -> None:
    found = by_key(growing(practice(), GrowingMap("map"), pen, WIDTH, HEIGHT))
    assert text_of(found["stage:arrive"]) == "2 Arrive"
    assert text_of(found["step:greeting"]).split("\n") == ["2.1", "Greeting"]
    middles = {found[f"step:{step}"].box.x for step, *_more in STEPS}
    assert len(middles) == len(STEPS)


def test_a_face_stands_as_high_as_the_feeling_is_good(pen: Pen) -> None:
    found = by_key(growing(practice(), GrowingMap("map"), pen, WIDTH, HEIGHT))
    by_height = sorted(STEPS, key=lambda step: found[f"face:{step[0]}"].box.y)
    assert [anna for _id, _stage, _name, anna, _walter in by_height] == [3, 2, 1, 0, -4]
    chart = found["chart"].box
    assert all(
        chart.y <= found[f"face:{step}"].box.y and found[f"face:{step}"].box.bottom <= chart.bottom
        for step, *_more in STEPS
    )


def test_without_feelings_there_is_no_curve(pen: Pen) -> None:
    found = by_key(growing(practice(filled=False), GrowingMap("map"), pen, WIDTH, HEIGHT))
    assert "curve" not in found
    (line,) = by_key(growing(practice(), GrowingMap("map"), pen, WIDTH, HEIGHT))["curve"].shapes
    assert isinstance(line, Path)


def test_pains_stand_below_with_how_often(pen: Pen) -> None:
    snapshot = edited(practice(), Card, "full", frequency=Frequency.OFTEN)
    assert "card:full" not in by_key(growing(snapshot, GrowingMap("map"), pen, WIDTH, HEIGHT))
    found = by_key(growing(snapshot, GrowingMap("map", pains=True), pen, WIDTH, HEIGHT))
    assert text_of(found["card:full"]) == "Often\nFull"
    assert text_of(found["card:old"]) == "Old"
    assert found["card:full"].box.y > found["chart"].box.bottom


def test_many_steps_make_it_wider_not_narrower(pen: Pen) -> None:
    more = (
        Touchpoint(f"more-{i}", stage="pay", name=f"Step {i}", position=10.0 + i) for i in range(40)
    )
    drawing = growing(changed(practice(), *more), GrowingMap("map"), pen, WIDTH, HEIGHT)
    least = pen.tokens.size("touchpoint_fit_width_min")
    assert drawing.width == pytest.approx(45 * least)


def test_a_stage_without_steps_keeps_its_place(pen: Pen) -> None:
    snapshot = changed(practice(), Stage("late", map="map", name="Follow-up", position=9.0))
    found = by_key(growing(snapshot, GrowingMap("map"), pen, WIDTH, HEIGHT))
    assert text_of(found["stage:late"]) == "4 Follow-up"


def test_what_is_too_long_ends_in_dots(pen: Pen) -> None:
    style = TextStyle(11, 14, 600)
    block = shortened(pen, "Rebooking at the desk after the treatment", style, 70, 2)
    assert len(block.lines) <= 2
    assert block.lines[-1].text.endswith("…")
    assert shortened(pen, "Desk", style, 70, 2).lines[0].text == "Desk"
