"""Enter presses the button that has the keyboard, as the space bar does everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_focused(window: QWidget, event: QKeyEvent, *, choices: bool = True) -> bool:
    """Press the button with the keyboard when nobody else took Enter; False without one.

    Without ``choices`` what can be on or off is left alone: in a dialog Enter agrees to it.
    """
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or not plain or event.isAutoRepeat():
        return False
    button = window.focusWidget()
    if not isinstance(button, QAbstractButton) or not button.isEnabled():
        return False
    if button.isCheckable() and not choices:
        return False
    event.accept()
    button.click()
    return True
