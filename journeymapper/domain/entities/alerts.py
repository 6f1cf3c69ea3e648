"""The closed loop: which answers ask for follow-up, by whom, within what time, and what came of it.

Instants are UTC in ISO form.
"""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import Severity, Tier
from journeymapper.domain.kinds_plan import AlertState, Comparator
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Protocol(Entity):
    """What is done about an alert, step by step (R025)."""

    name: str = fields.name()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class ProtocolStep(Entity):
    """One step of a protocol, within ``minutes`` of the alert; ``script`` is what to say."""

    protocol: str = fields.parent("Protocol")
    text: str = fields.text()
    minutes: int | None = fields.whole(None, 1)
    script: str = fields.text()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class AlertRule(Entity):
    """Answers that ask for follow-up (R023): a question, a value, or words in a comment.

    ``value`` is as the sheet has it; ``phrase`` (small letters, empty: none) is looked for in
    texts. ``tier`` limits it to accounts of a tier. ``role`` gets the alert unless a route says
    otherwise; it is due within ``hours``.
    """

    name: str = fields.name()
    question: str | None = fields.link("Question", fields.Gone.DELETE)
    comparator: Comparator = fields.choice(Comparator, Comparator.AT_MOST)
    value: float | None = fields.real(None)
    phrase: str = fields.name()
    tier: Tier = fields.choice(Tier, Tier.UNKNOWN)
    severity: Severity = fields.choice(Severity, Severity.HIGH)
    role: str | None = fields.link("Role")
    hours: float = fields.real(48.0, 0.25, 8760)
    protocol: str | None = fields.link("Protocol")
    active: bool = fields.flag(default=True)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class AlertRoute(Entity):
    """Who gets the alerts of a step, of a tier, or of both (R024)."""

    role: str = fields.parent("Role")
    touchpoint: str | None = fields.link("Touchpoint", fields.Gone.DELETE)
    tier: Tier = fields.choice(Tier, Tier.UNKNOWN)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class EscalationLevel(Entity):
    """Where an alert goes when it is older than ``minutes`` (R032)."""

    level: int = fields.required_whole(1, 9)
    trigger: str = fields.name()
    minutes: int = fields.whole(60, 1)
    role: str | None = fields.link("Role")
    contact: str = fields.name()


@dataclass(frozen=True, slots=True)
class Alert(Entity):
    """Something that asks for follow-up. How far it is follows from its events.

    ``source`` is the key of the answer that raised it (domain.alerts), empty when it was made by
    hand: the same answer never raises a rule's alert twice. ``customer`` is a pseudonym.
    ``told`` is the local date on which the customer heard what came of it; ``outcome`` a short
    word for it, ``lesson`` and ``cause`` what was learnt. ``plan`` mends the system behind it.
    """

    rule: str | None = fields.link("AlertRule")
    source: str = fields.name()
    text: str = fields.text()
    question: str | None = fields.link("Question")
    value: float | None = fields.real(None)
    customer: str = fields.name()
    account: str | None = fields.link("Account")
    touchpoint: str | None = fields.link("Touchpoint")
    severity: Severity = fields.choice(Severity, Severity.HIGH)
    opened: str = fields.name()
    hours: float = fields.real(48.0, 0.25, 8760)
    role: str | None = fields.link("Role")
    person: str | None = fields.link("Participant")
    protocol: str | None = fields.link("Protocol")
    told: str = fields.date()
    outcome: str = fields.name()
    lesson: str = fields.text()
    cause: str = fields.text()
    plan: str | None = fields.link("Plan")


@dataclass(frozen=True, slots=True)
class AlertEvent(Entity):
    """One move of an alert, at an instant; ``note`` says why or how."""

    alert: str = fields.parent("Alert")
    state: AlertState = fields.choice(AlertState, AlertState.ASSIGNED)
    at: str = fields.name()
    by: str | None = fields.link("Participant")
    note: str = fields.text()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class AlertTick(Entity):
    """A step of the protocol that was done for an alert, at an instant; one for each pair."""

    alert: str = fields.parent("Alert")
    step: str = fields.parent("ProtocolStep")
    at: str = fields.name()


@dataclass(frozen=True, slots=True)
class Recovery(Entity):
    """What was done after a failure (R028, R029, B24); instants are UTC or empty.

    ``owned`` says that we said it was ours, ``beyond`` that we did more than was due. The scores
    are of the same customer and the same question, before and after.
    """

    failure: str = fields.text()
    alert: str | None = fields.link("Alert", fields.Gone.DELETE)
    touchpoint: str | None = fields.link("Touchpoint")
    customer: str = fields.name()
    happened_at: str = fields.name()
    acknowledged_at: str = fields.name()
    responded_at: str = fields.name()
    fixed_at: str = fields.name()
    owned: bool | None = fields.flag(default=None)
    beyond: bool | None = fields.flag(default=None)
    gesture: str = fields.text()
    question: str | None = fields.link("Question")
    score_before: float | None = fields.real(None)
    score_after: float | None = fields.real(None)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class FollowUp(Entity):
    """A later gesture after a recovery (R030): a local date, and the one on which it was done."""

    recovery: str = fields.parent("Recovery")
    date: str = fields.date()
    text: str = fields.text()
    done: str = fields.date()
