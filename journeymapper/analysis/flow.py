"""What a net of ways comes to: visits, ends, returns, loops, bottlenecks (method B17)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from journeymapper.analysis.flow_chain import Chain, chain_from, named
from journeymapper.analysis.flow_check import Edge, FlowCheck, check_flow

__all__ = ["Edge", "FlowCheck", "FlowResult", "analyse_flow", "check_flow"]


@dataclass(frozen=True, slots=True)
class FlowResult:
    """The figures of a journey that is not a line, for people who enter at the start.

    ``expected_visits`` counts the visit at the start. ``end_probabilities`` are shares of all
    who enter. ``steps_mean`` and ``steps_sd`` are touchpoints visited and their spread between
    people; it is no sampling error. ``ever_visited`` is the share that comes by at all,
    ``returns`` the share of visitors of a touchpoint who come there again. ``loops`` are sets
    of touchpoints from each of which all others can be reached. ``betweenness`` is that of the
    unweighted directed net with its ends, divided by (n - 1)(n - 2).
    ``among_successes`` are the same figures of those who succeed; None if nobody does.
    """

    expected_visits: dict[str, float]
    end_probabilities: dict[str, float]
    steps_mean: float
    steps_sd: float
    ever_visited: dict[str, float]
    returns: dict[str, float]
    loops: list[set[str]]
    betweenness: dict[str, float]
    among_successes: FlowResult | None


def analyse_flow(
    edges: Iterable[tuple[str, str, Any]],
    start: str | Mapping[str, float],
    ends: Iterable[str],
    kind: str = "share",
    *,
    success: Iterable[str] | None = None,
    names: Callable[[str], str] = str,
) -> FlowResult:
    """Return the figures of a net of ways (from, to, weight).

    ``kind`` says whether weights are shares, which add up to 1 within 0.005 at each touchpoint,
    or counts of people. ``start`` is a touchpoint, or several with their weights. ``success``
    are the ends that count as such: by default the one called "success", else the first.
    ``names`` is how touchpoints are called in sentences. Raises UserError naming the touchpoint
    whose ways are below 0, do not add up, leave an end, or never come to one.
    """
    final = tuple(dict.fromkeys(ends))
    chain, shares = chain_from(edges, start, final, kind, names)
    good = _successes(final) if success is None else frozenset(success)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((*chain.touchpoints, *final))
    graph.add_edges_from(shares)
    loops = _loops(graph, chain.touchpoints)
    between = {name: float(value) for name, value in nx.betweenness_centrality(graph).items()}
    given = chain.given([i for i, name in enumerate(final) if name in good])
    among = None if given is None else _result(given, loops, between, None)
    return _result(chain, loops, between, among)


def _successes(ends: tuple[str, ...]) -> frozenset[str]:
    return frozenset({"success"} if "success" in ends else ends[:1])


def _loops(graph: nx.DiGraph[str], touchpoints: Iterable[str]) -> list[set[str]]:
    place = {name: i for i, name in enumerate(touchpoints)}
    found = [
        set(component)
        for component in nx.strongly_connected_components(graph)
        if len(component) > 1 or any(graph.has_edge(name, name) for name in component)
    ]
    return sorted(found, key=lambda loop: min(place[name] for name in loop))


def _result(
    chain: Chain, loops: list[set[str]], between: dict[str, float], among: FlowResult | None
) -> FlowResult:
    mean, spread = chain.steps()
    return FlowResult(
        expected_visits=named(chain.touchpoints, chain.visits),
        end_probabilities=named(chain.ends, chain.outcome),
        steps_mean=mean,
        steps_sd=spread,
        ever_visited=named(chain.touchpoints, chain.ever),
        returns=named(chain.touchpoints, chain.returns),
        loops=loops,
        betweenness=between,
        among_successes=among,
    )
