"""Dragging the lower edge of a row's title: how high the row is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from journeymapper.document.operations import lanes
from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.commands import rows


class ResizeRow(CarryGesture):
    """The row follows the pointer; it is never lower than its text needs."""

    shape = Qt.CursorShape.SizeVerCursor
    scrolls = False

    def __init__(self, bench: Bench, lane_id: str) -> None:
        super().__init__(bench, None)
        self._id = lane_id
        self._title = row_label(bench.snapshot, bench.context.tokens, lane_id)
        self._home = next(row.h for row in bench.layout.rows if row.lane == lane_id)
        self._from = 0.0
        self._height: int | None = None

    def start(self, at: QPointF) -> None:
        self._from = at.y()

    def move(self, at: QPointF) -> None:
        bench = self.bench
        wished = round(self._home + (at.y() - self._from) / bench.board.zoom)
        height = max(rows.LOWEST, min(rows.HIGHEST, wished))
        self._height = height
        self.show_result(height, lambda tx: lanes.set_lane_height(tx, self._id, height))
        row = next(row for row in bench.layout.rows if row.lane == self._id)
        words = bench.say(_("As low as its text allows")) if row.h > height else ""
        bench.bubble.say(words, at.toPoint())
        bench.repaint()

    def release(self, at: QPointF) -> None:
        self.move(at)
        self.cancel()
        if self._height is not None:
            rows.set_height(self.bench.document, self._id, self._height, self._title)
