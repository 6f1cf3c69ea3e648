"""An absorbing Markov chain and its fundamental matrix (method B17; Grinstead and Snell 11.2).

With Q the shares between touchpoints and R those from touchpoints to ends, ``N = (I - Q)^-1``:
N[i, j] is how often j is visited by people who begin at i. It assumes no memory: who comes
again goes on like who comes for the first time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journeymapper.analysis.flow_check import entry_shares, in_order
from journeymapper.analysis.flow_weights import Named, shares_of
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Chain:
    """The chain of these touchpoints and ends; ``entry`` are the shares that begin at each."""

    touchpoints: Sequence[str]
    ends: Sequence[str]
    entry: Numbers
    q: Numbers
    r: Numbers

    @cached_property
    def n(self) -> Numbers:
        """The fundamental matrix; raises UserError where next to nobody ever leaves."""
        size = len(self.touchpoints)
        try:
            with np.errstate(all="ignore"):
                found = np.linalg.inv(np.eye(size) - self.q)
        except np.linalg.LinAlgError:
            found = np.full((size, size), np.nan)
        if not np.isfinite(found).all() or (np.diag(found) < 1 - 1e-6).any():
            raise UserError(
                _("Next to nobody ever comes to an end here: no figures are possible."),
                _("Look at the ways with shares close to 0 %."),
            )
        return np.asarray(found, dtype=np.float64)

    @cached_property
    def visits(self) -> Numbers:
        """How often each touchpoint is visited by one who enters, on average."""
        return np.asarray(self.entry @ self.n)

    @cached_property
    def outcome(self) -> Numbers:
        """The share of people who come to each end."""
        return np.asarray(self.visits @ self.r)

    @cached_property
    def ever(self) -> Numbers:
        """The share of people who come by each touchpoint at all."""
        return np.asarray(self.visits / np.diag(self.n))

    @cached_property
    def returns(self) -> Numbers:
        """The share of those at each touchpoint who come there again."""
        return np.asarray(1 - 1 / np.diag(self.n))

    @cached_property
    def toward(self) -> Numbers:
        """Row i: the share of those at touchpoint i who come to each end (B = N R)."""
        return np.asarray(self.n @ self.r)

    def steps(self) -> tuple[float, float]:
        """Return the mean of touchpoints visited and their spread between people."""
        t = self.n.sum(axis=1)
        mean = float(self.entry @ t)
        second = float(self.entry @ (2 * (self.n @ t) - t))
        return mean, float(np.sqrt(max(0.0, second - mean * mean)))

    def given(self, success: Sequence[int]) -> Chain | None:
        """Return the chain of those who come to one of these ends (by place); None for nobody.

        Q*[i, j] = Q[i, j] b[j] / b[i], with b the share of those at i who come there.
        """
        b = self.toward[:, list(success)].sum(axis=1) if success else np.zeros(len(self.n))
        share = float(self.entry @ b)
        if share <= 1e-12:
            return None
        some = b > 1e-12
        divisor = np.where(some, b, 1.0)[:, None]
        q = np.where(some[:, None] & some[None, :], self.q * b[None, :] / divisor, 0.0)
        kept = np.zeros_like(self.r)
        kept[:, list(success)] = self.r[:, list(success)]
        r = np.where(some[:, None], kept / divisor, 0.0)
        return Chain(self.touchpoints, self.ends, self.entry * b / share, q, r)


def chain_of(
    shares: Mapping[tuple[str, str], float],
    entry: Mapping[str, float],
    touchpoints: Sequence[str],
    ends: Sequence[str],
) -> Chain:
    """Return the chain of ways whose shares add up to 1 at each touchpoint."""
    place = {name: i for i, name in enumerate(touchpoints)}
    final = {name: i for i, name in enumerate(ends)}
    q = np.zeros((len(touchpoints), len(touchpoints)))
    r = np.zeros((len(touchpoints), len(ends)))
    for (source, target), share in shares.items():
        if target in final:
            r[place[source], final[target]] += share
        else:
            q[place[source], place[target]] += share
    first = np.zeros(len(touchpoints))
    total = sum(entry.values())
    for name, share in entry.items():
        first[place[name]] = share / total
    return Chain(touchpoints, ends, first, q, r)


def chain_from(
    edges: Iterable[tuple[str, str, Any]],
    start: str | Mapping[str, float],
    ends: tuple[str, ...],
    kind: str = "share",
    names: Named = str,
) -> tuple[Chain, dict[tuple[str, str], float]]:
    """Return the chain of ways as they are given, and the shares that they become.

    Arguments and errors are those of `flow.analyse_flow`.
    """
    entry = entry_shares(start)
    shares = shares_of(edges, entry, frozenset(ends), kind, names)
    touchpoints = in_order(((a, b, s) for (a, b), s in shares.items()), entry, ends)
    return chain_of(shares, entry, touchpoints, ends), shares


def named(names: Sequence[str], values: Numbers) -> dict[str, float]:
    """Return the values by name, as plain numbers."""
    return dict(zip(names, map(float, values), strict=True))
