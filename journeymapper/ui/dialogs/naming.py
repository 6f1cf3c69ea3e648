"""Asks how something that is kept shall be called."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel


class NamingDialog(DialogFrame):
    """``name`` is what was typed. Subclasses say what is named."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None,
        title: Message,
        about: Message,
        example: Message,
        name: str,
        longest: int,
    ) -> None:
        say = context.say
        super().__init__(context, say(title), parent, QSize(440, 230))
        self.body.addWidget(PlainLabel(say(about), "body", "text_secondary", wrap=True))
        self.field = QLineEdit(name)
        self.field.setMaxLength(longest)
        self.field.setAccessibleName(say(_("Name")))
        self.field.setPlaceholderText(say(example))
        self.field.textChanged.connect(self._judge)
        self.body.addWidget(self.field)
        self.body.addStretch(1)

    def offer(self, words: Message) -> None:
        """Add the buttons that leave and that keep the name; the last thing to be done."""
        say = self.context.say
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(words), "primary")
        self.agree.clicked.connect(self.accept)
        self._judge()
        self.field.setFocus()
        self.field.selectAll()

    @property
    def name(self) -> str:
        """The name that was typed, without spaces around it."""
        return self.field.text().strip()

    def _judge(self) -> None:
        self.agree.setEnabled(bool(self.name))
