"""A picture dragged in from a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt

from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.gestures.move_card import OUTSIDE
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.canvas.spots import Spot, box_of, kind_of_row
from journeymapper.ui.canvas.targets import cell_for_card, why_no_picture
from journeymapper.ui.canvas.under_pointer import UnderPointer

Put = Callable[[Spot, Path], object]
"""Puts the picture of a file on the card of a spot, or into its cell."""


class ArrivePicture(CarryGesture):
    """It goes on the card under the pointer, or becomes a card of the cell."""

    shape = Qt.CursorShape.DragCopyCursor

    def __init__(self, bench: Bench, path: Path, put: Put) -> None:
        super().__init__(bench, None)
        self.by_system = True
        self._path, self._put = path, put
        self._under = UnderPointer(bench)
        self.target: Spot | None = None

    @property
    def fits(self) -> bool:
        """Say whether releasing here does anything."""
        return self.target is not None

    def move(self, at: QPointF) -> None:
        bench = self.bench
        bench.marks.target = bench.marks.bar = self.target = None
        bench.marks.allowed = True
        inside = bench.view.viewport().rect().contains(at.toPoint())
        x, y = bench.on_map(at)
        spot = self._under.spot(at) if inside else None
        cell = cell_for_card(bench.document.snapshot, self._base, x, y) if spot else None
        if spot is None or cell is None or not spot.place:
            self.forbid(at, OUTSIDE)
            return
        why = why_no_picture(kind_of_row(self._base, spot.lane), cell)
        if why is not None:
            self.forbid(at, why)
            self.grey_bar(x, y)
            bench.repaint()
            return
        self.target = spot
        bench.marks.target = box_of(self._base, spot)
        row = row_label(bench.snapshot, bench.context.tokens, spot.lane)
        words = (
            _("The picture goes on this card") if spot.card else _("A picture in {row}", row=row)
        )
        bench.bubble.say(bench.say(words), self.below_lifted(at))
        bench.repaint()

    def release(self, at: QPointF) -> None:
        self.move(at)
        target = self.target
        self.cancel()
        if target is not None:
            self._put(target, self._path)
