"""The second list of five steps: prepare, alerts, accountability, communicate, review."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from journeymapper.analysis.plans.steps import PROGRAMME
from journeymapper.domain.kinds_plan import PlanMethod
from journeymapper.domain.message import _
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.widgets.choice import Tick
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.wrapped import Wrapped


class ProgrammeRow(QFrame):
    """Five boxes to tick, there when somebody asked for them or has ticked one."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__()
        self.setObjectName("plan_card")
        self._sheet = sheet
        say = sheet.say
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(2)
        column.addWidget(PlainLabel(say(_("From alarm to habit")), "subheading"))
        boxes = Wrapped(18, 2)
        self.ticks = {key: Tick(sheet.context, say(words)) for key, words in PROGRAMME.items()}
        for key, tick in self.ticks.items():
            tick.clicked.connect(lambda on, key=key: self._set(key, on=on))
            boxes.add(tick)
        column.addWidget(boxes)

    def refresh(self) -> None:
        """Show what is ticked."""
        plan = self._sheet.plan
        self.setVisible(plan.method == PlanMethod.PROGRAMME or bool(plan.prepared))
        for key, tick in self.ticks.items():
            tick.setChecked(key in plan.prepared)

    def _set(self, key: str, *, on: bool) -> None:
        others = tuple(one for one in self._sheet.plan.prepared if one != key)
        self._sheet.guarded(lambda: self._sheet.write(prepared=(*others, key) if on else others))
