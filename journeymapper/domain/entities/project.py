"""The project, who works in it, and the channels it uses."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import ChannelKind, People
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Project(Entity):
    """The one project of a document.

    ``created`` is a local date. ``example`` marks the worked example, on screen and on paper.
    ``more`` lists the hidden features that were switched on. What was checked is looked at again
    after ``review_months``, all plans together after ``plan_months``. Amounts are in ``currency``.
    """

    title: str = fields.name()
    organisation: str = fields.name()
    people: People = fields.choice(People, People.CUSTOMER)
    purpose: str = fields.text()
    scope: str = fields.text()
    language: str = fields.name("en")
    created: str = fields.date()
    example: bool = fields.flag(default=False)
    more: tuple[str, ...] = fields.words()
    review_months: int = fields.whole(12, 1, 60)
    plan_months: int = fields.whole(3, 1, 24)
    currency: str = fields.name()


@dataclass(frozen=True, slots=True)
class Attachment(Entity):
    """An immutable picture or file; its id is the hash of its content, ``size`` is in bytes."""

    media_type: str = fields.name()
    size: int = fields.whole(0, 0)


@dataclass(frozen=True, slots=True)
class Role(Entity):
    """Who in the organisation owns steps; ``colour`` is a token name or ``#RRGGBB``."""

    name: str = fields.name()
    department: str = fields.name()
    colour: str = fields.name()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Channel(Entity):
    """A means of contact; ``icon`` is a name of the icon table."""

    name: str = fields.name()
    kind: ChannelKind = fields.choice(ChannelKind, ChannelKind.PERSON)
    icon: str = fields.name()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Participant(Entity):
    """Somebody who takes part in the work; ``role`` is the role in the organisation."""

    name: str = fields.name()
    role: str | None = fields.link("Role")
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Version(Entity):
    """A name for a point of the history: ``step`` is the id of the last step before it.

    ``at`` is the UTC instant of naming, in ISO form.
    """

    name: str = fields.name()
    step: str = fields.name()
    at: str = fields.name()
