"""Exact tests by counting tables: no random numbers, compared in whole numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator

from journeymapper.analysis.nps_counts import NpsCounts

LARGEST_WHOLE = 2000
"""Up to so many answers tables are counted in whole numbers, above by logarithms."""

_SLACK = 1e-7
"""Chances that differ by less than this part are equal, where logarithms are used."""


def nps_permutation(one: NpsCounts, other: NpsCounts) -> float:
    """Return the share of tables with at least the observed difference (method B3).

    The answers of both are dealt anew to two groups of the same sizes: a multivariate
    hypergeometric distribution, of which each table is counted. ``one`` must not be empty.
    """
    small, large = (one, other) if one.n <= other.n else (other, one)
    n, rest = small.n, large.n
    pooled = [a + b for a, b in zip(small.bands, large.bands, strict=True)]
    ways = [_binomials(total, n) for total in pooled]
    net = pooled[0] - pooled[2]
    observed = abs(small.net * rest - large.net * n)
    found = 0
    for up, down in _tables(pooled, n):
        mine = up - down
        if abs(mine * rest - (net - mine) * n) >= observed:
            found += ways[0][up] * ways[1][n - up - down] * ways[2][down]
    return found / math.comb(n + rest, n)


def _tables(pooled: list[int], n: int) -> Iterator[tuple[int, int]]:
    """Yield promoters and detractors of a group of ``n`` that can be drawn from all answers."""
    for up in range(min(n, pooled[0]) + 1):
        for down in range(max(0, n - up - pooled[1]), min(n - up, pooled[2]) + 1):
            yield up, down


def _binomials(total: int, most: int) -> list[int]:
    found = [1]
    for k in range(1, min(total, most) + 1):
        found.append(found[-1] * (total - k + 1) // k)
    return found


def fisher(x1: int, n1: int, x2: int, n2: int) -> float:
    """Return the two-sided p of Fisher and Irwin: all tables that are no more likely."""
    x, n = x1 + x2, n1 + n2
    first, last = max(0, x - n2), min(x, n1)
    if n > LARGEST_WHOLE:
        return _fisher_by_logs(x1, n1, n2, x, (first, last))
    chances = [math.comb(n1, k) * math.comb(n2, x - k) for k in range(first, last + 1)]
    observed = chances[x1 - first]
    return sum(c for c in chances if c <= observed) / math.comb(n, x)


def _fisher_by_logs(x1: int, n1: int, n2: int, x: int, ends: tuple[int, int]) -> float:
    whole = _log_comb(n1 + n2, x)
    logs = [_log_comb(n1, k) + _log_comb(n2, x - k) - whole for k in range(ends[0], ends[1] + 1)]
    limit = logs[x1 - ends[0]] + _SLACK
    return min(1.0, math.fsum(math.exp(value) for value in logs if value <= limit))


def _log_comb(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def sign_test(b: int, c: int) -> tuple[float, float]:
    """Return the exact and the mid p that ``b`` and ``c`` changes are equally likely (B10)."""
    n, least = b + c, min(b, c)
    if not n:
        return 1.0, 1.0
    tables = 2**n
    tail = sum(math.comb(n, k) for k in range(least + 1))
    exact = min(1.0, 2 * tail / tables)
    return exact, min(1.0, (2 * tail - math.comb(n, least)) / tables)
