"""A line of the walk's card that is typed into."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from journeymapper.domain.message import Message
from journeymapper.ui.panels.typed import TypedLine


class WalkLine(TypedLine):
    """Written as everywhere; Enter confirms, Esc leaves, Ctrl+Enter belongs to the card."""

    confirmed = Signal()
    """Enter was pressed and what was typed is written."""
    left = Signal()
    """Esc was pressed: what was not written yet is gone."""
    entered = Signal()
    """The line has the cursor now."""

    def __init__(self, say: Callable[[Message], str], name: Message) -> None:
        words = say(name)
        super().__init__(say, words)
        self.setPlaceholderText(words)
        self.returnPressed.connect(self._confirm)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
        if enter:
            event.accept()  # else the card would take it for a second Enter
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def _confirm(self) -> None:
        if self.typing.flush():
            self.confirmed.emit()
