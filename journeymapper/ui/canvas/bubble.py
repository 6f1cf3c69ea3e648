"""A dark bubble with a few words beside the pointer: what a gesture would do, or why not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from journeymapper.ui.paint.ink import Ink

_GAP = 18


class Bubble(QLabel):
    """Lies over the view, takes no events, and stays inside."""

    def __init__(self, parent: QWidget, ink: Ink) -> None:
        super().__init__(parent)
        self._around = parent
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(8, 4, 8, 4)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self.update()

    def say(self, text: str, at: QPoint) -> None:
        """Show words below a point of the parent, or above where there is no room."""
        if not text:
            self.hide()
            return
        if text != self.text():
            self.setText(text)
        self.adjustSize()
        room = self._around.rect()
        x = max(4, min(at.x(), room.width() - self.width() - 4))
        y = at.y() + _GAP
        if y + self.height() > room.height():
            y = at.y() - _GAP - self.height()
        self.move(x, max(0, y))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.brush("text"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(self._ink.colour("surface"))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
