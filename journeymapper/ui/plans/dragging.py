"""One plan taken with the mouse: a press that moves far enough, until let go or Escape."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class Landing(Protocol):
    """Where something can be dragged; points are global."""

    def lift(self, taken: QWidget, point: QPoint) -> bool:
        """Begin; ``point`` is where it was pressed. False: this one does not move."""

    def hover(self, taken: QWidget, point: QPoint) -> None:
        """Show what would happen here."""

    def drop(self, taken: QWidget, point: QPoint) -> None:
        """Do it."""

    def put_back(self, taken: QWidget) -> None:
        """Nothing has happened."""


class Dragging(QObject):
    """Watches widgets and tells where they are dragged; a short press stays a click.

    Escape, the right button and losing the window put back.
    """

    def __init__(self, landing: Landing) -> None:
        super().__init__()
        self._landing = landing
        self._pressed: tuple[QWidget, QPoint] | None = None
        self._lifted = False

    @property
    def lifted(self) -> bool:
        """Say whether something is being dragged."""
        return self._lifted

    def watch(self, widget: QWidget) -> None:
        """Let a widget be dragged."""
        widget.installEventFilter(self)

    def cancel(self) -> None:
        """Put back what is being dragged."""
        pressed, lifted = self._pressed, self._lifted
        self._pressed, self._lifted = None, False
        if pressed is not None and lifted:
            self._landing.put_back(pressed[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._mouse(watched, event)
        if self._lifted and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            return True
        if self._lifted and kind == QEvent.Type.ShortcutOverride:
            event.accept()  # while it is held, keys belong to it
            return True
        if kind in (QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.cancel()
        return False

    def _mouse(self, watched: QWidget, event: QMouseEvent) -> bool:
        point = event.globalPosition().toPoint()
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            if event.button() != Qt.MouseButton.LeftButton:
                was = self._lifted
                self.cancel()
                return was
            watched.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed = (watched, point)
            return False
        if self._pressed is None or self._pressed[0] is not watched:
            return False
        if kind == QEvent.Type.MouseMove:
            return self._moved(watched, point)
        if kind == QEvent.Type.MouseButtonRelease:
            lifted, self._lifted, self._pressed = self._lifted, False, None
            if lifted:
                self._landing.drop(watched, point)
            return lifted
        return False

    def _moved(self, watched: QWidget, point: QPoint) -> bool:
        assert self._pressed is not None
        start = self._pressed[1]
        if not self._lifted:
            far = (point - start).manhattanLength() >= QApplication.startDragDistance()
            if not far:
                return False
            if not self._landing.lift(watched, start):
                self._pressed = None
                return False
            self._lifted = True
        self._landing.hover(watched, point)
        return True
