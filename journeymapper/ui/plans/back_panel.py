"""One customer to call back: what happened, what comes next, what to do, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.alerts.standing import AlertStanding
from journeymapper.analysis.alerts.words import STATES, asked, heading, left, who_has
from journeymapper.app.moments import moment
from journeymapper.domain.entities import Question, Role
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.answers.more_lines import steps_of
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import Drawn, mark
from journeymapper.ui.panels.typed import TypedLine, TypedText
from journeymapper.ui.plans.back_fields import Fields, titled
from journeymapper.ui.plans.back_made_good import MadeGood
from journeymapper.ui.plans.back_outcome import OutcomeCard
from journeymapper.ui.plans.back_protocol import ProtocolCard
from journeymapper.ui.plans.back_way import WayCard
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_WIDEST = 860
_WORDS_FROM = 600
"""Widths at 100 % text: at most, and from which all buttons have words; in px."""


class BackPanel(QScrollArea):
    """Shows one alert; what is typed is written a moment later, or when another is shown."""

    plan_wanted = Signal(str)
    """Open a plan, by id."""
    deleted = Signal()

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self.alert_id = ""
        self._fields = Fields()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(context.say(_("Who is to be called back")))
        self.mark = Drawn(context)
        self.title = PlainLabel("", "title", wrap=True)
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setProperty("look", "plan_state")
        self.about = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self.twice = PlainLabel("", "subheading", wrap=True)
        say = context.say
        self.drop = Button(context, say(_("Delete")), "quiet", "trash-2")
        self.drop.setAccessibleName(self.drop.text())
        self.drop.setToolTip(self.drop.text())
        self.drop.clicked.connect(lambda _on=False: self._delete())
        self.customer = TypedLine(say, say(_("Who it is, by an alias")))
        self.customer.setPlaceholderText(say(_("An alias or a number, not the name")))
        self.step = Choice(context, say(_("Step")))
        self.step.activated.connect(
            lambda _i: self._change(touchpoint=self.step.currentData() or None)
        )
        self.text = TypedText(say, say(_("What happened, or what they wrote")))
        self.asked = PlainLabel("", "label", "text_secondary")
        self.way = WayCard(context, session)
        self.protocol = ProtocolCard(context, session)
        self.outcome = OutcomeCard(context, session)
        self.outcome.plan_wanted.connect(self.plan_wanted)
        self.made_good = MadeGood(context, session)
        self.setWidget(self._laid_out())
        context.theme.changed.connect(self._dress)
        self._band = ""

    def show_alert(self, snapshot: Snapshot, row: AlertStanding, now: datetime) -> None:
        """Show an alert as it is; ``now`` has the local zone."""
        alert = row.alert
        if alert.id != self.alert_id:
            self.flush()
            self.alert_id = alert.id
            self.verticalScrollBar().setValue(0)
        say = self._context.say
        self._band = alert.severity.value
        self._dress()
        self.title.setText(say(heading(snapshot, alert)))
        self.state.setText(say(_("{state}", state=_state(row))))
        self.about.setText(say(_about(snapshot, row, now)))
        self.twice.setText(say(_twice(row)))
        self.twice.setVisible(row.twice)
        load = self._fields.load
        load(self.customer, alert.id, alert.customer, self._writes("customer"))
        load(self.text, alert.id, alert.text, self._writes("text"))
        self._offer_steps(snapshot, alert.touchpoint)
        question = snapshot.find(Question, alert.question)
        words = _("What happened")
        if question is not None:
            words = _("What they wrote beside “{question}”", question=asked(question))
        self.asked.setText(say(words))
        self.way.show_alert(snapshot, row, now)
        self.protocol.show_alert(row)
        self.outcome.show_alert(snapshot, row)
        self.made_good.show_alert(snapshot, row)

    def flush(self) -> bool:
        """Write what was typed; False where some of it is refused."""
        kept = [part.flush() for part in (self._fields, self.outcome, self.made_good)]
        return all(kept)

    def forget(self) -> None:
        """Another document is open."""
        self.alert_id = ""
        self._fields.forget()
        self.outcome.forget()
        self.made_good.forget()
        self.way.forget()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [
            self.drop,
            *self.way.stops(),
            *self.protocol.ticks.values(),
            self.customer,
            self.step,
            self.text,
            *self.outcome.stops(),
            *self.made_good.stops(),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._context.theme.px(_WORDS_FROM)
        self.drop.setText(self.drop.accessibleName() if wide else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _writes(self, field: str) -> Callable[[str], None]:
        alert_id = self.alert_id

        def write(text: str) -> None:
            document = self._session.document
            if document is not None:
                commands.change(document, alert_id, **{field: text})

        return write

    def _change(self, **fields: object) -> None:
        document = self._session.document
        if document is not None:
            with self._session.guard():
                commands.change(document, self.alert_id, **fields)

    def _delete(self) -> None:
        document = self._session.document
        if document is not None:
            with self._session.guard():
                self._session.report(commands.delete(document, self.alert_id))
                self.deleted.emit()

    def _offer_steps(self, snapshot: Snapshot, step: str | None) -> None:
        known = [("", self._context.say(_("No step"))), *steps_of(snapshot)]
        now = [(self.step.itemData(i), self.step.itemText(i)) for i in range(self.step.count())]
        if now != known:
            self.step.clear()
            for id_, name in known:
                self.step.addItem(name, id_)
        self.step.setCurrentIndex(max(0, self.step.findData(step or "")))

    def _dress(self) -> None:
        words = {s.value: w for s, w in SEVERITIES.items()}
        if self._band:
            name = self._context.say(words[self._band])
            self.mark.show_drawing(mark(self._context, self._band, 18), name)
        else:
            self.mark.show_drawing(None)

    def _laid_out(self) -> QWidget:
        say = self._context.say
        head = QHBoxLayout()
        head.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignVCenter
        head.addWidget(self.mark, 0, middle)
        head.addWidget(self.title, 1)
        head.addWidget(self.state, 0, middle)
        head.addWidget(self.drop, 0, middle)
        who = QHBoxLayout()
        who.setSpacing(12)
        for name, field in ((_("Who it is"), self.customer), (_("Step"), self.step)):
            who.addLayout(titled(say, name, field), 1)
        told = QVBoxLayout()
        told.setSpacing(3)
        told.addWidget(self.asked)
        told.addWidget(self.text)
        told.addWidget(self.text.typing.problem)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.twice)
        column.addWidget(self.way)
        column.addWidget(self.protocol)
        column.addLayout(who)
        column.addLayout(told)
        column.addWidget(self.outcome)
        column.addWidget(self.made_good)
        column.addStretch(1)
        page = QWidget()
        page.setMaximumWidth(self._context.theme.px(_WIDEST))
        page.setLayout(column)
        row = QHBoxLayout(inside)
        row.setContentsMargins(20, 12, 20, 16)
        row.addWidget(page, 100)
        row.addStretch(1)
        return inside


def _state(row: AlertStanding) -> Message:
    if row.overdue and row.minutes is not None:
        return _("{state}, {left}", state=STATES[row.state], left=left(row.minutes))
    return STATES[row.state]


def _about(snapshot: Snapshot, row: AlertStanding, now: datetime) -> Message:
    who = who_has(snapshot, row.alert) or _("Nobody")
    opened = moment(row.alert.opened, now)
    if row.due is None:
        return _("{who} has it. It came in: {opened}.", who=who, opened=opened)
    due = moment(row.due.isoformat(), now)
    role = snapshot.find(Role, row.level.role) if row.level is not None else None
    if role is not None and row.level is not None:
        contact = row.level.contact
        to: str | Message = role.name
        if contact:
            to = _("{role}, {contact}", role=role.name, contact=contact)
        return _(
            "{who} has it. It came in: {opened}, due: {due}. By its age it goes to {to}.",
            who=who, opened=opened, due=due, to=to,
        )  # fmt: skip
    return _("{who} has it. It came in: {opened}, due: {due}.", who=who, opened=opened, due=due)


def _twice(row: AlertStanding) -> Message:
    if row.before:
        return _("They were failed before. A second failure weighs more than the first.")
    return _("It did not hold, so it was opened again.")
