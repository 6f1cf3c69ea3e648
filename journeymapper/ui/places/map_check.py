"""The map check in the place of the map: when it is open, how many there are, what it may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from journeymapper.domain.entities import Touchpoint
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.targets import spot_of_step
from journeymapper.ui.check.repairs import Repairs
from journeymapper.ui.check.watch import CheckWatch
from journeymapper.ui.commands import steps
from journeymapper.ui.late import late
from journeymapper.ui.panels.inspector import Inspector
from journeymapper.ui.places.map_table import MapTable

if TYPE_CHECKING:
    from journeymapper.ui.check.panel import CheckPanel

_panel: Callable[..., CheckPanel] = late("check.panel", "CheckPanel")


class MapCheck(QObject):
    """Opens the panel, and gives its repairs what the map can do."""

    shown_changed = Signal()
    details_wanted = Signal()

    def __init__(
        self,
        canvas: Canvas,
        table: MapTable,
        inspector: Inspector,
        binding: ActionBinding,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._canvas, self._table, self._inspector = canvas, table, inspector
        self._binding = binding
        self._row: QBoxLayout | None = None
        self._made: CheckPanel | None = None
        self.repairs = Repairs(canvas, self, owner)
        self.watch = CheckWatch(canvas.bench, self)

    def stand_in(self, row: QBoxLayout) -> None:
        """Take a row of the place at whose end the panel will stand."""
        self._row = row

    @property
    def panel(self) -> CheckPanel:
        """The panel."""
        if self._made is None:
            self._made = _panel(self._canvas.bench, self.watch, self.repairs)
            self._made.closed.connect(lambda: self.set_shown(False))
            self._made.left.connect(self._table.take_focus)
            if self._row is not None:
                self._row.addWidget(self._made)
        return self._made

    @property
    def is_shown(self) -> bool:
        """Say whether the panel can be seen."""
        return self._made is not None and not self._made.isHidden()

    def areas(self) -> tuple[QWidget, ...]:
        """Return what F6 steps through here."""
        return (self.panel,) if self.is_shown else ()

    def toggle(self) -> None:
        """Open the panel with the keyboard in it, or close it."""
        self.set_shown(not self.is_shown)
        if self.is_shown:
            self.panel.take_focus()

    def set_shown(self, shown: bool) -> None:
        """Open or close the panel."""
        if shown == self.is_shown:
            return
        self.panel.setVisible(shown)
        if shown:
            self.watch.look()
            self.panel.refresh()
        else:
            self._table.take_focus()
        self.shown_changed.emit()

    def follow(self) -> None:
        """The document has changed: look at once while the panel is open, later if not."""
        if self.is_shown:
            self.watch.look()
            self.panel.refresh()
        else:
            self.watch.look_soon()

    def write_in_row(self, step_id: str, lane: str) -> None:
        """Open the editor in a row of cards of a step."""
        if self._table.in_front:
            self._table.write_in(step_id, lane)
            return
        bench = self._canvas.bench
        step = bench.snapshot.get(Touchpoint, step_id)
        target = Spot(lane, step.stage, step_id)
        bench.cursor.go_to(target)
        self._canvas.editing.open_new(target)

    def write_name(self, spot: Spot) -> None:
        """Open the editor on a name; that of a stage is written on the map."""
        if self._table.in_front and spot.touchpoint:
            self._table.name(spot.touchpoint)
            return
        self._table.set_shown(False)
        self._canvas.bench.cursor.go_to(spot)
        self._canvas.editing.open(spot)

    def new_step(self, stage_id: str) -> None:
        """Add a step to a stage and name it."""
        bench = self._canvas.bench
        with bench.session.guard():
            made = steps.add(bench.document, stage_id)
            self.write_name(spot_of_step(bench.snapshot, bench.layout, made))

    def open_details(self, field: str) -> None:
        """Open the details on a field of what is selected."""
        self.details_wanted.emit()
        form = self._inspector.step
        (form.owner if field == "owner" else form.channel).setFocus()

    def show_table(self, *, only_moments: bool) -> None:
        """Show the table, with all steps or only the moments of truth."""
        self._table.show_steps(only_moments=only_moments)

    def open_answers(self) -> None:
        """Go where answers are."""
        self._binding.action("go.answers").trigger()

    def open_own_map(self) -> None:
        """Go down to the own map of the selected step."""
        self._binding.run("go.own_map")

    def before_change(self) -> bool:
        """Keep what is being typed; False when it is refused."""
        self._canvas.mouse.cancel()
        return self._canvas.editing.finish() and self._table.finish()
