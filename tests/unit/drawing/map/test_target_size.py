"""Cards can be pointed at: none is lower than 24, and none lies over another."""

from dataclasses import replace

import pytest

from journeymapper.domain.entities import Card
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Group, Text
from journeymapper.drawing.map.layout import lay_out
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import ROWS, by_key, changed, edited, practice, setting


@pytest.fixture
def plain(engine: TextEngine) -> MapSetting:
    return setting(engine)


def _crowded() -> Snapshot:
    """One-line cards one below the other, at steps and across a stage."""
    snapshot = practice(shown=ROWS)
    for kind in (LaneKind.DOING, LaneKind.PAIN, LaneKind.GAIN, LaneKind.BACKSTAGE):
        for i in range(3):
            at = Card(f"{kind}{i}", lane=kind.value, touchpoint="invoice", text="Pays")
            across = Card(f"{kind}s{i}", lane=kind.value, stage="pay", text="Pays")
            snapshot = changed(
                snapshot,
                replace(at, position=float(i)),
                *(() if kind == LaneKind.PAIN else (replace(across, position=float(i)),)),
            )
    return snapshot


def _cards(snapshot: Snapshot, plain: MapSetting) -> list[Group]:
    found = by_key(lay_out(snapshot, "map", plain).drawing())
    return [group for key, group in found.items() if key.startswith("card:")]


def _overlap(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def test_no_card_is_lower_than_a_target(plain: MapSetting) -> None:
    cards = _cards(_crowded(), plain)
    assert len(cards) > 20
    assert min(group.box.h for group in cards) >= 24


def test_no_card_lies_over_another(plain: MapSetting) -> None:
    cards = _cards(_crowded(), plain)
    for i, one in enumerate(cards):
        assert not any(_overlap(one.box, other.box) for other in cards[i + 1 :])


def test_text_stands_where_it_does_on_paper(plain: MapSetting) -> None:
    snapshot = edited(practice(), Card, "alone", text="Waits")
    screen, paper = (
        by_key(lay_out(snapshot, "map", replace(plain, paper=on_paper)).drawing())["card:alone"]
        for on_paper in (False, True)
    )
    assert paper.box.h == 15
    assert _text_top(screen) == pytest.approx(_text_top(paper))


def _text_top(group: Group) -> float:
    return next(group.box.y + shape.y for shape in group.shapes if isinstance(shape, Text))


def test_cards_of_one_cell_stand_below_each_other(plain: MapSetting) -> None:
    second = Card("second", lane="pain", touchpoint="rebook", text="Sent away twice for nothing")
    snapshot = changed(practice(), replace(second, position=1.0))
    groups = by_key(lay_out(snapshot, "map", plain).drawing())
    assert groups["card:second"].box.y == pytest.approx(groups["card:full"].box.bottom + 6)


def test_a_low_row_still_holds_its_cards(plain: MapSetting) -> None:
    low = edited(practice(), Card, "alone", text="Waits")
    layout = lay_out(low, "map", plain)
    row = layout.rows[0]
    card = by_key(layout.drawing())["card:alone"]
    assert row.y <= card.box.y
    assert card.box.bottom <= row.bottom
