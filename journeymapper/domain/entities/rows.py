"""Rows of the map and the cards in them."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.fields import Gone
from journeymapper.domain.kinds import Frequency, LaneKind, Severity, SourceKind
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Lane(Entity):
    """A row of a map. ``title`` replaces the label of its kind; ``height`` is in pixels at 100 %.

    ``height`` None means as high as its content needs.
    """

    map: str = fields.parent("JourneyMap")
    kind: LaneKind = fields.choice(LaneKind, LaneKind.CUSTOM)
    title: str = fields.name()
    visible: bool = fields.flag(default=True)
    height: int | None = fields.whole(None, 24, 2000)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Card(Entity):
    """A text in a row, at a touchpoint or across a whole stage (exactly one of the two).

    ``severity`` and ``frequency`` are those of a pain. ``impact`` and ``effort`` of an idea run
    from 1 (little) to 5 (much). ``ease`` tells how easily staff work with a program: 1 hard to 5
    easy.
    """

    lane: str = fields.parent("Lane")
    touchpoint: str | None = fields.link("Touchpoint", Gone.DELETE)
    stage: str | None = fields.link("Stage", Gone.DELETE)
    text: str = fields.text()
    severity: Severity = fields.choice(Severity, Severity.UNRATED)
    frequency: Frequency = fields.choice(Frequency, Frequency.UNKNOWN)
    source: SourceKind = fields.choice(SourceKind, SourceKind.STAFF)
    n: int | None = fields.whole(None, 0)
    date: str = fields.date()
    citation: str = fields.text()
    image: str | None = fields.link("Attachment")
    position: float = fields.real(0.0)
    impact: int | None = fields.whole(None, 1, 5)
    effort: int | None = fields.whole(None, 1, 5)
    ease: int | None = fields.whole(None, 1, 5)

    @property
    def place(self) -> str:
        """The id of the touchpoint or stage the card stands at."""
        return self.touchpoint or self.stage or ""


@dataclass(frozen=True, slots=True)
class SavedView(Entity):
    """A named choice of rows of a map: the ids of the lanes shown."""

    map: str = fields.parent("JourneyMap")
    name: str = fields.name()
    lanes: tuple[str, ...] = fields.links("Lane")
    position: float = fields.real(0.0)
