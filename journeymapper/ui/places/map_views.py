"""Where one stood on each map of the document, so that one comes back to the same place."""

from __future__ import annotations

from journeymapper.domain.records import dataclass
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import Spot, is_shown


@dataclass(frozen=True, slots=True)
class _Stood:
    spot: Spot | None
    across: int
    down: int


class MapViews:
    """Selection and scroll of each map. Window state: gone when the document is closed."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._stood: dict[str, _Stood] = {}

    def forget(self) -> None:
        """Another document is shown."""
        self._stood.clear()

    def leave(self, map_id: str) -> None:
        """Note where one stands, before the map ``map_id`` is shown."""
        bench = self._bench
        self._stood.pop(bench.projection.map_id, None)
        if bench.ready and bench.projection.map_id != map_id:
            view = bench.view
            self._stood[bench.projection.map_id] = _Stood(
                bench.cursor.spot,
                view.horizontalScrollBar().value(),
                view.verticalScrollBar().value(),
            )

    def arrive(self) -> None:
        """Stand where one stood on the map that is shown now, if that is still there."""
        bench = self._bench
        stood = self._stood.get(bench.projection.map_id)
        if stood is None or not bench.ready:
            return
        if stood.spot is not None and is_shown(bench.layout, bench.snapshot, stood.spot):
            bench.cursor.go_to(stood.spot)
        bench.view.horizontalScrollBar().setValue(stood.across)
        bench.view.verticalScrollBar().setValue(stood.down)
