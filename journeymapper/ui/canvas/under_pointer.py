"""What is under the pointer: a cell, a row, something that can be taken."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.domain import queries
from journeymapper.drawing.display_list import Group
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.spots import Spot, spot_at, taken_from

_REACH = 14.0
"""A point of the curve is taken from so far, in px of the screen."""

_SEAM = 5.0
"""The lower edge of a row is taken from so far, in px of the screen."""


class UnderPointer:
    """Answers for points of the viewport; changes nothing."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def spot(self, at: QPointF) -> Spot | None:
        """Return the cell, card or stage header at a point of the viewport."""
        bench = self._bench
        part = bench.board.part_at(at.x(), at.y())
        x, y = bench.on_map(at)
        if part is Part.HEADER:
            column = bench.layout.column_at(x)
            return Spot(stage=column.stage) if column else None
        if part is Part.TITLES:
            lane = self.row(at)
            return Spot(lane) if lane else None
        if part is not Part.CELLS:
            return None
        return spot_at(bench.snapshot, bench.layout, x, y)

    def row(self, at: QPointF) -> str:
        """Return the row at the height of a point, or ""."""
        _x, y = self._bench.on_map(at)
        shown = self._bench.layout.rows
        return next((row.lane for row in shown if row.y <= y < row.bottom), "")

    def seam(self, at: QPointF) -> str:
        """Return the row whose lower edge is under the pointer, beside the cells, or ""."""
        bench = self._bench
        if bench.board.part_at(at.x(), at.y()) is not Part.TITLES:
            return ""
        _x, y = bench.on_map(at)
        reach = _SEAM / bench.board.zoom
        return next((r.lane for r in bench.layout.rows if abs(r.bottom - y) <= reach), "")

    def group(self, at: QPointF) -> Group | None:
        """Return the step or card that can be taken at a point."""
        spot = self.spot(at)
        if spot is None or not spot.lane:
            return None
        if spot.on_title:
            return self._bench.board.scenes[Part.TITLES].find(f"row:{spot.lane}")
        key = f"card:{spot.card}" if spot.card else f"step:{spot.touchpoint}"
        group = self._bench.board.scenes[Part.CELLS].find(key)
        if group is None or not taken_from(group.box).contains(*self._bench.on_map(at)):
            return None
        return group

    def feeling(self, at: QPointF) -> tuple[str, str] | None:
        """Return step and persona of the point of the curve under the pointer."""
        bench = self._bench
        if bench.board.part_at(at.x(), at.y()) is not Part.CELLS:
            return None
        x, y = bench.on_map(at)
        reach = _REACH / bench.board.zoom
        column = bench.layout.column_at(x)
        if column is None or not column.touchpoint:
            return None
        shown = {p.id: rank for rank, p in enumerate(bench.layout.frame.personas)}
        for feeling in sorted(
            queries.feelings(bench.snapshot, column.touchpoint),
            key=lambda f: shown.get(f.persona, len(shown)),
        ):
            group = bench.board.scenes[Part.CELLS].find(f"feeling:{feeling.id}")
            if group is not None:
                box = group.box
                if abs(box.x + box.w / 2 - x) <= reach and abs(box.y + box.h / 2 - y) <= reach:
                    return column.touchpoint, feeling.persona
        return None
