"""Comments after: the words of each sheet, one box after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from journeymapper.domain import indexes
from journeymapper.domain.entities import Question, Sheet
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import _
from journeymapper.ui.answers import words
from journeymapper.ui.answers.pile import Pile
from journeymapper.ui.answers.result_panel import plain
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.commands import answers as commands
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Box(QPlainTextEdit):
    """Enter goes on, Shift+Enter breaks the line."""

    entered = Signal()
    up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not shift:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_PageUp:
            self.up.emit()
        elif event.key() == Qt.Key.Key_PageDown:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CommentsAfter(QWidget):
    """Goes through the sheets; what is written is kept when one goes on."""

    def __init__(self, context: Context, state: AnswersState) -> None:
        super().__init__()
        self._context, self._state = context, state
        self._place = 0
        self._round = ""
        self._shown: tuple[str, str] = ("", "")
        self._known = ""
        say = context.say
        self._where = PlainLabel("", "body", "text_secondary")
        self._question = ElidedLabel("", "question")
        self._scores = PlainLabel("", "body", "text_secondary", wrap=True)
        self.box = _Box()
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(say(_("Comment")))
        self.box.setPlaceholderText(
            say(_("What is written on this sheet; Enter alone for nothing"))
        )
        self.box.entered.connect(lambda: self.go(1))
        self.box.up.connect(lambda: self.go(-1))
        self.back = Button(context, say(_("Sheet before")), icon="chevron-left")
        self.next = Button(context, say(_("Keep and go on")), "primary")
        self.add = Button(context, say(_("Ask for a comment on this sheet")), "primary")
        self.back.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.add.clicked.connect(self._add_question)
        self._none = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self._lay_out()
        state.session.flush.connect(self.keep)

    def refresh(self) -> None:
        """Follow the document."""
        if self._round != self._state.round_id:
            self._round, self._place = self._state.round_id, 0
        boxes = self._boxes()
        self._place = min(self._place, max(0, len(boxes) - 1))
        self.card.setVisible(bool(boxes))
        self._none.setVisible(not boxes)
        asks = bool(self._state.written())
        self.add.setVisible(not boxes and not asks)
        if not boxes:
            say = self._context.say
            self._shown = ("", "")
            first = _("Type the scores first; then the words of each sheet come here.")
            self._none.setText(say(first if asks else _("This sheet asks for no words.")))
            return
        self._show(boxes)

    def go(self, by: int) -> None:
        """Keep what is written and go to another box; after the last one stay there."""
        if not self.keep():
            return
        boxes = self._boxes()
        place = self._place + by
        if place >= len(boxes):
            self._state.session.report(_("That was the last sheet of this pile."))
        self._place = max(0, min(len(boxes) - 1, place))
        self._shown = ("", "")
        self.refresh()
        self.box.setFocus()

    def keep(self) -> bool:
        """Write what stands in the box into the document; False when it is refused."""
        document, (sheet, question) = self._state.document, self._shown
        if document is None or not sheet:
            return True
        if document.snapshot.find(Sheet, sheet) is None:
            return True
        if document.snapshot.find(Question, question) is None:
            return True
        text = self.box.toPlainText()
        if text.strip() == self._written(sheet, question).strip():
            return True
        try:
            commands.write_comment(document, sheet, question, text, self._state.at)
        except UserError as error:
            self._state.session.failed.emit(error)
            return False
        return True

    def _boxes(self) -> list[tuple[Sheet, Question]]:
        pile = Pile()
        pile.show(self._state.snapshot, self._state.round_id, ())
        return [(sheet, asked) for sheet in pile.sheets for asked in self._state.written()]

    def _show(self, boxes: list[tuple[Sheet, Question]]) -> None:
        sheet, question = boxes[self._place]
        say = self._context.say
        at = {"n": sheet.number, "i": self._place + 1, "of": len(boxes)}
        self._where.setText(say(_("Sheet {n}, box {i} of {of}", **at)))
        self._question.set_whole(plain(self._context, words.asked(question)))
        self._scores.setText(self._of_sheet(sheet))
        self.back.setEnabled(self._place > 0)
        key = (sheet.id, question.id)
        known = self._written(*key)
        if key != self._shown or known != self._known:
            self._shown, self._known = key, known
            if self.box.toPlainText() != known:
                self.box.setPlainText(known)

    def _written(self, sheet: str, question: str) -> str:
        found = self._state.snapshot.select(indexes.ANSWERS_OF_SHEET, sheet)
        return next((answer.text for answer in found if answer.question == question), "")

    def _of_sheet(self, sheet: Sheet) -> str:
        """The scores of the sheet, so that one sees that it is the right one."""
        pile = Pile()
        pile.show(self._state.snapshot, self._state.round_id, self._state.scored())
        parts: list[str] = []
        for question in pile.questions:
            known = pile.answer(sheet, question)
            if known is not None and known.value is not None:
                value = plain(self._context, words.value_text(question, known.value))
                name = plain(self._context, words.called(question))
                parts.append(self._context.say(_("{name}: {value}", name=name, value=value)))
        return "    ".join(parts)

    def _add_question(self) -> None:
        document = self._state.document
        if document is None:
            return
        say = self._context.say
        draft = commands.Draft(
            QuestionKind.TEXT,
            say(_("What should we do differently?")),
            {"short": say(_("Comment"))},
        )
        with self._state.session.guard():
            commands.add_question(document, self._state.survey_id, draft)
            self.box.setFocus()

    def _lay_out(self) -> None:
        say = self._context.say
        self.card = QFrame()
        self.card.setObjectName("answers_card")
        foot = QHBoxLayout()
        hint = _("Enter keeps it and goes on, Shift+Enter breaks the line.")
        foot.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True), 1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(20, 13, 20, 16)
        inside.setSpacing(8)
        inside.addWidget(self._where)
        inside.addWidget(self._question)
        inside.addWidget(self._scores)
        inside.addWidget(self.box, 1)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card, 1)
        column.addWidget(self._none)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(0)
