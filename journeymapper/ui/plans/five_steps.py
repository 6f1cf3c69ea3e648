"""The five steps of a plan: a closed row with five ticks that unfolds to all their fields."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.plans.steps import NAMES, filled
from journeymapper.domain.kinds_plan import PlanPart
from journeymapper.domain.message import _
from journeymapper.ui.plans.part import Part
from journeymapper.ui.plans.parts_agreed import ProblemPart, SolutionPart, WhoPart
from journeymapper.ui.plans.parts_dated import DeadlinesPart, WatchPart
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.plans.step_mark import StepMark
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import PlainLabel

_PARTS = (ProblemPart, WhoPart, SolutionPart, DeadlinesPart, WatchPart)
_MARKS_FROM = 560


class FiveSteps(QFrame):
    """The fields are made when they are first unfolded."""

    shown = Signal(object)
    """A part was asked for: bring this widget into view."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.setObjectName("plan_card")
        self.parts: dict[PlanPart, Part] = {}
        self._stops: list[QWidget] = []
        self.fold = Button(sheet.context, sheet.say(_("Five steps")), "quiet", "chevron-right")
        self.fold.setProperty("tone", "fold")
        self.fold.clicked.connect(lambda _on=False: self.set_open(wanted=not self.is_open))
        head = QHBoxLayout()
        head.setContentsMargins(2, 1, 8, 1)
        head.setSpacing(2)
        head.addWidget(self.fold)
        head.addStretch(1)
        self.ticks: dict[PlanPart, StepTick] = {}
        for part in PlanPart:
            tick = StepTick(sheet, part)
            tick.clicked.connect(lambda _on=False, part=part: self.show_part(part))
            self.ticks[part] = tick
            head.addWidget(tick)
        self._body = QWidget()
        self._body.hide()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._body)

    @property
    def is_open(self) -> bool:
        """Say whether the fields are there to be seen."""
        return not self._body.isHidden()

    def set_open(self, *, wanted: bool) -> None:
        """Unfold the fields, or fold them; what is typed is written first."""
        if not wanted:
            self.flush()
        elif not self.parts:
            self._make()
        self._body.setVisible(wanted)
        self.fold.set_icon("chevron-down" if wanted else "chevron-right")
        self.fold.setAccessibleDescription(self.sheet.say(_("unfolded") if wanted else _("folded")))
        if wanted:
            self.refresh()

    def show_part(self, part: PlanPart) -> Part:
        """Unfold and go to a step: to what it lacks, otherwise to its first field."""
        self.set_open(wanted=True)
        found = self.parts[part]
        self.shown.emit(found)
        field = found.lacks()
        for widget in field.stops() if field is not None else found.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                break
        return found

    def refresh(self) -> None:
        """Show what the document holds."""
        done = filled(self.sheet.snapshot, self.sheet.plan)
        for part, tick in self.ticks.items():
            tick.set_done(done=part in done)
        if self.is_open:
            for part, widget in self.parts.items():
                widget.refresh(filled=part in done)
            self._order()

    def _order(self) -> None:
        """Tab goes through the fields as they stand, lines that came later too."""
        stops = [stop for part in self.parts.values() for stop in part.fields.stops()]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise([self.ticks[PlanPart.WATCH], *stops]):
                QWidget.setTabOrder(before, after)

    def flush(self) -> bool:
        """Write what is typed; False when something is refused."""
        kept = [part.flush() for part in self.parts.values()]
        return all(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self.sheet.context.theme.px(_MARKS_FROM)
        for tick in self.ticks.values():
            tick.show_name(wanted=wide)
        for part in self.parts.values():
            part.set_width(self.width() - 30)

    def _make(self) -> None:
        for make in _PARTS:
            line = QFrame()
            line.setProperty("look", "divider")
            line.setFixedHeight(1)
            self._column.addWidget(line)
            part = make(self.sheet)
            part.set_width(self.width() - 30)
            self.parts[part.part] = part
            self._column.addWidget(part)


class StepTick(CardButton):
    """A mark and the name of a step; a click goes to its fields."""

    def __init__(self, sheet: PlanSheet, part: PlanPart) -> None:
        self._name = sheet.say(NAMES[part])
        super().__init__(self._name, "step_tick")
        self._sheet = sheet
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(6)
        self._mark = StepMark(sheet.context)
        self._label = PlainLabel(self._name, "body")
        row.addWidget(self._mark)
        row.addWidget(self._label)
        self.put(inside)
        self.setToolTip(self._name)

    def set_done(self, *, done: bool) -> None:
        """Show whether the step holds what it needs."""
        self._mark.set_done(done=done)
        state = self._sheet.say(_("filled in") if done else _("not filled in"))
        self.setAccessibleDescription(state)

    def show_name(self, *, wanted: bool) -> None:
        """Show the name beside the mark, where there is room."""
        self._label.setVisible(wanted)
