"""Curves stay between the values at their points."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.drawing.curve import clipped, curve, slopes, value_at
from tests.unit.drawing.world import numbers

values = st.lists(st.integers(-5, 5).map(float), min_size=2, max_size=12)
gaps = st.lists(st.floats(20, 300), min_size=12, max_size=12)


def _points(ys: list[float], widths: list[float]) -> list[tuple[float, float]]:
    x, points = 0.0, []
    for y, width in zip(ys, widths, strict=False):
        points.append((x, y))
        x += width
    return points


@given(values, gaps)
def test_a_curve_never_passes_the_values_at_its_two_ends(
    ys: list[float], widths: list[float]
) -> None:
    points = _points(ys, widths)
    tangents = slopes(points)
    for (x0, y0), (x1, y1) in pairwise(points):
        for i in range(21):
            y = value_at(points, tangents, min(x1, x0 + (x1 - x0) * i / 20))
            assert y is not None
            assert min(y0, y1) - 1e-9 <= y <= max(y0, y1) + 1e-9


@given(values, gaps)
def test_the_curve_meets_every_point(ys: list[float], widths: list[float]) -> None:
    points = _points(ys, widths)
    ends = [segment[-2:] for segment in curve(points, slopes(points))]
    assert ends == points


@given(values, gaps, st.floats(0.05, 0.95))
def test_two_sheets_meet_in_height_and_slope(
    ys: list[float], widths: list[float], share: float
) -> None:
    points = _points(ys, widths)
    tangents = slopes(points)
    edge = points[-1][0] * share
    left, right = (
        clipped(points, tangents, points[0][0], edge),
        clipped(points, tangents, edge, points[-1][0]),
    )
    _x1, _y1, x2, y2, x, y = numbers(left[-1])
    sx, sy = numbers(right[0])
    cx, cy, *_rest = numbers(right[1])
    assert (x, y) == pytest.approx((sx, sy), abs=1e-6)
    assert x == pytest.approx(edge)
    incoming, outgoing = (y - y2) * (cx - sx), (cy - sy) * (x - x2)
    assert incoming == pytest.approx(outgoing, abs=1e-4 * (1 + abs(incoming)))


def test_outside_of_its_points_there_is_no_curve() -> None:
    points = [(10.0, 1.0), (20.0, 3.0)]
    tangents = slopes(points)
    assert value_at(points, tangents, 9.9) is None
    assert value_at(points, tangents, 20.1) is None
    assert clipped(points, tangents, 20.0, 40.0) == ()
    assert curve([], ()) == ()


def test_a_single_point_has_no_slope() -> None:
    assert slopes([(0.0, 3.0)]) == (0.0,)
    assert curve([(0.0, 3.0)], (0.0,)) == (("M", 0.0, 3.0),)
