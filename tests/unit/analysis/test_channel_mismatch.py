"""How far what we offer is from what is preferred (method B18)."""

from __future__ import annotations

import pytest

from journeymapper.analysis.channel_mismatch import channel_mismatch
from journeymapper.domain.entities import ChannelShare


def shares(*pairs: tuple[float | None, float | None]) -> list[ChannelShare]:
    return [ChannelShare(str(i), "p", f"c{i}", *pair) for i, pair in enumerate(pairs)]


def test_the_worked_example_of_the_method() -> None:
    found = channel_mismatch(shares((0.8, 0.25), (0.1, 0.3), (0.0, 0.3), (0.1, 0.15)))
    assert found is not None
    assert found.share == pytest.approx(0.55)
    assert found.absent == (("c2", 0.3),)


def test_a_match_is_nothing_and_nothing_in_common_is_all() -> None:
    same = channel_mismatch(shares((0.6, 0.6), (0.4, 0.4)))
    apart = channel_mismatch(shares((1.0, 0.0), (None, 0.3), (0.0, 0.7)))
    assert same is not None
    assert (same.share, same.absent) == (0, ())
    assert apart is not None
    assert apart.share == pytest.approx(1)
    assert apart.absent == (("c2", 0.7), ("c1", 0.3))


@pytest.mark.parametrize("known", [(), ((0.5, None),), ((None, 1.0),), ((0.0, 1.0),)])
def test_with_one_side_alone_nothing_is_said(known: tuple[tuple[float, float], ...]) -> None:
    assert channel_mismatch(shares(*known)) is None
