"""Today's map and the future map: change between them, begin the future one."""

from __future__ import annotations

from collections.abc import Callable

from journeymapper.domain import map_pairs
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.kinds import MapState
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.commands import maps
from journeymapper.ui.commands.names import map_title
from journeymapper.ui.dialogs.ask import ask
from journeymapper.ui.places.map_bar import MapBar


class MapStates:
    """Shows the other map of the pair; without a future map it offers to begin one."""

    def __init__(self, canvas: Canvas, bar: MapBar, show_map: Callable[[str], None]) -> None:
        self._canvas, self._bench = canvas, canvas.bench
        self._bar, self._show_map = bar, show_map

    def bind(self, binding: ActionBinding) -> None:
        """Handle the action."""
        binding.bind("view.future", self.toggle, self.is_future)

    def is_future(self) -> bool:
        """Say whether the map shown is a future map."""
        if not self._bench.ready:
            return False
        found = self._bench.snapshot.find(JourneyMap, self._bench.projection.map_id)
        return found is not None and found.state == MapState.FUTURE

    def toggle(self) -> None:
        """Go to the other map of the pair."""
        bench = self._bench
        if not bench.ready:
            return
        self._canvas.mouse.cancel()
        map_id = bench.projection.map_id
        if self._canvas.editing.finish():
            self._go(map_id)
        self._bar.show_maps(bench.snapshot, bench.projection.map_id)

    def _go(self, map_id: str) -> None:
        if self.is_future():
            today = map_pairs.today_of(self._bench.snapshot, map_id)
            if today is not None:
                self._show_map(today)
            else:
                self._bench.session.report(_("There is no map of today in this document."))
            return
        future = map_pairs.future_of(self._bench.snapshot, map_id)
        if future is not None:
            self._show_map(future)
        elif self._wanted():
            self._begin(map_id)

    def _wanted(self) -> bool:
        context = self._bench.context
        return ask(
            context,
            self._bench.view.window(),
            _("There is no future map yet"),
            _(
                "The copy begins with all stages, steps, rows, cards, feelings and ways of this"
                " map. Change it into what you want to reach; the map of today stays as it is."
            ),
            yes=_("Start from a copy of today’s map"),
            no=_("Not now"),
        )

    def _begin(self, map_id: str) -> None:
        bench = self._bench
        title = bench.say(_("{title}, future", title=map_title(bench.snapshot, map_id)))
        with bench.session.guard():
            self._show_map(maps.start_future(bench.document, map_id, title))
            bench.session.report(_("This is the future map. Change here what shall be different."))
