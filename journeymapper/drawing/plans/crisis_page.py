"""Crisis sheets, one page each: what is done first, who is told what, what was learnt."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.plans.crisis import (
    crisis_sheets,
    lessons_of,
    lessons_without_plan,
    messages_of,
)
from journeymapper.analysis.plans.telling import day_of
from journeymapper.domain.entities import (
    CrisisSheet,
    Plan,
    Role,
)
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.flowing import BODY, STRONG, Flow
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans.paper import add, fact, flow_of, head, part, ticked_row

TITLE = _("Crisis sheets")


def crisis_pages(snapshot: Snapshot, pen: Pen, today: date, on: Upright = A4) -> tuple[Sheet, ...]:
    """Return a page for each scenario."""
    flow = flow_of(snapshot, pen, today, TITLE, "crisis", on)
    found = crisis_sheets(snapshot)
    if not found:
        head(flow, snapshot, TITLE)
        flow.write(
            "nothing",
            pen.say(_("There are no crisis sheets yet. They are written under Plan, More.")),
            BODY,
        )
    for number, sheet in enumerate(found):
        if number:
            flow.page()
        _sheet(flow, snapshot, sheet, today)
    return flow.sheets()


def _sheet(flow: Flow, snapshot: Snapshot, sheet: CrisisSheet, today: date) -> None:
    pen, key = flow.pen, sheet.id
    head(flow, snapshot, sheet.scenario or pen.say(_("A crisis without a name")))
    add(flow, fact(pen, f"lead:{key}", _("Who leads"), _role(snapshot, sheet.lead)))
    steps = [line.strip() for line in sheet.first_steps.splitlines() if line.strip()]
    if steps:
        flow.add(part(pen, f"first:{key}", _("First")))
    for i, step in enumerate(steps):
        flow.add(ticked_row(pen, f"first:{key}:{i}", step, style=STRONG))
    messages = messages_of(snapshot, key)
    if messages:
        flow.add(part(pen, f"told:{key}", _("Who is told what")))
    for one in messages:
        right = [one.channel, _role(snapshot, one.by)]
        if one.minutes is not None:
            right.append(pen.say(_("again every {n} minutes", n=one.minutes)))
        flow.add(
            ticked_row(
                pen,
                f"message:{one.id}",
                one.audience or pen.say(_("Everybody")),
                [text for text in right if text],
                under=one.text,
                style=STRONG,
                end=140,
            )
        )
    if sheet.reviewed or sheet.worked or sheet.failed:
        flow.add(part(pen, f"back:{key}", _("Looking back")))
        if sheet.reviewed:
            add(flow, fact(pen, f"reviewed:{key}", _("On"), day_of(sheet.reviewed, today)))
        add(flow, fact(pen, f"worked:{key}", _("What worked"), sheet.worked))
        add(flow, fact(pen, f"failed:{key}", _("What did not"), sheet.failed))
    bare = lessons_without_plan(snapshot, key)
    for lesson in lessons_of(snapshot, key):
        said = _("{lesson} No plan yet.", lesson=lesson.text)
        if lesson not in bare:
            plan = snapshot.get(Plan, lesson.plan or "")
            said = _("{lesson} Plan: {plan}", lesson=lesson.text, plan=plan.title)
        add(flow, fact(pen, f"lesson:{lesson.id}", _("Lesson"), said))


def _role(snapshot: Snapshot, role_id: str | None) -> str:
    role = snapshot.find(Role, role_id)
    return role.name if role is not None else ""
