"""Commands that make a draft plan from a risk, a "no", or a lesson, and link the two."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import CrisisLesson, CrisisSheet, Plan, ReadinessAnswer, Risk
from journeymapper.domain.kinds_plan import PlanKind, Trigger
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import shortened


def prevent(document: Document, risk_id: str, title: str) -> str:
    """Begin a preventive plan against a risk; returns its id."""
    risk = document.snapshot.get(Risk, risk_id)
    with document.step(_("Plan against {risk}", risk=shortened(risk.title))) as tx:
        return operations.add_plan(
            tx,
            title,
            risk=risk_id,
            touchpoint=risk.touchpoint,
            kind=PlanKind.PREVENTIVE,
            trigger=Trigger.CAUSE,
            happens=risk.note,
        )


def plan_from_answer(document: Document, question: str, title: str, happens: str) -> str:
    """Begin a plan from an answer of the readiness check, linked to it; returns its id."""
    with document.step(_("Plan: {name}", name=shortened(title))) as tx:
        plan = operations.add_plan(tx, title, happens=happens, trigger=Trigger.AUDIT)
        operations.set_single(tx, ReadinessAnswer, question, plan=plan)
        return plan


def plan_from_lesson(document: Document, lesson_id: str, title: str) -> str:
    """Begin a preventive plan from a lesson of a crisis, linked to it; returns its id."""
    lesson = document.snapshot.get(CrisisLesson, lesson_id)
    crisis = document.snapshot.get(CrisisSheet, lesson.crisis)
    with document.step(_("Plan: {name}", name=shortened(title))) as tx:
        plan = operations.add_plan(
            tx,
            title,
            kind=PlanKind.PREVENTIVE,
            trigger=Trigger.CAUSE,
            happens=crisis.failed,
        )
        operations.change_line(tx, CrisisLesson, lesson_id, plan=plan)
        return plan


def drafted(snapshot: Snapshot, plan_id: str) -> Message:
    """Return what is told about a plan that was begun just now."""
    title = shortened(snapshot.get(Plan, plan_id).title)
    return _("A draft stands in Plan: {title}. Say there who does it, by when.", title=title)
