"""Scores first: one key an answer, the next box opens by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymapper.domain.entities import Question, Round
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

_IDLE_MS = 2000
"""A sheet that waits half done so long is kept as far as it is."""


class Scores(QWidget):
    """Has the keyboard itself. Each sheet is in the document as soon as it is typed."""

    moved = Signal()

    def __init__(self, context: Context, state: AnswersState) -> None:
        super().__init__()
        self._context, self._state = context, state
        self._typed = ""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.keep_sheet)
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
        if self.pile.round_id != self._state.round_id:
            self._typed = ""
            self.keep_sheet()
        before = self.pile.spot
        self.pile.show(self._state.snapshot, self._state.round_id, self._state.scored())
        if self.pile.spot != before:
            self._typed = ""
        self._show()

    def take(self, value: float | None) -> None:
        """Take an answer down, or that there is none, and open the next box.

        The sheet goes into the document when nothing on it is open any more.
        """
        question, pile = self.pile.question, self.pile
        if question is None:
            return
        sheet, self._typed = pile.sheet, ""
        if pile.correcting and sheet is not None:
            self._correct(sheet.id, question.id, value)
        else:
            pile.put(value)
            if not pile.is_full:
                pile.advance()
                self._idle.start()
            elif self.keep_sheet():
                pile.advance()
        self._show()
        announce(self, self.card.question_text())

    def keep_sheet(self) -> bool:
        """Write what is marked on the sheet in front into the document; False when refused."""
        pile, state = self.pile, self._state
        document, marks = state.document, dict(pile.pending)
        self._idle.stop()
        if not marks or document is None or document.snapshot.find(Round, pile.round_id) is None:
            return True
        values = {pile.questions[column].id: value for column, value in marks.items()}
        fields = state.defaults.fields(state.snapshot)
        pile.pending = {}
        with state.session.guard():
            commands.type_sheet(document, pile.round_id, pile.spot.number, values, fields, state.at)
            return True
        pile.pending = marks
        return False

    def _correct(self, sheet: str, question: str, value: float | None) -> None:
        document = self._state.document
        if document is not None:
            with self._state.session.guard():
                commands.correct_answer(document, sheet, question, value, self._state.at)
                self.pile.advance()

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
        """Keep all that was typed, a number without Enter too: one goes elsewhere now."""
        if self._typed:
            self.keep_number()
        self.keep_sheet()

    def back(self) -> None:
        """Go to the answer before."""
        if not self.pile.spot.column:
            self.keep_sheet()
        self.pile.back()
        self._moved()

    def step(self, rows: int, columns: int) -> None:
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
        self._typed = ""
        if sheet is None or document is None:
            self.keep_sheet()  # begun, but not kept yet: undo brings it back all the same
            sheet = self.pile.sheet
        if sheet is None or document is None:
            return
        self.pile.pending = {}
        with self._state.session.guard():
            self._state.session.report(commands.delete_sheet(document, sheet.id))

    def unknown(self, key: str) -> None:
        """A key that is no answer was pressed."""
        question = self.pile.question
        if question is None:
            return
        scale = words.scale_note(question)
        self.card.say_wrong(
            _("“{pressed}” is no answer here. The sheet has: {scale}.", pressed=key, scale=scale)
        )
        announce(self, self.card.wrong_text(), urgent=True)

    def event(self, event: QEvent) -> bool:
        """On a sheet that is not kept yet, undo takes back one mark after the other."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.pile.pending
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._take_back()
        elif not handle(event, self):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(on=False)

    def _take_back(self) -> None:
        if self._typed:
            self._typed = ""
        elif self.pile.pending:
            column = list(self.pile.pending)[-1]
            self.pile.go_back_to(column)
        self._moved()

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
