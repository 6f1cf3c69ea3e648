"""Enter presses the button that has the keyboard, as the space bar does everywhere."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Presses buttons of a window, asked with each key that nobody else took.

    An Enter that took the keyboard from a field to a button has done its work: it comes here too,
    and is not the button's. Without ``choices`` what can be on or off is left alone: in a dialog
    Enter agrees to it.
    """

    def __init__(self, window: QWidget, *, choices: bool = True) -> None:
        super().__init__(window)
        self._window, self._choices = window, choices
        self._just_moved = QTimer(self)
        self._just_moved.setSingleShot(True)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_moved)

    def take(self, event: QKeyEvent) -> bool:
        """Press the button with the keyboard; False without one, and for other keys."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or not plain or event.isAutoRepeat():
            return False
        button = self._window.focusWidget()
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            return False
        if self._just_moved.isActive() or (button.isCheckable() and not self._choices):
            return False
        event.accept()
        button.click()
        return True

    def _on_moved(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._just_moved.start(0)
