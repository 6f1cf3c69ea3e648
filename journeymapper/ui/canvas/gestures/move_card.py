"""Dragging cards to another place in their cell, another step, row or map; with Ctrl, copies."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.gestures.base import Cargo, CarryGesture
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.canvas.taking import taken_cards
from journeymapper.ui.canvas.targets import cell_for_card, index_in_cell, spot_of_card, why_no_card
from journeymapper.ui.commands import together, transfers
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.clipboard import pasting
from journeymapper.ui.commands.names import map_title, stage_name, step_name
from journeymapper.ui.commands.preview import Verb

OUTSIDE = _("Drop it in a row of cards")


class MoveCard(CarryGesture):
    """The cards are shown in the cell where they would land, one below the other.

    ``ids`` are carried together; ``held`` is the one under the pointer.
    """

    leaves = True

    def __init__(self, bench: Bench, ids: tuple[str, ...], held: str) -> None:
        super().__init__(bench, bench.board.scenes[Part.CELLS].find(f"card:{held}"))
        self._ids, self._held = ids, held
        self._target: tuple[Cell, int] | None = None

    def start(self, at: QPointF) -> None:
        self.bench.marks.count = len(self._ids)
        super().start(at)

    def cargo(self) -> Cargo | None:
        bench, ids, held = self.bench, self._ids, self._held
        return self.cargo_of(taken_cards(bench, ids), lambda: MoveCard(bench, ids, held), len(ids))

    def move(self, at: QPointF) -> None:
        bench = self.bench
        self._target = None
        if self.over_door(at, self._at_door):
            return
        x, y = bench.on_map(at)
        self.lift(at)
        bench.marks.bar = None
        snapshot = bench.document.snapshot
        cell = cell_for_card(snapshot, self._base, x, y)
        why = OUTSIDE if cell is None else why_no_card(self._base, cell)
        if cell is None or why is not None:
            self.forbid(at, why or OUTSIDE)
            self.grey_bar(x, y)
            return
        moving = () if self.copying else self._ids
        index = index_in_cell(snapshot, self._base, cell, y, moving=moving)
        if self.show_result((cell, index, self.copying), self._verb(cell, index)):
            self._target = (cell, index)
            bench.marks.allowed = True
            bench.bubble.say(self._words(cell), self.below_lifted(at))
            found = bench.board.scenes[Part.CELLS].find(f"card:{self._shown_id(cell, index)}")
            bench.marks.slot = found.box if found else None

    def _verb(self, cell: Cell, index: int) -> Verb:
        if self.copying:
            return lambda tx: pasting.copy_cards_in(tx, self._ids, cell, index)
        return lambda tx: together.move_cards_in(tx, self._ids, cell, index)

    def _shown_id(self, cell: Cell, index: int) -> str:
        if not self.copying:
            return self._held
        return queries.cards_at(self.bench.snapshot, cell.lane, cell.place)[index].id

    def _words(self, cell: Cell) -> str:
        """Nothing for one card: it is seen where it would be."""
        count = len(self._ids)
        if not self.copying and count == 1:
            return ""
        if self.copying:
            return self.bench.say(copied_to(self.bench, cell, count))
        words = {"count": count, **_place(self.bench, cell)}
        return self.bench.say(_("{count} cards to {row} at {name}", **words))

    def _at_door(self, map_id: str) -> Message:
        document = self.bench.document
        words = {
            "name": pasting.cards_name(document, self._ids),
            "map": map_title(document.snapshot, map_id),
        }
        if self.copying:
            return _("Copy {name} to {map}", **words)
        return _("Move {name} to {map}", **words)

    def release(self, at: QPointF) -> None:
        self.move(at)
        bench, target, copying = self.bench, self._target, self.copying
        document = bench.document
        if self.through_door(
            at, lambda map_id: transfers.cards_to_map(document, self._ids, map_id, copy=copying)
        ):
            return
        self.cancel()
        if target is None:
            return
        if copying:
            made = pasting.copy_cards(document, self._ids, *target)
        else:
            together.move_cards(document, self._ids, *target)
            made = self._ids
        found = (spot_of_card(bench.snapshot, id_) for id_ in made)
        bench.cursor.select(tuple(spot for spot in found if spot is not None))


def copied_to(bench: Bench, cell: Cell, count: int) -> Message:
    """Return the message that says where copies of cards would stand."""
    words = _place(bench, cell)
    if count == 1:
        return _("Copy to {row} at {name}", **words)
    return _("Copy {count} cards to {row} at {name}", count=count, **words)


def _place(bench: Bench, cell: Cell) -> dict[str, str | Message]:
    snapshot = bench.document.snapshot
    name = step_name(snapshot, cell.place) if cell.touchpoint else stage_name(snapshot, cell.place)
    return {"row": row_label(snapshot, bench.context.tokens, cell.lane), "name": name}
