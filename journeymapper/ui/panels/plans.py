"""The plans of a step in the details: a button each, with who and until when."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.domain import indexes
from journeymapper.domain.entities import Plan, Touchpoint
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import _
from journeymapper.domain.plans import state_of
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.planned import line_of
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_LONGEST = 34


class StepPlans(QWidget):
    """Hidden while a step has no plan; those that were given up are not shown."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.title = PlainLabel(bench.say(_("Plans")), "subheading")
        self.buttons: list[Button] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)

    def load(self, step: Touchpoint) -> None:
        """Show the plans of a step."""
        found = _plans_at(self._bench.snapshot, step.id)
        self.setVisible(bool(found))
        for old in self.buttons:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(plan) for plan in found]
        for button in self.buttons:
            self._column.addWidget(button)

    def _button(self, plan: Plan) -> Button:
        bench = self._bench
        line = line_of(bench.snapshot, plan)
        said = bench.say(line.words)
        title = plan.title or bench.say(_("A plan without a name"))
        button = Button(bench.context, shortened(title, _LONGEST), "secondary", "clipboard-check")
        button.setToolTip(f"{title}\n{said}")
        button.setAccessibleName(bench.say(_("{title}. {plan}", title=title, plan=line.words)))
        button.clicked.connect(lambda: bench.session.plan_wanted.emit(plan.id))
        return button


def _plans_at(snapshot: Snapshot, step_id: str) -> list[Plan]:
    found = snapshot.select(indexes.PLANS_OF_STEP, step_id)
    kept = (plan for plan in found if state_of(snapshot, plan.id) != PlanState.DROPPED)
    return sorted(kept, key=sort_key)
