"""Stages dragged in from another window."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.domain.parcel import Parcel
from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas.gestures.arrival import Arrival
from journeymapper.ui.canvas.targets import place_for_stage
from journeymapper.ui.canvas.telling import select_stages
from journeymapper.ui.commands.clipboard import arriving
from journeymapper.ui.commands.clipboard.arriving import put_stages_in


class ArriveStages(Arrival):
    """They come with all their steps."""

    content: Parcel

    def aim(self, at: QPointF) -> int | None:
        bench, light, doc_id = self.bench, self.light, self.doc_id
        map_id = bench.projection.map_id
        x, _y = bench.on_map(at)
        target = place_for_stage(self._base, x)
        if not self.show_result(
            target, lambda tx: put_stages_in(tx, light, doc_id, map_id, target)
        ):
            return None
        count = len(light.roots)
        order = [stage.id for stage in queries.stages(bench.snapshot, map_id)]
        boxes = [bench.layout.stage_boxes.get(id_) for id_ in order[target : target + count]]
        known = [box for box in boxes if box is not None]
        if known:
            first, last = known[0], known[-1]
            top = bench.layout.header_height
            width, height = last.right - first.x, bench.layout.height - top
            bench.marks.slot = Box(first.x, top, width, height)
            bench.marks.sheer = True
            bench.marks.bar = (first.x, first.y, bench.layout.height)
        words = _("Copy, becomes stage {number}", number=target + 1)
        if count > 1:
            words = _("Copy, {count} stages from {number} on", count=count, number=target + 1)
        self.say_below(None, at, words)
        return target

    def put(self, target: int) -> None:
        bench = self.bench
        map_id = bench.projection.map_id
        made = arriving.put_stages(bench.document, self.content, map_id, target)
        select_stages(bench, made)

    def send(self, map_id: str) -> object:
        return arriving.put_stages(self.bench.document, self.content, map_id, None)
