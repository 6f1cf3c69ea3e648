"""Accounts, what makes one important, what each tier is promised, and groups of customers."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import Fit, Tier
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Account(Entity):
    """A client organisation (R094-R098).

    ``persona`` is the typical customer it is like, ``manager`` who looks after it, ``last_call``
    the local date of the last courtesy call. ``tier`` overrides the one that follows from the
    scores, and then ``tier_reason`` says why.
    """

    name: str = fields.name()
    persona: str | None = fields.link("Persona")
    manager: str | None = fields.link("Role")
    country: str = fields.name()
    goals: str = fields.text()
    contacts: str = fields.text()
    history: str = fields.text()
    tier: Tier = fields.choice(Tier, Tier.UNKNOWN)
    tier_reason: str = fields.text()
    last_call: str = fields.date()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class TierCriterion(Entity):
    """One thing that makes an account important; weights are relative to each other."""

    name: str = fields.name()
    weight: float = fields.real(1.0, 0, 100)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class AccountScore(Entity):
    """How an account does on a criterion, 0 to 10; one for each pair."""

    account: str = fields.parent("Account")
    criterion: str = fields.parent("TierCriterion")
    value: float = fields.required_real(0, 10)


@dataclass(frozen=True, slots=True)
class ServiceLevel(Entity):
    """What the accounts of a tier are promised; one for each tier.

    An answer within ``response_hours``, ``visits`` a year, a courtesy call every ``call_days``.
    """

    tier: Tier = fields.choice(Tier, Tier.THIRD)
    response_hours: float | None = fields.real(None, 0)
    visits: int | None = fields.whole(None, 0, 365)
    call_days: int | None = fields.whole(None, 1, 3660)
    extras: str = fields.text()


@dataclass(frozen=True, slots=True)
class Segment(Entity):
    """A group of accounts by a rule: all conditions of ``rule`` hold (``country = DE``).

    ``fit`` says whether we can serve them well, ``decision`` what was decided about it.
    """

    name: str = fields.name()
    rule: tuple[str, ...] = fields.words()
    persona: str | None = fields.link("Persona")
    fit: Fit = fields.choice(Fit, Fit.UNKNOWN)
    decision: str = fields.text()
    position: float = fields.real(0.0)
