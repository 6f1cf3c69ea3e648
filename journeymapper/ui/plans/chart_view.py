"""The chart of a measure in the window: as wide as there is room."""

from __future__ import annotations

import datetime

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.analysis.plans.effect import Effect
from journeymapper.drawing.charts.chart import Chart
from journeymapper.drawing.plans.measure_chart import measure_chart
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import ink_of, pen_of
from journeymapper.ui.paint.painter import paint_drawing

_LEAST = 320.0
_HIGH, _LOW = 236.0, 190.0
_WIDE = 640.0
"""From this width on the chart is high."""


class ChartView(QWidget):
    """Draws itself anew for each width and theme; its words stand for it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Effect, str, datetime.date] | None = None
        self._ink = ink_of(context)
        self.chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(context.theme.px(_LEAST))
        context.theme.changed.connect(self._dress)

    def show_effect(self, effect: Effect | None, started: str, today: datetime.date) -> None:
        """Show a measure, or nothing."""
        self._shown = (effect, started, today) if effect is not None else None
        self._make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.chart is None:
            return
        painter = QPainter(self)
        painter.scale(self._context.theme.scale, self._context.theme.scale)
        paint_drawing(painter, self.chart.drawing, self._ink)
        painter.end()

    def _make(self) -> None:
        if self._shown is None:
            self.chart = None
            return
        width = max(_LEAST, self.width() / self._context.theme.scale)
        height = _HIGH if width >= _WIDE else _LOW
        self.chart = measure_chart(pen_of(self._context), *self._shown, width, height)
        self.setFixedHeight(self._context.theme.px(height))
        words = self._context.say(self.chart.alt)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def _dress(self) -> None:
        self._ink = ink_of(self._context)
        self.setMinimumWidth(self._context.theme.px(_LEAST))
        self._make()
