"""Other shares on a copy: they add up, and the net they were taken from stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis import journey_figures
from journeymapper.analysis.journey_flow import Sum, flow_of
from journeymapper.analysis.what_if import balanced, rounded, with_shares
from tests.unit.drawing.ways_world import journey, to

SHARES = st.lists(st.floats(0, 1), min_size=2, max_size=6).map(
    lambda parts: [part / (sum(parts) or 1) for part in parts] if sum(parts) else None
)


def test_other_shares_change_the_figures_and_not_the_net() -> None:
    net = flow_of(journey(to("page", "greeting", 0.8), to("page", "goes", 0.2)), "map")
    tried = with_shares(net, {"page-greeting": 0.9, "page-goes": 0.1})
    assert journey_figures.figures(tried).success == pytest.approx(0.9)
    assert journey_figures.figures(net).success == pytest.approx(0.8)
    assert tried.sums["page"][0] is Sum.WHOLE


def test_shares_that_do_not_add_up_are_noticed() -> None:
    net = flow_of(journey(to("page", "greeting", 0.8), to("page", "goes", 0.2)), "map")
    assert with_shares(net, {"page-greeting": 0.9}).sums["page"][0] is Sum.OVER
    assert with_shares(net, {"page-greeting": 0.1}).sums["page"][0] is Sum.SHORT


def test_the_others_give_in_proportion() -> None:
    assert balanced([0.88, 0.09, 0.03], 0, 0.94, ()) == pytest.approx([0.94, 0.045, 0.015])
    assert balanced([1.0, 0.0, 0.0], 0, 0.5, ()) == pytest.approx([0.5, 0.25, 0.25])


def test_what_is_held_stays_while_that_is_possible() -> None:
    assert balanced([0.5, 0.3, 0.2], 0, 0.6, {1}) == pytest.approx([0.6, 0.3, 0.1])
    assert balanced([0.5, 0.3, 0.2], 0, 0.9, {1}) == pytest.approx([0.9, 0.06, 0.04])
    assert balanced([0.5, 0.3, 0.2], 0, 0.6, {1, 2}) == pytest.approx([0.6, 0.24, 0.16])


def test_kept_shares_are_round_and_add_up() -> None:
    assert rounded([0.944444444, 0.041111111, 0.014444444]) == [0.9445, 0.0411, 0.0144]
    assert sum(rounded([1 / 3, 1 / 3, 1 / 3])) == pytest.approx(1, abs=1e-12)


@given(SHARES, st.floats(-1, 2), st.data())
def test_they_always_add_up(shares: list[float] | None, value: float, data: st.DataObject) -> None:
    if shares is None:
        return
    places = st.integers(0, len(shares) - 1)
    found = balanced(shares, data.draw(places), value, data.draw(st.sets(places)))
    assert sum(found) == pytest.approx(1)
    assert all(-1e-12 <= share <= 1 + 1e-12 for share in found)
