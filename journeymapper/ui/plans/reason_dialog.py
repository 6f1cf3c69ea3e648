"""Asks why something is done, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel


class ReasonDialog(DialogFrame):
    """``reason`` is what was typed; without words the button says what it waits for."""

    def __init__(
        self, context: Context, parent: QWidget, title: Message, about: Message, do: Message
    ) -> None:
        say = context.say
        super().__init__(context, say(title), parent, QSize(460, 280))
        self.body.addWidget(PlainLabel(say(about), "body", "text_secondary", wrap=True))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(say(_("Why?")))
        self.field.setPlaceholderText(say(_("Why?")))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(context.theme.px(72))
        self.body.addWidget(self.field)
        self.told = PlainLabel("", "body", wrap=True)
        self.told.hide()
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(do), "primary")
        self.agree.clicked.connect(self._agree)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.field.toPlainText().strip()

    def _agree(self) -> None:
        if self.reason:
            self.accept()
            return
        self.told.setText(self.context.say(_("!  Say in a few words why.")))
        self.told.show()
        self.field.setFocus()


def ask_reason(
    context: Context, parent: QWidget, title: Message, about: Message, do: Message
) -> str:
    """Return the reason, "" when somebody changed their mind."""
    dialog = ReasonDialog(context, parent, title, about, do)
    accepted, reason = dialog.exec(), dialog.reason
    dialog.deleteLater()
    return reason if accepted else ""


def why_again(context: Context, parent: QWidget) -> str:
    """Return why a plan is opened again, "" when somebody changed their mind."""
    about = _("Proofs and what people were told stay. To close it again a new proof is needed.")
    return ask_reason(context, parent, _("Open this plan again?"), about, _("Open it again"))
