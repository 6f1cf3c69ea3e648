"""The columns of the board beside each other; where they do not fit they scroll across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from journeymapper.analysis.plans.standing import Stage
from journeymapper.ui.context import Context
from journeymapper.ui.plans.board_column import BoardColumn
from journeymapper.ui.plans.card import PlanCard

_LEAST = 208
"""A narrower column cuts words, in px at 100 % text."""
_EDGE, _PUSH = 28, 14
"""A card that is held so near to an end brings what lies there into view, by so much each time."""


class BoardColumns(QScrollArea):
    """``by_stage`` has the columns from start to end."""

    def __init__(self, context: Context, stages: Sequence[Stage]) -> None:
        super().__init__()
        self._context = context
        self.by_stage: Mapping[Stage, BoardColumn] = {s: BoardColumn(context, s) for s in stages}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("scrolled")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for column in self.by_stage.values():
            row.addWidget(column, 1)
        self.setWidget(page)
        context.theme.changed.connect(self._dress)
        self._dress()

    def cards(self) -> list[PlanCard]:
        """Return all cards, column by column."""
        return [card for column in self.by_stage.values() for card in column.cards]

    def show_card(self, card: PlanCard) -> None:
        """Bring a card into view."""
        column = next((one for one in self.by_stage.values() if card in one.cards), None)
        if column is not None:
            column.show_card(card)
            self.ensureWidgetVisible(column, 0, 0)

    def at(self, point: QPoint) -> BoardColumn | None:
        """Return the column at a point of the screen, as far as it is seen."""
        if not self.viewport().rect().contains(self.viewport().mapFromGlobal(point)):
            return None
        columns = self.by_stage.values()
        return next((c for c in columns if c.rect().contains(c.mapFromGlobal(point))), None)

    def follow(self, point: QPoint) -> None:
        """Something is held there: near an end, go on to what lies beyond."""
        x, bar = self.viewport().mapFromGlobal(point).x(), self.horizontalScrollBar()
        by = -_PUSH if x < _EDGE else _PUSH if x > self.viewport().width() - _EDGE else 0
        forwards = by if self.isLeftToRight() else -by
        bar.setValue(bar.value() + forwards)

    def _dress(self) -> None:
        for column in self.by_stage.values():
            column.setMinimumWidth(self._context.theme.px(_LEAST))
