"""A mouse and a keyboard for a whole screen: events go to windows, Qt finds the widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QMainWindow,
    QMenu,
    QWidget,
)

_LEFT = Qt.MouseButton.LeftButton
_LOOK_MS = 10
_NONE = Qt.KeyboardModifier.NoModifier


class Mouse:
    """The pointer. Points are those of a widget; what lies there is up to Qt."""

    def click(self, widget: QWidget, at: QPointF | None = None) -> None:
        """Press and let go."""
        window, point = _in_window(widget, at)
        QTest.mouseMove(window, point)
        QTest.mousePress(window, _LEFT, _NONE, point)
        QTest.mouseRelease(window, _LEFT, _NONE, point)
        QApplication.processEvents()

    def drag(
        self, widget: QWidget, start: QPointF | None, to: QWidget, end: QPointF | None = None
    ) -> None:
        """Press on one widget, go to a point of another in small moves, let go there."""
        window, first = _in_window(widget, start)
        other, last = _in_window(to, end)
        assert window is other
        QTest.mouseMove(window, first)
        QTest.mousePress(window, _LEFT, _NONE, first)
        for step in range(1, 13):
            QTest.mouseMove(window, first + (last - first) * (step / 12))
            QApplication.processEvents()
        QTest.mouseRelease(window, _LEFT, _NONE, last)
        QApplication.processEvents()

    def choose(self, *path: str) -> None:
        """Click through the menu that is open, by the words of its entries."""
        for words in path:
            menu, action = _entry(words)
            self.click(menu, QPointF(menu.actionGeometry(action).center()))


class Keyboard:
    """Keys, as they come from the system: to the window that is active."""

    def press(self, *keys: str) -> None:
        """Press keys or combinations such as "Ctrl+Z", one after the other."""
        for name in keys:
            combination = QKeySequence(name)[0]  # type: ignore[index]
            QTest.keyClick(_active(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type letters, each to what has the keyboard by then."""
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None, "nothing has the keyboard"
            if letter.isascii():
                QTest.keyClicks(target, letter)
            else:  # as an input method sends what has no key of its own
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(target, event)
            QApplication.processEvents()


class Meanwhile(QObject):
    """Does something in dialogs that stop everything else until they are closed.

    ``expect`` names what comes next; each is done as soon as a dialog of that kind is active.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[tuple[type[QWidget], Callable[..., object]]] = []
        self.failed: BaseException | None = None

    def expect(self, kind: type[QWidget], act: Callable[..., object]) -> None:
        """Call ``act`` with the next active dialog or menu of a kind."""
        self._waiting.append((kind, act))
        QTimer.singleShot(_LOOK_MS, self, self._look)

    @property
    def done(self) -> bool:
        """Say whether everything that was expected has come."""
        return not self._waiting

    def _look(self) -> None:
        found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if not self._waiting:
            return
        QTimer.singleShot(_LOOK_MS, self, self._look)  # a new one: this one may not end soon
        if not isinstance(found, self._waiting[0][0]):
            return
        _kind, act = self._waiting.pop(0)
        try:
            act(found)
        except BaseException as error:  # noqa: BLE001 - told to the test, the dialog must go
            self.failed = error
            found.close()


def button(parent: QWidget, name: str) -> QAbstractButton:
    """Return the visible button whose words or accessible name begin so."""
    for found in parent.findChildren(QAbstractButton):
        words = (plain(found.text()), found.accessibleName())
        if found.isVisible() and any(text.startswith(name) for text in words):
            return found
    raise LookupError(name)


def _entry(words: str) -> tuple[QMenu, QAction]:
    """Return the entry of such words in one of the open menus, and that menu."""
    for menu in QApplication.topLevelWidgets():
        if isinstance(menu, QMenu) and menu.isVisible():
            for action in menu.actions():
                if plain(action.text()) == words:
                    return menu, action
    raise LookupError(words)


def plain(words: str) -> str:
    """Return the words of an action or button without the mark of its letter and without dots."""
    return words.replace("&", "").removesuffix("…").strip()


def _in_window(widget: QWidget, at: QPointF | None) -> tuple[QWindow, QPoint]:
    point = QPoint(widget.width() // 2, widget.height() // 2) if at is None else at.toPoint()
    window = widget.window()
    handle = window.windowHandle()
    assert handle is not None
    return handle, widget.mapTo(window, point)


def give_back() -> None:
    """Do what a window manager does when a dialog is gone: what lies below gets the keyboard."""
    if QApplication.focusWindow() is not None:
        return
    below = QApplication.activeModalWidget()
    if below is None:
        windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
        below = next((window for window in windows if window.isVisible()), None)
    if below is not None:
        below.activateWindow()
        QTest.qWaitForWindowActive(below)


def _active() -> QWindow | QWidget:
    give_back()
    popup = QApplication.activePopupWidget()
    if isinstance(popup, QAbstractItemView):
        return popup  # names that are offered below a field: their window comes and goes
    window = popup.windowHandle() if popup is not None else QApplication.focusWindow()
    assert window is not None
    return window
