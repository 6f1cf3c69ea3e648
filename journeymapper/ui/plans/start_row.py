"""Starting a plan: a button, and what is still missing, each with a way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journeymapper.analysis.plans.steps import filled
from journeymapper.domain import plans as rules
from journeymapper.domain.kinds_plan import PlanPart, PlanState
from journeymapper.domain.message import _
from journeymapper.ui.commands import plan_turns as commands
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class StartRow(QFrame):
    """There while the plan is a draft; ``go`` shows one of the five steps."""

    def __init__(self, sheet: PlanSheet, go: Callable[[PlanPart], object]) -> None:
        super().__init__()
        self.setObjectName("plan_card")
        self._sheet, self._go = sheet, go
        say = sheet.say
        self.told = PlainLabel("", "body", wrap=True)
        self.told.hide()
        self.about = PlainLabel("", "body", "text_secondary", wrap=True)
        self.start = Button(sheet.context, say(_("Start the plan")), "primary")
        self.start.clicked.connect(lambda _on=False: self.begin())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.about, 1)
        row.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.told)

    def refresh(self) -> None:
        """Show whether the plan can start."""
        snapshot, id_ = self._sheet.snapshot, self._sheet.plan_id
        draft = rules.state_of(snapshot, id_) == PlanState.DRAFT
        self.setVisible(draft)
        if not draft:
            return
        missing = rules.missing_to_start(snapshot, id_)
        self.about.setText(
            self._sheet.say(
                _("A draft. Before it starts it needs 1 thing more.")
                if len(missing) == 1
                else _("A draft. Before it starts it needs {n} things more.", n=len(missing))
                if missing
                else _("A draft, ready to start. From then on what was measured before stays.")
            )
        )
        if not self.told.isHidden():
            self._tell()

    def begin(self) -> None:
        """Start the plan, or say what is missing and go there."""
        sheet = self._sheet
        if rules.missing_to_start(sheet.snapshot, sheet.plan_id):
            self._tell()
            sheet.session.report(rules.missing_to_start(sheet.snapshot, sheet.plan_id)[0])
            self._go(self._first_gap())
            return
        today, before = sheet.today.isoformat(), sheet.say(commands.before_plan(sheet.plan.title))
        sheet.guarded(lambda: commands.start_plan(sheet.document, sheet.plan_id, today, before))

    def reset(self) -> None:
        """Another plan is open: nothing was asked of it yet."""
        self.told.hide()

    def _tell(self) -> None:
        missing = rules.missing_to_start(self._sheet.snapshot, self._sheet.plan_id)
        self.told.setText("\n".join(f"!  {self._sheet.say(one)}" for one in missing))
        self.told.setVisible(bool(missing))

    def _first_gap(self) -> PlanPart:
        done = filled(self._sheet.snapshot, self._sheet.plan)
        for part in (PlanPart.PROBLEM, PlanPart.WHO):
            if part not in done:
                return part
        return PlanPart.WATCH
