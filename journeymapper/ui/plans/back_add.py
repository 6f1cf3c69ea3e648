"""Asks for a customer to call back who told us directly: at the desk, by phone, by mail."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from journeymapper.domain.entities import Account, AlertRule, Protocol
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.answers.more_lines import steps_of
from journeymapper.ui.canvas.plain_text import text_of
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.plans.rule_table import read_hours
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_HOURS = "48"


class AddDialog(DialogFrame):
    """``text`` and ``fields`` are what was typed; raises nothing before they are asked for."""

    def __init__(self, context: Context, snapshot: Snapshot, parent: QWidget | None) -> None:
        say = context.say
        title = say(_("Somebody to call back"))
        super().__init__(context, title, parent, QSize(520, 480))
        self.what = QPlainTextEdit()
        self.what.setTabChangesFocus(True)
        self.what.setFixedHeight(context.theme.px(76))
        self.what.textChanged.connect(self._judge)
        self.customer = QLineEdit()
        self.customer.setPlaceholderText(say(_("An alias or a number, not the name")))
        self.step = Choice(context, "")
        self.account = Choice(context, "")
        self.severity = Choice(context, "")
        self.protocol = Choice(context, "")
        self.hours = QLineEdit(_HOURS)
        self._fill(snapshot)
        for name, field in (
            (_("What happened"), self.what),
            (_("Who it is"), self.customer),
            (_("Client organisation"), self.account),
            (_("Step"), self.step),
            (_("How bad"), self.severity),
            (_("Mend it within so many hours"), self.hours),
            (_("What to do"), self.protocol),
        ):
            self._add(name, field)
        self._account_line.setVisible(self.account.count() > 1)
        self.account.setVisible(self.account.count() > 1)
        self._protocol_line.setVisible(self.protocol.count() > 1)
        self.protocol.setVisible(self.protocol.count() > 1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Put it on the list")), "primary")
        self.agree.clicked.connect(self.accept)
        self._judge()
        self.what.setFocus()

    @property
    def text(self) -> str:
        """What happened."""
        return text_of(self.what.document()).strip()

    @property
    def fields(self) -> dict[str, object]:
        """The other fields of the alert; raises RefusedError for hours that are none."""
        return {
            "customer": self.customer.text().strip(),
            "touchpoint": self.step.currentData() or None,
            "account": self.account.currentData() or None,
            "severity": Severity(self.severity.currentData()),
            "protocol": self.protocol.currentData() or None,
            "hours": read_hours(self.hours.text()),
        }

    def complain(self, words: Message) -> None:
        """Say below what cannot be taken."""
        self._told.setText(f"!  {self.context.say(words)}")

    def _fill(self, snapshot: Snapshot) -> None:
        say = self.context.say
        self.step.addItem(say(_("No step")), "")
        for id_, name in steps_of(snapshot):
            self.step.addItem(name, id_)
        self.account.addItem(say(_("None")), "")
        for account in sorted(snapshot.table(Account).values(), key=sort_key):
            self.account.addItem(account.name, account.id)
        for severity, words in SEVERITIES.items():
            self.severity.addItem(say(words), severity.value)
        self.severity.setCurrentIndex(self.severity.findData(Severity.HIGH.value))
        self.protocol.addItem(say(_("Nothing yet")), "")
        for protocol in sorted(snapshot.table(Protocol).values(), key=sort_key):
            self.protocol.addItem(protocol.name, protocol.id)
        usual = next((r.protocol for r in snapshot.table(AlertRule).values() if r.protocol), None)
        self.protocol.setCurrentIndex(max(0, self.protocol.findData(usual or "")))
        self._told = PlainLabel("", "body", wrap=True)

    def _add(self, name: Message, field: QWidget) -> None:
        words = self.context.say(name)
        field.setAccessibleName(words)
        label = PlainLabel(words, "label", "text_secondary")
        self.body.addWidget(label)
        self.body.addWidget(field)
        if field is self.account:
            self._account_line = label
        elif field is self.protocol:
            self._protocol_line = label
            self.body.addWidget(self._told)

    def _judge(self) -> None:
        self.agree.setEnabled(bool(self.text))
