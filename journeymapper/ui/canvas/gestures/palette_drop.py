"""Dragging something new from the palette onto the map."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, Qt

from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.spots import Spot, box_of, lane_of_kind, spot_in
from journeymapper.ui.canvas.targets import (
    NEEDS_STEP,
    bar_before,
    place_for_stage,
    place_for_step,
    spot_of_card,
    spot_of_step,
)
from journeymapper.ui.commands import cards, stages, steps
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.names import step_name


class NewThing(StrEnum):
    """What the palette offers."""

    STEP = "step"
    STAGE = "stage"
    MOMENT = "moment"
    PAIN = "pain"
    IDEA = "idea"


_ROWS = {NewThing.PAIN: LaneKind.PAIN, NewThing.IDEA: LaneKind.IDEA}


class PaletteDrop(CarryGesture):
    """Shows where the new thing would land and says it in words; a grey bar where it cannot."""

    shape = Qt.CursorShape.DragCopyCursor

    def __init__(
        self, bench: Bench, thing: NewThing, made: Callable[[Spot], object] | None = None
    ) -> None:
        super().__init__(bench, None)
        self._thing = thing
        self._made = made
        self._do: Callable[[], Spot | None] | None = None

    def move(self, at: QPointF) -> None:
        bench = self.bench
        self._do = None
        marks = bench.marks
        marks.target = marks.slot = marks.bar = None
        marks.allowed = True
        inside = bench.view.viewport().rect().contains(at.toPoint())
        if inside and self._base.columns:
            x, y = bench.on_map(at)
            words = self._aim(at, x, y)
            if words is not None:
                bench.bubble.say(bench.say(words), at.toPoint())
        elif inside and self._thing is NewThing.STAGE:
            self._do = lambda: self._new_stage(0)
            bench.bubble.say(bench.say(_("The first stage")), at.toPoint())
        else:
            bench.bubble.hide()
        bench.repaint()

    def release(self, at: QPointF) -> None:
        self.move(at)
        do = self._do
        self.cancel()
        if do is None:
            return
        spot = do()
        if spot is not None:
            self.bench.cursor.go_to(spot)
            if self._made is not None:
                self._made(spot)

    def _aim(self, at: QPointF, x: float, y: float) -> Message | None:
        match self._thing:
            case NewThing.STEP:
                return self._aim_step(x)
            case NewThing.STAGE:
                return self._aim_stage(x)
            case NewThing.MOMENT:
                return self._aim_moment(at, x, y)
            case _:
                return self._aim_card(at, x)

    def _aim_step(self, x: float) -> Message | None:
        target = place_for_step(self._base, x)
        if target is None:
            return None
        stage, index = target
        self._do = lambda: self._new_step(stage, index)
        columns = [c for c in self._base.columns if c.stage == stage and c.touchpoint]
        marks = self.bench.marks
        if index < len(columns):
            marks.bar = bar_before(self._base, columns[index].touchpoint)
        elif columns:
            left, top, bottom = bar_before(self._base, columns[-1].touchpoint) or (0, 0, 0)
            marks.bar = (left + columns[-1].w, top, bottom)
        number = list(self._base.stage_boxes).index(stage) + 1
        return _("A new step {number}", number=f"{number}.{index + 1}")

    def _aim_stage(self, x: float) -> Message:
        index = place_for_stage(self._base, x)
        self._do = lambda: self._new_stage(index)
        boxes = list(self._base.stage_boxes.values())
        edge = boxes[index].x if index < len(boxes) else boxes[-1].x + boxes[-1].w
        self.bench.marks.bar = (edge, boxes[0].y, self._base.height)
        return _("A new stage {number}", number=index + 1)

    def _aim_moment(self, at: QPointF, x: float, y: float) -> Message | None:
        bench = self.bench
        column = self._base.column_at(x)
        if column is None or not column.touchpoint or y < self._base.header_height:
            self.grey_bar(x)
            self.forbid(at, _("Drop it on a step"))
            return None
        step = column.touchpoint
        bench.marks.slot = None
        spot = spot_of_step(bench.snapshot, self._base, step)
        bench.marks.target = box_of(self._base, spot)
        self._do = lambda: self._mark(step)
        return _("{name}: a make-or-break moment", name=step_name(bench.snapshot, step))

    def _aim_card(self, at: QPointF, x: float) -> Message | None:
        bench = self.bench
        kind = _ROWS[self._thing]
        lane = lane_of_kind(self._base, kind)
        if not lane:
            self.grey_bar(x)
            self.forbid(at, _("The row for it is not shown; choose “More rows”"))
            return None
        column = self._base.column_at(x)
        cell = spot_in(bench.snapshot, self._base, lane, column).cell if column else None
        if cell is None or (kind == LaneKind.PAIN and not cell.touchpoint):
            self.grey_bar(x)
            self.forbid(at, NEEDS_STEP)
            return None
        target = cell
        bench.marks.slot = self._base.cell_box(lane, target.place)
        self._do = lambda: self._new_card(target)
        if kind == LaneKind.PAIN:
            return _("A pain at {name}", name=step_name(bench.snapshot, target.touchpoint))
        return _("A new idea")

    def _new_step(self, stage: str, index: int) -> Spot:
        made = steps.add(self.bench.document, stage, index)
        return spot_of_step(self.bench.snapshot, self.bench.layout, made)

    def _new_stage(self, index: int) -> Spot:
        return Spot(stage=stages.add(self.bench.document, self.bench.projection.map_id, index))

    def _mark(self, step: str) -> Spot:
        steps.toggle_moment(self.bench.document, (step,))
        return spot_of_step(self.bench.snapshot, self.bench.layout, step)

    def _new_card(self, cell: Cell) -> Spot | None:
        made = cards.add(self.bench.document, cell)
        return spot_of_card(self.bench.snapshot, made)
