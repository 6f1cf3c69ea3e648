"""The order of siblings."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.domain.order import SMALLEST_GAP, place_at


@given(st.lists(st.integers(0, 30), max_size=60))
def test_inserting_keeps_the_order_of_a_list(indexes: list[int]) -> None:
    model: list[str] = []
    positions: dict[str, float] = {}
    for number, index in enumerate(indexes):
        siblings = sorted(positions.items(), key=lambda item: item[1])
        position, moved = place_at(siblings, index)
        positions |= moved
        positions[str(number)] = position
        model.insert(min(index, len(model)), str(number))
        assert sorted(positions, key=positions.__getitem__) == model


def test_siblings_are_renumbered_before_their_gap_vanishes() -> None:
    siblings = [("a", 1.0), ("b", 2.0)]
    renumbered = 0
    for number in range(60):
        position, moved = place_at(siblings, 1)
        renumbered += bool(moved)
        places = dict(siblings) | moved | {f"n{number}": position}
        siblings = sorted(places.items(), key=lambda item: item[1])
        gaps = [b[1] - a[1] for a, b in pairwise(siblings)]
        assert min(gaps) >= SMALLEST_GAP
    assert renumbered >= 2


def test_the_first_child_stands_at_one() -> None:
    assert place_at([], 5) == (1.0, {})
