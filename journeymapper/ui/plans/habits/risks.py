"""Risks: what could go wrong, how grave it is, and what is planned against it."""

from __future__ import annotations

from journeymapper.analysis.plans.risks import RiskFigures, risk_figures
from journeymapper.document.document import Document
from journeymapper.domain.entities import Risk
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Options, steps_of
from journeymapper.ui.answers.more_typed import number_text
from journeymapper.ui.commands import habits as commands
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.plans.habits.lines import Doing, EntityLines, step_options

PREVENT = "prevent"

_FIGURES = (
    "severity",
    "occurrence",
    "detection",
    "severity_after",
    "occurrence_after",
    "detection_after",
)


class Risks(EntityLines):
    """One line for each risk, worst first."""

    title = _("Risks")
    about = _(
        "What could go wrong. Three figures from 1 to 10, 10 is the worst: how bad it would be, "
        "how often it may happen, how hard it is to notice in time. How bad it would be counts "
        "first; 9 and 10 are high, however rare. The figures “after” are those once the plan is "
        "done."
    )
    empty = _("No risks yet. Add one below: what could go wrong, at which step, and how bad.")
    columns = (
        Column("title", _("What could go wrong"), 230),
        Column("touchpoint", _("Step"), 120, choice=True),
        Column("severity", _("How bad"), 64),
        Column("occurrence", _("How often"), 72),
        Column("detection", _("Hard to see"), 82),
        Column("grave", _("Grave"), 84, fixed=True),
        Column("product", _("Points"), 60, fixed=True),
        Column("severity_after", _("Bad after"), 74),
        Column("occurrence_after", _("Often after"), 84),
        Column("detection_after", _("Hard after"), 78),
        Column("reduction", _("Points after"), 96, fixed=True),
        Column("note", _("Note"), 130),
        Column("plans", _("Plan"), 150, fixed=True),
    )
    first = ("title", "touchpoint", "severity", "occurrence", "detection")
    kind = Risk
    named_by = "title"
    required = ("title",)
    doings = (Doing(PREVENT, _("Make a preventive plan"), "shield-check"),)

    def read(self, snapshot: Snapshot) -> list[Line]:
        names = dict(steps_of(snapshot))
        return [_line(one, names) for one in risk_figures(snapshot)]

    def options(self, snapshot: Snapshot, _key: str) -> Options:
        return step_options(snapshot)

    def do(self, document: Document, _doing: str, line_id: str) -> Message:
        risk = document.snapshot.get(Risk, line_id)
        title = self.context.say(_("Prevent: {risk}", risk=shortened(risk.title, 80)))
        plan = commands.prevent(document, line_id, title)
        return commands.drafted(document.snapshot, plan)

    def note(self, snapshot: Snapshot) -> Message | None:
        found = risk_figures(snapshot)
        if not found:
            return None
        high, open_ = sum(one.high is True for one in found), sum(one.uncovered for one in found)
        if any(one.high is None for one in found):
            return _(
                "High: {high}, of them without a plan: {open}. Still to be judged: {unknown}.",
                high=high,
                open=open_,
                unknown=sum(one.high is None for one in found),
            )
        return _("High: {high}, of them without a plan: {open}.", high=high, open=open_)


def _line(one: RiskFigures, names: dict[str, str]) -> Line:
    risk = one.risk
    cells: dict[str, str | Message] = {
        "title": risk.title,
        "touchpoint": names.get(risk.touchpoint or "", ""),
        "note": risk.note,
        "product": number_text(one.before),
        "grave": {True: _("High"), False: _("Lower"), None: _("Not judged")}[one.high],
        "reduction": number_text(one.after),
        "plans": ", ".join(plan.title for plan in one.plans),
    }
    if one.reduction is not None:
        share = round(100 * one.reduction)
        cells["reduction"] = _("{points} ({share} % less)", points=one.after or 0, share=share)
        if share < 0:
            cells["reduction"] = _("{points} ({share} % more)", points=one.after or 0, share=-share)
    if one.uncovered:
        cells["plans"] = _("No plan yet")
    cells |= {name: number_text(getattr(risk, name)) for name in _FIGURES}
    return Line(risk.id, cells)
