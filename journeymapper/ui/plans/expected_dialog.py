"""What we expected of a plan, and whether it came true."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Document
from journeymapper.domain.entities import Plan
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import Verdict
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import proof as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.form_dialog import FormDialog
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

_OPEN = "open"


class ExpectedDialog(FormDialog):
    """``measured`` is what the numbers say, shown beside the question."""

    def __init__(
        self,
        context: Context,
        session: Session,
        plan_id: str,
        measured: Message | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(context, session, _("What we expected"), parent)
        say = context.say
        self._plan = plan_id
        plan = self.session.open_document.snapshot.get(Plan, plan_id)
        self.expected = self.lines(
            _("We expected"),
            plan.hypothesis,
            _("For example: three of four are rebooked within 3 days."),
        )
        self.verdict = Segmented(
            say(_("Did it come true?")),
            [
                (_OPEN, say(_("Not known yet"))),
                (Verdict.CONFIRMED.value, say(_("It came true"))),
                (Verdict.REFUTED.value, say(_("It did not"))),
            ],
            plan.verdict.value or _OPEN,
        )
        self.row(_("Did it come true?"), self.verdict)
        self.reason = self.lines(_("Why we say so"), plan.verdict_reason)
        if measured is not None:
            said = say(_("What was measured says: {what}", what=measured))
            self.body.addWidget(PlainLabel(said, "label", "text_secondary", wrap=True))
        self.body.addStretch(1)
        self.offer(_("Keep it"))
        self.expected.setFocus()

    def keep(self, document: Document) -> None:
        expected = self.expected.toPlainText().strip()
        chosen = self.verdict.value()
        verdict = Verdict.OPEN if chosen == _OPEN else Verdict(chosen)
        if verdict != Verdict.OPEN and not expected:
            raise RefusedError(_("Say what was expected before you say whether it came true."))
        reason = self.reason.toPlainText().strip()
        commands.set_verdict(document, self._plan, expected, verdict, reason)
