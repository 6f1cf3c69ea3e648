"""Scores first: one key an answer, the next box opens by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymapper.domain.entities import Question
from journeymapper.domain.message import _
from journeymapper.domain.scales import fits
from journeymapper.ui.answers import marks, words
from journeymapper.ui.answers.pile import Pile
from journeymapper.ui.answers.sheet_table import SheetTable
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.answers.typing_card import TypingCard
from journeymapper.ui.answers.typing_keys import handle
from journeymapper.ui.commands import answers as commands
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.announce import announce


class Scores(QWidget):
    """Has the keyboard itself. Each answer is in the document as soon as it is typed."""

    moved = Signal()

    def __init__(self, context: Context, state: AnswersState) -> None:
        super().__init__()
        self._context, self._state = context, state
        self._typed = ""
        self.pile = Pile()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.say(_("Type in a paper pile")))
        self.card = TypingCard(context)
        self.table = SheetTable(context, self.pile)
        self.card.chosen.connect(self.take)
        self.card.skipped.connect(lambda: self.take(None))
        self.card.went_back.connect(self.back)
        self.card.kept.connect(self.keep_number)
        self.table.picked.connect(self._pick)
        frame = QFrame()
        frame.setObjectName("answers_sheets")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(frame, 1)

    @property
    def question(self) -> Question | None:
        """The question that is typed."""
        return self.pile.question

    @property
    def typed(self) -> str:
        """What is typed of a number so far."""
        return self._typed

    def refresh(self) -> None:
        """Follow the document."""
        other = self.pile.round_id != self._state.round_id
        if other:
            self._typed = ""
        before = self.pile.spot
        self.pile.show(self._state.snapshot, self._state.round_id, self._state.scored())
        if self.pile.spot != before:
            self._typed = ""
        self._show()

    def take(self, value: float | None) -> None:
        """Keep an answer, or that there is none, and open the next box."""
        state, question, pile = self._state, self.pile.question, self.pile
        document = state.document
        if question is None or document is None:
            return
        sheet = pile.sheet
        self._typed = ""
        kept = False
        with state.session.guard():
            if pile.correcting and sheet is not None:
                commands.correct_answer(document, sheet.id, question.id, value)
            else:
                fields = state.defaults.fields(state.snapshot)
                number = pile.spot.number
                commands.type_answer(document, pile.round_id, number, question.id, value, fields)
            kept = True
        if kept:
            pile.advance()
        self._show()
        announce(self, self.card.question_text())

    def write(self, typed: str) -> None:
        """Show what is typed of a number."""
        self._typed = typed
        self._show()

    def keep_number(self) -> None:
        """Keep the number that is typed; Enter alone goes on where an answer is already."""
        question = self.pile.question
        if question is None:
            return
        if not self._typed:
            known = self.pile.value(self.pile.spot.number, self.pile.spot.column)
            if known is not None:
                self.pile.advance()
                self._show()
            return
        value = marks.read_number(self._typed)
        if value is None or not fits(question, value) or (question.low is None and value < 0):
            self.card.say_wrong(
                _("“{typed}” is no answer here. Type a number and Enter.", typed=self._typed)
            )
            announce(self, self.card.wrong_text(), urgent=True)
            return
        self.take(value)

    def keep_typed(self) -> None:
        """Keep a number that was typed without Enter: one goes elsewhere now."""
        if self._typed:
            self.keep_number()

    def back(self) -> None:
        """Go to the answer before."""
        self.pile.back()
        self._moved()

    def move(self, rows: int, columns: int) -> None:
        """Go to another cell."""
        self.keep_typed()
        self._typed = ""
        self.pile.step(rows, columns)
        self._moved()

    def leave(self) -> bool:
        """Leave what is being typed or corrected; False when there is nothing to leave."""
        if self._typed:
            self.write("")
            return True
        if self.pile.leave():
            self._moved()
            return True
        return False

    def remove_sheet(self) -> None:
        """Take the sheet out that is in front; undo brings it back."""
        sheet, document = self.pile.sheet, self._state.document
        if sheet is None or document is None:
            return
        self._typed = ""
        with self._state.session.guard():
            self._state.session.report(commands.delete_sheet(document, sheet.id))

    def unknown(self, key: str) -> None:
        """A key that is no answer was pressed."""
        question = self.pile.question
        if question is None:
            return
        scale = words.scale_note(question)
        self.card.say_wrong(
            _("“{key}” is no answer here. The sheet has: {scale}.", key=key, scale=scale)
        )
        announce(self, self.card.wrong_text(), urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not handle(event, self):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(on=False)

    def _mark(self, *, on: bool) -> None:
        self.card.setProperty("active", on)
        self.card.style().unpolish(self.card)
        self.card.style().polish(self.card)

    def _pick(self, number: int, column: int) -> None:
        self.setFocus()
        self.keep_typed()
        self._typed = ""
        self.pile.go_to(number, column)
        self._moved()

    def _moved(self) -> None:
        self._show()
        announce(self, self.card.question_text())

    def _show(self) -> None:
        self.table.sheets.typed = self._typed
        self.card.show_pile(self.pile, self._typed)
        self.table.refresh()
        self.setAccessibleDescription(self.card.question_text())
        self.moved.emit()
