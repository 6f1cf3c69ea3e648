"""Dragging a row up or down by its title."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.document.operations import lanes
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.canvas.targets import place_for_row
from journeymapper.ui.commands import rows


class MoveRow(CarryGesture):
    """All rows show the new order; the bubble says it in words."""

    def __init__(self, bench: Bench, lane_id: str) -> None:
        super().__init__(bench, bench.board.scenes[Part.TITLES].find(f"row:{lane_id}"))
        self._id = lane_id
        shown = [row.lane for row in bench.layout.rows]
        self._others = [lane for lane in shown if lane != lane_id]
        self._home = shown.index(lane_id)
        self._target = self._home

    def move(self, at: QPointF) -> None:
        bench = self.bench
        y = (at.y() + bench.board.scroll.y()) / bench.board.zoom
        target = place_for_row(self._base, y, moving=self._id)
        self._target = target
        stays = target == self._home
        verb = None
        if not stays:
            index = rows.place_among_all(bench.document.snapshot, self._id, target)
            verb = lambda tx: lanes.move_lane(tx, self._id, index)  # noqa: E731
        self.show_result(target, verb)
        row = next((row for row in bench.layout.rows if row.lane == self._id), None)
        bench.marks.band = (row.y, row.h) if row is not None else None
        self.lift(at)
        bench.bubble.say("" if stays else bench.say(self._words()), at.toPoint())

    def release(self, at: QPointF) -> None:
        self.move(at)
        self.cancel()
        if self._target != self._home:
            rows.move(self.bench.document, self._id, self._target, self._title(self._id))

    def _words(self) -> Message:
        name = self._title(self._id)
        if self._target < len(self._others):
            return _("{name} goes above {other}", name=name, other=self._title_at(self._target))
        return _("{name} goes below {other}", name=name, other=self._title_at(-1))

    def _title_at(self, place: int) -> str | Message:
        return self._title(self._others[place])

    def _title(self, lane_id: str) -> str | Message:
        bench = self.bench
        known = {lane.id for lane in queries.lanes(bench.snapshot, bench.projection.map_id)}
        return row_label(bench.snapshot, bench.context.tokens, lane_id) if lane_id in known else ""
