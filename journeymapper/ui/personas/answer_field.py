"""The field of the persona round: an answer, written a moment after the last key."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from journeymapper.domain.message import Message
from journeymapper.ui.panels.typed import TypedText

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(TypedText):
    """Enter goes on, Shift+Enter begins a line, Page Up goes back, Esc stops for now."""

    onward = Signal()
    backward = Signal()
    stopped = Signal()

    def __init__(self, say: Callable[[Message], str], name: str, lines: int = 4) -> None:
        super().__init__(say, name, lines)
        self.setUndoRedoEnabled(False)
        self._about: Hashable = None

    def show_answer(self, about: Hashable, text: str, write: Callable[[str], None]) -> None:
        """Show what is answered to ``about``; what is being typed there is left as it is."""
        if about == self._about and self.hasFocus() and _same(text, self.toPlainText()):
            return
        self._about = about
        self.typing.load(text, write)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not held:
            if self.typing.flush():
                self.onward.emit()
        elif event.key() == Qt.Key.Key_PageUp:
            if self.typing.flush():
                self.backward.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.typing.flush():
                self.stopped.emit()
        else:
            super().keyPressEvent(event)


def _same(one: str, other: str) -> bool:
    """Say whether two texts have the same lines, spaces and empty ones aside."""
    return _lines(one) == _lines(other)


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
