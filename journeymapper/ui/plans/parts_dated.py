"""The last two steps of a plan: deadlines, and watching how it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from journeymapper.domain import plans as rules
from journeymapper.domain.kinds_plan import PlanPart
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.plans.cells import Day, Number
from journeymapper.ui.plans.dated_lists import CheckIns, Reviews, Tasks
from journeymapper.ui.plans.measure_list import Measures
from journeymapper.ui.plans.part import Part
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_LONGEST = 60


class DeadlinesPart(Part):
    """Start and end, check-ins, tasks, and which plans come first."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__(sheet, PlanPart.DEADLINES)

    def fill(self) -> None:
        context, say, fields = self.sheet.context, self.sheet.say, self.fields
        start, due = _("From when"), _("Until when")
        fields.of_plan(start, "start", Day(context, say(start)))
        self.due = fields.of_plan(due, "due", Day(context, say(due)))
        self.check_ins = fields.put(CheckIns(self.sheet), wide=True)
        self.tasks = fields.put(Tasks(self.sheet), wide=True)
        fields.put(WaitsFor(self.sheet), wide=True)


class WatchPart(Part):
    """How we will see that it worked, and when we look at the plan as a whole."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__(sheet, PlanPart.WATCH)

    def fill(self) -> None:
        fields = self.fields
        self.measures = fields.put(Measures(self.sheet), wide=True)
        self.reviews = fields.put(Reviews(self.sheet), wide=True)
        months = _("Months between reviews")
        fields.of_plan(
            months,
            "review_months",
            Number(self.sheet.context, self.sheet.say(months), whole=True),
        )


class WaitsFor(QWidget):
    """The plans that have to be done first, ticked in a menu."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__()
        self._sheet = sheet
        say = sheet.say
        self.button = Button(sheet.context, "", "secondary", "link")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(PlainLabel(say(_("What has to be done first")), "label", "text_secondary"))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show which plans come first."""
        say, waits = self._sheet.say, self._sheet.plan.waits_for
        others = [p for p in rules.plans(self._sheet.snapshot) if p.id != self._sheet.plan_id]
        names = [plan.title for plan in others if plan.id in waits]
        self.setVisible(bool(others))
        words = say(_("Waits for no other plan")) if not names else ", ".join(names)
        self.button.setText(shortened(words, _LONGEST).replace("&", "&&"))
        self.button.setToolTip(words)
        self.button.setAccessibleName(say(_("To be done first: {plans}", plans=words)))

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [self.button]

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def _fill(self) -> None:
        self._menu.clear()
        sheet = self._sheet
        for plan in rules.plans(sheet.snapshot):
            if plan.id == sheet.plan_id:
                continue
            action = self._menu.addAction(plan.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(plan.id in sheet.plan.waits_for)
            action.triggered.connect(lambda on, id_=plan.id: self._set(id_, on=on))

    def _set(self, id_: str, *, on: bool) -> None:
        sheet = self._sheet
        others = tuple(one for one in sheet.plan.waits_for if one != id_)
        sheet.guarded(lambda: sheet.write(waits_for=(*others, id_) if on else others))
