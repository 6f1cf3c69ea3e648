"""Type in a tally sheet: how many lines were ticked, how many of them went wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.drawing.sheets.tally import LINES
from journeymapper.ui.answers.date_field import DateField
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.commands.answers import MOST_LINES, steps_by_number
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.widgets.labels import PlainLabel


class StepDialog(DialogFrame):
    """Asks for a step: the one to count at."""

    def __init__(
        self, context: Context, state: AnswersState, parent: QWidget | None, title: Message
    ) -> None:
        super().__init__(context, context.say(title), parent, QSize(460, 300))
        say = context.say
        self.steps = Chooser(context, say(_("The step to count at")))
        document = state.document
        for id_, name in steps_by_number(document) if document is not None else ():
            self.steps.addItem(name, id_)
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.form.addRow(say(_("Step")), self.steps)

    @property
    def step_id(self) -> str:
        """The step that was chosen, "" when the map has none."""
        return self.steps.currentData() or ""

    def choose(self, step_id: str) -> None:
        """Choose a step."""
        self.steps.setCurrentIndex(max(0, self.steps.findData(step_id)))


class CountStepDialog(StepDialog):
    """Which step the tally sheet is for."""

    def __init__(self, context: Context, state: AnswersState, parent: QWidget | None) -> None:
        super().__init__(context, state, parent, _("Count it for one week"))
        say = context.say
        hint = _(
            "A sheet with 20 lines. Each time somebody comes to this step, tick whether it went "
            "well. After a week type the sum in."
        )
        self.body.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True))
        self.body.addLayout(self.form)
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        agree = self.add_button(say(_("Make the sheet")), "primary", "printer")
        agree.setEnabled(bool(self.step_id))
        agree.clicked.connect(self.accept)
        self.steps.setFocus()


class TallyDialog(StepDialog):
    """The sum at the foot of a tally sheet."""

    def __init__(self, context: Context, state: AnswersState, parent: QWidget | None) -> None:
        super().__init__(context, state, parent, _("Type in a tally sheet"))
        say = context.say
        self.wrong = _number(say(_("Lines that went wrong")), 0)
        self.lines = _number(say(_("Lines ticked in all")), 1)
        self.lines.setText(str(LINES))
        self.date = DateField(context, say(_("Counted from")), state.today.isoformat())
        self.form.addRow(say(_("Went wrong")), self.wrong)
        self.form.addRow(say(_("Of lines")), self.lines)
        self.form.addRow(say(_("Counted from")), self.date)
        hint = _("The sum stands at the foot of the sheet: went wrong, of how many lines.")
        self.body.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True))
        self.body.addLayout(self.form)
        self.hint = PlainLabel("", "body", "text", wrap=True)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Keep the count")), "primary")
        self.agree.clicked.connect(self.accept)
        for field in (self.wrong, self.lines, self.date):
            field.textChanged.connect(lambda _text: self._judge())
        self._judge()
        self.wrong.setFocus()

    @property
    def sums(self) -> tuple[int, int]:
        """How many lines went wrong, and how many there are; (0, 0) while that makes no sense."""
        if not (self.wrong.hasAcceptableInput() and self.lines.hasAcceptableInput()):
            return 0, 0
        wrong, lines = int(self.wrong.text()), int(self.lines.text())
        return (wrong, lines) if wrong <= lines else (0, 0)

    def _judge(self) -> None:
        say = self.context.say
        typed = bool(self.wrong.text() and self.lines.text())
        fits = bool(self.sums[1]) and bool(self.step_id) and self.date.date is not None
        self.agree.setEnabled(fits)
        too_many = typed and not self.sums[1]
        self.hint.setText(say(_("More lines went wrong than there are lines.")) if too_many else "")


def _number(name: str, least: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setValidator(QIntValidator(least, MOST_LINES, field))
    return field
