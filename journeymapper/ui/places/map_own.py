"""Maps of their own for steps: going down and coming back, giving, linking, taking away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from journeymapper.domain import queries, submaps
from journeymapper.domain.entities import JourneyMap, Touchpoint
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.own_map_pointer import OwnMapPointer
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.targets import spot_of_step, step_group
from journeymapper.ui.commands import own_maps, transfers
from journeymapper.ui.commands.names import map_title, step_name
from journeymapper.ui.panels.inspector import Inspector
from journeymapper.ui.places.map_crumbs import Crumb, CrumbBar
from journeymapper.ui.places.map_table import MapTable
from journeymapper.ui.places.map_views import MapViews


class MapOwn(QObject):
    """Knows the way by which one came down; ``show_map`` shows another map of the document."""

    def __init__(
        self,
        canvas: Canvas,
        table: MapTable,
        binding: ActionBinding,
        details: Inspector,
        show_map: Callable[[str], None],
    ) -> None:
        super().__init__(canvas.view)
        self._canvas, self._bench, self._table = canvas, canvas.bench, table
        self._binding, self._show_map = binding, show_map
        self._trail: submaps.Trail = ()
        self.views = MapViews(canvas.bench)
        self.crumbs = CrumbBar(canvas.bench.context, binding)
        self.pointer = OwnMapPointer(canvas.bench)
        self.crumbs.chosen.connect(self.go_to)
        self.pointer.opened.connect(self.go_down)
        details.own_map_wanted.connect(self.go_down)
        details.own_map_change_wanted.connect(self._change_at)
        binding.bind("step.own_map", self.change)
        binding.bind("go.own_map", self.open)
        binding.bind("go.map_above", self.go_up)

    def forget(self) -> None:
        """Another document is shown, or none."""
        self._trail = ()
        self.views.forget()

    def refresh(self) -> None:
        """Show the way as it is now; without one, the bar is hidden."""
        bench = self._bench
        snapshot, map_id = bench.document.snapshot, bench.projection.map_id
        self._trail = submaps.trail_still_there(snapshot, self._trail, map_id)
        self.crumbs.show_way(self._way())

    def open(self) -> None:
        """Go down to the own map of the selected step."""
        bench = self._bench
        if not self._settled():
            return
        step = self._selected()
        if step and own_maps.map_below(bench.document, step):
            self.go_down(step)
        elif step:
            name = step_name(bench.snapshot, step)
            bench.session.report(
                _("{name} has no map of its own yet; the menu Edit gives it one.", name=name)
            )

    def go_down(self, step: str) -> None:
        """Show the own map of a step of the map that is shown."""
        below = own_maps.map_below(self._bench.document, step) if self._settled() else ""
        if not below:
            return
        bench = self._bench
        bench.cursor.go_to(spot_of_step(bench.snapshot, bench.layout, step))
        self._trail = (*self._trail, step)
        self._show_map(below)
        if bench.cursor.spot is None:
            self._stand_first()
        self._table.take_focus()

    def go_up(self) -> None:
        """Show the map above, with the step selected whose own map was shown."""
        if not self._settled():
            return
        if self._trail:
            self.go_to(len(self._trail) - 1)
        else:
            self._bench.session.report(
                _("There is no map above: this is not the own map of a step.")
            )

    def go_to(self, place: int) -> None:
        """Show the map at a place of the way, from 0, with the step selected that leads on."""
        if not self._settled() or not 0 <= place < len(self._trail):
            return
        bench, step = self._bench, self._trail[place]
        above = queries.map_of(bench.snapshot, step)
        self._trail = self._trail[:place]
        self._show_map(above)
        if bench.cursor.steps != (step,):
            bench.cursor.go_to(spot_of_step(bench.snapshot, bench.layout, step))
        self._table.take_focus()

    def nearest(self) -> str:
        """Return the id of the lowest map of the way that is still there, or ""."""
        document = self._bench.session.document
        if document is None:
            return ""
        snapshot = document.snapshot
        steps = (snapshot.find(Touchpoint, step) for step in reversed(self._trail))
        return next((queries.map_of(snapshot, step.id) for step in steps if step is not None), "")

    def change(self) -> None:
        """Offer what can be done about the own map of the selected step, beside its card."""
        bench = self._bench
        step = self._selected() if self._settled() else ""
        if not step:
            return
        group = step_group(bench.board, step)
        corner = QPoint(120, 80)
        if group is not None and bench.view.isVisible():
            corner = bench.board.to_view(group.box).bottomLeft().toPoint()
        self._change_at(bench.view.viewport().mapToGlobal(corner))

    def menu(self, step: str) -> QMenu:
        """Return the menu with what can be done about the own map of a step."""
        bench = self._bench
        menu = QMenu(bench.view)
        menu.aboutToHide.connect(menu.deleteLater)
        below = own_maps.map_below(bench.document, step)
        if below:
            menu.addAction(self._binding.action("go.own_map"))
        else:
            new = menu.addAction(bench.say(_("New map for this step")))
            new.triggered.connect(lambda: self._give(step))
        others = transfers.others(bench.snapshot, bench.projection.map_id)
        known = menu.addMenu(bench.say(_("A map of this document"))) if others else menu
        for journey in others:
            action = known.addAction((journey.title or bench.say(_("Map"))).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(journey.id == below)
            action.triggered.connect(partial(self._link, step, journey.id))
        if below:
            menu.addSeparator()
            away = menu.addAction(bench.say(_("Take its own map away; the map stays")))
            away.triggered.connect(lambda: self._unlink(step))
        return menu

    def _change_at(self, at: QPoint) -> None:
        step = self._selected() if self._settled() else ""
        if step:
            self.menu(step).popup(at)

    def _give(self, step: str) -> None:
        bench = self._bench
        number = queries.numbers(bench.snapshot, bench.projection.map_id)[step]
        name = bench.snapshot.get(Touchpoint, step).name.strip()
        title = name or bench.say(_("Step {number}", number=number))
        with bench.session.guard():
            own_maps.give(bench.document, step, title)
            self.go_down(step)
            bench.session.report(_("This is the own map of {name}.", name=title))

    def _link(self, step: str, map_id: str, _checked: bool = False) -> None:
        with self._bench.session.guard():
            own_maps.link(self._bench.document, step, map_id)

    def _unlink(self, step: str) -> None:
        with self._bench.session.guard():
            own_maps.unlink(self._bench.document, step)

    def _selected(self) -> str:
        """The one step that is selected; says so when there is none."""
        steps = self._bench.cursor.steps
        if len(steps) == 1:
            return steps[0]
        self._bench.session.report(_("Select a step first."))
        return ""

    def _stand_first(self) -> None:
        """Stand on the first step, or the first stage, of a map one has not been on."""
        bench = self._bench
        columns = bench.layout.columns
        first = next((c.touchpoint for c in columns if c.touchpoint), "")
        if first:
            bench.cursor.go_to(spot_of_step(bench.snapshot, bench.layout, first))
        elif columns:
            bench.cursor.go_to(Spot(stage=columns[0].stage))

    def _way(self) -> tuple[Crumb, ...]:
        snapshot = self._bench.document.snapshot
        if not self._trail:
            return ()
        above = submaps.maps_on(snapshot, self._trail)
        below = (*above[1:], self._bench.projection.map_id)
        top = self._title(above[0])
        found = [Crumb(top, top)]
        for step, host, own in zip(self._trail, above, below, strict=True):
            found.append(self._crumb(step, host, own))
        return tuple(found)

    def _crumb(self, step: str, host: str, own: str) -> Crumb:
        """A step by its number and name; where its map is called otherwise, that too."""
        bench = self._bench
        snapshot = bench.document.snapshot
        name = snapshot.get(Touchpoint, step).name
        words = f"{queries.numbers(snapshot, host)[step]} {name}".strip()
        title = snapshot.get(JourneyMap, own).title
        if title.strip().casefold() == name.strip().casefold() or not title:
            return Crumb(words, words)
        return Crumb(*[bench.say(_("{step}: {map}", step=words, map=title))] * 2)

    def _title(self, map_id: str) -> str:
        title = map_title(self._bench.document.snapshot, map_id)
        return title if isinstance(title, str) else self._bench.say(title)

    def _settled(self) -> bool:
        """Keep what is being typed; False when it is refused."""
        if not self._bench.ready:
            return False
        self._canvas.mouse.cancel()
        self._bench.session.flush.emit()  # what is typed in the details belongs to a step here
        return self._canvas.editing.finish() and self._table.finish()
