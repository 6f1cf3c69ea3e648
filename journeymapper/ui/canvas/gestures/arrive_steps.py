"""Steps dragged in from another window."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.domain.parcel import Parcel
from journeymapper.ui.canvas.gestures.arrival import Arrival
from journeymapper.ui.canvas.targets import bar_before, box_of_steps, place_for_step
from journeymapper.ui.commands import together
from journeymapper.ui.commands.clipboard import arriving
from journeymapper.ui.commands.clipboard.arriving import put_steps_in


class ArriveSteps(Arrival):
    """Neighbours and numbers show the new order; on an empty map they make the first stage."""

    content: Parcel

    def aim(self, at: QPointF) -> tuple[str, int] | None:
        bench, light, doc_id = self.bench, self.light, self.doc_id
        x, _y = bench.on_map(at)
        target = place_for_step(self._base, x)
        if target is None:
            bench.bubble.say(bench.say(_("The first steps")), at.toPoint())
            return "", 0
        stage, index = target
        if not self.show_result(target, lambda tx: put_steps_in(tx, light, doc_id, *target)):
            return None
        count = len(light.roots)
        order = [t.id for t in queries.touchpoints(bench.snapshot, stage)]
        shown = tuple(order[index : index + count])
        box = box_of_steps(bench.board, shown)
        bench.marks.slot = box
        bench.marks.bar = bar_before(bench.layout, shown[0]) if shown else None
        words = together.copied(bench.document.snapshot, stage, index, count)
        self.say_below(box, at, words)
        return target

    def put(self, target: tuple[str, int]) -> None:
        bench = self.bench
        map_id = bench.projection.map_id
        bench.select_steps(arriving.put_steps(bench.document, self.content, map_id, *target))

    def send(self, map_id: str) -> object:
        document = self.bench.document
        stage = arriving.last_stage(document, map_id)
        return arriving.put_steps(document, self.content, map_id, stage, None)
