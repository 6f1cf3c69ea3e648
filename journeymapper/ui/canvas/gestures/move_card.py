"""Dragging a card to another place in its cell, to another step, or to another row."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.document.operations import cards as cards_
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Card
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.targets import cell_for_card, index_in_cell, spot_of_card, why_no_card
from journeymapper.ui.commands import cards
from journeymapper.ui.commands.cards import Cell


class MoveCard(CarryGesture):
    """The card is shown in the cell where it would land."""

    def __init__(self, bench: Bench, card_id: str) -> None:
        super().__init__(bench, bench.board.scenes[Part.CELLS].find(f"card:{card_id}"))
        self._id = card_id
        self._card = bench.snapshot.get(Card, card_id)
        self._target: tuple[Cell, int] | None = None

    def move(self, at: QPointF) -> None:
        bench = self.bench
        x, y = bench.on_map(at)
        self.lift(at)
        self._target = None
        bench.marks.bar = None
        cell = cell_for_card(bench.document.snapshot, self._base, x, y)
        why = why_no_card(self._base, cell)
        if cell is None or why is not None:
            if why is not None:
                self.forbid(at, why)
            return
        index = index_in_cell(bench.document.snapshot, self._base, cell, y, moving=self._id)
        fields = cell.as_fields()

        def verb(tx: Tx) -> None:
            cards_.move_card(tx, self._id, cell.lane, index=index, **fields)

        if self.show_result((cell, index), verb):
            self._target = (cell, index)
            bench.marks.allowed = True
            bench.bubble.hide()
            found = bench.board.scenes[Part.CELLS].find(f"card:{self._id}")
            bench.marks.slot = found.box if found else None

    def release(self, at: QPointF) -> None:
        self.move(at)
        target = self._target
        self.cancel()
        if target is not None:
            cards.move(self.bench.document, self._id, *target)
            self.bench.cursor.go_to(spot_of_card(self.bench.snapshot, self._id))
