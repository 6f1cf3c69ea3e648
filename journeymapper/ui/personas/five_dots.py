"""A number from one to five as dots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import _
from journeymapper.ui.context import Context

MOST = 5


class FiveDots(QWidget):
    """A number from 1 to 5 as dots; click, arrow keys or digits choose, Del takes it away."""

    chosen = Signal(object)
    """The number, or None."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self._name = name
        self._value: int | None = None
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(MOST * 15 + 4, 24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        context.theme.changed.connect(self.update)
        self.set_value(None)

    def value(self) -> int | None:
        """Return the number shown, None for none."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number without telling anybody."""
        self._value = value
        words = _("{name}: not said yet", name=self._name)
        if value:
            words = _("{name}: {value} of 5", name=self._name, value=value)
        said = self._context.say(words)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._context.theme.colour("text_secondary")
        for i in range(MOST):
            painter.setPen(QPen(ink, 1.25))
            painter.setBrush(ink if i < (self._value or 0) else QColor(Qt.GlobalColor.transparent))
            x = i if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else MOST - 1 - i
            painter.drawEllipse(QPointF(8 + x * 15, 12), 4.4, 4.4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int((event.position().x() - 0.5) // 15)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at = MOST - 1 - at
        value = max(1, min(MOST, at + 1))
        self._choose(None if value == self._value else value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, now = event.key(), self._value or 0
        back, on = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            back, on = on, back
        if key in (back, Qt.Key.Key_Down):
            self._choose(now - 1 if now > 1 else None)
        elif key in (on, Qt.Key.Key_Up):
            self._choose(min(MOST, now + 1))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0):
            self._choose(None)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._choose(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def _choose(self, value: int | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)
