"""Labels keep off marks and off each other, and stay in the frame."""

import itertools
from collections.abc import Sequence

import pytest

from journeymapper.drawing.charts.labels import Wanted, overlap, place_labels
from journeymapper.drawing.charts.pairs import spread
from journeymapper.drawing.display_list import Box

FRAME = Box(0, 0, 500, 400)


def marks(points: Sequence[tuple[float, float]]) -> list[Wanted]:
    return [Wanted(110, 15, Box(x - 9, y - 9, 18, 18)) for x, y in points]


CROWDS = [
    [(100, 100), (120, 108), (140, 96), (112, 130), (150, 120)],
    [(10, 10), (490, 10), (10, 390), (490, 390)],
    [(250, 200)] * 4,
    [(60 + 45 * i, 200 + (i % 3) * 12) for i in range(9)],
]


@pytest.mark.parametrize("points", CROWDS)
def test_nothing_is_covered(points: list[tuple[float, float]]) -> None:
    wanted = marks(points)
    taken = [one.mark for one in wanted]
    places = place_labels(wanted, taken, FRAME)
    assert not any(overlap(a, b) for a, b in itertools.combinations(places, 2))
    assert not any(overlap(label, mark) for label in places for mark in taken)
    assert all(p.x >= 0 and p.right <= 500 and p.y >= 0 and p.bottom <= 400 for p in places)


def test_a_label_stays_on_the_side_of_its_mark() -> None:
    wanted = marks([(240, 188)])
    line = Box(0, 200, 500, 2)
    (place,) = place_labels(wanted, [wanted[0].mark], FRAME, [line])
    assert place.bottom <= 200


def test_the_same_marks_give_the_same_places() -> None:
    wanted = marks(CROWDS[0])
    assert place_labels(wanted, [], FRAME) == place_labels(wanted, [], FRAME)


def test_spread_keeps_order_and_distance() -> None:
    found = spread([50, 52, 51, 200], [15] * 4, 0, 300)
    order = sorted(range(4), key=lambda i: found[i])
    assert order == [0, 2, 1, 3]
    heights = sorted(found)
    assert all(b - a >= 15 for a, b in itertools.pairwise(heights))
    assert found[3] == 200


def test_spread_moves_up_from_the_lower_edge() -> None:
    found = spread([95, 96, 97], [10] * 3, 0, 100)
    assert max(found) + 5 <= 100
    assert all(b - a >= 10 for a, b in itertools.pairwise(sorted(found)))
