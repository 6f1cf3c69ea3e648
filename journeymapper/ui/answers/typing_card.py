"""The card of the question that is typed: what is asked, its keys, what is typed of a number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journeymapper.domain.message import Message, _
from journeymapper.ui.answers import marks, words
from journeymapper.ui.answers.mark_keys import MarkKeys
from journeymapper.ui.answers.pile import Pile
from journeymapper.ui.answers.result_panel import plain
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel


class TypingCard(QFrame):
    """Shows where the pile stands; ``chosen`` brings the value of a key that was clicked."""

    chosen = Signal(float)
    skipped = Signal()
    went_back = Signal()
    kept = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("answers_card")
        say = context.say
        self._where = PlainLabel("", "body", "text_secondary")
        self._question = ElidedLabel("", "title")
        self.keys = MarkKeys(context)
        self.keys.chosen.connect(self.chosen)
        self.keys.hide()
        self._typed = PlainLabel("", "title")
        self._unit = PlainLabel("", "body_large", "text_secondary")
        self._wrong = PlainLabel("", "body", "text", wrap=True)
        self._wrong.hide()
        self.none = _key_button(say(_("no answer")), say(_("Space")))
        self.back = _key_button(say(_("back")), say(_("Backspace")))
        self.enter = Button(context, say(_("Enter keeps it")), icon="corner-down-left")
        self.enter.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.none.clicked.connect(self.skipped)
        self.back.clicked.connect(self.went_back)
        self.enter.clicked.connect(self.kept)
        self._lay_out()

    def show_pile(self, pile: Pile, typed: str) -> None:
        """Show the question that comes next, and what is typed of it."""
        question = pile.question
        if question is None:
            return
        say = self._context.say
        self._where.setText(say(where(pile)))
        self._question.set_whole(plain(self._context, words.asked(question)))
        found = marks.marks_of(question)
        if self.keys.isHidden() == bool(found):
            self.keys.setVisible(bool(found))
            self._number.setVisible(not found)
        known = pile.value(pile.spot.number, pile.spot.column)
        self.keys.show_marks(found, known)
        if not found:
            shown = typed or (words.number(known, 2) if known is not None else "")
            self._typed.setText(shown or "…")
            unit = say(words.scale_note(question))
            self._unit.setText(unit)
        self.say_wrong(None)

    def say_wrong(self, message: Message | None) -> None:
        """Say why what was typed is no answer; None when it may be."""
        self._wrong.setText(self._context.say(message) if message is not None else "")
        if self._wrong.isHidden() == (message is not None):
            self._wrong.setVisible(message is not None)

    def question_text(self) -> str:
        """Return what is asked, for a screen reader."""
        return f"{self._where.text()}. {self._question.whole()}"

    def wrong_text(self) -> str:
        """Return why what was typed is no answer."""
        return self._wrong.text()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._where, 1)
        head.addWidget(self.none)
        head.addWidget(self.back)
        self._number = QFrame()
        number = QHBoxLayout(self._number)
        number.setContentsMargins(0, 0, 0, 0)
        number.setSpacing(10)
        field = QFrame()
        field.setObjectName("answers_number")
        field.setFixedWidth(self._context.theme.px(150))
        inside = QHBoxLayout(field)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(self._typed)
        number.addWidget(field)
        number.addWidget(self._unit)
        number.addWidget(self.enter)
        number.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 13, 20, 16)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self._question)
        column.addSpacing(2)
        column.addWidget(self.keys)
        column.addWidget(self._number)
        column.addWidget(self._wrong)


def where(pile: Pile) -> Message:
    """Say which answer is typed next."""
    place = {"n": pile.spot.number, "i": pile.spot.column + 1, "of": len(pile.questions)}
    if pile.correcting:
        return _("Correcting sheet {n}, question {i} of {of}. Esc leaves it.", **place)
    return _("Sheet {n}, question {i} of {of}", **place)


def _key_button(words_: str, key: str) -> CardButton:
    """A word and the key that does it; it can be clicked too."""
    button = CardButton(f"{words_}, {key}", "quiet")
    inside = QFrame()
    row = QHBoxLayout(inside)
    row.setContentsMargins(6, 2, 6, 2)
    row.setSpacing(7)
    row.addWidget(PlainLabel(words_, "body", "text_secondary"))
    cap = PlainLabel(key, "label")
    cap.setProperty("look", "key")
    row.addWidget(cap)
    button.put(inside)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
