"""The courtesy calls that are due, with a button each."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journeymapper.analysis.tiers import calls_due
from journeymapper.domain.message import _
from journeymapper.ui.accounts.words import call_words
from journeymapper.ui.commands import accounts as commands
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.section import clear
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_MOST = 5


class CallsDue(QFrame):
    """What is due in the next fourteen days on the clock, the latest first; hidden without any."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self.setObjectName("persona_note")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(PlainLabel(desk.say(_("Calls due")), "subheading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        self.buttons: dict[str, Button] = {}
        self.lines: list[str] = []

    def refresh(self) -> None:
        """Show what is due today."""
        desk = self._desk
        due = calls_due(desk.snapshot, desk.today)
        wanted = tuple((call.account.id, call.account.name, call.days) for call in due)
        self.setVisible(bool(due))
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._rows)
        self.buttons, self.lines = {}, []
        for call in due[:_MOST]:
            words = desk.say(call_words(call))
            self.lines.append(words)
            row = QFrame()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(10)
            line.addWidget(PlainLabel(words, "body", wrap=True), 1)
            button = Button(desk.context, desk.say(_("Called today")), "link")
            name = _("Called {name} today", name=call.account.name)
            button.setAccessibleName(desk.say(name))
            button.setMinimumHeight(24)
            button.clicked.connect(partial(self._call, call.account.id))
            self.buttons[call.account.id] = button
            line.addWidget(button)
            self._rows.addWidget(row)
        if len(due) > _MOST:
            rest = _("{n} more are due.", n=len(due) - _MOST)
            self._rows.addWidget(PlainLabel(desk.say(rest), "label", "text_secondary"))

    def _call(self, account_id: str, _checked: bool = False) -> None:
        desk = self._desk
        desk.guarded(lambda: commands.called(desk.document, account_id, desk.today))
