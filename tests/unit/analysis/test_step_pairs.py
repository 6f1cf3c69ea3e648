"""What stands in another order, and both sides in one order; checked against trying everything."""

from __future__ import annotations

import itertools
import random

import pytest

from journeymapper.analysis.step_pairs import interleaved, moved


def rises(ids: tuple[str, ...], place: dict[str, int]) -> bool:
    return all(place[one] < place[next_] for one, next_ in itertools.pairwise(ids))


@pytest.mark.parametrize("seed", range(40))
def test_as_few_are_called_moved_as_explain_the_order(seed: int) -> None:
    chance = random.Random(seed)
    before = [f"b{i}" for i in range(7)]
    after = [f"a{i}" for i in range(7)]
    kept = sorted(chance.sample(before, 6))
    pairs = dict(zip(kept, chance.sample(after, 6), strict=True))
    place = {here: after.index(there) for here, there in pairs.items()}
    longest = max(
        n for n in range(7) if any(rises(c, place) for c in itertools.combinations(kept, n))
    )
    found = moved(before, after, pairs)
    staying = tuple(id_ for id_ in kept if id_ not in found)
    assert len(staying) == longest
    assert rises(staying, place)


def test_nothing_moved_where_the_order_is_the_same_however_long_it_is() -> None:
    many = [f"s{i}" for i in range(20_000)]
    same = {id_: id_ for id_ in many}
    assert moved(many, many, same) == frozenset()
    assert moved(many, [*many[1:], many[0]], same) == {many[0]}
    assert interleaved(many, many, same) == tuple((id_, id_) for id_ in many)


def test_what_is_gone_comes_after_what_it_followed() -> None:
    pairs = {"b": "B", "d": "D"}
    assert interleaved("abcde", ("D", "B", "N"), pairs) == (
        ("a", ""),
        ("d", "D"),
        ("e", ""),
        ("b", "B"),
        ("c", ""),
        ("", "N"),
    )
