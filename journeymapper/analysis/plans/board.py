"""The board of plans: which column each stands in, and what moving it to another would mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeymapper.analysis.plans.standing import Stage, Standing
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import missing_to_close, missing_to_start, proofs_that_hold
from journeymapper.domain.snapshot import Snapshot

COLUMNS: tuple[Stage, ...] = ("draft", "running", "checking", "closed")
"""From left to right; plans that were given up stand in none."""

Verb = Literal["", "start", "close", "reopen"]


@dataclass(frozen=True, slots=True)
class Move:
    """What a move to a column does: ``verb``, or nothing; then ``says`` why not.

    ``lacks`` names all that is missing, each as a sentence.
    """

    verb: Verb
    says: Message
    lacks: tuple[Message, ...] = ()


def judge_move(snapshot: Snapshot, standing: Standing, to: Stage) -> Move | None:
    """Return what it means to move a plan to a column; None for the one in which it stands."""
    now = standing.stage
    name = snapshot.get(Plan, standing.plan).title
    if now == to:
        return None
    if to == "draft":
        return Move("", _("“{plan}” has started, so it is no draft any more.", plan=name))
    if now == "draft":
        return _from_draft(snapshot, standing.plan, name, to)
    if to == "closed":
        lacks = missing_to_close(snapshot, standing.plan)
        if lacks:
            return Move("", _("“{plan}” cannot be closed yet.", plan=name), lacks)
        return Move("close", _("Close “{plan}”", plan=name))
    if now in ("closed", "dropped"):
        return Move("reopen", _("Open “{plan}” again", plan=name))
    return Move("", _by_itself(snapshot, standing, name))


def _from_draft(snapshot: Snapshot, plan_id: str, name: str, to: Stage) -> Move:
    if to != "running":
        return Move("", _("“{plan}” has not started. Move it to Running first.", plan=name))
    lacks = missing_to_start(snapshot, plan_id)
    if lacks:
        return Move("", _("“{plan}” cannot start yet.", plan=name), lacks)
    return Move("start", _("Start “{plan}” today", plan=name))


def _by_itself(snapshot: Snapshot, standing: Standing, name: str) -> Message:
    """Say how a plan goes between Running and To check: as its dates and proofs have it."""
    if standing.stage == "running":
        return _(
            "“{plan}” comes here by itself, once its date has come or a proof is written down.",
            plan=name,
        )
    if proofs_that_hold(snapshot, standing.plan):
        return _("There is a proof of “{plan}” already. Close it, or go on checking.", plan=name)
    return _("Give “{plan}” a later date, and it is running again.", plan=name)
