"""From a card of the map to its plan: an idea or a pain becomes one, or shows the one it has."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from journeymapper.domain.entities import Card, Plan
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.commands.plans import new_plan

CAN_BECOME_PLANS = (LaneKind.IDEA, LaneKind.OPPORTUNITY, LaneKind.PAIN)
"""Rows whose cards can become plans."""


_TITLE = 80
"""A card may be long; all of it stands in the plan."""


def offer_plan(menu: QMenu, bench: Bench, card: Card) -> None:
    """Put into a card's menu the way to its plan; nothing for a card without words."""
    plan = bench.layout.frame.planned.get(card.id)
    if plan is not None:
        menu.addAction(bench.say(_("Open the plan"))).triggered.connect(
            lambda: bench.session.plan_wanted.emit(plan.plan)
        )
    elif card.text.strip():
        menu.addAction(bench.say(_("Make a plan"))).triggered.connect(
            lambda: plan_from_card(bench, card)
        )


def plan_from_card(bench: Bench, card: Card) -> None:
    """Begin a plan with the words of a card and show it; a pain is what happens."""
    row = next((lane for lane in bench.layout.frame.lanes if lane.id == card.lane), None)
    is_pain = row is not None and row.kind == LaneKind.PAIN
    with bench.session.guard():
        made = new_plan(
            bench.document,
            shortened(card.text, _TITLE),
            solution="" if is_pain else card.text,
            happens=card.text if is_pain else "",
            touchpoint=card.touchpoint,
            card=card.id,
            impact=card.impact,
            effort=card.effort,
        )
        if bench.snapshot.find(Plan, made) is not None:
            bench.session.plan_wanted.emit(made)
