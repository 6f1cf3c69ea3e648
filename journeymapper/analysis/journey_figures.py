"""The figures of a map's net of ways. The packages for numbers are loaded when first wanted."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING

from journeymapper.analysis.flow_weights import Named, percent
from journeymapper.analysis.journey_flow import JourneyFlow, Sum
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass

if TYPE_CHECKING:
    from journeymapper.analysis.flow import FlowResult
    from journeymapper.analysis.flow_chain import Chain


@dataclass(frozen=True, slots=True)
class Figures:
    """What people who enter can expect, by id: visits of touchpoints, shares of ends.

    ``success`` is the share that comes to an end that counts as such; None without such an end.
    ``steps`` are touchpoints visited on average. ``returns`` is the share of those at a
    touchpoint who come there once more.
    """

    visits: Mapping[str, float]
    ends: Mapping[str, float]
    success: float | None
    steps: float
    returns: Mapping[str, float]


def figures(net: JourneyFlow, named: Named = str) -> Figures:
    """Return the figures of a map. ``named`` is how touchpoints are called in sentences.

    Raises UserError naming the touchpoint from which it is not known where people go.
    """
    _check(net, named)
    chain: Chain = _late("flow_chain").chain_from(net.edges(), net.start, net.ends, names=named)[0]
    visits = dict.fromkeys(net.touchpoints, 0.0)
    visits |= dict(zip(chain.touchpoints, map(float, chain.visits), strict=True))
    ends = dict(zip(chain.ends, map(float, chain.outcome), strict=True))
    success = sum(ends[end] for end in net.success) if net.success else None
    returns = dict(zip(chain.touchpoints, map(float, chain.returns), strict=True))
    return Figures(visits, ends, success, float(sum(chain.visits)), returns)


def analyse(net: JourneyFlow, named: Named = str) -> FlowResult:
    """Return everything that `flow.analyse_flow` finds on a map; raises UserError as above."""
    _check(net, named)
    found: FlowResult = _late("flow").analyse_flow(
        net.edges(), net.start, net.ends, success=net.success, names=named
    )
    return found


def _late(name: str) -> ModuleType:
    return importlib.import_module(f"journeymapper.analysis.{name}")


def _check(net: JourneyFlow, named: Named) -> None:
    unfinished = net.unfinished()
    if unfinished is None:
        return
    kind, total = net.sums[unfinished]
    step = named(unfinished)
    match kind:
        case Sum.MIXED:
            raise UserError(_("The ways from “{step}” mix shares and counts.", step=step))
        case Sum.UNKNOWN:
            raise UserError(
                _("Nobody has said yet how many go which way from “{step}”.", step=step)
            )
        case _:
            raise UserError(
                _("The ways from “{step}” add up to {sum}.", step=step, sum=percent(total)),
                _("They have to add up to 100 %."),
            )
