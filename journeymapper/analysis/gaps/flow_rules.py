"""Gaps in where people go: G13 and G15."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.analysis.flow import FlowResult, analyse_flow
from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.types import Found
from journeymapper.analysis.journey_flow import JourneyFlow, flow_of
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.errors import UserError
from journeymapper.domain.evidence import Grade
from journeymapper.domain.message import _

VISITS = 1.2
MANY_VISITS = 1.5
RETURNS = 0.1
"""Visits of a step by each who enters, and the share that comes back, from which it is a loop."""


def dead_ends(look: Look) -> Iterator[Found]:
    """G13: a step from which nobody gets anywhere, or that nobody reaches."""
    for journey in look.maps():
        flow = flow_of(look.snapshot, journey.id)
        if not flow.drawn:
            continue
        found = flow.check()
        known = set(flow.touchpoints)
        told: set[str] = set()
        # what leads into a dead end is stuck because of it: only the dead end is named
        for step in found.dead_ends or found.traps:
            if step in known and step not in told:
                told.add(step)
                text = _("From {step} nobody gets anywhere.", step=_name(look, step))
                yield look.fixed("G13", step, text, "high", evidence=Grade.D)
        for step in found.unreachable:
            if step in known and step not in told:
                told.add(step)
                text = _("Nobody ever comes to {step}.", step=_name(look, step))
                yield look.fixed("G13", step, text, "high", evidence=Grade.D)


def loops(look: Look) -> Iterator[Found]:
    """G15: people come back again (B17): more than 1.2 visits each, a tenth returns, or a loop.

    Shares that nobody counted are a guess: a template may have brought them.
    """
    for journey in look.maps():
        flow = flow_of(look.snapshot, journey.id)
        if not flow.drawn:
            continue
        result = _result(flow)
        if result is None:
            yield look.open("G15", journey.id, _("The shares of the ways do not add up."))
            continue
        for step in _entries(flow, result):
            visits, back = result.expected_visits.get(step, 0.0), result.returns.get(step, 0.0)
            yield look.fixed(
                "G15",
                step,
                _(
                    "By the shares on the map {share} % of those who come to {step} come again.",
                    share=round(100 * back),
                    step=_name(look, step),
                ),
                "high" if visits >= MANY_VISITS else "medium",
                value=visits,
                inputs={"visits": visits, "returns": back},
                evidence=Grade.D if flow.counted() else Grade.E,
                raise_moments=False,
            )


def _entries(flow: JourneyFlow, result: FlowResult) -> list[str]:
    """Return the step of each loop that is seen most: one reason for one loop, not for each step.

    Of steps that are seen as often it is the first of the journey.
    """
    found: dict[int, str] = {}
    for step in flow.touchpoints:
        visits, back = result.expected_visits.get(step, 0.0), result.returns.get(step, 0.0)
        if not (visits > VISITS or (visits and back >= RETURNS)):
            continue
        loop = next((i for i, steps in enumerate(result.loops) if step in steps), -1)
        known = found.get(loop)
        if known is None or round(visits - result.expected_visits[known], 9) > 0:
            found[loop] = step
    return list(found.values())


def _result(flow: JourneyFlow) -> FlowResult | None:
    if flow.unfinished() is not None:
        return None
    try:
        return analyse_flow(flow.edges(), flow.start, flow.ends)
    except UserError:
        return None


def _name(look: Look, step: str) -> str:
    return look.snapshot.get(Touchpoint, step).name
