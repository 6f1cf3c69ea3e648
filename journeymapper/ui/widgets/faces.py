"""The five faces, and the valley of faces that greets a newcomer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.domain.message import _
from journeymapper.drawing.curve import curve, slopes
from journeymapper.drawing.theme import feeling_role
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import path_of
from journeymapper.ui.theme.holder import ThemeHolder

_UNIT = 22.0
"""The radius that the numbers below are meant for."""

_VALLEY = (2, 0, -2, -4, -2, 0, 2, 4)
_LEVEL = 19.0
_COLUMN = 120.0
_END = 40.0


def paint_face(
    painter: QPainter, holder: ThemeHolder, centre: QPointF, radius: float, value: int
) -> None:
    """Paint the face of a value: -4 awful, -2 not good, 0 neither, 2 good, 4 great."""
    ink = holder.colour(feeling_role(value, "number"))
    painter.save()
    painter.translate(centre)
    painter.scale(radius / _UNIT, radius / _UNIT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(holder.colour(feeling_role(value)))
    painter.drawEllipse(QPointF(0, 0), _UNIT, _UNIT)
    painter.setBrush(ink)
    for side in (-1, 1):
        painter.drawEllipse(QPointF(6.9 * side, -3.4), 2.7, 2.7)
    _mouth(painter, ink, value)
    painter.restore()


def _mouth(painter: QPainter, ink: QColor, value: int) -> None:
    pen = QPen(ink, 2.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    path = QPainterPath()
    if value >= 4:
        path.moveTo(-10, 2)
        path.cubicTo(-10, 14, 10, 14, 10, 2)
        path.closeSubpath()
        painter.drawPath(path)
        return
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    depth = {2: 5.5, 0: 0.0, -2: -5.0, -4: -7.5}[value]
    edge = {2: 4.5, 0: 6.4, -2: 8.4, -4: 11.2}[value]
    path.moveTo(-7.8, edge)
    path.cubicTo(-4.5, edge + depth, 4.5, edge + depth, 7.8, edge)
    painter.drawPath(path)
    if value <= -4:
        pen.setWidthF(2.2)
        painter.setPen(pen)
        for side in (-1, 1):
            painter.drawLine(QPointF(10.8 * side, -8.8), QPointF(4.6 * side, -6.4))


class Valley(QWidget):
    """The curve of a journey with a face at each step: good, worse, awful, better, great."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._holder = context.theme
        self.setAccessibleName(
            context.say(_("A journey that begins well, has a deep valley and ends very well"))
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_small(small=False)
        self.setMinimumWidth(240)
        context.theme.changed.connect(self.update)

    def set_small(self, *, small: bool) -> None:
        """Take half the room."""
        self.setMaximumWidth(round(self._width() * (0.48 if small else 1.0)))

    def sizeHint(self) -> QSize:
        return QSize(int(self._width()), int(self._height()))

    def heightForWidth(self, width: int) -> int:
        return round(self._height() * min(1.0, width / self._width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / self._width(), self.height() / self._height())
        painter.translate((self.width() - self._width() * scale) / 2, 0)
        painter.scale(scale, scale)
        zero = _UNIT + 4 * _LEVEL
        painter.fillRect(QRectF(0, zero - 0.75, self._width(), 1.5), self._holder.colour("line"))
        points = [(_END + i * _COLUMN, zero - value * _LEVEL) for i, value in enumerate(_VALLEY)]
        painter.setPen(QPen(self._holder.colour("persona_1"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path_of(curve(points, slopes(points))))
        for (x, y), value in zip(points, _VALLEY, strict=True):
            paint_face(painter, self._holder, QPointF(x, y), _UNIT, value)
        painter.end()

    @staticmethod
    def _width() -> float:
        return 2 * _END + (len(_VALLEY) - 1) * _COLUMN

    @staticmethod
    def _height() -> float:
        return 8 * _LEVEL + 2 * _UNIT
