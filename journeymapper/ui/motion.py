"""Movement that Qt brings by itself: menus that slide or fade, a text cursor that blinks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_ALL = Qt.UIEffect.UI_General
"""Stands above every single effect."""


class Motion:
    """Stops movement and lets it go on as the computer wants it."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._moves = application.isEffectEnabled(_ALL)
        self._blink = application.cursorFlashTime()

    def allow(self, allowed: bool) -> None:
        """Let things move as the computer has it, or not at all."""
        moves = self._moves and allowed
        if self._application.isEffectEnabled(_ALL) != moves:
            self._application.setEffectEnabled(_ALL, moves)
        blink = self._blink if allowed else 0
        if self._application.cursorFlashTime() != blink:
            self._application.setCursorFlashTime(blink)
