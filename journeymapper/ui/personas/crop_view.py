"""A picture with a square on it that is moved and sized by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from journeymapper.importing.portraits import Square, fitted, middle

_STEP, _LONG = 0.01, 0.05
_LARGER = 1.08
_SHADE = QColor(0, 0, 0, 150)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_GROW = {Qt.Key.Key_Plus: _LARGER, Qt.Key.Key_Equal: _LARGER, Qt.Key.Key_Minus: 1 / _LARGER}


class CropView(QWidget):
    """``square`` is the part that is kept. Arrows move it, plus and minus size it.

    A drag moves it, the wheel sizes it; Home puts it back to the middle.
    """

    changed = Signal()

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self._grip: QPointF | None = None
        self.square = middle(image.width(), image.height())
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 240)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def place(self) -> QRectF:
        """Return where the picture lies in the widget."""
        size = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def frame(self) -> QRectF:
        """Return where the square lies in the widget."""
        place = self.place()
        side = min(place.width(), place.height()) * self.square.side
        left = place.left() + self.square.left * place.width()
        return QRectF(left, place.top() + self.square.top * place.height(), side, side)

    def move_by(self, x: float, y: float) -> None:
        """Move the square by parts of the picture's width and height."""
        self._take(Square(self.square.left + x, self.square.top + y, self.square.side))

    def grow(self, factor: float) -> None:
        """Make the square larger or smaller around its middle."""
        place, before = self.place(), self.frame()
        fitting = fitted(
            Square(self.square.left, self.square.top, self.square.side * factor),
            place.width(),
            place.height(),
        )
        side = min(place.width(), place.height()) * fitting.side
        left = (before.center().x() - side / 2 - place.left()) / place.width()
        top = (before.center().y() - side / 2 - place.top()) / place.height()
        self._take(Square(left, top, fitting.side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in _ARROWS:
            x, y = _ARROWS[key]
            step = _LONG if far else _STEP
            self.move_by(x * step, y * step)
        elif key in _GROW:
            self.grow(_GROW[key])
        elif key == Qt.Key.Key_Home:
            self._take(middle(self._image.width(), self._image.height()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        place, way = self.place(), event.position() - self._grip
        self._grip = event.position()
        self.move_by(way.x() / place.width(), way.y() / place.height())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.grow(_LARGER if event.angleDelta().y() > 0 else 1 / _LARGER)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
        )
        place, frame = self.place(), self.frame()
        painter.drawImage(place, self._image)
        shade = QPainterPath()
        shade.addRect(place)
        hole = QPainterPath()
        hole.addEllipse(frame)
        painter.fillPath(shade.subtracted(hole), _SHADE)
        painter.setPen(QPen(QColor("white"), 2))
        painter.drawEllipse(frame.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(QColor(255, 255, 255, 140), 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(420, 380)

    def _take(self, square: Square) -> None:
        self.square = fitted(square, self._image.width(), self._image.height())
        self.update()
        self.changed.emit()
