"""The weights of ways as they may be given, and the shares they become."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from journeymapper.analysis.flow_check import TOLERANCE, Edge, check_flow
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _

Named = Callable[[str], str]
"""How a touchpoint is called in a sentence."""

KINDS = ("share", "count")


def shares_of(
    edges: Iterable[tuple[str, str, Any]],
    start: Mapping[str, float],
    ends: frozenset[str],
    kind: str,
    named: Named,
) -> dict[tuple[str, str], float]:
    """Return the share of each way; those that leave one touchpoint add up to exactly 1.

    Parallel ways are added, ways that nobody takes are dropped. Raises UserError naming the
    touchpoint where the weights cannot be what they are said to be, or where people get stuck.
    """
    if kind not in KINDS:
        raise UserError(_("“{value}” is not one of the choices.", value=kind))
    kept = [(a, b, w) for a, b, w in ((a, b, _weight(w, kind)) for a, b, w in edges) if w]
    for source, _target, weight in kept:
        if source in ends:
            raise UserError(_("“{step}” is an end: nothing leads on from there.", step=source))
        if weight < 0:
            raise UserError(_("A way from “{step}” is below 0.", step=named(source)))
    _check_entries(start, ends, named)
    sums: dict[str, float] = {}
    for source, _target, weight in kept:
        sums[source] = sums.get(source, 0.0) + weight
    if kind == "share":
        _check_sums(sums, named)
    _check_reach(kept, start, ends, named)
    shares: dict[tuple[str, str], float] = {}
    for source, target, weight in kept:
        way = (source, target)
        shares[way] = shares.get(way, 0.0) + weight / sums[source]
    return shares


def _weight(value: Any, kind: str) -> float:
    numeric = isinstance(value, int | float) and not isinstance(value, bool)
    if not numeric or not math.isfinite(value):
        raise UserError(_("“{value}” is not a number.", value=str(value)))
    if kind == "count" and value != int(value):
        raise UserError(_("“{value}” is not a whole number.", value=str(value)))
    return float(value)


def _check_entries(start: Mapping[str, float], ends: frozenset[str], named: Named) -> None:
    if not start:
        raise UserError(_("Nobody enters here: say where the journey begins."))
    for name, share in start.items():
        if name in ends:
            raise UserError(_("A journey cannot begin at the end “{step}”.", step=name))
        if _weight(share, "share") <= 0:
            raise UserError(_("Nobody enters at “{step}”.", step=named(name)))


def _check_sums(sums: Mapping[str, float], named: Named) -> None:
    for name, total in sums.items():
        if abs(total - 1) > TOLERANCE + 1e-12:
            raise UserError(
                _("The ways from “{step}” add up to {sum}.", step=named(name), sum=percent(total)),
                _("They have to add up to 100 %."),
            )


def _check_reach(
    edges: list[Edge], start: Mapping[str, float], ends: frozenset[str], named: Named
) -> None:
    found = check_flow(edges, start, ends)
    for name in found.dead_ends:
        raise UserError(
            _("“{step}” leads nowhere.", step=named(name)),
            _("Say where people go from there, or how the journey ends."),
        )
    for name in found.traps:
        raise UserError(
            _("From “{step}” nobody ever comes to an end.", step=named(name)),
            _("Lead one of the ways behind it to an end."),
        )


def percent(share: float) -> str:
    """Return a share in words: 93 %, 0.5 %, and 0 % only for nothing at all."""
    value = share * 100
    if 0 < abs(value) < 0.05:
        return "< 0.1 %"
    text = f"{value:.1f}".removesuffix(".0")
    return f"{text} %".replace("-", "−")
