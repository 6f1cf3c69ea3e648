"""What is done about an alert, step by step: ticks, what to say, and the time left."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.alerts.standing import AlertStanding, StepStanding, breaches
from journeymapper.analysis.alerts.words import left
from journeymapper.domain.instants import instant_text
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.choice import Tick
from journeymapper.ui.widgets.labels import PlainLabel


class ProtocolCard(QFrame):
    """A tick for each step; it is hidden where nothing is laid down."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self._alert = ""
        self._shown: object = None
        self.ticks: dict[str, Tick] = {}
        self._times: dict[str, PlainLabel] = {}
        self.setObjectName("plan_card")
        self.title = PlainLabel(context.say(_("What to do")), "subheading")
        self.late = PlainLabel("", "body", "text_secondary")
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.late)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._rows: list[QWidget] = []

    def show_alert(self, row: AlertStanding) -> None:
        """Show the steps of an alert and the time that is left for each."""
        self.setVisible(bool(row.protocol))
        shape = (row.alert.id, [(s.step.id, s.step.text, s.step.script) for s in row.protocol])
        if shape != self._shown:
            self._shown = shape
            self._alert = row.alert.id
            self._make(row.protocol)
        say = self._context.say
        for one in row.protocol:
            tick, time = self.ticks[one.step.id], self._times[one.step.id]
            tick.setChecked(one.done is not None)
            words = _time(one)
            time.setText("" if words is None else say(words))
            time.setProperty("type", "subheading" if one.late else "body")
            time.style().polish(time)
        n = len(breaches(row.protocol))
        words = _("1 step was late") if n == 1 else _("{n} steps were late", n=n)
        self.late.setText(say(words) if n else "")

    def _make(self, steps: tuple[StepStanding, ...]) -> None:
        for old in self._rows:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._rows, self.ticks, self._times = [], {}, {}
        for one in steps:
            step = one.step
            tick = Tick(self._context, step.text)
            tick.clicked.connect(lambda on, id_=step.id: self._tick(id_, done=on))
            time = PlainLabel("", "body", "text_secondary")
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(tick, 1)
            row.addWidget(time)
            self.ticks[step.id], self._times[step.id] = tick, time
            self._add(line)
            if step.script:
                said = _("Say: {script}", script=step.script)
                script = PlainLabel(self._context.say(said), "body", "text_secondary", wrap=True)
                script.setContentsMargins(24, 0, 0, 4)
                self._add(script)

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self._column.addWidget(widget)

    def _tick(self, step_id: str, *, done: bool) -> None:
        document = self._session.document
        if document is not None:
            at = instant_text(self._context.services.clock()) if done else ""
            with self._session.guard():
                commands.tick(document, self._alert, step_id, at)


def _time(one: StepStanding) -> Message | None:
    if one.done is not None:
        return _("done, too late") if one.late else _("done")
    if one.minutes is not None:
        return left(one.minutes)
    return None
