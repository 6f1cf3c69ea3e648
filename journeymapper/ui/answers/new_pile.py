"""A new pile: its name and date, how far its answers will tell, and what they decide."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from journeymapper.analysis.metrics import PLANNED_VARIANCE, detectable_change, sample_size
from journeymapper.analysis.special import Z
from journeymapper.domain.entities import Role
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import grouped
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.ui.answers import words
from journeymapper.ui.answers.date_field import DateField
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.widgets.labels import PlainLabel

USUAL = 20
_WANTED = 10
"""The margin, in points of a recommend score, that the hint names the price of."""


def reach(n: int) -> int:
    """Return how far off a recommend score of so many answers may be, in points."""
    return round(100 * Z * (PLANNED_VARIANCE / n) ** 0.5)


def how_far(n: int, before: int) -> Message:
    """Say what so many answers tell, and what change against ``before`` answers they show."""
    told: dict[str, str | int] = {"n": grouped(n), "points": reach(n)}
    if before:
        change = round(detectable_change(before, n))
        return _(
            "{n} answers tell a recommend score to ±{points} points. With the {before} of the "
            "round before they show a change of {change} points or more.",
            before=grouped(before),
            change=change,
            **told,
        )
    return _(
        "{n} answers tell a recommend score to ±{points} points. For ±{wanted} points it takes "
        "{needed}.",
        wanted=_WANTED,
        needed=grouped(sample_size(_WANTED)),
        **told,
    )


class NewPileDialog(DialogFrame):
    """``name``, ``started`` and ``asked`` of the new round; ``about`` the survey."""

    def __init__(
        self, context: Context, state: AnswersState, parent: QWidget | None, before: int
    ) -> None:
        say = context.say
        super().__init__(context, say(_("A new pile")), parent, QSize(520, 380))
        self._before = before
        self._recommends = any(q.kind == QuestionKind.NPS for q in state.questions())
        rounds = state.rounds()
        today = state.today.isoformat()
        month = words.month_of(today)
        self._usual = say(month) if month is not None else ""
        hint = _("The same questions again, so before and after compare by themselves.")
        if not rounds:
            hint = _("Say when these sheets were filled in. Everything can stay as it is.")
        self.body.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True))
        self.field = QLineEdit(self._usual)
        self.field.setMaxLength(NAME_LIMIT)
        self.field.setAccessibleName(say(_("Name of the pile")))
        self.date = DateField(context, say(_("Started on")), today)
        self.count = QLineEdit()
        self.count.setAccessibleName(say(_("How many are asked")))
        _hint(self.count, say(_("as many as you like, say {n}", n=USUAL)))
        self.count.setValidator(QIntValidator(1, 1_000_000, self.count))
        self.count.textChanged.connect(lambda _text: self._judge())
        self.date.textChanged.connect(lambda _text: self._judge())
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(say(_("Name")), self.field)
        form.addRow(say(_("Started on")), self.date)
        form.addRow(say(_("How many are asked")), self.count)
        survey = state.survey
        self.decision = QLineEdit()
        self.owner = Chooser(context, say(_("Who decides")))
        self._asks = bool(rounds) and survey is not None
        if self._asks and survey is not None:
            self.decision.setText(survey.decision)
            self.decision.setAccessibleName(say(_("What the answers decide")))
            _hint(self.decision, say(_("for example: a second line")))
            self.owner.addItem(say(_("nobody yet")), None)
            for role in sorted(state.snapshot.table(Role).values(), key=sort_key):
                self.owner.addItem(role.name, role.id)
            self.owner.setCurrentIndex(max(0, self.owner.findData(survey.owner)))
            form.addRow(say(_("What the answers decide")), self.decision)
            form.addRow(say(_("Who decides")), self.owner)
        self.body.addLayout(form)
        self.hint = PlainLabel("", "body", "text_secondary", wrap=True)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Begin this pile")), "primary")
        self.agree.clicked.connect(self.accept)
        self._judge()
        self.field.setFocus()
        self.field.selectAll()

    @property
    def name(self) -> str:
        """The name that was typed."""
        return self.field.text().strip()

    @property
    def started(self) -> str:
        """The date that was typed, "" without one."""
        return self.date.date or ""

    @property
    def asked(self) -> int | None:
        """How many are asked, if it was said."""
        return int(self.count.text()) if self.count.hasAcceptableInput() else None

    @property
    def about(self) -> dict[str, Any]:
        """What was said about the survey."""
        if not self._asks:
            return {}
        return {"decision": self.decision.text().strip(), "owner": self.owner.currentData()}

    def _judge(self) -> None:
        self.agree.setEnabled(self.date.date is not None)
        if self._recommends:  # only of such a score the margin is known before anybody answers
            self.hint.setText(self.context.say(how_far(self.asked or USUAL, self._before)))


def _hint(field: QLineEdit, words_: str) -> None:
    field.setPlaceholderText(words_)
    field.setToolTip(words_)
