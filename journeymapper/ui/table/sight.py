"""What the columns of the table look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from journeymapper.analysis.step_figures import AtStep
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Feeling, Lane, Touchpoint
from journeymapper.domain.evidence import told
from journeymapper.domain.kinds import STEP_ONLY_ROWS
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.cards import Cell

Say = Callable[[Message], str]


@dataclass(frozen=True, eq=False)
class Sight:
    """One map of a snapshot, whose feelings are shown, and whether only what people told is.

    ``numbers`` are those of stages and steps, ``places`` the order of the steps in the journey.
    ``answers`` are what was counted at steps, by their ids.
    ``also`` are ids of cards that are shown although nobody told them: they are being written.
    """

    snapshot: Snapshot
    map_id: str
    persona: str
    only_told: bool
    say: Say
    numbers: dict[str, str]
    places: dict[str, int]
    also: frozenset[str] = frozenset()
    answers: Mapping[str, AtStep] = field(default_factory=dict)

    @staticmethod
    def of(
        snapshot: Snapshot,
        map_id: str,
        persona: str,
        say: Say,
        *,
        only_told: bool,
        answers: Mapping[str, AtStep] | None = None,
    ) -> Sight:
        """Look at a map."""
        steps = queries.touchpoints_of_map(snapshot, map_id)
        return Sight(
            snapshot,
            map_id,
            persona,
            only_told,
            say,
            queries.numbers(snapshot, map_id),
            {step.id: place for place, step in enumerate(steps)},
            answers=answers or {},
        )

    def at(self, snapshot: Snapshot) -> Sight:
        """Look at the same map in another state, in which places may not have changed."""
        return replace(self, snapshot=snapshot)

    def with_new(self, known: frozenset[str]) -> Sight:
        """Look at the same with all cards in sight that were not known before."""
        if not self.only_told:
            return self
        return replace(self, also=frozenset(self.snapshot.table(Card)) - known)

    def steps(self) -> tuple[Touchpoint, ...]:
        """Return all steps in journey order."""
        return queries.touchpoints_of_map(self.snapshot, self.map_id)

    def cards_at(self, lane_id: str, place: str) -> tuple[Card, ...]:
        """Return the cards of a cell that are shown."""
        return self._shown(queries.cards_at(self.snapshot, lane_id, place))

    def cards_of(self, step: Touchpoint) -> tuple[Card, ...]:
        """Return all cards that are shown at a step or across its stage."""
        select = self.snapshot.select
        own = select(indexes.CARDS_OF_PLACE, step.id)
        return self._shown((*own, *select(indexes.CARDS_OF_PLACE, step.stage)))

    def feeling(self, step: Touchpoint) -> Feeling | None:
        """Return how the persona feels at a step, where that is shown."""
        known = queries.feeling_of(self.snapshot, step.id, self.persona)
        return None if known is None or (self.only_told and not told(known.source)) else known

    def cell(self, lane: Lane, step: Touchpoint) -> Cell:
        """Return where one writes for a step: its own cell, or the text across its stage.

        The text across a stage is meant as long as the step has none of its own.
        """
        own = Cell(lane.id, step.id)
        if lane.kind in STEP_ONLY_ROWS or self.cards_at(lane.id, step.id):
            return own
        return Cell(lane.id, "", step.stage) if self.cards_at(lane.id, step.stage) else own

    def _shown(self, cards: tuple[Card, ...]) -> tuple[Card, ...]:
        if not self.only_told:
            return cards
        return tuple(c for c in cards if told(c.source) or c.id in self.also)
