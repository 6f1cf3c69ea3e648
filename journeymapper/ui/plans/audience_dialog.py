"""Who is told of a plan: whom, how many, how, and on which day it was done."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import Communication
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import Audience
from journeymapper.domain.message import _
from journeymapper.drawing.plans.audience_words import audience_words
from journeymapper.ui.answers.more_typed import read_count
from journeymapper.ui.commands import proof as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.form_dialog import FormDialog
from journeymapper.ui.plans.then_field import ThenField
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_NUMBER = 90


class AudienceDialog(FormDialog):
    """``told_id`` "" adds somebody; ``deleted`` says that they are to be taken out."""

    def __init__(
        self, context: Context, session: Session, plan_id: str, told_id: str, parent: QWidget | None
    ) -> None:
        super().__init__(context, session, _("Who is told"), parent)
        say = context.say
        self._plan, self._told = plan_id, told_id
        self.deleted = False
        snapshot = self.session.open_document.snapshot
        known = snapshot.find(Communication, told_id)
        people = queries.project(snapshot).people
        self.audience = Choice(context, say(_("Whom")))
        for audience in Audience:
            self.audience.addItem(say(audience_words(audience, people)), audience.value)
        wanted = known.audience if known else Audience.CUSTOMERS
        self.audience.setCurrentIndex(self.audience.findData(wanted.value))
        self.row(_("Whom"), self.audience)
        self.label = self.line(
            _("More exactly"), known.label if known else "", _("31 others with late dates")
        )
        self.n = QLineEdit("" if known is None or known.n is None else str(known.n))
        self.n.setFixedWidth(context.theme.px(_NUMBER))
        self.row(_("How many"), self.n)
        self.channel = self.line(
            _("How"), known.channel if known else "", _("letter, meeting, SMS")
        )
        self.date = ThenField(context, say(_("Told on")), known.date if known else "")
        self.row(_("Told on"), self.date)
        hint = say(_("Leave the day empty as long as they still have to be told."))
        self.body.addWidget(PlainLabel(hint, "label", "text_secondary", wrap=True))
        self.body.addStretch(1)
        if known is not None:
            delete = self.add_button(say(_("Delete")), "quiet", "trash-2")
            delete.clicked.connect(self._delete)
            self.add_at_start(delete)
        self.offer(_("Keep it"))
        self.audience.setFocus()

    def keep(self, document: Document) -> None:
        date = self.date.date
        if date is None:
            raise RefusedError(_("This is no date. Write it like 12 May 2026."))
        fields = {
            "audience": Audience(self.audience.currentData()),
            "label": self.label.text().strip(),
            "n": read_count(self.n.text()),
            "channel": self.channel.text().strip(),
            "date": date,
        }
        commands.keep_audience(document, self._plan, self._told, fields, today_of(self.context))

    def _delete(self) -> None:
        self.deleted = True
        self.reject()
