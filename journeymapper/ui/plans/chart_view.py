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
_HEIGHTS = ((1000.0, 270.0), (640.0, 214.0), (0.0, 180.0))
"""From which width on a chart is how high, where there is room."""
_LOWEST = 172.0
_BESIDE, _MORE = 402.0, 90.0
"""Height that is wanted for what stands above and below the chart; so much higher it gets where
there is plenty of room."""


class ChartView(QWidget):
    """Draws itself anew for each width and theme; its words stand for it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Effect, str, datetime.date] | None = None
        self._room = 0.0
        self._ink = ink_of(context)
        self.chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(context.theme.px(_LEAST))
        context.theme.changed.connect(self._dress)

    def show_effect(self, effect: Effect | None, started: str, today: datetime.date) -> None:
        """Show a measure, or nothing."""
        self._shown = (effect, started, today) if effect is not None else None
        self._make()

    def set_room(self, height: int) -> None:
        """Say how high the part of the window is in which the chart is one thing among others."""
        if height != self._room:
            self._room = height
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
        wanted = next(high for wide, high in _HEIGHTS if width >= wide)
        height = _fitting(wanted, self._room / self._context.theme.scale)
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


def _fitting(wanted: float, room: float) -> float:
    """Return how high a chart is in a part of the window that is so high, 0 for not known."""
    if not room:
        return wanted
    spare = room - _BESIDE - wanted
    return wanted + min(_MORE, spare / 2) if spare > 0 else max(_LOWEST, wanted + spare)
