"""A new end of the journey: what it is called, and whether it is a good one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.domain.kinds import EndKind
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

KINDS: tuple[tuple[EndKind, Message], ...] = (
    (EndKind.LOST, _("Lost: they leave")),
    (EndKind.SUCCESS, _("A good end")),
    (EndKind.OTHER, _("Neither")),
)


class NewEndDialog(DialogFrame):
    """Asks for name and kind; the command checks them."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(
            context, context.say(_("A new end of the journey")), parent, QSize(420, 260)
        )
        say = context.say
        self.name = QLineEdit()
        self.name.setPlaceholderText(say(_("For example: Goes elsewhere")))
        self.choice = Choice(context, say(_("What kind of end")))
        for kind, words in KINDS:
            self.choice.addItem(say(words), kind.value)
        for words, field in ((_("Name"), self.name), (_("What kind of end"), self.choice)):
            label = PlainLabel(say(words), "subheading")
            label.setBuddy(field)
            field.setAccessibleName(say(words))
            self.body.addWidget(label)
            self.body.addWidget(field)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.ready = self.add_button(say(_("Add")), "primary")
        self.ready.clicked.connect(self.accept)
        self.name.textChanged.connect(self._judge)
        self._judge()
        self.name.setFocus()

    def end_name(self) -> str:
        """Return what was typed."""
        return self.name.text().strip()

    def kind(self) -> EndKind:
        """Return the kind that was chosen."""
        return EndKind(str(self.choice.currentData()))

    def _judge(self) -> None:
        self.ready.setEnabled(bool(self.end_name()))
