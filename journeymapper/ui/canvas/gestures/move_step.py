"""Dragging steps within their stage, to another one, or to another map; with Ctrl, copies."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import Cargo, CarryGesture
from journeymapper.ui.canvas.taking import taken_steps
from journeymapper.ui.canvas.targets import bar_before, box_of_steps, place_for_step, step_group
from journeymapper.ui.commands import steps, together, transfers
from journeymapper.ui.commands.clipboard import pasting
from journeymapper.ui.commands.names import map_title
from journeymapper.ui.commands.preview import Verb


class MoveStep(CarryGesture):
    """Neighbours and numbers show the new order; the bubble says it in words.

    ``ids`` are carried together, in the order of the journey; ``held`` is the one under the
    pointer.
    """

    leaves = True

    def __init__(self, bench: Bench, ids: tuple[str, ...], held: str) -> None:
        super().__init__(bench, step_group(bench.board, held))
        self._ids, self._held = ids, held
        self._home = together.place_of_steps(bench.snapshot, ids)
        self._target: tuple[str, int] | None = None
        self._aimed: tuple[tuple[str, int], bool] | None = None
        self._words = ""

    def start(self, at: QPointF) -> None:
        self.bench.marks.count = len(self._ids)
        super().start(at)

    def cargo(self) -> Cargo | None:
        bench, ids, held = self.bench, self._ids, self._held
        return self.cargo_of(taken_steps(bench, ids), lambda: MoveStep(bench, ids, held), len(ids))

    def move(self, at: QPointF) -> None:
        if self.over_door(at, self._at_door):
            self._target = self._aimed = None
            return
        x, _y = self.bench.on_map(at)
        moving = () if self.copying else self._ids
        target = place_for_step(self._base, x, moving=moving)
        if target is not None and (target, self.copying) != self._aimed:
            self._aim(target)
        self.lift(at)
        self.bench.bubble.say(self._words, self.below_lifted(at))

    def _aim(self, target: tuple[str, int]) -> None:
        """Show the order that dropping the steps there would make."""
        bench = self.bench
        stays = target == self._home and not self.copying
        if not self.show_result((target, self.copying), None if stays else self._verb(*target)):
            return
        shown = self._shown_ids(*target)
        held = self._held if self._held in shown else shown[0]
        bench.marks.lifted = step_group(bench.board, held)  # with the number it would have
        bench.marks.slot = box_of_steps(bench.board, shown)
        bench.marks.bar = None if stays else bar_before(bench.layout, shown[0])
        self._words = "" if stays else bench.say(self._becomes(*target))
        self._target = None if stays else target
        self._aimed = target, self.copying

    def _verb(self, stage: str, index: int) -> Verb:
        if self.copying:
            return lambda tx: pasting.copy_steps_in(tx, self._ids, stage, index)
        return lambda tx: together.move_steps_in(tx, self._ids, stage, index)

    def _shown_ids(self, stage: str, index: int) -> tuple[str, ...]:
        if not self.copying:
            return self._ids
        order = [t.id for t in queries.touchpoints(self.bench.snapshot, stage)]
        return tuple(order[index : index + len(self._ids)])

    def _becomes(self, stage: str, index: int) -> Message:
        document = self.bench.document
        if self.copying:
            return together.copied(document.snapshot, stage, index, len(self._ids))
        if len(self._ids) > 1:
            return together.becomes(document.snapshot, self._ids, stage, index)
        return steps.becomes(document, self._held, stage, index)

    def _at_door(self, map_id: str) -> Message:
        snapshot = self.bench.document.snapshot
        words = {
            "name": pasting.steps_name(self.bench.document, self._ids),
            "map": map_title(snapshot, map_id),
        }
        if self.copying:
            return _("Copy {name} to {map}", **words)
        return _("Move {name} to {map}", **words)

    def release(self, at: QPointF) -> None:
        self.move(at)
        document, copying = self.bench.document, self.copying
        if self.through_door(
            at, lambda map_id: transfers.steps_to_map(document, self._ids, map_id, copy=copying)
        ):
            return
        self.cancel()
        if self._target is None:
            return
        if copying:
            made = pasting.copy_steps(document, self._ids, *self._target)
            self.bench.select_steps(made)
        else:
            together.move_steps(document, self._ids, *self._target)
