"""Results: what each question says, by round; who is looked at can be chosen above."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.domain import indexes
from journeymapper.domain.entities import Channel, Persona
from journeymapper.domain.kinds import Respondent
from journeymapper.domain.message import _
from journeymapper.ui.answers import sifting, words
from journeymapper.ui.answers.result_block import ResultBlock
from journeymapper.ui.answers.sifting import Sieve
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.context import Context
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.empty import EmptyPlace
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel


class ResultsPage(QWidget):
    """Scores of different kinds are never put together into one."""

    new_pile = Signal()
    typed = Signal()

    def __init__(self, context: Context, state: AnswersState) -> None:
        super().__init__()
        self._context, self._state = context, state
        self._sieve = Sieve()
        self._shown: object = None
        say = context.say
        self._title = ElidedLabel("", "title")
        self._lead = PlainLabel("", "body", "text_secondary", wrap=True)
        self.pile = Button(context, say(_("A new pile")))
        self.pile.clicked.connect(self.new_pile)
        self.who = _chooser(context, say(_("Who answered")))
        self.filters = {
            "persona": _chooser(context, say(_("Typical person"))),
            "channel": _chooser(context, say(_("Channel"))),
            "country": _chooser(context, say(_("Country"))),
        }
        self.who.activated.connect(lambda _i: self._set(respondent=self.who.currentData()))
        for name, chooser in self.filters.items():
            chooser.activated.connect(
                lambda _i, name=name, chooser=chooser: self._set(**{name: chooser.currentData()})
            )
        first = _("Type in a few sheets; then this page says what they tell and how sure that is.")
        self._empty = EmptyPlace(context, "gauge", say(_("No answers yet")), say(first))
        self.go = self._empty.offer(say(_("Type in answers")), self.typed.emit)
        self.blocks: list[ResultBlock] = []
        self._list = QVBoxLayout()
        self._lay_out()

    def refresh(self) -> None:
        """Show the results as they are now; nothing is built while nothing has changed."""
        state = self._state
        document, survey = state.document, state.survey
        rounds = state.rounds()
        questions = state.questions()
        usable = document is not None and survey is not None and bool(questions) and bool(rounds)
        counts = document.counts if document is not None and usable else None
        key = (survey, questions, rounds, counts, self._sieve, self._context.theme.name)
        if self._shown is not None and key == self._shown and usable:
            return
        self._shown = key
        for old in self.blocks:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.blocks = []
        self._empty.setVisible(not usable)
        self._page.setVisible(usable)
        if counts is None or survey is None:
            return
        self._title.set_whole(self._context.say(_("What “{survey}” says", survey=survey.title)))
        current = state.round
        place = rounds[: state.place] if current is not None else rounds
        self._lead.setText(
            self._context.say(_("The bar shows where the true value may lie, with 95 % certainty."))
        )
        self._fill_filters()
        for question in questions:
            block = ResultBlock(
                self._context,
                state.snapshot,
                question,
                counts,
                place,
                self._sieve,
                self._written(question.id),
            )
            self.blocks.append(block)
            self._list.addWidget(block)

    def _written(self, question_id: str) -> int:
        """Count the comments of the rounds in front; words have no figure."""
        snapshot = self._state.snapshot
        found = snapshot.select(indexes.ANSWERS_OF_QUESTION, question_id)
        return sum(1 for answer in found if answer.text.strip())

    def _set(self, **fields: str) -> None:
        self._sieve = dataclasses.replace(self._sieve, **fields)
        self.refresh()

    def _fill_filters(self) -> None:
        state, say, sieve = self._state, self._context.say, self._sieve
        document = state.document
        if document is None:
            return
        self.who.clear()
        for who in Respondent:
            self.who.addItem(say(words.they(state.people, who)), str(who))
        self.who.setCurrentIndex(max(0, self.who.findData(sieve.respondent)))
        every = {
            "persona": say(_("All people")),
            "channel": say(_("All channels")),
            "country": say(_("All countries")),
        }
        for name, chooser in self.filters.items():
            known = sifting.known_values(document.counts, state.questions(), name)
            chooser.clear()
            chooser.addItem(every[name], "")
            for value in known:
                chooser.addItem(self._called(name, value), value)
            chooser.setCurrentIndex(max(0, chooser.findData(getattr(sieve, name))))
            chooser.setVisible(bool(known))

    def _called(self, name: str, value: str) -> str:
        snapshot = self._state.snapshot
        if name == "persona":
            persona = snapshot.find(Persona, value)
            return (persona.short or persona.name) if persona is not None else value
        if name == "channel":
            channel = snapshot.find(Channel, value)
            return channel.name if channel is not None else value
        return value

    def _lay_out(self) -> None:
        self._page = QWidget()
        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(self._title)
        titles.addWidget(self._lead)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(titles, 1)
        head.addWidget(self.who)
        for chooser in self.filters.values():
            head.addWidget(chooser)
        head.addWidget(self.pile)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(10)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._list)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(22, 16, 14, 14)
        page.setSpacing(12)
        page.addLayout(head)
        page.addWidget(scroll, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._empty)
        outer.addWidget(self._page, 1)


def _chooser(context: Context, name: str) -> Chooser:
    chooser = Chooser(context, name)
    chooser.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    chooser.setFixedWidth(context.theme.px(128))
    return chooser
