"""What is decided and known about gaps, which are computed and never stored; and standards."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import GapState
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class GapDecision(Entity):
    """A gap that is lived with: ``rule`` is its code, ``subject`` the id of its place.

    ``date`` is local; ``reason`` says why.
    """

    rule: str = fields.name()
    subject: str = fields.name()
    persona: str | None = fields.link("Persona", fields.Gone.DELETE)
    state: GapState = fields.choice(GapState, GapState.ACCEPTED)
    reason: str = fields.text()
    date: str = fields.date()


@dataclass(frozen=True, slots=True)
class GapSighting(Entity):
    """When a gap was first seen (a local date); noted by the program, outside undo."""

    rule: str = fields.name()
    subject: str = fields.name()
    persona: str = fields.name()
    first_seen: str = fields.date()


@dataclass(frozen=True, slots=True)
class Standard(Entity):
    """What we have set ourselves for a step, and in what share of ``n`` cases it was kept."""

    touchpoint: str = fields.parent("Touchpoint")
    text: str = fields.text()
    compliance: float | None = fields.real(None, 0, 1)
    n: int | None = fields.whole(None, 0)
    date: str = fields.date()
