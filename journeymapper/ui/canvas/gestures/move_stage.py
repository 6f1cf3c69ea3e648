"""Dragging a stage by its header."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.document.operations import stages as stages_
from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.targets import place_for_stage
from journeymapper.ui.commands import stages


class MoveStage(CarryGesture):
    """All steps of the stage move with it."""

    def __init__(self, bench: Bench, stage_id: str) -> None:
        super().__init__(bench, bench.board.scenes[Part.HEADER].find(f"stage:{stage_id}"))
        self._id = stage_id
        self._home = stages.place_of(bench.document, stage_id)
        self._target = self._home

    def move(self, at: QPointF) -> None:
        bench = self.bench
        x, _y = bench.on_map(at)
        target = place_for_stage(self._base, x, moving=self._id)
        self._target = target
        stays = target == self._home
        verb = None
        if not stays:
            verb = lambda tx: stages_.move_stage(tx, self._id, target)  # noqa: E731
        self.show_result(target, verb)
        layout = bench.layout
        box = layout.stage_boxes.get(self._id)
        if box is not None:
            top = layout.header_height
            bench.marks.slot = Box(box.x, top, box.w, layout.height - top)
            bench.marks.sheer = True
            bench.marks.lifted = bench.board.scenes[Part.HEADER].find(f"stage:{self._id}")
            bench.marks.bar = None if stays else (box.x, box.y, layout.height)
        words = "" if stays else bench.say(stages.becomes(bench.document, self._id, target))
        self.lift(at)
        bench.bubble.say(words, at.toPoint())

    def release(self, at: QPointF) -> None:
        self.move(at)
        self.cancel()
        if self._target != self._home:
            stages.move(self.bench.document, self._id, self._target)
