"""Pick what your sheet asks: three ways to begin, then one card a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain import indexes
from journeymapper.domain.entities import ImportBatch
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import _
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.ui.answers import presets, words
from journeymapper.ui.answers.question_card import QuestionCard
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.cards import BeginCard
from journeymapper.ui.commands import answers as commands
from journeymapper.ui.commands.answers import Draft
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.wrapped import Wrapped


class PickPage(QWidget):
    """Each change goes into the document at once; ``finished`` goes on to typing."""

    begun = Signal()
    """A sheet is made: its questions can be looked at before anything is typed."""
    finished = Signal()
    counted = Signal()

    def __init__(self, context: Context, state: AnswersState) -> None:
        super().__init__()
        self._context, self._state = context, state
        self._new = False
        self._cards: list[QuestionCard] = []
        say = context.say
        self._head = PlainLabel(say(_("Pick what your sheet asks")), "title")
        self._lead = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self.title = QLineEdit()
        self.title.setAccessibleName(say(_("Name of the sheet")))
        self.title.setMaxLength(NAME_LIMIT)
        self.title.editingFinished.connect(self._on_title)
        self.begins: list[BeginCard] = []
        self._begin_box = QVBoxLayout()
        self._begin_box.setSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.adds: dict[QuestionKind, Button] = {}
        self.go = Button(context, say(_("Start typing")), "primary")
        self.go.clicked.connect(self.finished)
        self._lay_out()
        state.session.flush.connect(self.flush)

    def begin_new(self) -> None:
        """Offer ways to begin another sheet, whatever sheets there are."""
        self._new = True
        self.refresh()

    def show_sheet(self) -> None:
        """Show the questions of the sheet in front."""
        self._new = False
        self.refresh()

    def refresh(self) -> None:
        """Follow the document."""
        state, say = self._state, self._context.say
        survey = None if self._new else state.survey
        self._edit.setVisible(survey is not None)
        self._begin.setVisible(survey is None)
        self.title.setVisible(survey is not None)
        self.go.setVisible(survey is not None)
        if survey is None:
            self._lead.setText(
                say(_("Begin with one of these. Everything can be changed before you type."))
            )
            self._offer()
            return
        self._lead.setText(
            say(_("One card a question, in the order of your sheet. Answers stay as marked there."))
        )
        if not self.title.hasFocus():
            self.title.setText(survey.title)
        questions = state.questions()
        steps = commands.steps_by_number(state.document) if state.document is not None else ()
        while len(self._cards) < len(questions):
            self._cards.append(self._new_card())
        for i, card in enumerate(self._cards):
            card.setVisible(i < len(questions))
            if i < len(questions):
                question = questions[i]
                fixed = self._is_answered(question.id)
                card.show_question(question, i, len(questions), steps, fixed=fixed)
        self.go.setEnabled(bool(questions))

    def flush(self) -> None:
        """Write what is being typed."""
        if self.title.hasFocus():
            self._on_title()
        for card in self._cards:
            if card.isVisible():
                card.flush()

    def begin(self, title: str, drafts: Sequence[Draft]) -> None:
        """Make a sheet with these questions and show it."""
        document = self._state.document
        if document is None:
            return
        with self._state.session.guard():
            survey = commands.begin_survey(document, title, drafts)
            self._new = False
            self.begun.emit()
            self._state.show_survey(survey)
            self.go.setFocus()

    def _offer(self) -> None:
        """Show the ways to begin that make sense with the map there is."""
        state, say = self._state, self._context.say
        asked = presets.questionnaire(state.snapshot, say)
        wanted = bool(asked)
        if self.begins and self.begins[0].isEnabled() == wanted:
            return
        for old in self.begins:
            self._begin_box.removeWidget(old)
            old.hide()
            old.deleteLater()
        people = state.people
        sheet = _("Five faces for each step that matters, and one sentence")
        if not wanted:
            sheet = _("For this the map needs steps first")
        first = BeginCard(self._context, "printer", say(_("The printed questionnaire")), say(sheet))
        first.setEnabled(wanted)
        first.clicked.connect(
            lambda: self.begin(
                say(_("Questionnaire")), presets.questionnaire(self._state.snapshot, say)
            )
        )
        usual = _("Would recommend, satisfied, easy, minutes waited, rebooked in time, a comment")
        second = BeginCard(self._context, "clipboard-check", say(_("Visit sheet")), say(usual))
        second.clicked.connect(
            lambda: self.begin(say(_("Visit sheet")), presets.visit_sheet(people, say))
        )
        count = _("One week, 20 lines: how often does it go wrong at one step?")
        third = BeginCard(self._context, "tally-5", say(_("A tally sheet")), say(count))
        third.setEnabled(wanted)
        third.clicked.connect(self.counted)
        own = _("Choose each question yourself")
        fourth = BeginCard(self._context, "square-pen", say(_("My own sheet")), say(own))
        fourth.clicked.connect(
            lambda: self.begin(
                say(_("My sheet")), (presets.draft_of(QuestionKind.CSAT, people, say),)
            )
        )
        self.begins = [first, second, third, fourth]
        for card in self.begins:
            self._begin_box.addWidget(card)

    def _new_card(self) -> QuestionCard:
        card = QuestionCard(self._context)
        card.changed.connect(self._on_change)
        card.moved.connect(self._on_move)
        card.removed.connect(self._on_remove)
        self._list.addWidget(card)
        return card

    def _on_title(self) -> None:
        document, survey = self._state.document, self._state.survey
        title = self.title.text().strip()
        if document is not None and survey is not None and title and title != survey.title:
            with self._state.session.guard():
                commands.rename_survey(document, survey.id, title)

    def _on_change(self, question: str, fields: dict[str, object]) -> None:
        document = self._state.document
        if document is not None:
            with self._state.session.guard():
                commands.change_question(document, question, **fields)
            self.refresh()

    def _on_move(self, question: str, by: int) -> None:
        document = self._state.document
        ids = [q.id for q in self._state.questions()]
        if document is not None:
            with self._state.session.guard():
                commands.move_question(document, question, ids.index(question) + by)

    def _on_remove(self, question: str) -> None:
        document = self._state.document
        if document is not None:
            with self._state.session.guard():
                self._state.session.report(commands.delete_question(document, question))

    def _on_add(self, kind: QuestionKind) -> None:
        document = self._state.document
        if document is not None:
            draft = presets.draft_of(kind, self._state.people, self._context.say)
            with self._state.session.guard():
                commands.add_question(document, self._state.survey_id, draft)

    def _is_answered(self, question: str) -> bool:
        snapshot = self._state.snapshot
        if snapshot.select(indexes.ANSWERS_OF_QUESTION, question):
            return True
        return any(question in b.questions for b in snapshot.table(ImportBatch).values())

    def _lay_out(self) -> None:
        say = self._context.say
        self._begin = QWidget()
        self._begin.setMaximumWidth(560)
        self._begin.setLayout(self._begin_box)
        self._begin_box.setContentsMargins(0, 0, 0, 0)
        self._edit = QWidget()
        edit = QVBoxLayout(self._edit)
        edit.setContentsMargins(0, 0, 0, 0)
        edit.setSpacing(10)
        edit.addLayout(self._list)
        more = Wrapped(8, 6)
        more.add(PlainLabel(say(_("Add a question:")), "body", "text_secondary"))
        for kind, name in words.KINDS.items():
            button = Button(self._context, say(name))
            button.setAccessibleName(say(_("Add a question: {kind}", kind=name)))
            button.clicked.connect(lambda _on=False, kind=kind: self._on_add(kind))
            self.adds[kind] = button
            more.add(button)
        edit.addWidget(more)
        page = QWidget()
        page.setObjectName("scrolled")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self._begin)
        inside.addWidget(self._edit)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        foot = QHBoxLayout()
        foot.addWidget(PlainLabel(say(_("Everything you choose is kept at once.")), "body"), 1)
        foot.addWidget(self.go)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
