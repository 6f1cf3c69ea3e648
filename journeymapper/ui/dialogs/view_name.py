"""Asks how a choice of rows shall be called."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.domain.message import _
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel


class ViewNameDialog(DialogFrame):
    """``name`` is what was typed."""

    def __init__(self, context: Context, parent: QWidget | None, name: str = "") -> None:
        say = context.say
        title = _("Rename this view") if name else _("Keep these rows as a view")
        super().__init__(context, say(title), parent, QSize(440, 230))
        hint = _("A view remembers which rows are shown. It is kept in the file.")
        self.body.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True))
        self.field = QLineEdit(name)
        self.field.setMaxLength(NAME_LIMIT)
        self.field.setAccessibleName(say(_("Name")))
        self.field.setPlaceholderText(say(_("For example: for the client")))
        self.field.textChanged.connect(self._judge)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        words = _("Rename") if name else _("Keep this view")
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
