"""What is asked and said when a plan is closed or opened again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.document.document import Document
from journeymapper.domain.message import Message, _
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.commands import proof as commands
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.form_dialog import FormDialog
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.labels import PlainLabel

_SIDE = 16


class MissingDialog(DialogFrame):
    """Says all that a plan lacks before it can be closed."""

    def __init__(
        self, context: Context, missing: Sequence[Message], parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(_("What is missing to close it")), parent, QSize(460, 220))
        for one in missing:
            mark = IconLabel(context, "circle", _SIDE, "text_secondary")
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(mark)
            row.addWidget(PlainLabel(say(one), "body_large", wrap=True), 1)
            self.body.addLayout(row)
        self.body.addStretch(1)
        agree = self.add_button(say(_("Understood")), "primary")
        agree.clicked.connect(self.accept)
        agree.setFocus()


class ReopenDialog(FormDialog):
    """Asks why a plan is opened again; all that was proven and told stays in its history."""

    def __init__(
        self, context: Context, session: Session, plan_id: str, parent: QWidget | None
    ) -> None:
        super().__init__(context, session, _("Open this plan again"), parent)
        self._plan = plan_id
        about = context.say(
            _("Proofs and what people were told stay. To close it again a new proof is needed.")
        )
        self.body.insertWidget(1, PlainLabel(about, "body", "text_secondary", wrap=True))
        self.reason = self.lines(_("Why"), "", _("For example: dates slip again."))
        self.body.addStretch(1)
        self.offer(_("Open it again"))
        self.reason.setFocus()

    def keep(self, document: Document) -> None:
        today = today_of(self.context).isoformat()
        reason = self.reason.toPlainText().strip()
        commands.reopen_plan(document, self._plan, today, reason)
