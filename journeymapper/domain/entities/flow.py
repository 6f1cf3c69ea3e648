"""Where customers go from one touchpoint, and how journeys end."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.fields import Gone
from journeymapper.domain.kinds import EndKind
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class EndState(Entity):
    """A way in which the journey of a map can end."""

    map: str = fields.parent("JourneyMap")
    name: str = fields.name()
    kind: EndKind = fields.choice(EndKind, EndKind.OTHER)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Connection(Entity):
    """A way from a touchpoint to a touchpoint or an end (exactly one of the two).

    ``share`` is 0 to 1, ``count`` a number of customers. ``info_passed`` says whether what is
    known travels along, ``items`` what that is; ``state_kept`` whether a change of channel
    keeps what was begun.
    """

    source: str = fields.parent("Touchpoint")
    target: str | None = fields.link("Touchpoint", Gone.DELETE)
    end: str | None = fields.link("EndState", Gone.DELETE)
    share: float | None = fields.real(None, 0, 1)
    count: int | None = fields.whole(None, 0)
    info_passed: bool | None = fields.flag(default=None)
    state_kept: bool | None = fields.flag(default=None)
    items: str = fields.text()
