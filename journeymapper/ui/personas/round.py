"""The persona round: one question after the other, timed; every answer is on the card at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journeymapper.app.persona_round import (
    Countdown,
    Question,
    answer_of,
    open_questions,
    questions,
)
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import rounds
from journeymapper.ui.personas.answer_field import AnswerField
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.round_clock import RoundClock
from journeymapper.ui.personas.views import PersonaView
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_WIDTH = 640

NEXT: dict[People, Message] = {
    People.PATIENT: _("Next: show the card to a few patients and ask what is wrong on it."),
    People.CUSTOMER: _("Next: show the card to a few customers and ask what is wrong on it."),
    People.GUEST: _("Next: show the card to a few guests and ask what is wrong on it."),
    People.CLIENT: _("Next: show the card to a few clients and ask what is wrong on it."),
    People.RESIDENT: _("Next: show the card to a few residents and ask what is wrong on it."),
    People.EMPLOYEE: _("Next: show the card to a few employees and ask what is wrong on it."),
    People.CITIZEN: _("Next: show the card to a few citizens and ask what is wrong on it."),
}


class PersonaRound(PersonaView):
    """Begins at the first question nobody has answered; ``finished`` when the card is wanted."""

    finished = Signal()

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        say = desk.say
        self._countdowns: dict[str, Countdown] = {}
        self._persona = ""
        self._asked: tuple[Question, ...] = ()
        self._place = 0
        self.title = ElidedLabel("", "heading")
        self.clock = RoundClock(desk)
        self.progress = PlainLabel("", "label", "text_secondary")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.question = PlainLabel("", "title", wrap=True)
        self.hint = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self.field = AnswerField(say, "", 4)
        self.back = Button(desk.context, say(_("Back")), "secondary")
        self.skip = Button(desk.context, say(_("Skip")), "quiet")
        self.onward = Button(desk.context, say(_("Next")), "primary")
        self.stop = Button(desk.context, say(_("Stop for now")), "quiet")
        self.result = PlainLabel("", "title", wrap=True)
        self.result_line = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self.card = Button(desk.context, say(_("Show the card")), "primary")
        self.again = Button(desk.context, say(_("Go on with what is open")), "secondary")
        self._pages = QStackedWidget()
        self._lay_out()
        self._follow()

    def refresh(self) -> None:
        desk = self.desk
        if not desk.ready:
            return
        self._asked = questions(desk.name)
        if self._persona != desk.persona_id:
            self._persona = desk.persona_id
            self._begin()
        else:
            self._show()
        countdown = self._countdowns.setdefault(
            self._persona, Countdown(desk.context.services.clock)
        )
        if self._pages.currentIndex() == 0:
            self.clock.follow(countdown)

    def flush(self) -> bool:
        return self.field.typing.flush()

    def leave(self) -> None:
        self.flush()
        self.clock.rest()
        self._persona = ""

    def take_focus(self) -> None:
        asking = self._pages.currentIndex() == 0
        (self.field if asking else self.card).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        """Go to the first open question."""
        still = open_questions(self.desk.snapshot, self._persona, self._asked)
        self._go(still[0] if still else len(self._asked))

    def _go(self, place: int) -> None:
        self._place = max(0, place)
        self._show()
        self.take_focus()
        if self._place < len(self._asked):
            announce(self.field, self.question.text())

    def _show(self) -> None:
        """Show the question, or the end after the last one."""
        desk = self.desk
        say, name = desk.say, desk.name
        self.title.set_whole(say(_("Persona round: {name}", name=name)))
        still = open_questions(desk.snapshot, self._persona, self._asked)
        count = len(self._asked)
        self.meter.setMaximum(count)
        self.meter.setValue(count - len(still))
        if self._place >= count:
            self._show_end(len(still))
            return
        self._pages.setCurrentIndex(0)
        question, persona = self._asked[self._place], self._persona
        self.progress.setText(say(_("Question {n} of {total}", n=self._place + 1, total=count)))
        self.question.setText(say(question.title))
        asks = desk.asks.get((question.section, question.key))
        self.hint.setText(asks or say(question.hint))
        self.field.setAccessibleName(f"{self.question.text()} {self.hint.text()}")
        text = answer_of(desk.snapshot, persona, question)
        write = partial(self._write, persona, question)
        self.field.show_answer((persona, question.section, question.key), text, write)
        self.back.setEnabled(self._place > 0)

    def _show_end(self, still: int) -> None:
        desk = self.desk
        say, count = desk.say, len(self._asked)
        self.clock.rest()
        self._pages.setCurrentIndex(1)
        words = _("All {total} questions are answered.", total=count)
        if still:
            words = _("{n} of {total} questions are answered.", n=count - still, total=count)
        self.result.setText(say(words))
        opinion = say(_("What was written in the round is your team’s opinion."))
        self.result_line.setText(f"{opinion}\n{say(NEXT[desk.people])}")
        self.again.setVisible(bool(still))

    def _write(self, persona: str, question: Question, text: str) -> None:
        rounds.answer(self.desk.document, persona, question, text)

    def _on(self, by: int) -> None:
        if self.field.typing.flush():
            self._go(self._place + by)

    def _stop(self) -> None:
        if self.field.typing.flush():
            self.finished.emit()

    def _resume(self) -> None:
        self._begin()
        self.clock.follow(self._countdowns[self._persona])

    def _follow(self) -> None:
        self.field.onward.connect(lambda: self._on(1))
        self.field.backward.connect(lambda: self._on(-1))
        self.field.stopped.connect(self._stop)
        self.onward.clicked.connect(lambda: self._on(1))
        self.skip.clicked.connect(lambda: self._on(1))
        self.back.clicked.connect(lambda: self._on(-1))
        self.stop.clicked.connect(self._stop)
        self.card.clicked.connect(self._stop)
        self.again.clicked.connect(self._resume)

    def _lay_out(self) -> None:
        say = self.desk.say
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 24, 8)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.clock)
        head.addWidget(self.stop)
        asking = QFrame()
        asking.setObjectName("walk_card")
        card = QVBoxLayout(asking)
        card.setContentsMargins(28, 24, 28, 20)
        card.setSpacing(8)
        card.addWidget(self.progress)
        card.addWidget(self.meter)
        card.addSpacing(8)
        card.addWidget(self.question)
        card.addWidget(self.hint)
        card.addWidget(self.field)
        card.addWidget(self.field.typing.problem)
        keys = _("Enter goes on, Shift+Enter begins a line, Page Up goes back, Esc stops for now.")
        card.addWidget(PlainLabel(say(keys), "label", "text_tertiary", wrap=True))
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.back)
        ways.addStretch(1)
        ways.addWidget(self.skip)
        ways.addWidget(self.onward)
        card.addLayout(ways)
        end = QFrame()
        end.setObjectName("walk_card")
        told = QVBoxLayout(end)
        told.setContentsMargins(28, 24, 28, 20)
        told.setSpacing(10)
        told.addWidget(self.result)
        told.addWidget(self.result_line)
        after = QHBoxLayout()
        after.setSpacing(8)
        after.addStretch(1)
        after.addWidget(self.again)
        after.addWidget(self.card)
        told.addLayout(after)
        for page in (asking, end):
            self._pages.addWidget(_in_the_middle(page, say(_("Persona round"))))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)


def _in_the_middle(card: QWidget, name: str) -> QScrollArea:
    """Return a page with the card in its middle; in a low window it scrolls."""
    card.setMaximumWidth(_WIDTH)
    page = QWidget()
    page.setObjectName("scrolled")
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card, 100)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 8, 24, 24)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(2)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(page)
    return area
