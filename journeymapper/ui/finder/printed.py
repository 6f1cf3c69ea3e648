"""Numbers of printed sheets in the finder: the choice of them, and what a number means there."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.app.sheet_words import AS_NOW, as_printed, on_sheets, said_of
from journeymapper.domain.message import Message, _
from journeymapper.domain.sheet_numbers import Fate, outdated, typed
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.context import Context
from journeymapper.ui.finder.things import Kind, Thing
from journeymapper.ui.numbering import Numbering
from journeymapper.ui.widgets.choice import Choice


@dataclass(frozen=True, slots=True)
class Listed:
    """What fits, and what there is to say about it."""

    things: list[Thing]
    said: Message | None


class PrintedNumbers(QWidget):
    """The choice, shown only where sheets have other numbers than the map; tells ``chosen``."""

    chosen = Signal()

    def __init__(
        self, context: Context, snapshot: Snapshot, map_id: str, numbering: Numbering
    ) -> None:
        super().__init__()
        self._context, self._snapshot, self._map_id = context, snapshot, map_id
        self._numbering = numbering
        say = context.say
        self._today: datetime.date = context.services.clock().astimezone().date()
        self.choice = Choice(context, say(_("Numbers of steps")))
        self.choice.addItem(say(AS_NOW), "")
        offered = outdated(snapshot, map_id)
        for one in offered:
            self.choice.addItem(say(as_printed(one, offered, self._today)), one.run)
        self.choice.setCurrentIndex(max(0, self.choice.findData(numbering.run)))
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addStretch(1)
        if not offered:
            self.hide()

    def listed(self, text: str, things: Sequence[Thing], found: list[Thing]) -> Listed:
        """Return what fits a text, with the step that has this number on the sheets."""
        known = typed(self._snapshot, self._map_id, text, self._numbering.run)
        if known is None or not known.told:
            return Listed(found, None)
        said = said_of(self._snapshot, known.found, known.sheets, self._today)
        if known.found.fate is Fate.SAME:
            return Listed(found, None)
        detail = self._context.say(on_sheets(known.sheets, known.found.number, self._today))
        there = [
            replace(thing, about=detail)
            for thing in things
            if thing.kind == Kind.STEP and thing.id == known.found.step
        ]
        if known.chosen:
            return Listed(there, said)
        return Listed([*found[:1], *there, *found[1:]], said)

    def _choose(self, index: int) -> None:
        self._numbering.choose(str(self.choice.itemData(index)))
        self.chosen.emit()
