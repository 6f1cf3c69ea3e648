"""The card with the chart of a plan's measure, and the row to type the next value."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journeymapper.analysis.plans.effect import Effect
from journeymapper.analysis.plans.effect_words import tell
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import KpiKind, PlanState
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.commands import measures as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.chart_view import ChartView
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.count_row import CountRow, Typed
from journeymapper.ui.plans.measure_dialog import MeasureDialog
from journeymapper.ui.plans.value_lines import ValueLines
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel


class MeasureCard(QFrame):
    """Shows one measure at a time; which one is window state."""

    answers_wanted = Signal()
    """Go where answers are typed in."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self.setObjectName("plan_card")
        self._context, self._session = context, session
        self._plan = ""
        self._effects: tuple[Effect, ...] = ()
        self._before = False
        self._unfolded = False
        say = context.say
        self.title = ElidedLabel("", "heading")
        self.which = Choice(context, say(_("Which measure")))
        self.which.activated.connect(lambda _index: self._show())
        self.how = ElidedLabel("", "body", "text_secondary")
        self.how.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.count = Button(context, "", "link")
        self.count.clicked.connect(lambda _on=False: self.unfold())
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more = IconButton(context, "ellipsis", say(_("More about this measure")))
        self.more.setMenu(self.menu)
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.chart = ChartView(context)
        self.row = CountRow(context, self._keep)
        self.answers = QWidget()
        self.empty = PlainLabel("", "body", "text_secondary", wrap=True)
        self.begin = Button(context, say(_("Choose what is counted")), icon="plus")
        self.begin.clicked.connect(lambda _on=False: self.edit(""))
        self.keep_answers = Button(context, say(_("Keep the newest answers as before")))
        self.keep_answers.clicked.connect(lambda _on=False: self._keep_answers())
        self.type_answers = Button(context, say(_("Type in answers")))
        self.type_answers.clicked.connect(self.answers_wanted)
        self._lay_out()

    def show_effects(
        self, plan_id: str, effects: tuple[Effect, ...], state: PlanState, started: str,
        today: datetime.date,
    ) -> None:  # fmt: skip
        """Show the measures of a plan as they are now."""
        chosen = self.which.currentData() if plan_id == self._plan else None
        if plan_id != self._plan:
            self._unfolded = False
        self._plan, self._effects = plan_id, effects
        self._state, self._started, self._today = state, started, today
        self.which.clear()
        for effect in effects:
            self.which.addItem(effect.kpi.text or self._context.say(_("A measure")), effect.kpi.id)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self._show()

    @property
    def effect(self) -> Effect | None:
        """The measure that is shown."""
        place = self.which.currentIndex()
        return self._effects[place] if 0 <= place < len(self._effects) else None

    def unfold(self) -> None:
        """Show the row to type a value, or fold it away."""
        self._unfolded = self.row.isHidden()
        self._show()
        if self._unfolded:
            self.row.take_focus()

    def edit(self, kpi_id: str) -> None:
        """Change a measure, or add one ("")."""
        dialog = MeasureDialog(self._context, self._session, self._plan, kpi_id, self.window())
        dialog.exec()
        dialog.deleteLater()

    def show_values(self) -> None:
        """Show the values as a table to correct."""
        if self.effect is not None:
            lines = ValueLines(self._context, self.effect.kpi.id)
            dialog = MoreDialog(self._context, self._session, lines, self.window())
            dialog.exec()
            dialog.deleteLater()

    def delete(self) -> None:
        """Take the measure out; Ctrl+Z brings it back."""
        if self.effect is not None:
            with self._session.guard():
                label = commands.delete_measure(self._session.open_document, self.effect.kpi.id)
                self._session.report(label)

    def _show(self) -> None:
        effect, say = self.effect, self._context.say
        many = len(self._effects) > 1
        self.which.setVisible(many)
        self.title.setVisible(not many)
        asked = effect is not None and effect.kpi.kind == KpiKind.QUESTION
        values = bool(effect is not None and effect.series)
        open_ = self._state in (PlanState.DRAFT, PlanState.RUNNING)
        self._before = effect is not None and (
            effect.baseline is None or self._state == PlanState.DRAFT
        )
        self.title.set_whole(effect.kpi.text if effect else say(_("How will we see it?")))
        self.how.set_whole(_how(effect))
        self.chart.setVisible(values)
        self.chart.show_effect(effect if values else None, self._started, self._today)
        self.empty.setVisible(not values)
        self.empty.setText(say(_nothing(effect)))
        self.begin.setVisible(effect is None and open_)
        self.more.setVisible(effect is not None)
        self.answers.setVisible(asked and open_)
        self.keep_answers.setVisible(self._before)
        forced = effect is not None and effect.baseline is None
        showing = bool(effect is not None and not asked and open_) and (self._unfolded or forced)
        self.row.setVisible(showing)
        self.count.setVisible(effect is not None and not asked and open_ and not forced)
        words = _("Count before the plan") if self._before else _("Write down a new count")
        if effect is not None and effect.kpi.kind == KpiKind.NUMBER:
            words = _("Measure before the plan") if self._before else _("Write down a new value")
        self.count.setText(say(_("Fold away") if showing and self._unfolded else words))
        if effect is not None and not asked:
            self.row.show_measure(effect.kpi, self._today, before=self._before)

    def _keep(self, typed: Typed) -> None:
        effect = self.effect
        if effect is None:
            raise RefusedError(_("Choose what is counted first."))
        document, kpi, today = self._session.open_document, effect.kpi, today_of(self._context)
        if not self._before:
            commands.add_value(document, kpi.id, typed.date, typed.value, typed.n, today)
        elif typed.n is None:
            commands.set_before(document, kpi.id, {typed.value: 1}, typed.date, today)
        else:
            yes = int(typed.value)
            commands.set_count_before(document, kpi.id, yes, typed.n, typed.date, today)

    def _keep_answers(self) -> None:
        if self.effect is not None:
            with self._session.guard():
                commands.keep_answers_before(self._session.open_document, self.effect.kpi.id)

    def _fill_menu(self) -> None:
        self.menu.clear()
        say, effect = self._context.say, self.effect
        if effect is None:
            return
        if effect.kpi.kind != KpiKind.QUESTION:
            self.menu.addAction(say(_("Values as a table…"))).triggered.connect(self.show_values)
        change = self.menu.addAction(say(_("Change this measure…")))
        change.triggered.connect(lambda: self.edit(effect.kpi.id))
        add = self.menu.addAction(say(_("Add another measure…")))
        add.triggered.connect(lambda: self.edit(""))
        self.menu.addSeparator()
        self.menu.addAction(say(_("Delete this measure"))).triggered.connect(self.delete)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 3)
        head.addWidget(self.which, 3)
        head.addWidget(self.how, 2)
        head.addWidget(self.count)
        head.addWidget(self.more)
        asked = QHBoxLayout(self.answers)
        asked.setContentsMargins(0, 2, 0, 0)
        asked.setSpacing(8)
        asked.addWidget(self.type_answers)
        asked.addWidget(self.keep_answers)
        asked.addStretch(1)
        begin = QHBoxLayout()
        begin.addWidget(self.begin)
        begin.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self.empty)
        column.addLayout(begin)
        column.addWidget(self.row)
        column.addWidget(self.answers)
        self._state, self._started = PlanState.DRAFT, ""
        self._today = today_of(self._context)


def _how(effect: Effect | None) -> str:
    if effect is None:
        return ""
    if effect.kpi.how:
        return effect.kpi.how
    if effect.kpi.kind == KpiKind.QUESTION and effect.question is not None:
        return effect.question.text
    return ""


def _nothing(effect: Effect | None) -> Message:
    if effect is None:
        return _(
            "Choose what you will count, twenty of them: before the plan starts and again later."
            " The chart shows what changed."
        )
    return tell(effect).sentence
