"""Turns the filter "only what patients told us" on and off; map and table alike follow it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journeymapper.analysis.evidence_share import evidence_share, persona_share
from journeymapper.domain import queries
from journeymapper.domain.changes import ChangeSet
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.check.meter import persona_words
from journeymapper.ui.places import told
from journeymapper.ui.places.map_table import MapTable
from journeymapper.ui.places.told import ToldBanner


class MapTold(QObject):
    """Whether only what was told is shown is window state; it is off when a map is opened."""

    changed = Signal()
    """The filter was turned on or off; the map is laid out for it already."""

    def __init__(
        self, canvas: Canvas, table: MapTable, binding: ActionBinding, owner: QObject
    ) -> None:
        super().__init__(owner)
        self._canvas, self._table, self._binding = canvas, table, binding
        self.banner = ToldBanner(canvas.bench.context)
        self.banner.off_wanted.connect(lambda: self.show(only=False))
        binding.bind("view.only_told", self.toggle, lambda: self.is_on)

    @property
    def is_on(self) -> bool:
        """Say whether the filter is on."""
        return self._canvas.projection.setting.only_told

    def toggle(self) -> None:
        """Turn the filter on or off."""
        self.show(only=not self.is_on)

    def show(self, *, only: bool) -> None:
        """Show only what was told, or everything; what is being typed is kept first."""
        if not self._canvas.bench.ready:
            return
        self._canvas.settle()
        if self._table.finish():
            self._canvas.projection.change_setting(only_told=only)
            self._table.refresh()
            self.changed.emit()
            self._table.take_focus()
            self._binding.refresh()

    def turn_off(self) -> None:
        """Show everything, because another document is shown."""
        self._canvas.projection.change_setting(only_told=False)

    def refresh(self) -> None:
        """Say what is so now, in the words for those whom the project serves."""
        bench = self._canvas.bench
        people = queries.project(bench.document.snapshot).people
        self._binding.action("view.only_told").setText(bench.say(told.NAMES[people]))
        if self.is_on:
            share = evidence_share(bench.document.snapshot, bench.projection.map_id)
            self.banner.tell(people, share)
        self.banner.setVisible(self.is_on)

    def note(self, changes: ChangeSet) -> None:
        """Say so when something was written that the filter leaves out."""
        if self.is_on and told.leaves_out(changes):
            self._canvas.bench.session.report(told.KEPT)

    def how_sure(self, persona_id: str) -> str:
        """Return how much is known from people of how a persona feels, in words."""
        bench = self._canvas.bench
        if not bench.ready:
            return ""
        snapshot, map_id = bench.document.snapshot, bench.projection.map_id
        share = persona_share(snapshot, map_id, persona_id)
        return bench.say(persona_words(queries.project(snapshot).people, share))
