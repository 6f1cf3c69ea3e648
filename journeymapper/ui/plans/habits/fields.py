"""Fields of the pages under More of Plan: they belong to the document, and so does undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from journeymapper.domain.message import Message
from journeymapper.ui.panels.typed import TypedText

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class PageText(TypedText):
    """Several lines; undo and redo are those of the document."""

    def __init__(
        self, say: Callable[[Message], str], name: str, lines: int = 3, hint: str = ""
    ) -> None:
        super().__init__(say, name, lines)
        self.setUndoRedoEnabled(False)
        self.setPlaceholderText(hint)

    def event(self, event: QEvent) -> bool:
        """Let the keys of undo pass."""
        asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asks and any(event.matches(key) for key in _UNDO):
            event.ignore()
            return False
        return super().event(event)
