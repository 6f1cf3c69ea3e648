"""What happened while the document was closed, each with a button that deals with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from journeymapper.analysis.plans.since import Since
from journeymapper.domain.dates import in_short
from journeymapper.domain.message import Message, _
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

_HIGH = 46
_ALL_FROM, _CALLS, _BUTTONS_FROM, _SPARE = 860, 150, 620, 60
"""Widths at 100 % text: from which all is told, so much more with calls; from which parts are
divided; what they need less without the lines between."""


class SinceStrip(QFrame):
    """Shows what it is told; hidden while there is nothing to tell."""

    missed_wanted = Signal()
    due_wanted = Signal()
    calls_wanted = Signal()
    answers_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self.setObjectName("plan_since")
        self.setFixedHeight(context.theme.px(_HIGH))
        self.day = PlainLabel("", "subheading")
        self.missed = PlainLabel("")
        self.due = PlainLabel("")
        self.calls = PlainLabel("")
        self.answers = PlainLabel("")
        self.note = Button(context, say(_("Note them")))
        self.check = Button(context, say(_("Check it")))
        self.call = Button(context, say(_("See them")))
        self.type_in = Button(context, say(_("Type in answers")))
        self.note.clicked.connect(lambda _on=False: self.missed_wanted.emit())
        self.check.clicked.connect(lambda _on=False: self.due_wanted.emit())
        self.call.clicked.connect(lambda _on=False: self.calls_wanted.emit())
        self.type_in.clicked.connect(lambda _on=False: self.answers_wanted.emit())
        self.shut = IconButton(context, "x", say(_("Put this aside")))
        self.shut.clicked.connect(lambda _on=False: self.closed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(context, "calendar", 18, "text"))
        row.addWidget(self.day)
        self._deeds = ("", "", "")
        self._dividers = []
        for label, button in (
            (self.missed, self.note),
            (self.due, self.check),
            (self.calls, self.call),
            (self.answers, self.type_in),
        ):
            divider = QFrame()
            divider.setProperty("look", "divider")
            divider.setFixedSize(1, 28)
            self._dividers.append(divider)
            row.addWidget(divider)
            row.addWidget(label)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.shut)
        self.hide()

    def show_since(self, found: Since | None, today: date) -> None:
        """Show what happened, or nothing."""
        self.setVisible(found is not None and found.anything)
        if found is None:
            return
        say = self._context.say
        self.day.setText(say(_("Since {date}", date=in_short(found.day, today))))
        self.missed.setText(say(_missed(len(found.missed))))
        self.due.setText(say(_due(len(found.due))))
        self.calls.setText(say(_calls(len(found.calls))) if found.calls else "")
        self.answers.setText(say(_answers(found.answers)))
        self._deeds = (
            say(_("Note it") if len(found.missed) == 1 else _("Note them")),
            say(_("Check it") if len(found.due) == 1 else _("Check them")),
            say(_("See it") if len(found.calls) == 1 else _("See them")),
        )
        self.type_in.setText(say(_("See them") if found.answers else _("Type in answers")))
        self.note.setVisible(bool(found.missed))
        self.check.setVisible(bool(found.due))
        self.call.setVisible(bool(found.calls))
        names = (self.day, self.missed, self.due, self.calls, self.answers)
        self.setAccessibleName(" ".join(one.text() for one in names if one.text()))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """What calls for nothing gives way first; where it is tight the buttons say what is."""
        width = self.width() / self._context.theme.scale
        calls = _CALLS if self.call.isVisibleTo(self) else 0
        everything = width >= _ALL_FROM + calls
        tight = width < _BUTTONS_FROM + calls - _SPARE
        facts = (self.missed, self.due, self.calls)
        buttons = (self.note, self.check, self.call)
        for button, fact, deed in zip(buttons, facts, self._deeds, strict=True):
            button.setText(fact.text() if tight else deed)
        parts = (
            (self._dividers[0], self.missed, self.note.isVisibleTo(self) or everything),
            (self._dividers[1], self.due, self.check.isVisibleTo(self) or everything),
            (self._dividers[2], self.calls, self.call.isVisibleTo(self)),
            (self._dividers[3], self.answers, everything),
        )
        for divider, label, wanted in parts:
            divider.setVisible(wanted and width >= _BUTTONS_FROM and not tight)
            label.setVisible(wanted and not tight)
        self.type_in.setVisible(everything)


def _missed(n: int) -> Message:
    if not n:
        return _("No check-in missed")
    return _("1 check-in missed") if n == 1 else _("{n} check-ins missed", n=n)


def _due(n: int) -> Message:
    if not n:
        return _("No plan due")
    return _("1 plan due") if n == 1 else _("{n} plans due", n=n)


def _calls(n: int) -> Message:
    return _("1 call late") if n == 1 else _("{n} calls late", n=n)


def _answers(n: int) -> Message:
    if not n:
        return _("No new answers")
    return _("1 new answer") if n == 1 else _("{n} new answers", n=n)
