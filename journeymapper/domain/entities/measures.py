"""Feelings and ratings: numbers about a touchpoint, each with its source."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import Measure, SourceKind
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Feeling(Entity):
    """How a persona feels at a touchpoint, -5 to +5; one for each pair."""

    touchpoint: str = fields.parent("Touchpoint")
    persona: str = fields.parent("Persona")
    value: int = fields.required_whole(-5, 5)
    source: SourceKind = fields.choice(SourceKind, SourceKind.STAFF)
    n: int | None = fields.whole(None, 0)


@dataclass(frozen=True, slots=True)
class Rating(Entity):
    """A number given to a touchpoint: what is rated, by whom, how many, when, from where.

    ``perspective`` is staff, customer, management, target or ``competitor:NAME``.
    Scores run 1 to 10, effort 1 (hard) to 7 (easy). ``citation`` says where a number that is not
    ours was found; without one it is an estimate.
    """

    touchpoint: str = fields.parent("Touchpoint")
    measure: Measure = fields.choice(Measure, Measure.PERFORMANCE)
    perspective: str = fields.name("staff")
    persona: str | None = fields.link("Persona", fields.Gone.DELETE)
    value: float = fields.real(0.0)
    n: int | None = fields.whole(None, 0)
    date: str = fields.date()
    source: SourceKind = fields.choice(SourceKind, SourceKind.ASSUMPTION)
    citation: str = fields.text()
