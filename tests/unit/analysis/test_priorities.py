"""Importance and performance, opportunity, risk, Pareto, severity, and the smaller figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.priorities import (
    band,
    channel_mismatch,
    importance_performance,
    kano,
    mix_shift,
    opportunity,
    pareto,
    rice,
    rpn,
    servqual,
    severity,
    time_ratio,
    vote_shares,
)
from journeymapper.analysis.trend import xmr
from journeymapper.domain.errors import UserError

ITEMS = [
    ("Find practice", 6.8, 7.4),
    ("Book", 8.9, 5.2),
    ("Reception greeting", 7.6, 4.8),
    ("Waiting comfort", 6.1, 4.1),
    ("On-time start", 8.7, 3.9),
    ("Treatment", 9.6, 9.1),
    ("Rebooking", 8.4, 2.9),
    ("Billing", 7.2, 7.8),
]


def test_the_cross_may_lie_in_the_data_or_on_the_scale() -> None:
    data, scale = importance_performance(ITEMS), importance_performance(ITEMS, "scale")
    assert (data.importance_line, data.performance_line) == pytest.approx((7.9125, 5.65))
    assert list(data.quadrants.values()) == ["Q4", "Q1", "Q3", "Q3", "Q1", "Q2", "Q1", "Q4"]
    assert list(scale.quadrants.values()) == ["Q2", "Q1", "Q1", "Q1", "Q1", "Q2", "Q1", "Q2"]
    assert importance_performance(ITEMS[:5]).crosshair == "scale"
    assert importance_performance(ITEMS, (8.4, 2.9)).quadrants["Rebooking"] == "Q2"
    assert importance_performance([], "data").importance_line is None


def test_an_interval_over_a_line_is_uncertain() -> None:
    items = [("sure", 8, 3, (7.5, 8.5), (2, 4)), ("unsure", 8, 5, (7, 9), (4.9, 5.6)), ("n", 8, 5)]
    assert importance_performance(items, "scale").uncertain == {"unsure"}
    with pytest.raises(UserError):
        importance_performance([("off", 11, 3)])
    with pytest.raises(UserError):
        importance_performance(ITEMS, "middle")  # type: ignore[arg-type]


def test_opportunity_and_risk() -> None:
    assert [opportunity(*pair) for pair in ((8.5, 3), (9, 9), (5, 8))] == [14.0, 9.0, 5.0]
    assert opportunity(8.4, 2.9) == pytest.approx(13.9)
    assert (rpn(7, 6, 5), rpn(7, 2, 3)) == (210, 42)
    with pytest.raises(UserError):
        rpn(0, 5, 5)


def test_the_vital_few() -> None:
    counts = {"delay": 34, "wait": 27, "error": 15, "cold": 11, "greeting": 8, "invoice": 5}
    found = pareto(counts)
    assert found.cumulative == pytest.approx((0.34, 0.61, 0.76, 0.87, 0.95, 1.0))
    assert found.vital_few == ("delay", "wait", "error", "cold")
    assert pareto([("a", 1), ("b", 1)]).order == ("a", "b")
    assert pareto({"a": 0}).vital_few == ()
    assert pareto([("a", 4), ("b", 1)]).vital_few == ("a",)


@pytest.mark.parametrize(
    ("g", "importance", "moment", "expected", "name"),
    [
        (0.9, 8.4, True, 100.0, "critical"),
        (0.6, 8.7, True, 69.6, "critical"),
        (0.5, 6.1, False, 39.2, "medium"),
        (0.2, 7.2, False, 16.9, "low"),
        (0.05, 6.8, False, 4.1, "low"),
        (-1.0, 5.5, False, 0.0, ""),
        (9.0, 1.0, False, 50.0, "high"),
    ],
)
def test_severity_and_its_band(
    g: float, importance: float, moment: bool, expected: float, name: str
) -> None:
    found = severity(g, importance, moment)
    assert round(found, 1) == expected
    assert band(found) == name


def test_a_band_is_that_of_the_number_that_is_shown() -> None:
    assert [band(v) for v in (59.95, 59.94, 39.96, 0.04)] == ["critical", "high", "high", ""]


@given(st.floats(0, 1), st.floats(1, 10), st.booleans())
def test_severity_never_falls_when_a_gap_grows(g: float, importance: float, moment: bool) -> None:
    assert 0 <= severity(g / 2, importance, moment) <= severity(g, importance, moment) <= 100
    assert severity(g, importance, False) <= severity(g, importance, True)


def test_the_smaller_figures() -> None:
    quality = servqual([5.8, 6.7, 6.5, 6.4, 6.2], [4.9, 4.1, 3.8, 6.1, 4.6], [11, 32, 22, 19, 16])
    assert quality.gaps == pytest.approx((-0.9, -2.6, -2.7, -0.3, -1.6))
    assert (quality.mean, quality.weighted) == pytest.approx((-1.62, -1.838))
    pairs = [("L", "N")] * 6 + [("like", "dislike")] * 9 + [("N", "D")] * 5 + [("M", "N")] * 4
    found = kano(pairs)
    assert found.category == "O"
    assert [found.better, found.worse] == pytest.approx([0.625, -0.583333], abs=1e-6)
    assert kano([("M", "D"), ("L", "D")]).category == "M"
    assert [rice(120, 2, 0.8, 0.5), rice(200, 0.5, 1, 0.25), rice(150, 3, 0.5, 3)] == [384, 400, 75]
    offered, preferred = (
        {"phone": 0.8, "portal": 0.1, "chat": 0, "sms": 0.1},
        {"phone": 0.25, "portal": 0.30, "chat": 0.30, "sms": 0.15},
    )
    missed = channel_mismatch(offered, preferred)
    assert missed.mismatch == pytest.approx(0.55)
    assert missed.absent == {"chat": pytest.approx(0.3)}
    assert [time_ratio(30, 5), time_ratio(61, 14)] == pytest.approx([6, 4.357143])
    votes = vote_shares([7, 5, 4, 2])
    assert votes.shares == pytest.approx((0.388889, 0.277778, 0.222222, 0.111111), abs=1e-6)
    assert votes.concentration == pytest.approx(0.290123, abs=1e-6)
    assert vote_shares([3, 5, 3, 0]).ties == ((0, 2),)
    moved = mix_shift({"US": 100, "IT": 20}, {"US": 30, "IT": 90})
    assert moved.warn
    assert moved.largest == pytest.approx(100 / 120 - 0.25)
    assert not mix_shift({"US": 50, "IT": 50}, {"US": 60, "IT": 40}).warn
    assert not mix_shift({}, {"US": 1}).warn


def test_what_cannot_be_computed_is_refused() -> None:
    refused = (
        lambda: servqual([1, 2], [1]),
        lambda: kano([("L", "X")]),
        lambda: rice(1, 1, 1, 0),
        lambda: channel_mismatch({"a": 0.5}, {"a": 1}),
        lambda: vote_shares([-1]),
        lambda: severity(float("nan")),
    )
    for call in refused:
        with pytest.raises(UserError):
            call()


def test_a_month_outside_what_is_usual() -> None:
    months = [12, 18, 9, 15, 21, 14, 17]
    found = xmr(months)
    assert [found.centre, found.lower, found.upper] == pytest.approx(
        [15.142857, -1.260476, 31.546190], abs=1e-6
    )
    assert found.provisional
    assert found.signals([*months, 33]) == (7,)
    assert xmr([5] * 20).signals([5, 5.1]) == (1,)
    assert not xmr([5] * 20).provisional
    with pytest.raises(UserError, match="6 values"):
        xmr(months[:5])
