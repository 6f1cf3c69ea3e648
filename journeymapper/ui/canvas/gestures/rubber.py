"""Drawing a frame around cells to select them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import Gesture
from journeymapper.ui.canvas.spots import Spot, spot_at


class RubberBand(Gesture):
    """Selects from the cell where it begins to the cell where it ends."""

    shape = Qt.CursorShape.CrossCursor

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._from = (0.0, 0.0)
        self._before = (bench.cursor.spot, bench.cursor.selected)

    def start(self, at: QPointF) -> None:
        self._from = self.bench.on_map(at)
        first = self._spot(*self._from)
        if first is not None:
            self.bench.cursor.go_to(first)

    def move(self, at: QPointF) -> None:
        bench = self.bench
        zoom, offset = bench.board.zoom, bench.board.scroll
        start = QPointF(self._from[0] * zoom, self._from[1] * zoom) - offset
        bench.marks.rubber = QRectF(start, at).normalized()
        end = self._spot(*bench.on_map(at))
        if end is not None:
            bench.cursor.go_to(end, extend=True)
        bench.repaint()

    def release(self, at: QPointF) -> None:
        self.move(at)
        self.bench.marks.end_gesture()
        self.bench.repaint()

    def cancel(self) -> None:
        super().cancel()
        if self._before[1]:
            self.bench.cursor.select(self._before[1])

    def _spot(self, x: float, y: float) -> Spot | None:
        spot = spot_at(self.bench.snapshot, self.bench.layout, x, y)
        return spot.bare if spot else None
