"""The portfolio: a chart of who stands behind which plans, and the table to fill in."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from journeymapper.analysis.plans.portfolio import portfolio
from journeymapper.drawing.plans.portfolio import portfolio_chart
from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import Drawn, pen_of
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.more_portfolio import PortfolioLines
from journeymapper.ui.session import Session

_AROUND, _LEAST, _MOST = 52, 320.0, 1100.0


class PortfolioDialog(MoreDialog):
    """The chart follows what is filled in below it."""

    def __init__(self, context: Context, session: Session, parent: QWidget | None) -> None:
        self.drawn = Drawn(context)
        super().__init__(context, session, PortfolioLines(today_of(context)), parent)
        self.body.insertWidget(self.body.indexOf(self.view), self.drawn)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._draw)

    def _show(self, *_changes: object) -> None:
        super()._show()
        self._draw()

    def _draw(self) -> None:
        found = portfolio(self.model.snapshot, today_of(self.context))
        self.drawn.setVisible(bool(found))
        if found:
            width = (self.width() - _AROUND) / self.context.theme.scale
            chart = portfolio_chart(pen_of(self.context), found, min(_MOST, max(_LEAST, width)))
            self.drawn.show_drawing(chart.drawing, self.context.say(chart.alt))
            self.drawn.setToolTip(self.context.say(chart.alt))
