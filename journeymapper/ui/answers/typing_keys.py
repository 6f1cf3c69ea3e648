"""The keys of the typing: they answer only while no text box has the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.domain.entities import Question
from journeymapper.ui.answers import marks

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MOVES: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_PageUp: (-10, 0),
    Qt.Key.Key_PageDown: (10, 0),
}
_IN_NUMBERS = "0123456789.,-−"


class Typist(Protocol):
    """What the keys do."""

    @property
    def question(self) -> Question | None:
        """The question that is typed."""

    @property
    def typed(self) -> str:
        """What is typed of a number so far."""

    def take(self, value: float | None) -> None:
        """Keep an answer, or that there is none, and open the next box."""

    def write(self, typed: str) -> None:
        """Show what is typed of a number."""

    def keep_number(self) -> None:
        """Keep the number that is typed."""

    def back(self) -> None:
        """Go to the answer before."""

    def step(self, rows: int, columns: int) -> None:
        """Go to another cell."""

    def leave(self) -> bool:
        """Leave what is being typed or corrected; False when there is nothing to leave."""

    def remove_sheet(self) -> None:
        """Take the sheet out that is in front."""

    def unknown(self, key: str) -> None:
        """A key that is no answer was pressed."""


def handle(event: QKeyEvent, typist: Typist) -> bool:
    """Do what a key asks for; False when it asks for nothing here."""
    key, question = event.key(), typist.question
    if question is None or event.modifiers() & _HELD:
        return False
    if key == Qt.Key.Key_Escape:
        return typist.leave()
    if key == Qt.Key.Key_Backspace:
        if typist.typed:
            typist.write(typist.typed[:-1])
        else:
            typist.back()
    elif key == Qt.Key.Key_Delete:
        typist.remove_sheet()
    elif key == Qt.Key.Key_Space:
        typist.take(None)
    elif key in _MOVES:
        typist.step(*_MOVES[key])
    elif key in _ENTER:
        typist.keep_number()
    else:
        return _letter(event.text(), question, typist)
    return True


def _letter(text: str, question: Question, typist: Typist) -> bool:
    if not text or not text.isprintable():
        return False
    if not marks.marks_of(question):
        if text in _IN_NUMBERS:
            typist.write(typist.typed + text)
        else:
            typist.unknown(text)
        return True
    value = marks.value_of(question, text)
    if value is None:
        typist.unknown(text)
    else:
        typist.take(value)
    return True
