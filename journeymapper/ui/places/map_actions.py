"""What the actions of the map do: each takes the selection and asks a command."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from journeymapper.app.actions import When
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind, MomentOfTruth
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.gestures.palette_drop import NewThing
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.canvas.spots import Spot, kind_of_row, lane_of_kind, spot_in, things_at
from journeymapper.ui.canvas.taking import selected_steps
from journeymapper.ui.canvas.targets import spot_of_step
from journeymapper.ui.commands import (
    cards,
    deleting,
    feelings,
    maps,
    stages,
    steps,
    together,
)


class Hands(Protocol):
    """What works on the map in place of the canvas while it is in front."""

    @property
    def in_front(self) -> bool:
        """Say whether it is shown."""

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps that are selected."""

    def edit(self) -> None:
        """Open the editor where one stands."""

    def clear(self) -> None:
        """Empty what is selected."""

    def shift(self, by: int) -> bool:
        """Move the step one stands on; returns whether there was room."""

    def name(self, step_id: str) -> None:
        """Open the editor on the name of a step."""

    def finish(self) -> bool:
        """Keep what is being typed; False when it is refused."""

    def write_in(self, step_id: str, lane: str) -> None:
        """Open the editor in a row of cards of a step."""


class MapActions:
    """The verbs of the keyboard, the menus and the palette, on what is selected."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._bench = canvas.bench
        self.table: Hands | None = None

    def bind(self, binding: ActionBinding) -> None:
        """Handle the actions that change the map."""
        bind = binding.bind
        bind("edit.edit", self._guarded(self.edit))
        bind("edit.delete", self._guarded(self.delete))
        bind("step.add_after", self._guarded(self.add_step))
        bind("stage.add", self._guarded(self.add_stage))
        bind("step.moment_of_truth", self._guarded(self.toggle_moment), self.is_moment)
        for id_, across, down in (
            ("move.left", -1, 0),
            ("move.right", 1, 0),
            ("move.up", 0, -1),
            ("move.down", 0, 1),
        ):
            bind(id_, self._guarded(partial(self.move, across, down)))
        binding.tell(When.SOMETHING_SELECTED, self.something_selected)

    def show_step(self, step_id: str) -> None:
        """Select a step and bring it into view; nothing happens where it is not on the map."""
        bench = self._bench
        if bench.snapshot.find(Touchpoint, step_id) is not None:
            bench.cursor.go_to(spot_of_step(bench.snapshot, bench.layout, step_id))
            bench.view.reveal_cursor()

    def show_place(self, id_: str) -> None:
        """Select a step or a stage and bring it into view."""
        bench = self._bench
        if bench.snapshot.find(Stage, id_) is not None:
            bench.cursor.go_to(Spot(stage=id_))
            bench.view.reveal_cursor()
        else:
            self.show_step(id_)

    def something_selected(self) -> bool:
        """Say whether the cursor stands on something of the map that is in front."""
        shown = self._canvas.view.isVisible() or self._in_table is not None
        return self._bench.ready and shown and bool(self._spot())

    @property
    def _in_table(self) -> Hands | None:
        """The table, while it is in front."""
        return self.table if self.table is not None and self.table.in_front else None

    def edit(self) -> None:
        """Open the editor in the current cell."""
        if self._in_table is not None:
            self._in_table.edit()
            return
        spot = self._spot()
        if spot is not None:
            self._canvas.editing.open(spot)

    def delete(self) -> None:
        """Delete what is selected; in the Feeling row the feelings are forgotten."""
        if self._in_table is not None:
            self._in_table.clear()
            return
        cursor, bench = self._bench.cursor, self._bench
        in_feelings = [
            s.touchpoint
            for s in cursor.selected
            if kind_of_row(bench.layout, s.lane) == LaneKind.FEELING and s.touchpoint
        ]
        if in_feelings and len(in_feelings) == len(cursor.selected):
            feelings.clear(bench.document, tuple(in_feelings), bench.persona)
            return
        title = self._spot()
        if title is not None and title.on_title:
            self._hide_row(title.lane)
            return
        things = dict.fromkeys(
            thing
            for spot in cursor.selected
            for thing in things_at(bench.snapshot, bench.layout, spot)
        )
        label = deleting.delete(bench.document, tuple(things))
        if label is None:
            bench.session.report(_("There is nothing here to delete."))
        else:
            bench.session.report_gone(label)

    def add_step(self) -> None:
        """Add a step after the current one and name it."""
        document, spot = self._bench.document, self._spot()
        if spot is not None and spot.touchpoint:
            made = steps.add_after(document, spot.touchpoint)
        else:
            layout = self._bench.layout
            stage = spot.stage if spot is not None else ""
            if not stage and layout.columns:
                stage = layout.columns[-1].stage
            if not stage:
                self.add_stage()
                return
            made = self._nameless(stage) or steps.add(document, stage)
        self._name(spot_of_step(self._bench.snapshot, self._bench.layout, made))

    def add_stage(self) -> None:
        """Add a stage after the current one and name it."""
        document, spot = self._bench.document, self._spot()
        if spot is not None and spot.stage:
            made = stages.add_after(document, spot.stage)
        else:
            made = stages.add(document, self._bench.projection.map_id)
        first = queries.touchpoints(document.snapshot, made)
        if self._in_table is not None and first:
            self._in_table.name(first[0].id)
            return
        self._name(Spot(stage=made))

    def first_stage(self) -> None:
        """Begin an empty map."""
        self._guarded(self.add_stage)()

    def add(self, thing: NewThing) -> None:
        """Add something of the palette where the cursor is."""
        self._guarded(lambda: self._add(thing))()

    def toggle_moment(self) -> None:
        """Mark the selected steps as moments of truth, or take the mark away."""
        table = self._in_table
        selected = table.steps if table is not None else self._bench.cursor.steps
        if selected:
            steps.toggle_moment(self._bench.document, selected)
        else:
            self._bench.session.report(_("Select a step first."))

    def is_moment(self) -> bool:
        """Say whether all selected steps are moments of truth."""
        if not self._bench.ready:
            return False
        found = [self._bench.snapshot.find(Touchpoint, i) for i in self._bench.cursor.steps]
        known = [step for step in found if step is not None]
        return bool(known) and all(s.moment_of_truth != MomentOfTruth.NONE for s in known)

    def move(self, across: int, down: int) -> None:
        """Move the selected step or stage across, the card or row down."""
        spot, bench = self._spot(), self._bench
        if self._in_table is not None:
            if not self._in_table.shift(across or down):
                bench.session.report(_("This is the end of the map."))
            return
        if spot is None:
            return
        if down:
            self._move_down(spot, down)
            return
        if spot.on_title:
            bench.session.report(_("Rows move up and down."))
            return
        if bench.view.isRightToLeft():
            across = -across
        if spot.lane and spot.touchpoint:
            together_ = selected_steps(bench) or (spot.touchpoint,)
            moved = together.shift_steps(bench.document, together_, across)
        else:
            moved = stages.shift(bench.document, spot.stage, across)
        if not moved:
            bench.session.report(_("This is the end of the map."))
        else:
            bench.view.reveal_cursor()

    def _hide_row(self, lane_id: str) -> None:
        document = self._bench.document
        label = row_label(document.snapshot, self._bench.context.tokens, lane_id)
        maps.show_row(document, lane_id, label, shown=False)
        self._bench.session.report(_("Row {name} is hidden. Ctrl+Z shows it again.", name=label))

    def _move_down(self, spot: Spot, by: int) -> None:
        document = self._bench.document
        if kind_of_row(self._bench.layout, spot.lane) == LaneKind.FEELING:
            self._move_feelings(-by)
            return
        if spot.card and cards.shift(document, spot.card, by):
            return
        if not spot.lane:
            return
        label = row_label(document.snapshot, self._bench.context.tokens, spot.lane)
        if not maps.shift_row(document, spot.lane, by, label):
            self._bench.session.report(_("This row cannot go further."))

    def _move_feelings(self, by: int) -> None:
        """Let the persona feel better (+1) or worse (-1) at the selected steps."""
        bench = self._bench
        if not bench.persona:
            bench.session.report(_("Add a persona first: whose feelings are these?"))
            return
        if not feelings.shift(bench.document, bench.cursor.steps, bench.persona, by):
            bench.session.report(_("Feelings go from −5 to +5."))

    def _add(self, thing: NewThing) -> None:
        match thing:
            case NewThing.STEP:
                self.add_step()
            case NewThing.STAGE:
                self.add_stage()
            case NewThing.MOMENT:
                self.toggle_moment()
            case NewThing.PAIN:
                self._add_card(LaneKind.PAIN)
            case NewThing.IDEA:
                self._add_card(LaneKind.IDEA)

    def _add_card(self, kind: LaneKind) -> None:
        bench, spot = self._bench, self._spot()
        lane = lane_of_kind(bench.layout, kind)
        if not lane:
            bench.session.report(_("The row for it is not shown; choose “More rows”."))
            return
        column = None
        if spot is not None:
            columns = bench.layout.columns
            column = next((c for c in columns if c.touchpoint == spot.touchpoint), None)
            column = column or next((c for c in columns if c.stage == spot.stage), None)
        if column is None:
            bench.session.report(_("Select a step first."))
            return
        target = spot_in(bench.snapshot, bench.layout, lane, column)
        if not target.touchpoint and kind == LaneKind.PAIN:
            bench.session.report(_("Select a step first."))
            return
        bench.cursor.go_to(target)
        if self._in_table is not None:
            self._in_table.write_in(target.touchpoint or column.touchpoint, lane)
            return
        self._canvas.editing.open_new(target)

    def name_new(self, spot: Spot) -> None:
        """Open the editor on something that was just dropped."""
        card = self._bench.snapshot.find(Card, spot.card)
        step = self._bench.snapshot.find(Touchpoint, spot.touchpoint)
        if (card is not None and not card.text) or (
            card is None and (step is None or not step.name)
        ):
            self._canvas.editing.open(spot)

    def _nameless(self, stage: str) -> str:
        """Return a step of a stage that waits for its name, "" for none."""
        found = queries.touchpoints(self._bench.snapshot, stage)
        return next((step.id for step in found if not step.name), "")

    def _name(self, spot: Spot) -> None:
        if self._in_table is not None:
            self._in_table.name(spot.touchpoint)
            return
        self._bench.cursor.go_to(spot)
        self._canvas.editing.open(spot)

    def _spot(self) -> Spot | None:
        return self._bench.cursor.spot

    def _guarded(self, do: Callable[[], None]) -> Callable[[], None]:
        """Settle what is under way, do it, and show what was refused."""

        def handler() -> None:
            if not self._bench.ready:
                return
            self._canvas.mouse.cancel()
            table = self._in_table
            if not self._canvas.editing.finish() or (table is not None and not table.finish()):
                return
            with self._bench.session.guard():
                do()

        return handler
