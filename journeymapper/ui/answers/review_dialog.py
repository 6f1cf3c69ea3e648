"""Type in online reviews: stars, words, date; one after the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPlainTextEdit, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.answers.date_field import DateField
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class Stars(QWidget):
    """One to five, by click, digit or Space; 0 while nothing was chosen."""

    changed = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        say = context.say
        self.value = 0
        self.setAccessibleName(say(_("Stars, 1 to 5")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.buttons: list[Button] = []
        for n in range(1, 6):
            button = Button(context, str(n), icon="star")
            button.setCheckable(True)
            name = _("1 star") if n == 1 else _("{n} stars", n=n)
            button.setAccessibleName(say(name))
            button.clicked.connect(lambda _on=False, n=n: self.choose(n))
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        self.setFocusProxy(self.buttons[0])

    def choose(self, stars: int) -> None:
        """Choose so many, 0 for none."""
        self.value = stars
        for n, button in enumerate(self.buttons, start=1):
            button.setChecked(n == stars)
        self.setAccessibleDescription(str(stars) if stars else "")
        self.changed.emit(stars)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("1", "2", "3", "4", "5"):
            self.choose(int(event.text()))
        else:
            super().keyPressEvent(event)


class ReviewDialog(DialogFrame):
    """Tells ``kept`` with stars, words and date, and is ready for the next one."""

    kept = Signal(int, str, str)

    def __init__(self, context: Context, state: AnswersState, parent: QWidget | None) -> None:
        say = context.say
        super().__init__(context, say(_("Type in online reviews")), parent, QSize(540, 420))
        self._count = 0
        hint = _("They stay on a sheet of their own and are never mixed with what you asked.")
        self.body.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True))
        self.stars = Stars(context)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(say(_("What they wrote")))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(context.theme.px(90))
        self.date = DateField(context, say(_("Date of the review")), state.today.isoformat())
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(say(_("Stars")), self.stars)
        form.addRow(say(_("Words")), self.text)
        form.addRow(say(_("Date")), self.date)
        self.body.addLayout(form)
        self.hint = PlainLabel("", "body", "text_secondary", wrap=True)
        self.body.addWidget(self.hint)
        self.done_ = self.add_button(say(_("Done")))
        self.done_.clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Keep this review")), "primary")
        self.agree.clicked.connect(self._keep)
        self.stars.changed.connect(lambda _n: self._judge())
        self.date.textChanged.connect(lambda _text: self._judge())
        self._judge()
        self.stars.setFocus()

    def _judge(self) -> None:
        say = self.context.say
        self.agree.setEnabled(bool(self.stars.value) and self.date.date is not None)
        started = self.text.toPlainText().strip() and not self.stars.value
        words = (
            _("Choose the stars first, then it can be kept.") if started else _("{text}", text="")
        )
        self.hint.setText(say(words))

    def _keep(self) -> None:
        self.kept.emit(self.stars.value, self.text.toPlainText(), self.date.date or "")

    def next(self) -> None:
        """The review is kept: be ready for another."""
        self._count += 1
        self.text.clear()
        self.stars.choose(0)
        n = self._count
        said = _("1 review kept.") if n == 1 else _("{n} reviews kept.", n=n)
        self.hint.setText(self.context.say(said))
        self.stars.setFocus()
