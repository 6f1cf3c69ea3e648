"""A line with a figure on it: the dot, its interval, and the triangle of the round before."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.ui.answers.figure_words import Places
from journeymapper.ui.context import Context

_EDGE = 6.0
_HEIGHT = 26
_MIDDLE = 17.0
_WHISKER = 5.0
_DOT = 5.0
_TRACK, _INTERVAL = 1.0, 2.5
"""Widths of the two lines, far apart: in high contrast both have the same colour."""
_TRIANGLE = 5.0


class FigureLine(QWidget):
    """Paints only; what it shows is told in words beside it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._places = Places()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)

    def show_places(self, places: Places) -> None:
        """Show a figure at other places."""
        if places != self._places:
            self._places = places
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._context.theme.colour
        painter.setPen(QPen(colour("line_strong"), _TRACK))
        painter.drawLine(QPointF(_EDGE, _MIDDLE), QPointF(self.width() - _EDGE, _MIDDLE))
        where = self._places
        if where.low is not None and where.high is not None:
            left, right = sorted((self._x(where.low), self._x(where.high)))
            painter.setPen(QPen(colour("text"), _INTERVAL))
            painter.drawLine(QPointF(left, _MIDDLE), QPointF(right, _MIDDLE))
            for end in (left, right):
                painter.drawLine(QLineF(end, _MIDDLE - _WHISKER, end, _MIDDLE + _WHISKER))
        painter.setPen(QPen(colour("text"), 1.5))
        if where.earlier is not None:
            painter.setBrush(colour("surface"))
            painter.drawPolygon(triangle(self._x(where.earlier), _MIDDLE - 3.5, _TRIANGLE))
        if where.at is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("text"))
            painter.drawEllipse(QPointF(self._x(where.at), _MIDDLE), _DOT, _DOT)
        painter.end()

    def _x(self, share: float) -> float:
        return _EDGE + share * (self.width() - 2 * _EDGE)


class TriangleMark(QWidget):
    """The triangle alone, for the sentence that says what it means."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFixedSize(13, 13)
        context.theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._context.theme.colour("text"), 1.5))
        painter.drawPolygon(triangle(6.5, 11, _TRIANGLE))
        painter.end()


def triangle(x: float, tip: float, half: float) -> QPolygonF:
    """Return a triangle that points down to (x, tip)."""
    top = tip - 1.6 * half
    return QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, tip)])
