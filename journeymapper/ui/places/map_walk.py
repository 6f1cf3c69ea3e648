"""The walk in the place of the map: it takes the room of the map and gives it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journeymapper.app.settings import WALKS
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map import words
from journeymapper.ui.late import late
from journeymapper.ui.places.map_bar import MapBar
from journeymapper.ui.walk.resuming import invitation

if TYPE_CHECKING:
    from journeymapper.ui.places.map import MapPlace
    from journeymapper.ui.walk.walking import Walking

_walking: Callable[..., Walking] = late("walk.walking", "Walking")


class MapWalk(QObject):
    """Shows the map, or the walk through it; the walk is made when it is first wanted."""

    def __init__(self, place: MapPlace, map_: QWidget, bar: MapBar) -> None:
        super().__init__(place)
        self._place, self._bar = place, bar
        self._parts: Walking | None = None
        self.bars = QStackedWidget()
        self.bars.addWidget(bar)
        self._either = QStackedWidget()
        self._either.addWidget(map_)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._either)
        place.binding.bind("walk.start", self.toggle, lambda: self.walking)
        place.session.closed.connect(self._show_map)

    @property
    def walking(self) -> bool:
        """Say whether the walk is in front."""
        return self._parts is not None and self._parts.guide.active

    @property
    def parts(self) -> Walking:
        """The walk, made if it was not there yet."""
        if self._parts is None:
            place = self._place
            self._parts = _walking(place.context, place.session, place.binding)
            self._parts.stopped.connect(self.stop)
            self._parts.guide.changed.connect(place.fact_changed)
            self._either.addWidget(self._parts.page)
            self.bars.addWidget(self._parts.bar)
        return self._parts

    def toggle(self) -> None:
        """Begin or go on; from the walk, go to the map."""
        if self.walking and self._place.isVisible():
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Walk through the map that is shown, from where one stopped."""
        place = self._place
        document, map_id = place.session.document, place.projection.map_id
        if document is None:
            return
        if not queries.touchpoints_of_map(document.snapshot, map_id):
            place.session.report(_("Add the first steps, then the walk asks about each of them."))
            return
        place.canvas.settle()
        place.inspector.flush()
        parts = self.parts
        parts.begin(document, map_id)
        self._either.setCurrentWidget(parts.page)
        self.bars.setCurrentWidget(parts.bar)
        place.binding.action("go.map").trigger()
        self.take_keys()
        place.fact_changed.emit()

    def stop(self) -> None:
        """Go to the map, at the step where the walk was; from its end, at the worst step."""
        if not self.walking or not self.flush():
            return
        guide = self.parts.guide
        step = guide.step_id
        if guide.at_end:
            worst = self.parts.page.finish.deepest()
            step = worst.step.id if worst is not None else guide.order[0]
        self.parts.rest()
        self._show_map()
        place = self._place
        if place.canvas.bench.ready and step:
            place.actions_.show_step(step)
        if place.isVisible():
            place.activate()
        self.refresh_bar()
        place.fact_changed.emit()

    def bring(self, page: QWidget | None, bar: QWidget | None = None) -> None:
        """Bring another page and its bar to the front in place of the map; None: the map."""
        for stack, one in ((self._either, page), (self.bars, bar)):
            if one is not None and stack.indexOf(one) < 0:
                stack.addWidget(one)
            stack.setCurrentIndex(stack.indexOf(one) if one is not None else 0)

    def flush(self) -> bool:
        """Write what is being typed; False when it is refused."""
        return not self.walking or self.parts.flush()

    def take_keys(self) -> None:
        """The keys answer the questions now."""
        self.parts.page.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        """Return what F6 steps through."""
        return self.parts.page.areas()

    def fact(self) -> Message:
        """Return one sentence for the status bar."""
        guide = self.parts.guide
        if guide.at_end:
            people = queries.project(guide.snapshot).people
            return words.asked(people, self._asked(), len(guide.order))
        return _("{n} of {total} steps done", n=guide.passed, total=len(guide.order))

    def refresh_bar(self) -> None:
        """Say in the bar of the map how the walk goes on."""
        place = self._place
        document, map_id = place.session.document, place.projection.map_id
        if document is None or not map_id:
            return
        snapshot = document.snapshot
        stages = queries.stages(snapshot, map_id)
        steps = any(queries.touchpoints(snapshot, stage.id) for stage in stages)
        walks = place.context.settings.get(WALKS)
        self._bar.show_walk(invitation(walks, document, map_id), steps=steps)

    def _asked(self) -> int:
        layout = self._place.projection.layout
        return sum(stage.asked for stage in layout.sums.values()) if layout is not None else 0

    def _show_map(self) -> None:
        self._either.setCurrentIndex(0)
        self.bars.setCurrentIndex(0)
