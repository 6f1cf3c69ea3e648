"""Random nets of ways: the figures against an independent calculation, and what must hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.flow import analyse_flow
from journeymapper.analysis.flow_check import Edge

ENDS = ("success", "lost")


@st.composite
def nets(draw: st.DrawFn) -> list[Edge]:
    """Nets in which every touchpoint has a way to an end and some others, from t0 on."""
    size = draw(st.integers(1, 7))
    weights = st.integers(0, 9)
    edges: list[Edge] = []
    for i in range(size):
        names = [*(f"t{j}" for j in range(size)), *ENDS]
        row = [float(draw(weights)) for _name in names]
        row[-1 if draw(st.booleans()) else -2] += 1
        edges += [
            (f"t{i}", name, weight / sum(row)) for name, weight in zip(names, row, strict=True)
        ]
    return edges


def share(edges: list[Edge], source: str, target: str) -> float:
    return sum(w for a, b, w in edges if (a, b) == (source, target))


@given(nets())
def test_figures_equal_those_of_powers_of_the_matrix(edges: list[Edge]) -> None:
    """The sum of all powers of Q, by doubling, instead of an inverse."""
    found = analyse_flow(edges, "t0", ENDS)
    names = list(found.expected_visits)
    q = np.array([[share(edges, a, b) for b in names] for a in names])
    total, power = np.eye(len(names)), q
    for _doubling in range(12):
        total, power = total + power @ total, power @ power
    assert list(found.expected_visits.values()) == pytest.approx(list(total[0]), abs=1e-6)
    assert found.steps_mean == pytest.approx(float(total[0].sum()), abs=1e-6)


@given(nets())
def test_who_comes_in_goes_out(edges: list[Edge]) -> None:
    found = analyse_flow(edges, "t0", ENDS)
    visits = found.expected_visits
    for name, seen in visits.items():
        inflow = sum(visits[other] * share(edges, other, name) for other in visits)
        assert seen == pytest.approx((name == "t0") + inflow, abs=1e-6)
        assert seen * (1 - found.returns[name]) == pytest.approx(found.ever_visited[name], abs=1e-6)
    assert sum(found.end_probabilities.values()) == pytest.approx(1, abs=1e-6)
    for end, probability in found.end_probabilities.items():
        arriving = sum(visits[name] * share(edges, name, end) for name in visits)
        assert arriving == pytest.approx(probability, abs=1e-6)


@given(nets())
def test_all_visits_are_those_of_people_who_succeed_and_of_people_who_do_not(
    edges: list[Edge],
) -> None:
    good = analyse_flow(edges, "t0", ENDS, success=["success"])
    bad = analyse_flow(edges, "t0", ENDS, success=["lost"]).among_successes
    p = good.end_probabilities["success"]
    for name, visits in good.expected_visits.items():
        parts = [
            weight * given_end.expected_visits.get(name, 0.0)
            for weight, given_end in ((p, good.among_successes), (1 - p, bad))
            if given_end is not None
        ]
        assert sum(parts) == pytest.approx(visits, abs=1e-6)


@given(nets(), st.integers(1, 10_000))
def test_a_hundred_times_as_many_people_go_the_same_ways(edges: list[Edge], times: int) -> None:
    counts = [(a, b, round(w * 1000) * times) for a, b, w in edges]
    once = [(a, b, round(w * 1000)) for a, b, w in edges]
    many = analyse_flow(counts, "t0", ENDS, kind="count")
    few = analyse_flow(once, "t0", ENDS, kind="count")
    assert many.end_probabilities == pytest.approx(few.end_probabilities, abs=1e-9)
