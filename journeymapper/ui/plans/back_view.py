"""The view "Call back": customers who wait for us, and what is done for the one that is open."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.analysis.alerts.dates import dates_of_alerts
from journeymapper.analysis.alerts.recovery import due_gestures
from journeymapper.analysis.alerts.standing import AlertStanding, board
from journeymapper.domain.entities import Alert, AlertRule, Recovery
from journeymapper.domain.errors import UserError
from journeymapper.domain.instants import instant_text
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.answers.more_lines import Lines
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.commands.looking_back import LookBack
from journeymapper.ui.context import Context
from journeymapper.ui.plans.back_add import AddDialog
from journeymapper.ui.plans.back_looking import LookingDialog
from journeymapper.ui.plans.back_panel import BackPanel
from journeymapper.ui.plans.back_report import BackReport
from journeymapper.ui.plans.back_side import BackSide
from journeymapper.ui.plans.calendar import offer_days
from journeymapper.ui.plans.route_tables import Levels, Protocols, Routes
from journeymapper.ui.plans.rule_table import Rules
from journeymapper.ui.plans.two_panes import TwoPanes
from journeymapper.ui.plans.view import PlanView
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.empty import EmptyPlace
from journeymapper.ui.widgets.labels import PlainLabel

_TABLES: tuple[tuple[Message, type[Lines]], ...] = (
    (_("Which answers ask for a call back…"), Rules),
    (_("Who calls back…"), Routes),
    (_("What to do, step by step…"), Protocols),
    (_("When nobody has mended it…"), Levels),
)
_MINUTE_MS = 60_000
_WORDS_FROM = 680
"""Width, at 100 % text, from which all buttons have words."""


class BackView(PlanView):
    """Which alert is open is window state; times follow the clock while the view is seen."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context, session)
        say = context.say
        self._snapshot: Snapshot | None = None
        self.side = BackSide(context)
        self.panel = BackPanel(context, session)
        self.add = Button(context, say(_("Add somebody")), icon="plus")
        self.add.clicked.connect(lambda _on=False: self.ask_to_add())
        self.rules = Button(context, say(_("Rules…")), icon="sliders-horizontal")
        self.rules.clicked.connect(lambda _on=False: self._offer_rules())
        self.report = Button(context, say(_("What came of it…")), "quiet", "gauge")
        self.report.setAccessibleName(self.report.text())
        self.report.setToolTip(self.report.text())
        self.report.clicked.connect(lambda _on=False: self.show_report())
        words = _("Put the dates in my calendar")
        self.calendar = Button(context, say(words), "quiet", "calendar-plus")
        self.calendar.setAccessibleName(self.calendar.text())
        self.calendar.setToolTip(self.calendar.text())
        self.calendar.clicked.connect(lambda _on=False: self.offer_dates())
        self.gestures = Button(context, "", "link")
        self.gestures.clicked.connect(lambda _on=False: self._show_gesture())
        self._none = PlainLabel(
            say(_("Choose somebody in the list.")), "body_large", "text_secondary"
        )
        self._none.setContentsMargins(24, 20, 24, 20)
        self.empty = EmptyPlace(
            context,
            "phone",
            say(_("Nobody waits for a call")),
            say(
                _(
                    "Rules say which answers ask for one: 6 or less of 10, or words such as "
                    "“never again”. New answers are looked at as they come in."
                )
            ),
        )
        self.begin = self.empty.offer(say(_("Begin with the usual rules")), self.begin_usual)
        self._beside = QStackedWidget()
        for page in (self.panel, self._none, self.empty):
            self._beside.addWidget(page)
        self.panes = TwoPanes(context, self.side, self._beside, say(_("All who wait")))
        self.panes.left.connect(self._on_left)
        self._heads = (self.add, self.rules, self.report, self.calendar, self.gestures)
        self._stops: list[QWidget] = []
        self._lay_out()
        self.side.wanted.connect(self._read)
        self.side.send_wanted.connect(self._send)
        self.side.routes_wanted.connect(lambda: self.show_table(Routes()))
        self.side.shown_changed.connect(self._again)
        self.panel.plan_wanted.connect(self.plan_wanted)
        self.panel.deleted.connect(lambda: self.show_alert(""))
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self._again)

    def refresh(self, snapshot: Snapshot, today: date) -> None:
        self._snapshot = snapshot
        now = self._now()
        rows = board(snapshot, now)
        if self.side.current and snapshot.find(Alert, self.side.current) is None:
            self.side.current = ""
        if not self.side.current:
            self.side.current = next((row.alert.id for row in rows if row.open), "")
        self.side.refresh(snapshot, rows, now)
        self._show(rows, snapshot, now)
        due = len(due_gestures(snapshot, today))
        words = _("1 later gesture is due") if due == 1 else _("{n} later gestures are due", n=due)
        self.gestures.setText(self.context.say(words))
        self.gestures.setVisible(due > 0)
        self.calendar.setVisible(bool(rows))
        self.report.setVisible(bool(rows))
        self.begin.setVisible(not snapshot.table(AlertRule))
        self._order()

    def take_focus(self) -> None:
        if not self.side.take_focus():
            (self.begin if self.begin.isVisible() else self.add).setFocus()

    def show_plan(self, plan_id: str) -> None:
        """What is opened here are alerts."""
        self.show_alert(plan_id)

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        self.side.find(text)

    def flush(self) -> None:
        self.panel.flush()

    def forget(self) -> None:
        self.side.current = ""
        self.panes.forget()
        self.panel.forget()

    def show_alert(self, alert_id: str) -> None:
        """Open an alert, by id; what was typed in the one before is written."""
        self.panel.flush()
        if alert_id:
            self.panes.read()
        else:
            self.panes.go_back()
        self.side.show_current(alert_id)
        self._again()

    def ask_to_add(self) -> None:
        """Ask for a customer who told us directly."""
        document = self.session.document
        if document is None:
            return
        dialog = AddDialog(self.context, document.snapshot, self.window())
        while dialog.exec():
            try:
                made = commands.add(document, self._at(), dialog.text, **dialog.fields)
            except UserError as error:
                dialog.complain(error.message)
                continue
            self.show_alert(made)
            break
        dialog.deleteLater()

    def begin_usual(self) -> None:
        """Add a rule for each question that asks how it was."""
        document = self.session.document
        if document is not None:
            with self.session.guard():
                n = commands.begin_usual(document)
                self.session.report(_("{n} rules. New answers are looked at from now on.", n=n))

    def look_back(self) -> None:
        """Look through the answers that are here already."""
        document = self.session.document
        if document is None:
            return
        with self.session.guard():
            job = LookBack(document, self._at())
            dialog = LookingDialog(self.context, job, self.window())
            whole, error = dialog.exec(), dialog.error
            dialog.deleteLater()
            if error is not None:
                raise error
            if whole:
                n = job.finish()
                words = _("{n} people were put on the list.", n=n)
                self.session.report(_("1 person was put on the list.") if n == 1 else words)

    def show_table(self, lines: Lines) -> None:
        """Show a table of rules until it is closed."""
        self.panel.flush()
        if self.session.document is not None:
            dialog = MoreDialog(self.context, self.session, lines, self.window())
            dialog.exec()
            dialog.deleteLater()

    def show_report(self) -> None:
        """Show what worked, how quickly, with what effect."""
        self.panel.flush()
        document = self.session.document
        if document is not None:
            dialog = BackReport(self.context, document.snapshot, self.window())
            dialog.exec()
            dialog.deleteLater()

    def offer_dates(self) -> None:
        """Put the days on which customers are to be called into a calendar file."""
        self.panel.flush()
        document = self.session.document
        if document is not None:
            days = dates_of_alerts(document.snapshot, self._now(), None)
            name = self.context.say(_("People to call back"))
            offer_days(self.context, self.session, days, name, self.window())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons that are needed less often have no words."""
        super().resizeEvent(event)
        wide = self.width() >= self.context.theme.px(_WORDS_FROM)
        for button in (self.calendar, self.report):
            button.setText(button.accessibleName() if wide else "")

    def _read(self, alert_id: str) -> None:
        """Somebody chose a line."""
        self.show_alert(alert_id)
        self.panes.read_on()

    def _on_left(self) -> None:
        self.panel.flush()
        self.side.take_focus()

    def _order(self) -> None:
        """Tab goes through the list, then down the panel, as they are seen."""
        wanted = [*self._heads, *self.side.stops(), *self.panel.stops()]
        if wanted != self._stops:
            self._stops = wanted
            for before, after in pairwise(wanted):
                QWidget.setTabOrder(before, after)

    def _show(self, rows: tuple[AlertStanding, ...], snapshot: Snapshot, now: datetime) -> None:
        row = next((one for one in rows if one.alert.id == self.side.current), None)
        if row is not None:
            self.panel.show_alert(snapshot, row, now)
            self._beside.setCurrentWidget(self.panel)
        else:
            self._beside.setCurrentWidget(self._none if rows else self.empty)

    def _again(self) -> None:
        document = self.session.document
        if document is not None:
            self.refresh(document.snapshot, self._now().date())

    def _send(self) -> None:
        document = self.session.document
        if document is None:
            return
        with self.session.guard():
            n = commands.send_by_routes(document)
            self.session.report(_("{n} were given to those who can act.", n=n))

    def _show_gesture(self) -> None:
        if self._snapshot is None:
            return
        due = due_gestures(self._snapshot, self._now().date())
        recovery = self._snapshot.find(Recovery, due[0].recovery) if due else None
        if recovery is not None and recovery.alert is not None:
            self.show_alert(recovery.alert)
            self.panel.ensureWidgetVisible(self.panel.made_good)

    def _offer_rules(self) -> None:
        say = self.context.say
        menu = QMenu(self)
        for name, lines in _TABLES:
            menu.addAction(say(name)).triggered.connect(
                lambda _on=False, lines=lines: self.show_table(lines())
            )
        menu.addSeparator()
        usual = menu.addAction(say(_("Begin with the usual rules")))
        usual.triggered.connect(lambda _on=False: self.begin_usual())
        back = menu.addAction(say(_("Look through the answers that are here")))
        back.triggered.connect(lambda _on=False: self.look_back())
        menu.exec(self.rules.mapToGlobal(QPoint(0, self.rules.height())))
        menu.deleteLater()

    def _now(self) -> datetime:
        return self.context.services.clock().astimezone()

    def _at(self) -> str:
        return instant_text(self.context.services.clock())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(18, 8, 14, 8)
        buttons.setSpacing(8)
        for button in (self.add, self.rules, self.report, self.calendar):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.gestures)
        head = QFrame()
        head.setObjectName("plan_new")
        head.setLayout(buttons)
        self.panes.alone.connect(head.setHidden)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.panes, 1)
