"""The part of the open plan that proves it: chart, "Did it work?", "Who was told?", closing."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.plans.effect import effects_of_plan
from journeymapper.domain import plans as rules
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.proof_words import closing_sentence, history
from journeymapper.ui.commands import plan_turns as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.measure_card import MeasureCard
from journeymapper.ui.plans.missing_dialog import MissingDialog
from journeymapper.ui.plans.reason_dialog import why_again
from journeymapper.ui.plans.told_card import ToldCard
from journeymapper.ui.plans.worked_card import WorkedCard
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class ProofPanel(QWidget):
    """Whoever holds it shows a plan again after each change of the document."""

    answers_wanted = Signal()
    """Go where answers are typed in."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self.plan_id = ""
        self._print: Callable[[str], object] | None = None
        say = context.say
        self.measure = MeasureCard(context, session)
        self.measure.answers_wanted.connect(self.answers_wanted)
        self.measure.which.activated.connect(lambda _index: self._show_worked())
        self.worked = WorkedCard(context, session)
        self.told = ToldCard(context, session)
        self.sentence = PlainLabel("", "body", "text_secondary", wrap=True)
        self.history = PlainLabel("", "label", "text_secondary", wrap=True)
        self.print = Button(context, say(_("Print plan")), icon="printer")
        self.print.hide()
        self.print.clicked.connect(lambda _on=False: self._print_plan())
        self.close_plan = Button(context, say(_("Close the plan")))
        self.close_plan.clicked.connect(lambda _on=False: self.close_or_say())
        self.reopen = Button(context, say(_("Open it again")), icon="rotate-ccw")
        self.reopen.clicked.connect(lambda _on=False: self.open_again())
        cards = QGridLayout()
        cards.setHorizontalSpacing(8)
        cards.addWidget(self.worked, 0, 0)
        cards.addWidget(self.told, 0, 1)
        cards.setColumnStretch(0, 1)
        cards.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.print)
        foot.addWidget(self.close_plan)
        foot.addWidget(self.reopen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.measure)
        column.addLayout(cards)
        column.addLayout(foot)
        column.addWidget(self.history)

    def offer_printing(self, do: Callable[[str], object]) -> None:
        """Show the button that prints a plan; ``do`` takes its id."""
        self._print = do
        self.print.show()

    def set_room(self, height: int) -> None:
        """Say how high the part of the window is in which all of this is looked at."""
        self.measure.chart.set_room(height)

    def show_plan(self, snapshot: Snapshot, plan_id: str, today: datetime.date) -> None:
        """Show a plan as it is now."""
        self.plan_id = plan_id
        say = self._context.say
        effects = effects_of_plan(snapshot, self._session.open_document.counts, plan_id)
        state, started = rules.state_of(snapshot, plan_id), rules.started_on(snapshot, plan_id)
        self.measure.show_effects(plan_id, effects, state, started, today)
        self._snapshot, self._today = snapshot, today
        self._show_worked()
        self.told.show_plan(snapshot, plan_id, today)
        self.sentence.setText(say(closing_sentence(snapshot, plan_id, today)))
        gone = history(snapshot, plan_id, today)
        self.history.setText(" ".join(say(one) for one in gone))
        self.history.setVisible(bool(gone))
        over = state in (PlanState.CLOSED, PlanState.DROPPED)
        self.close_plan.setVisible(state == PlanState.RUNNING)
        ready = not rules.missing_to_close(snapshot, plan_id)
        look = "primary" if ready else "secondary"
        if self.close_plan.property("look") != look:
            self.close_plan.setProperty("look", look)
            self.close_plan.style().unpolish(self.close_plan)
            self.close_plan.style().polish(self.close_plan)
        self.reopen.setVisible(over)

    def close_or_say(self) -> None:
        """Close the plan, or say all that is missing."""
        document = self._session.open_document
        missing = rules.missing_to_close(document.snapshot, self.plan_id)
        if missing:
            dialog = MissingDialog(self._context, missing, self.window())
            dialog.exec()
            dialog.deleteLater()
            return
        with self._session.guard():
            today = today_of(self._context).isoformat()
            self._session.report(commands.close_plan(document, self.plan_id, today))

    def open_again(self) -> None:
        """Ask why, and go on with the plan."""
        reason = why_again(self._context, self.window())
        if reason:
            with self._session.guard():
                today = today_of(self._context).isoformat()
                commands.reopen_plan(self._session.open_document, self.plan_id, today, reason)

    def _show_worked(self) -> None:
        self.worked.show_plan(self._snapshot, self.plan_id, self.measure.effect, self._today)

    def _print_plan(self) -> None:
        if self._print is not None:
            self._print(self.plan_id)
