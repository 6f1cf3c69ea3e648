"""The columns that are rows of the map: one or several cards in a cell, each on its line."""

from __future__ import annotations

from dataclasses import dataclass, field

from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Card, Lane, Touchpoint
from journeymapper.domain.kinds import Severity
from journeymapper.drawing.map.measured import in_words
from journeymapper.ui.commands import tables
from journeymapper.ui.table.columns import Column
from journeymapper.ui.table.sight import Sight

_WORST = list(Severity)
_NO_LANE = Lane("", map="")


@dataclass(frozen=True, slots=True)
class CardsColumn(Column):
    """One row of the map. What stands across a stage is shown at each of its steps."""

    lane: Lane = field(default=_NO_LANE)

    def text(self, sight: Sight, step: Touchpoint) -> str:
        lines = (card.text.replace("\n", " ") for card in self.cards(sight, step))
        return "\n".join((*self.figures(sight, step), *lines))

    def typed(self, sight: Sight, step: Touchpoint) -> str:
        cell = sight.cell(self.lane, step)
        return "\n".join(tables.line_of(c) for c in sight.cards_at(cell.lane, cell.place))

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:
        cell = sight.cell(self.lane, sight.snapshot.get(Touchpoint, step_id))
        lines = [line for line in text.split("\n") if line.strip()]
        now = sight.at(tx.snapshot)
        tables.put_cards(tx, cell, lines, now.cards_at(cell.lane, cell.place))

    def cards(self, sight: Sight, step: Touchpoint) -> tuple[Card, ...]:
        """Return the cards in a cell: those across the stage, then those of the step."""
        own = sight.cards_at(self.lane.id, step.id)
        return (*sight.cards_at(self.lane.id, step.stage), *own)

    def figures(self, sight: Sight, step: Touchpoint) -> tuple[str, ...]:  # noqa: ARG002
        """Return what was counted, each in a sentence: it stands here and is not typed."""
        return ()

    def is_across(self, sight: Sight, step: Touchpoint) -> bool:
        """Say whether all that stands in a cell stands across the stage."""
        cards = self.cards(sight, step)
        if self.figures(sight, step):
            return False
        return bool(cards) and not any(card.touchpoint for card in cards)

    def worst(self, sight: Sight, step: Touchpoint) -> Severity:
        """Return the worst severity of the cards in a cell."""
        found = (card.severity for card in self.cards(sight, step))
        return min(found, key=_WORST.index, default=Severity.UNRATED)


@dataclass(frozen=True, slots=True)
class MeasuredColumn(CardsColumn):
    """What we measured: what answers say, as on the map, above what somebody wrote."""

    def figures(self, sight: Sight, step: Touchpoint) -> tuple[str, ...]:
        known = sight.answers.get(step.id)
        return tuple(sight.say(in_words(one)) for one in known.figures) if known else ()
