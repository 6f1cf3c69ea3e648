"""The titles of maps in the bar: renamed in place, and places where something can be dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint

from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import maps, transfers
from journeymapper.ui.places.map_bar import MapBar


class MapNames(QObject):
    """Between the bar and the document."""

    def __init__(self, bench: Bench, bar: MapBar) -> None:
        super().__init__(bar)
        self._bench, self._bar = bench, bar
        bench.doors.add(self._maps_at)
        bar.renamed.connect(self._rename)

    def _maps_at(self, point: QPoint) -> tuple[tuple[str, str], ...]:
        """Return id and title of the other maps that a point of the screen stands for."""
        found = self._bar.maps_at(point)
        projection, say = self._bench.projection, self._bench.say
        others = transfers.others(projection.snapshot, projection.map_id)
        return tuple((m.id, m.title or say(_("Map"))) for m in others if m.id in found)

    def _rename(self, title: str) -> None:
        document = self._bench.session.document
        if document is not None:
            with self._bench.session.guard():
                maps.rename(document, self._bench.projection.map_id, title)
