"""Cards, or lines of text, dragged in from another window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.domain.parcel import Block
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.gestures.arrival import Arrival
from journeymapper.ui.canvas.gestures.move_card import OUTSIDE, copied_to
from journeymapper.ui.canvas.targets import cell_for_card, index_in_cell, why_no_card
from journeymapper.ui.canvas.telling import select_cards
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.clipboard import arriving

_A_TABLE = _("Copy and paste a table: select a cell here and press Ctrl+V")


class ArriveCards(Arrival):
    """All of them go into the cell under the pointer, one below the other."""

    content: Block

    def over_door(self, at: QPointF, words: Callable[[str], Message]) -> bool:  # noqa: ARG002
        """A card needs a step or stage to stand at: it goes to no other map."""
        return False

    def aim(self, at: QPointF) -> tuple[Cell, int] | None:
        bench, light = self.bench, self.light
        snapshot = bench.document.snapshot
        x, y = bench.on_map(at)
        cell = cell_for_card(snapshot, self._base, x, y)
        why = _A_TABLE if self.content.width > 1 else why_no_card(self._base, cell)
        if cell is None or why is not None:
            self.forbid(at, why or OUTSIDE)
            self.grey_bar(x, y)
            return None
        target = cell, index_in_cell(snapshot, self._base, cell, y)
        if not self.show_result(target, lambda tx: arriving.put_cards_in(tx, light, *target)):
            return None
        shown = queries.cards_at(bench.snapshot, cell.lane, cell.place)[target[1]].id
        found = bench.board.scenes[Part.CELLS].find(f"card:{shown}")
        bench.marks.slot = found.box if found is not None else None
        words = copied_to(bench, cell, len(arriving.items_of(light)))
        self.say_below(bench.marks.slot, at, words)
        return target

    def put(self, target: tuple[Cell, int]) -> None:
        made = arriving.put_cards(self.bench.document, self.content, *target)
        select_cards(self.bench, made)
