"""The keys of the walk; none of them counts while a text box has the cursor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.ui.walk.guide import Guide, Question
from journeymapper.ui.walk.hands import Hands

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


def handle(event: QKeyEvent, guide: Guide, hands: Hands) -> bool:
    """Do what a key asks for; False when it asks for nothing here."""
    key = event.key()
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if guide.at_end or not guide.order:
        return _at_end(key, held, guide)
    if held == _CTRL and key in _ENTER:
        hands.add_after()
    elif held == _ALT and key == Qt.Key.Key_Left:
        guide.back()
    elif held in (_NONE, _SHIFT) and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return hands.digit(key - Qt.Key.Key_0)  # on some keyboards digits need Shift
    elif held != _NONE:
        return False
    elif key in _ENTER:
        guide.enter()
    else:
        return _plain(key, guide, hands)
    return True


def _plain(key: int, guide: Guide, hands: Hands) -> bool:
    match key:
        case Qt.Key.Key_F2:
            hands.rename()
        case Qt.Key.Key_Delete:
            hands.skip()
        case Qt.Key.Key_PageUp:
            guide.back()
        case Qt.Key.Key_PageDown:
            guide.next()
        case Qt.Key.Key_Up:
            guide.ask(Question(max(1, guide.question - 1)))
        case Qt.Key.Key_Down:
            guide.ask(Question(min(len(Question), guide.question + 1)))
        case _:
            return False
    return True


def _at_end(key: int, held: Qt.KeyboardModifier, guide: Guide) -> bool:
    if not guide.at_end:
        return False
    back = key == Qt.Key.Key_PageUp if held == _NONE else held == _ALT and key == Qt.Key.Key_Left
    if back:
        guide.back()
    return bool(back)
