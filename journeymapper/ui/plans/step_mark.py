"""A small box that says whether a step is filled in; it is not for clicking."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeymapper.ui.context import Context

_SIDE = 16


class StepMark(QWidget):
    """Filled with a tick, or empty."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._done = False
        self.setFixedSize(_SIDE, _SIDE)
        context.theme.changed.connect(self.update)

    def set_done(self, *, done: bool) -> None:
        """Show another state."""
        if done != self._done:
            self._done = done
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._context.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("text_secondary" if self._done else "control_border"), 1))
        painter.setBrush(colour("text_secondary" if self._done else "surface"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, _SIDE - 1, _SIDE - 1), 3, 3)
        if self._done:
            painter.setPen(Qt.PenStyle.NoPen)
            self._context.painter.paint(painter, "check", 2, 2, _SIDE - 4, "surface")
        painter.end()
