"""The title of the map in the bar: renamed in place."""

from __future__ import annotations

from PySide6.QtCore import QObject

from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import maps
from journeymapper.ui.places.map_bar import MapBar


class MapNames(QObject):
    """Between the bar and the document."""

    def __init__(self, bench: Bench, bar: MapBar) -> None:
        super().__init__(bar)
        self._bench, self._bar = bench, bar
        bar.renamed.connect(self._rename)

    def _rename(self, title: str) -> None:
        document = self._bench.session.document
        if document is not None:
            with self._bench.session.guard():
                maps.rename(document, self._bench.projection.map_id, title)
