"""What the keys do while a cell, not the editor, has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.editing import Editing
from journeymapper.ui.canvas.mouse import Mouse

_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_NO_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class Keys:
    """Arrows move, letters write, Enter edits, Esc ends a drag; the rest goes to the window."""

    def __init__(self, bench: Bench, editing: Editing, mouse: Mouse) -> None:
        self._bench = bench
        self._editing = editing
        self._mouse = mouse

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; False lets it go on to the window."""
        if not self._bench.ready:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        if event.key() == Qt.Key.Key_Control:
            self._mouse.hold_copy(True)
            return False
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._mouse.hold_space(True)
            return True
        return self._move(event) or self._edit(event) or self._enter(event)

    def release(self, event: QKeyEvent) -> bool:
        """Handle the end of a key."""
        if event.key() == Qt.Key.Key_Control:
            self._mouse.hold_copy(False)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._mouse.hold_space(False)
            return True
        return False

    def write(self, text: str) -> None:
        """Begin to write in the current cell."""
        spot = self._bench.cursor.spot
        if spot is not None:
            self._editing.open(spot, text)

    def _move(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        extend = modifiers == Qt.KeyboardModifier.ShiftModifier
        if modifiers and not extend:
            return False
        cursor = self._bench.cursor
        if key in _ACROSS:
            cursor.step_across(self._mirrored(_ACROSS[Qt.Key(key)]), extend=extend)
        elif key in _DOWN:
            cursor.step_down(_DOWN[Qt.Key(key)], extend=extend)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            cursor.go_to_end(first=key == Qt.Key.Key_Home, extend=extend)
        elif key in _PAGES:
            bar = self._bench.view.verticalScrollBar()
            bar.setValue(bar.value() + _PAGES[Qt.Key(key)] * bar.pageStep())
        else:
            return False
        return True

    def _edit(self, event: QKeyEvent) -> bool:
        spot = self._bench.cursor.spot
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if spot is None:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self._editing.open(spot)
            return True
        if event.key() == Qt.Key.Key_Backspace and not modifiers:
            self._editing.open(spot, "")
            return True
        text = event.text()
        commands = bool(modifiers & _NO_TEXT) or bool(modifiers & Qt.KeyboardModifier.AltModifier)
        third_level = modifiers & _NO_TEXT and modifiers & Qt.KeyboardModifier.AltModifier
        if text and text.isprintable() and (not commands or third_level):
            self._editing.open(spot, text)
            return True
        return False

    def _enter(self, event: QKeyEvent) -> bool:
        """Somebody types before a cell was chosen: show where one stands, and write nothing."""
        writes = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text().isprintable()
        if self._bench.cursor.spot is not None or event.modifiers() or not event.text():
            return False
        if not writes or not self._bench.cursor.step_across(0):
            return False
        self._bench.session.report(_("Choose a cell with the arrow keys, then type."))
        return True

    def _escape(self) -> bool:
        if self._mouse.cancel():
            return True
        cursor = self._bench.cursor
        if len(cursor.selected) > 1:
            cursor.go_to(cursor.spot)
            return True
        return False

    def _mirrored(self, by: int) -> int:
        return -by if self._bench.view.isRightToLeft() else by
