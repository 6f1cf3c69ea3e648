"""Writing down a proof: what was found, how, when, by whom; a hint where that is the owner."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import Plan, Verification
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import ProofMethod
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import plans as plan_commands
from journeymapper.ui.commands import proof as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.form_dialog import FormDialog
from journeymapper.ui.plans.then_field import ThenField
from journeymapper.ui.plans.who_field import WhoField
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_HOW: dict[ProofMethod, Message] = {
    ProofMethod.CALL_BACK: _("We called some of them"),
    ProofMethod.DATA: _("The numbers say so"),
    ProofMethod.OBSERVATION: _("We watched it being done"),
    ProofMethod.AUDIT: _("Somebody from outside looked"),
}


class ProofDialog(FormDialog):
    """``proof_id`` "" adds one."""

    def __init__(
        self,
        context: Context,
        session: Session,
        plan_id: str,
        proof_id: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(context, session, _("Proof that it works"), parent)
        say = context.say
        self._plan, self._proof = plan_id, proof_id
        snapshot = self.session.open_document.snapshot
        known = snapshot.find(Verification, proof_id)
        self.found = self.lines(
            _("What was found"),
            known.result if known else "",
            _("For example: five patients called, all five kept their date."),
        )
        self.how = Choice(context, say(_("How")))
        for method, words in _HOW.items():
            self.how.addItem(say(words), method.value)
        method = known.method if known else ProofMethod.CALL_BACK
        self.how.setCurrentIndex(self.how.findData(method.value))
        self.row(_("How"), self.how)
        self.date = ThenField(context, say(_("When")), known.date if known else "")
        if known is None:
            self.date.set_date(today_of(context).isoformat())
        self.row(_("When"), self.date)
        self.by = WhoField(say(_("Who looked")))
        self.by.offer(plan_commands.people(snapshot))
        self.by.setText(queries.person_name(snapshot, known.by) if known else "")
        self.row(_("Who looked"), self.by)
        self.warning = PlainLabel("", "label", "warn", wrap=True)
        self.body.addWidget(self.warning)
        self.body.addStretch(1)
        self.by.textChanged.connect(lambda _text: self._judge())
        self.offer(_("Keep the proof"))
        self._judge()
        self.found.setFocus()

    def keep(self, document: Document) -> None:
        date = self.date.date
        if date is None:
            raise RefusedError(_("This is no date. Write it like 12 May 2026."))
        fields = {
            "method": ProofMethod(self.how.currentData()),
            "date": date,
            "result": self.found.toPlainText().strip(),
        }
        today = today_of(self.context)
        commands.keep_proof(document, self._plan, self._proof, fields, self.by.name, today)

    def _judge(self) -> None:
        """A proof by the owner is taken; that it convinces less is said."""
        snapshot = self.session.open_document.snapshot
        owner = queries.person_name(snapshot, snapshot.get(Plan, self._plan).owner)
        own = bool(owner) and self.by.name.casefold() == owner.casefold()
        said = _("{who} owns this plan. Somebody else who looks convinces more.", who=owner)
        self.warning.setText(self.context.say(said) if own else "")
        self.warning.setVisible(own)
