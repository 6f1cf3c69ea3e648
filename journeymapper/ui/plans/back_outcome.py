"""What came of an alert: told, outcome, cause, lesson, and the plan that mends the system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QGridLayout, QVBoxLayout, QWidget

from journeymapper.analysis.alerts.standing import AlertStanding
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.context import Context
from journeymapper.ui.panels.typed import TypedLine, TypedText
from journeymapper.ui.plans.back_fields import Fields, titled
from journeymapper.ui.plans.when_field import WhenField
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class OutcomeCard(QFrame):
    """Fields of an alert that are filled once it is mended."""

    plan_wanted = Signal(str)
    """Open a plan, by id."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self._alert = ""
        self._told: str | None = None
        self._fields = Fields()
        self.setObjectName("plan_card")
        say = context.say
        self.told = WhenField(context, say(_("Told on")))
        self.told.settled.connect(self._keep_told)
        self.outcome = TypedLine(say, say(_("What we did, in a word or two")))
        hint = say(_("In a word or two, such as “new appointment”"))
        self.outcome.setPlaceholderText(hint)
        self.outcome.setToolTip(hint)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.outcome.setCompleter(completer)
        self.cause = TypedText(say, say(_("What was behind it")), 1)
        self.lesson = TypedText(say, say(_("What we learnt")), 1)
        self.plan = Button(context, "", icon="lightbulb")
        self.plan.clicked.connect(lambda _on=False: self.open_plan())
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(PlainLabel(say(_("What came of it")), "subheading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addLayout(titled(say, _("Told on"), self.told), 0, 0)
        grid.addLayout(titled(say, _("What we did"), self.outcome), 0, 1)
        grid.addLayout(titled(say, _("What was behind it"), self.cause), 1, 0)
        grid.addLayout(titled(say, _("What we learnt"), self.lesson), 1, 1)
        column.addLayout(grid)
        column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeading)

    def show_alert(self, snapshot: Snapshot, row: AlertStanding) -> None:
        """Show what came of an alert."""
        alert = row.alert
        say = self._context.say
        if alert.id != self._alert or alert.told != self._told:
            self._alert, self._told = alert.id, alert.told
            self.told.set_date(alert.told)
        load = self._fields.load
        load(self.outcome, alert.id, alert.outcome, self._writes("outcome"))
        load(self.cause, alert.id, alert.cause, self._writes("cause"))
        load(self.lesson, alert.id, alert.lesson, self._writes("lesson"))
        known = commands.outcomes(snapshot)
        if known != self._known.stringList():
            self._known.setStringList(known)
        plan = snapshot.find(Plan, alert.plan)
        words = _("Make a plan of it, so that it does not happen again")
        if plan is not None:
            words = _("Open the plan “{name}”", name=plan.title)
        self.plan.setText(say(words))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.told, self.outcome, self.cause, self.lesson, self.plan]

    def open_plan(self) -> None:
        """Open the plan behind an alert; it is begun when there is none."""
        document = self._session.document
        if document is not None and self.flush():
            with self._session.guard():
                self.plan_wanted.emit(commands.make_plan(document, self._alert))

    def flush(self) -> bool:
        """Write what was typed; False where some of it is refused."""
        told = self._keep_told()
        return self._fields.flush() and told

    def forget(self) -> None:
        """Another document is open."""
        self._alert, self._told = "", None
        self._fields.forget()

    def _keep_told(self) -> bool:
        day, document = self.told.date, self._session.document
        if not self._alert or document is None or day == self._told:
            return True
        if day is None:
            return False
        with self._session.guard():
            commands.change(document, self._alert, told=day)
            self._told = day
        return True

    def _writes(self, field: str) -> Callable[[str], None]:
        alert_id = self._alert

        def write(text: str) -> None:
            document = self._session.document
            if document is not None:
                commands.change(document, alert_id, **{field: text})

        return write
