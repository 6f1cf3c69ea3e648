"""Pushing the map about: middle button, or space and the left one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import Gesture


class Pan(Gesture):
    """The map follows the pointer."""

    shape = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._at = QPointF()
        self._from = (0, 0)

    def start(self, at: QPointF) -> None:
        view = self.bench.view
        self._at = at
        self._from = (view.horizontalScrollBar().value(), view.verticalScrollBar().value())

    def move(self, at: QPointF) -> None:
        view = self.bench.view
        way = at - self._at
        view.horizontalScrollBar().setValue(round(self._from[0] - way.x()))
        view.verticalScrollBar().setValue(round(self._from[1] - way.y()))
