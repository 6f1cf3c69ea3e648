"""The figures of a journey of 500 steps that is not a line."""

from __future__ import annotations

import random
from collections.abc import Iterator

import networkx as nx
import numpy as np

from journeymapper.analysis.flow import analyse_flow
from journeymapper.analysis.flow_check import Edge
from tests.benchmarks.measuring import Result, alternate, emit, worked

STEPS = 500
ENDS = ("success", "lost")


def rows() -> Iterator[Result]:
    """Yield the figures beside the calls of networkx and numpy that they need."""
    edges = _edges()
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((a, b) for a, b, _share in edges)
    q, b = _matrices(edges)

    def ours() -> float:
        return worked(lambda: analyse_flow(edges, "0", ENDS))

    def floor() -> float:
        return worked(lambda: _floor(graph, q, b))

    mine, theirs = alternate(ours, floor)
    yield Result(
        "flow",
        f"visits, ends, loops, bottlenecks of {STEPS} steps",
        f"{STEPS:,} steps, {len(edges):,} ways",
        "the same calls of networkx and numpy, their matrices made",
        mine,
        theirs,
        goal=1.2,
    )


def _edges() -> list[Edge]:
    """From each step most go on, some go back or skip, a few are lost."""
    chance = random.Random(17)
    edges: list[Edge] = []
    for i in range(STEPS):
        on = str(i + 1) if i + 1 < STEPS else "success"
        aside = str(chance.randrange(STEPS))
        edges += [(str(i), on, 0.9), (str(i), aside, 0.08), (str(i), "lost", 0.02)]
    return edges


def _matrices(edges: list[Edge]) -> tuple[np.ndarray, np.ndarray]:
    q = np.zeros((STEPS, STEPS))
    r = np.zeros((STEPS, len(ENDS)))
    for source, target, share in edges:
        if target in ENDS:
            r[int(source), ENDS.index(target)] += share
        else:
            q[int(source), int(target)] += share
    b = (np.linalg.inv(np.eye(STEPS) - q) @ r)[:, 0]
    return q, q * b[None, :] / b[:, None]


def _floor(graph: nx.DiGraph[str], q: np.ndarray, given: np.ndarray) -> None:
    for matrix in (q, given):
        n = np.linalg.inv(np.eye(STEPS) - matrix)
        n.sum(axis=1)
    list(nx.strongly_connected_components(graph))
    nx.betweenness_centrality(graph)


if __name__ == "__main__":
    emit(rows())
