"""Fields of the pages under More of Plan: they belong to the document, and so does undo.

A change elsewhere never takes away what is being typed: a field is loaded anew only when it is
about something else, or when the document's own text differs from what it showed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from journeymapper.domain.message import Message
from journeymapper.ui.panels.typed import TypedLine, TypedText, Typing, Write

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class _Held:
    """What a field shows: about what, and which text of the document."""

    typing: Typing
    _held: tuple[Hashable, str] | None = None

    def hold(self, about: Hashable, text: str, write: Write) -> None:
        """Show a text of the document; what is being typed there stays."""
        if self._held != (about, text):
            if self._held is not None and self._held[0] != about:
                self.typing.forget()
            self._held = (about, text)
            self.typing.load(text, write)


class PageText(_Held, TypedText):
    """Several lines; undo and redo are those of the document."""

    def __init__(
        self, say: Callable[[Message], str], name: str, lines: int = 3, hint: str = ""
    ) -> None:
        super().__init__(say, name, lines)
        self.setUndoRedoEnabled(False)
        self.setPlaceholderText(hint)

    def event(self, event: QEvent) -> bool:
        """Let the keys of undo pass."""
        return False if _is_undo(event) else super().event(event)


class PageLine(_Held, TypedLine):
    """One line; undo and redo are those of the document."""

    def event(self, event: QEvent) -> bool:
        """Let the keys of undo pass."""
        return False if _is_undo(event) else super().event(event)


def _is_undo(event: QEvent) -> bool:
    """Say whether a field is asked for undo or redo, and refuse it then."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    if not any(event.matches(key) for key in _UNDO):
        return False
    event.ignore()
    return True
