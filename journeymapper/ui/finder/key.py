"""The key of the finder works everywhere, in text boxes too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_BOXES = (QLineEdit, QTextEdit, QPlainTextEdit)


class KeyKeeper(QObject):
    """Keeps text boxes from taking a key for themselves.

    On some computers Ctrl+K deletes to the end of the line; a box would claim it before the
    window sees it.
    """

    def __init__(self, keys: str, window: QWidget) -> None:
        super().__init__(window)
        self._keys = QKeySequence(keys)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Answer for the box that it does not want the key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return QKeySequence(event.keyCombination()) == self._keys
        return False

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """A box that is gone took its filter along; none is remembered here."""
        if isinstance(old, _BOXES):
            old.removeEventFilter(self)
        if isinstance(new, _BOXES):
            new.installEventFilter(self)
