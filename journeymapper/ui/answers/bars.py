"""How often each answer was given, as bars; and month by month, as a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.ui.context import Context

_HEIGHT = 96
_FOOT = 18
_TOP = 16
_MOST = 56.0


class Bars(QWidget):
    """One bar an answer: its number above, its name below."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._bars: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(context.theme.px(_HEIGHT))
        context.theme.changed.connect(self.update)

    def show_bars(self, bars: Sequence[tuple[str, int]]) -> None:
        """Show names and how often."""
        self._bars = tuple(bars)
        self.setAccessibleName(", ".join(f"{name}: {n}" for name, n in bars))
        self.setToolTip("\n".join(f"{name}: {n}" for name, n in bars))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        px, colour = self._context.theme.px, self._context.theme.colour
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(px(11))
        painter.setFont(font)
        most = max(1, *(n for _name, n in self._bars))
        width = min(px(int(_MOST)), self.width() / len(self._bars))
        floor = self.height() - px(_FOOT)
        centre = Qt.AlignmentFlag.AlignCenter
        for i, (name, n) in enumerate(self._bars):
            place = len(self._bars) - 1 - i if self.isRightToLeft() else i
            x = place * width
            high = (floor - px(_TOP)) * n / most
            box = QRectF(x + 3, floor - high, width - 6, high)
            painter.fillRect(box, colour("text_secondary"))
            painter.setPen(colour("text"))
            if n:
                above = QRectF(x, floor - high - px(_TOP), width, px(_TOP))
                painter.drawText(above, centre, str(n))
            painter.setPen(colour("text_secondary"))
            shown = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, int(width) - 2
            )
            painter.drawText(QRectF(x, floor, width, px(_FOOT)), centre, shown)
        painter.setPen(QPen(colour("line_strong"), 1))
        painter.drawLine(QPointF(0, floor), QPointF(width * len(self._bars), floor))
        painter.end()


class MonthLine(QWidget):
    """Points month by month, the middle, and the limits of what is usual; signals are ringed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._points: tuple[float, ...] = ()
        self._centre = self._low = self._high = 0.0
        self._signals: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(context.theme.px(72))
        context.theme.changed.connect(self.update)

    def show_points(
        self,
        points: Sequence[float],
        limits: tuple[float, float, float],
        signals: Sequence[int],
    ) -> None:
        """Show values in order, with lower limit, middle and upper limit."""
        self._points = tuple(points)
        self._low, self._centre, self._high = limits
        self._signals = frozenset(signals)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self._points) < 2:
            return
        colour = self._context.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for value, style in (
            (self._low, Qt.PenStyle.DashLine),
            (self._centre, Qt.PenStyle.SolidLine),
            (self._high, Qt.PenStyle.DashLine),
        ):
            painter.setPen(QPen(colour("control_border"), 1, style))
            painter.drawLine(QPointF(0, self._y(value)), QPointF(self.width(), self._y(value)))
        points = [QPointF(self._x(i), self._y(value)) for i, value in enumerate(self._points)]
        painter.setPen(QPen(colour("text"), 2))
        painter.drawPolyline(points)
        for i, point in enumerate(points):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("text"))
            painter.drawEllipse(point, 4, 4)
            if i in self._signals:
                painter.setPen(QPen(colour("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(point, 8, 8)
        painter.end()

    def _x(self, place: int) -> float:
        share = place / (len(self._points) - 1)
        if self.isRightToLeft():
            share = 1 - share
        return 12 + share * (self.width() - 24)

    def _y(self, value: float) -> float:
        low = min(self._low, *self._points)
        high = max(self._high, *self._points)
        share = (value - low) / (high - low) if high > low else 0.5
        return 12 + (1 - share) * (self.height() - 24)
