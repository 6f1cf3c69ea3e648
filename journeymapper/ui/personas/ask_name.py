"""Asks for one name."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame


class AskName(DialogFrame):
    """``name`` is what was typed; ``agree`` is the word on the button."""

    def __init__(
        self, context: Context, title: Message, agree: Message, parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(title), parent, QSize(420, 190))
        self.field = QLineEdit()
        self.field.setMaxLength(NAME_LIMIT)
        self.field.setAccessibleName(say(_("Name")))
        self.field.textChanged.connect(self._judge)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(agree), "primary")
        self.agree.setDefault(True)
        self.agree.clicked.connect(self.accept)
        self._judge()
        self.field.setFocus()

    def name(self) -> str:
        """Return what was typed, without spaces around it."""
        return self.field.text().strip()

    def _judge(self) -> None:
        self.agree.setEnabled(bool(self.name()))
