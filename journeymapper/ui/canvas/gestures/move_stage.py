"""Dragging a stage by its header, on its map or to another one; with Ctrl, a copy."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.document.operations import stages as stages_
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.gestures.base import Cargo, CarryGesture
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.taking import taken_stages
from journeymapper.ui.canvas.targets import place_for_stage
from journeymapper.ui.commands import stages, transfers
from journeymapper.ui.commands.clipboard import pasting
from journeymapper.ui.commands.names import map_title, stage_name
from journeymapper.ui.commands.preview import Verb


class MoveStage(CarryGesture):
    """All steps of the stage move with it."""

    leaves = True

    def __init__(self, bench: Bench, stage_id: str) -> None:
        super().__init__(bench, bench.board.scenes[Part.HEADER].find(f"stage:{stage_id}"))
        self._id = stage_id
        self._home = stages.place_of(bench.document, stage_id)
        self._target: int | None = None

    def cargo(self) -> Cargo | None:
        bench, id_ = self.bench, self._id
        return self.cargo_of(taken_stages(bench, (id_,)), lambda: MoveStage(bench, id_))

    def move(self, at: QPointF) -> None:
        bench = self.bench
        self._target = None
        if self.over_door(at, self._at_door):
            return
        x, _y = bench.on_map(at)
        target = place_for_stage(self._base, x, moving="" if self.copying else self._id)
        stays = target == self._home and not self.copying
        if not self.show_result((target, self.copying), None if stays else self._verb(target)):
            return
        shown = self._shown_id(target)
        layout = bench.layout
        box = layout.stage_boxes.get(shown)
        if box is not None:
            top = layout.header_height
            bench.marks.slot = Box(box.x, top, box.w, layout.height - top)
            bench.marks.sheer = True
            bench.marks.lifted = bench.board.scenes[Part.HEADER].find(f"stage:{shown}")
            bench.marks.bar = None if stays else (box.x, box.y, layout.height)
        self._target = None if stays else target
        self.lift(at)
        below = self.below_lifted(at) if self.by_system else at.toPoint()
        bench.bubble.say("" if stays else bench.say(self._becomes(target)), below)

    def _verb(self, target: int) -> Verb:
        if self.copying:
            return lambda tx: pasting.copy_stages_in(tx, (self._id,), target)
        return lambda tx: stages_.move_stage(tx, self._id, target)

    def _shown_id(self, target: int) -> str:
        if not self.copying:
            return self._id
        return queries.stages(self.bench.snapshot, self.bench.projection.map_id)[target].id

    def _becomes(self, target: int) -> Message:
        if self.copying:
            return _("Copy, becomes stage {number}", number=target + 1)
        return stages.becomes(self.bench.document, self._id, target)

    def _at_door(self, map_id: str) -> Message:
        snapshot = self.bench.document.snapshot
        words = {"name": stage_name(snapshot, self._id), "map": map_title(snapshot, map_id)}
        if self.copying:
            return _("Copy {name} to {map}", **words)
        return _("Move {name} to {map}", **words)

    def release(self, at: QPointF) -> None:
        self.move(at)
        bench, copying, target = self.bench, self.copying, self._target
        document = bench.document
        if self.through_door(
            at, lambda map_id: transfers.stages_to_map(document, (self._id,), map_id, copy=copying)
        ):
            return
        self.cancel()
        if target is None:
            return
        if copying:
            (made,) = pasting.copy_stages(document, (self._id,), target)
            bench.cursor.go_to(Spot(stage=made))
        else:
            stages.move(document, self._id, target)
