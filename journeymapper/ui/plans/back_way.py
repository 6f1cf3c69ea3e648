"""How far an alert is and the one thing that comes next, as a button that says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from journeymapper.analysis.alerts.standing import AlertStanding
from journeymapper.analysis.alerts.words import STATES, who_has
from journeymapper.app.moments import moment
from journeymapper.document.document import Document
from journeymapper.domain.errors import UserError
from journeymapper.domain.instants import instant_text
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.commands.plans import people
from journeymapper.ui.context import Context
from journeymapper.ui.plans.who_field import WhoField
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_S = AlertState

NEXT: dict[AlertState, tuple[AlertState, Message]] = {
    _S.ASSIGNED: (_S.CONTACTED, _("I have reached them")),
    _S.REOPENED: (_S.CONTACTED, _("I have reached them")),
    _S.CONTACTED: (_S.RESOLVED, _("It is mended")),
    _S.RESOLVED: (_S.VERIFIED, _("It holds: I have checked")),
    _S.VERIFIED: (_S.CLOSED, _("Close it")),
}
"""What comes next after each state, and the button that says so."""

_ORDER = tuple(state for state in AlertState if state != _S.REOPENED)
_GIVEN = (_S.NEW, _S.ASSIGNED, _S.REOPENED)
_BACK = (_S.RESOLVED, _S.VERIFIED, _S.CLOSED)


class StateLine(QWidget):
    """All states in their order; the one that is reached stands out."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._labels: list[QLabel] = []
        for state in _ORDER:
            if self._labels:
                row.addWidget(PlainLabel("›", "body", "text_tertiary"))
            label = PlainLabel(context.say(STATES[state]), "body", "text_secondary")
            self._labels.append(label)
            row.addWidget(label)
        row.addStretch(1)

    def show_state(self, now: AlertState) -> None:
        """Show how far it is; what was opened again stands at the beginning."""
        say = self._context.say
        first = now if now == _S.REOPENED else _S.NEW
        self._labels[0].setText(say(STATES[first]))
        for state, label in zip((first, *_ORDER[1:]), self._labels, strict=True):
            mine = state == now
            label.setProperty("type", "subheading" if mine else "body")
            label.setProperty("role", "accent" if mine else "text_secondary")
            label.style().unpolish(label)
            label.style().polish(label)
        self.setAccessibleName(say(_("How far it is: {state}", state=STATES[now])))


class WayCard(QFrame):
    """The states as a line, who has it, a note, and what comes next."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self._alert = ""
        self._state = _S.NEW
        self.setObjectName("plan_card")
        say = context.say
        self._notes: dict[str, str] = {}
        self.way = StateLine(context)
        self.who = WhoField(say(_("Who takes care of it")), say(_("Who takes care of it")))
        self.who.returnPressed.connect(self.give)
        self.give_it = Button(context, say(_("Give it to them")))
        self.give_it.clicked.connect(lambda _on=False: self.give())
        self.note = QLineEdit()
        self.note.setAccessibleName(say(_("How it went")))
        self.note.setPlaceholderText(say(_("How it went, if it is worth a note")))
        self.next = Button(context, "", "primary")
        self.next.clicked.connect(lambda _on=False: self.go_on())
        self.again = Button(context, say(_("Open it again")), icon="rotate-ccw")
        self.again.clicked.connect(lambda _on=False: self.reopen())
        self.problem = PlainLabel("", "body", wrap=True)
        self.problem.hide()
        self.past = PlainLabel("", "label", "text_secondary", wrap=True)
        self._giving = QFrame()
        giving = QHBoxLayout(self._giving)
        giving.setContentsMargins(0, 0, 0, 0)
        giving.setSpacing(8)
        giving.addWidget(self.who, 1)
        giving.addWidget(self.give_it)
        moving = QHBoxLayout()
        moving.setSpacing(8)
        moving.addWidget(self.note, 1)
        moving.addWidget(self.next)
        moving.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.way)
        column.addWidget(self._giving)
        column.addLayout(moving)
        column.addWidget(self.problem)
        column.addWidget(self.past)

    def show_alert(self, snapshot: Snapshot, row: AlertStanding, now: datetime) -> None:
        """Show how far an alert is."""
        say, alert = self._context.say, row.alert
        self.who.offer(people(snapshot))
        who = who_has(snapshot, alert)
        if alert.id != self._alert:
            self._notes[self._alert] = self.note.text()
            self._alert = alert.id
            self.note.setText(self._notes.pop(alert.id, ""))
            self._complain(None)
            self.who.setText(who)
        elif not self.who.hasFocus():
            self.who.setText(who)
        if row.state != self._state:
            self._state = row.state
            self._complain(None)
        self.way.show_state(row.state)
        self._giving.setVisible(row.state in _GIVEN)
        self.give_it.setProperty("look", "primary" if row.state == _S.NEW else "secondary")
        self.give_it.style().unpolish(self.give_it)
        self.give_it.style().polish(self.give_it)
        known = NEXT.get(row.state)
        self.next.setVisible(known is not None)
        if known is not None:
            self.next.setText(say(known[1]))
        self.again.setVisible(row.state in _BACK)
        self.note.setVisible(row.state != _S.NEW)
        hint = _("How it went, if it is worth a note")
        if row.state == _S.CLOSED:
            hint = _("Why it has to be opened again")
        self.note.setPlaceholderText(say(hint))
        past = [self._told(now, *one) for one in commands.history(snapshot, alert.id)]
        self.past.setText("\n".join(past))
        self.past.setVisible(bool(past))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.who, self.give_it, self.note, self.next, self.again]

    def give(self) -> None:
        """Give it to whoever was typed."""
        self._do(lambda document, at: commands.give(document, self._alert, self.who.name, at))

    def go_on(self) -> None:
        """Go one state on; what is missing is said below."""
        state = NEXT[self._state][0]
        self._move(state)

    def reopen(self) -> None:
        """Open it again, for the reason that was typed."""
        if not self.note.text().strip():
            self._complain(_("Say in the field why it has to be opened again."))
            self.note.setFocus()
            return
        self._move(_S.REOPENED)

    def forget(self) -> None:
        """Another document is open."""
        self._alert = ""
        self._notes = {}
        self.note.clear()

    def _move(self, state: AlertState) -> None:
        note = self.note.text()

        def do(document: Document, at: str) -> None:
            commands.move(document, self._alert, state, at, note)
            self.note.clear()

        self._do(do)

    def _do(self, do: Callable[[Document, str], object]) -> None:
        document = self._session.document
        if document is None:
            return
        try:
            do(document, instant_text(self._context.services.clock()))
        except UserError as error:
            self._complain(error.message, error.hint)

    def _complain(self, words: Message | None, hint: Message | None = None) -> None:
        say = self._context.say
        text = ""
        if words is not None:
            text = f"!  {say(words)}" if hint is None else f"!  {say(words)} {say(hint)}"
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _told(self, now: datetime, state: AlertState, at: str, who: str, note: str) -> str:
        when, words = moment(at, now), STATES[state]
        if who and note:
            said = _("{when}: {state}, {who}. {note}", when=when, state=words, who=who, note=note)
        elif who:
            said = _("{when}: {state}, {who}.", when=when, state=words, who=who)
        elif note:
            said = _("{when}: {state}. {note}", when=when, state=words, note=note)
        else:
            said = _("{when}: {state}.", when=when, state=words)
        return self._context.say(said)
