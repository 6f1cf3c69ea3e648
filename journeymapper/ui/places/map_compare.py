"""The comparison in the place of the map: made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import Message
from journeymapper.ui.late import late

if TYPE_CHECKING:
    from journeymapper.ui.compare.panel import ComparePanel
    from journeymapper.ui.places.map import MapPlace

_panel: Callable[..., ComparePanel] = late("compare.panel", "ComparePanel")


class MapCompare(QObject):
    """Shows the comparison or the map; nothing can be changed while one compares."""

    def __init__(self, place: MapPlace) -> None:
        super().__init__(place)
        self._place = place
        self._made: ComparePanel | None = None
        self.shown = False
        place.binding.bind("view.compare", self.toggle, lambda: self.shown)
        place.session.changed.connect(self._on_change)
        place.session.closed.connect(self.stop)

    @property
    def panel(self) -> ComparePanel:
        """The comparison, made if it was not there yet."""
        if self._made is None:
            place = self._place
            self._made = _panel(place.context, place.session)
            self._made.closed.connect(self.toggle)
            self._made.wanted.connect(self._show)
            self._made.changed.connect(place.fact_changed)
        return self._made

    def toggle(self) -> None:
        """Compare, or go back to the map."""
        place = self._place
        if self.shown and place.isVisible():
            self.stop()
            place.activate()
            place.binding.refresh()
        elif place.canvas.bench.ready:
            self._start()

    def show_since(self, map_id: str, version_id: str) -> None:
        """Compare a map as it was at a version with now."""
        place = self._place
        if place.projection.map_id != map_id:
            place.show_map(map_id)
        if not self.shown:
            self.toggle()
        if self.shown:
            self.panel.since(version_id)

    def stop(self) -> None:
        """Put the comparison away."""
        if self.shown:
            self.shown = False
            self._place.walk.bring(None)
            self._place.fact_changed.emit()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.panel.list.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        """Return what F6 steps through."""
        return (self.panel.picture, self.panel.list)

    def fact(self) -> Message:
        """Return one sentence for the status bar."""
        return self.panel.fact()

    def _start(self) -> None:
        place = self._place
        place.walk.stop()
        place.canvas.settle()
        place.inspector.flush()
        if not place.table.finish():
            return
        self.shown = True
        place.walk.bring(self.panel, self.panel.bar)
        self.panel.begin(place.projection.map_id)
        place.binding.action("go.map").trigger()
        self.take_focus()
        place.fact_changed.emit()

    def _on_change(self, _changes: object) -> None:
        document = self._place.session.document
        if self.shown and document is not None and queries.maps(document.snapshot):
            self.panel.follow()

    def _show(self, map_id: str, id_: str) -> None:
        """Go to a step or stage on its map."""
        document = self._place.session.document
        if document is None or document.snapshot.find(JourneyMap, map_id) is None:
            return
        self.stop()
        if self._place.projection.map_id != map_id:
            self._place.show_map(map_id)
        self._place.activate()
        self._place.actions_.show_place(id_)
        self._place.binding.refresh()
