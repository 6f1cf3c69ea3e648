"""Whether a net of ways can be gone through."""

import math

from journeymapper.analysis.flow import check_flow
from tests.unit.analysis.flow_samples import DENTAL


def test_a_whole_net_has_nothing_in_the_way() -> None:
    found = check_flow(DENTAL, "find", ["retained", "lost"])
    assert (found.dead_ends, found.traps, found.unreachable) == ((), (), ())
    assert (found.incomplete, found.leaving) == ({}, {})


def test_dead_ends_traps_and_what_nobody_reaches() -> None:
    edges = [("a", "end", 0.5), ("a", "b", 0.5), ("b", "c", 1), ("x", "y", 1), ("y", "x", 1.0)]
    found = check_flow(edges, "a", ["end"])
    assert found.dead_ends == ("c",)
    assert found.traps == ("b", "x", "y")
    assert found.unreachable == ("x", "y")


def test_exits_that_fall_short_are_named_with_their_sum() -> None:
    found = check_flow([("a", "end", 0.93), ("b", "end", 0.995), ("c", "end", 3)], "a", ["end"])
    assert found.incomplete == {"a": 0.93}


def test_a_way_that_nobody_takes_is_none() -> None:
    found = check_flow([("a", "end", 1), ("a", "b", 0), ("b", "end", 0.0)], "a", ["end"])
    assert found.dead_ends == ()
    assert check_flow([("a", "end", 0)], "a", ["end"]).dead_ends == ("a",)


def test_of_counts_it_says_how_many_stay_away() -> None:
    edges = [("a", "b", 100), ("b", "c", 70), ("b", "end", 10), ("c", "end", 70)]
    assert check_flow(edges, "a", ["end"]).leaving == {"a": -100, "b": 20, "c": 0}


def test_it_never_raises() -> None:
    nonsense = [("a", "b", math.nan), ("b", "a", -3), ("end", "a", 1), ("a", "a", True)]
    found = check_flow(nonsense, "nowhere", ["end"])
    assert found.dead_ends == ("nowhere", "a")
    assert check_flow([], {}, []).dead_ends == ()
