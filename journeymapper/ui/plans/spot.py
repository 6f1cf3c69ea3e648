"""A part of a drawing that can be reached and held: invisible, but for where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from journeymapper.ui.context import Context

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_HELD = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
)


class Spot(QPushButton):
    """Lies over what a drawing shows of ``id``. A click chooses it; a second one or Enter opens."""

    arrow = Signal(int, int, object)
    """To the right, down, and the keys held with it (Alt, Shift, Ctrl)."""
    chosen = Signal()
    opened = Signal()
    focused = Signal()
    """The keyboard has come here, not by the mouse."""

    def __init__(self, context: Context, id_: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plan_spot")
        self.id = id_
        self._context = context
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._by_mouse = False
        self.clicked.connect(self._on_click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            self.arrow.emit(*arrow, event.modifiers() & _HELD)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._by_mouse = True
        super().mouseReleaseEvent(event)
        self._by_mouse = False

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.focused.emit()  # what is under the pointer must not move away

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.hasFocus() and not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, width = ("accent", 2.0) if self.hasFocus() else ("text_tertiary", 1.0)
        painter.setPen(QPen(self._context.theme.colour(role), width))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _on_click(self, _on: bool) -> None:  # as Qt calls it
        """Keys and screen readers open; so does the mouse, but not at the first click."""
        (self.chosen if self._by_mouse else self.opened).emit()
