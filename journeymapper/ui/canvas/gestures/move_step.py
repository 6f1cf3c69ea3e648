"""Dragging a step within its stage or to another one."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.document.operations import touchpoints
from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.targets import bar_before, place_for_step, step_group
from journeymapper.ui.commands import steps


class MoveStep(CarryGesture):
    """Neighbours and numbers show the new order; the bubble says it in words."""

    def __init__(self, bench: Bench, touchpoint_id: str) -> None:
        super().__init__(bench, step_group(bench.board, touchpoint_id))
        self._id = touchpoint_id
        step = bench.snapshot.get(Touchpoint, touchpoint_id)
        ids = [t.id for t in queries.touchpoints(bench.snapshot, step.stage)]
        self._home = (step.stage, ids.index(touchpoint_id))
        self._target = self._home
        self._aimed: tuple[str, int] | None = None
        self._words = ""

    def move(self, at: QPointF) -> None:
        x, _y = self.bench.on_map(at)
        target = place_for_step(self._base, x, moving=self._id)
        if target is not None and target != self._aimed:
            self._aim(target)
        self.lift(at)
        self.bench.bubble.say(self._words, at.toPoint() + _BELOW)

    def _aim(self, target: tuple[str, int]) -> None:
        """Show the order that dropping the step there would make."""
        bench = self.bench
        stage, index = target
        stays = target == self._home
        verb = None
        if not stays:
            verb = lambda tx: touchpoints.move_touchpoint(tx, self._id, stage, index)  # noqa: E731
        self.show_result(target, verb)
        shown = step_group(bench.board, self._id)
        if shown is not None:  # with the number it would have
            bench.marks.lifted, bench.marks.slot = shown, shown.box
        bench.marks.bar = None if stays else bar_before(bench.layout, self._id)
        becomes = steps.becomes(bench.document, self._id, stage, index)
        self._words = "" if stays else bench.say(becomes)
        self._target = self._aimed = target

    def release(self, at: QPointF) -> None:
        self.move(at)
        self.cancel()
        if self._target != self._home:
            steps.move(self.bench.document, self._id, *self._target)


_BELOW = QPointF(-40, 40).toPoint()
