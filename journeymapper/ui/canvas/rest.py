"""Lays out the rest of a long map while nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from journeymapper.drawing.map.ahead import measured_ahead
from journeymapper.drawing.map.places import Near

if TYPE_CHECKING:
    from journeymapper.ui.canvas.projection import Projection

_PAUSE_MS = 30
"""So long nothing is done after something was painted."""

_UNSEEN_MS = 1000
"""So long nothing is done after something was shown that nobody sees painted."""

_MEASURED = 10
"""Columns measured at a time: about as long as one picture takes to paint."""

_PLACED = 60
"""Columns placed at a time, and more of a map so long that it would take very often."""

_TURNS = 25


class Rest(QObject):
    """Works on what waits in the layout of a projection whenever nothing else is to be done."""

    def __init__(self, projection: Projection) -> None:
        super().__init__(projection)
        self._projection = projection
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        projection.shown.connect(self._begin)

    def _begin(self) -> None:
        layout = self._projection.layout
        if layout is None or not layout.waiting:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(_UNSEEN_MS)

    def go_on_soon(self) -> None:
        """What was shown has been painted: there is time for the rest."""
        if self._timer.isActive() and self._timer.interval() == _UNSEEN_MS:
            self._timer.start(_PAUSE_MS)

    def _go_on(self) -> None:
        layout = self._projection.layout
        if layout is None or not layout.waiting or self._projection.previewing:
            self._timer.stop()
            return
        self._timer.setInterval(0)
        ahead = measured_ahead(layout, _MEASURED)
        if ahead is not None:
            self._projection.layout = ahead  # shows the same
            return
        if any(not stage.measured for stage in layout.sums.values()):
            self._projection.lay_out_now(frozenset(column.place for column in layout.waiting))
            return
        count = max(_PLACED, len(layout.columns) // _TURNS)
        part = layout.waiting[:count]
        self._projection.lay_out_now(frozenset(), Near(part[0].x, part[-1].right))
