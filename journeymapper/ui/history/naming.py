"""Asks for the name of a point of the history."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel

_LONGEST = 200


class NameDialog(DialogFrame):
    """``name`` is what was typed; "" when an existing name shall be taken away."""

    def __init__(
        self, context: Context, parent: QWidget | None, point: Message, name: str = ""
    ) -> None:
        say = context.say
        title = _("Rename this version") if name else _("Name this version")
        super().__init__(context, say(title), parent, QSize(440, 230))
        self.body.addWidget(PlainLabel(say(point), "body", "text_secondary", wrap=True))
        self.field = QLineEdit(name)
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName(say(_("Name")))
        self.field.setPlaceholderText(say(_("For example: before the team meeting")))
        self.field.textChanged.connect(self._judge)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        if name:
            forget = self.add_button(say(_("Take the name away")))
            forget.clicked.connect(self._forget)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Keep this name")), "primary")
        self.agree.clicked.connect(self.accept)
        self._judge()
        self.field.setFocus()
        self.field.selectAll()

    @property
    def name(self) -> str:
        """The name that was typed, without spaces around it."""
        return self.field.text().strip()

    def _forget(self) -> None:
        self.field.clear()
        self.accept()

    def _judge(self) -> None:
        self.agree.setEnabled(bool(self.name))
