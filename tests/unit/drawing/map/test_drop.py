"""The biggest drop: how large, why, and where its label stands."""

from dataclasses import replace

import pytest

from journeymapper.domain.entities import Card, Feeling, Touchpoint
from journeymapper.domain.kinds import TimeUnit
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Group, Text
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import by_key, edited, practice, setting, text_of


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def _groups(snapshot: Snapshot, plain: MapSetting) -> tuple[MapLayout, dict[str, Group]]:
    layout = lay_out(snapshot, "map", plain)
    return layout, by_key(layout.drawing())


def _lines(group: Group) -> list[str]:
    """The lines of a label, however many runs each of them has."""
    found: dict[float, str] = {}
    for shape in group.shapes:
        if isinstance(shape, Text):
            base = round(shape.y + shape.run.ys[0], 1)
            found[base] = found.get(base, "") + shape.run.text
    return [line.strip() for line in found.values()]


@pytest.mark.parametrize(
    ("promised", "actual", "unit", "said"),
    [
        (14.0, 61.0, TimeUnit.DAYS, "Agreed 14 days, offered 61"),
        (5.0, 30.0, TimeUnit.MINUTES, "Promised 5 minutes, took 30"),
        (2.0, 3.5, TimeUnit.HOURS, "Promised 2 hours, took 3.5"),
    ],
)
def test_size_and_reason_in_two_short_lines(
    plain: MapSetting, promised: float, actual: float, unit: TimeUnit, said: str
) -> None:
    snapshot = edited(
        practice(), Touchpoint, "rebook", wait_promised=promised, wait_actual=actual, wait_unit=unit
    )
    label = _groups(snapshot, plain)[1]["drop-label"]
    assert _lines(label) == ["Biggest drop, −7", said]
    assert label.box.w <= 182


def test_without_a_broken_promise_the_worst_pain_is_the_reason(plain: MapSetting) -> None:
    kept = edited(practice(), Touchpoint, "rebook", wait_actual=10.0)
    assert "Full" in text_of(_groups(kept, plain)[1]["drop-label"])
    two = edited(kept, Card, "full", text="No slot for two months, two weeks agreed")
    label = _groups(two, plain)[1]["drop-label"]
    assert _lines(label)[1:] == ["No slot for two months,", "two weeks agreed"]
    assert label.box.w <= 182


def test_a_long_reason_is_left_to_its_row(plain: MapSetting) -> None:
    kept = edited(practice(), Touchpoint, "rebook", wait_actual=10.0)
    long = edited(kept, Card, "full", text="Word after word " * 20)
    assert text_of(_groups(long, plain)[1]["drop-label"]) == "Biggest drop, −7"


def test_without_a_fall_there_is_no_drop(plain: MapSetting) -> None:
    flat = practice()
    for step in ("review", "page", "greeting", "rebook", "invoice"):
        flat = edited(flat, Feeling, f"anna-{step}", value=1)
    assert "drop" not in _groups(flat, plain)[1]


@pytest.mark.parametrize("column_width", [96.0, 99.0, 130.0, 180.0])
def test_the_label_hides_no_point(plain: MapSetting, column_width: float) -> None:
    layout, groups = _groups(practice(), replace(plain, column_width=column_width))
    label = groups["drop-label"].box
    for group in layout.cells:
        if group.key.startswith("feeling:"):
            centre = group.box.x + group.box.w / 2, group.box.y + group.box.h / 2
            assert not label.contains(*centre)
    assert layout.title_width <= label.x
    assert label.right <= layout.width


def test_the_label_stands_in_the_stage_of_the_drop(plain: MapSetting) -> None:
    layout, groups = _groups(practice(), plain)
    label, stage = groups["drop-label"].box, layout.stage_boxes["pay"]
    assert stage.x <= label.x
    assert label.right <= stage.right


def test_where_the_stage_at_its_end_is_too_narrow_the_label_stands_before_it(
    plain: MapSetting,
) -> None:
    fall = practice()
    for step, value in (("review", 3), ("page", 3), ("greeting", -4), ("rebook", -2)):
        fall = edited(fall, Feeling, f"anna-{step}", value=value)
    layout, groups = _groups(fall, plain)  # from two columns of one stage into another of one
    label, bracket = groups["drop-label"].box, groups["drop"].box
    assert layout.stage_boxes["learn"].x <= label.x
    assert label.right <= bracket.x + bracket.w / 2
