"""What pasting would write, and where: shown to the user when it does not simply fit."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from journeymapper.domain.parcel import Item, Pictures
from journeymapper.domain.records import dataclass
from journeymapper.ui.commands.cards import Cell


class Kind(StrEnum):
    """What a text becomes."""

    CARD = "card"
    NAME = "name"
    """The name of a step."""
    FEELING = "feeling"


@dataclass(frozen=True, slots=True)
class Write:
    """One text and its cell. ``new`` counts the steps that are added, None for one that is there.

    ``cell`` has the row alone then.
    """

    kind: Kind
    item: Item
    cell: Cell
    new: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it. New steps go into ``stage`` from ``index`` on.

    ``homeless`` are texts that have no row; ``replaces`` counts names and feelings that would be
    others then. ``grows`` says that the new steps are wanted only because something is left over.
    """

    writes: tuple[Write, ...]
    new_steps: int = 0
    stage: str = ""
    index: int | None = None
    homeless: tuple[Item, ...] = ()
    replaces: int = 0
    grows: bool = False
    pictures: Pictures = field(default_factory=dict)
    doc_id: str = ""

    @property
    def fits(self) -> bool:
        """Say whether nobody need be asked."""
        return not (self.grows and self.new_steps) and not self.homeless and not self.replaces

    def without_new(self) -> Plan:
        """Only what fits on the steps that are there."""
        kept = tuple(write for write in self.writes if write.new is None)
        return dataclasses.replace(self, writes=kept, new_steps=0)

    def into(self, cell: Cell) -> Plan:
        """All texts as cards of one cell, one below the other."""
        kept = tuple(Write(Kind.CARD, write.item, cell) for write in self.writes)
        return dataclasses.replace(self, writes=kept, new_steps=0, replaces=0)


def fields_for(item: Item, *, pain: bool) -> Mapping[str, object]:
    """Return the fields of a card; how bad and how often belong to pains."""
    left_out = {"image"} if pain else {"image", "severity", "frequency"}
    return {name: value for name, value in item.fields.items() if name not in left_out}
