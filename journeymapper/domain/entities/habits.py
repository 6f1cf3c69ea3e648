"""What changes in people's work: behaviours, role cards, training; readiness, programme, crisis."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import SourceKind
from journeymapper.domain.kinds_plan import CustomersSee, Habit, Level, Ready, Use
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class RoleBehaviour(Entity):
    """Something a role starts, stops or goes on with (R136).

    ``sign`` is how a customer would notice; ``use`` says where it becomes a decision.
    """

    role: str = fields.parent("Role")
    habit: Habit = fields.choice(Habit, Habit.START)
    text: str = fields.text()
    sign: str = fields.text()
    example: str = fields.text()
    use: Use = fields.choice(Use, Use.UNKNOWN)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class RoleCard(Entity):
    """What a role is for and may decide alone, up to which limit; one for each (R016, R141)."""

    role: str = fields.parent("Role")
    level: Level = fields.choice(Level, Level.FRONTLINE)
    objective: str = fields.text()
    may_do: str = fields.text()
    limit: str = fields.text()


@dataclass(frozen=True, slots=True)
class Training(Entity):
    """What a role has learnt or is to learn (R142, R167).

    ``date`` is the local date of the training, empty while it is only planned.
    """

    role: str = fields.parent("Role")
    topic: str = fields.name()
    touchpoint: str | None = fields.link("Touchpoint")
    planned: str = fields.date()
    date: str = fields.date()
    valid_until: str = fields.date()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class ReadinessAnswer(Entity):
    """An answer to one of the twelve questions, by its key; one for each."""

    question: str = fields.name()
    answer: Ready = fields.choice(Ready, Ready.UNKNOWN)
    note: str = fields.text()
    plan: str | None = fields.link("Plan")


@dataclass(frozen=True, slots=True)
class ProgrammeStep(Entity):
    """What was written for a step of the programme, by its number; one for each (R143)."""

    number: int = fields.required_whole(1, 5)
    text: str = fields.text()
    done: str = fields.date()


@dataclass(frozen=True, slots=True)
class CustomerView(Entity):
    """A strength or weakness as customers see it, with what it rests on (R144)."""

    kind: CustomersSee = fields.choice(CustomersSee, CustomersSee.STRENGTH)
    text: str = fields.text()
    source: SourceKind = fields.choice(SourceKind, SourceKind.ASSUMPTION)
    n: int | None = fields.whole(None, 0)
    citation: str = fields.text()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class CrisisSheet(Entity):
    """What is done and said when something bad happens, and what was learnt (R033, R034).

    ``reviewed`` is the local date of the look back: what ``worked``, what ``failed``.
    """

    scenario: str = fields.name()
    lead: str | None = fields.link("Role")
    first_steps: str = fields.text()
    reviewed: str = fields.date()
    worked: str = fields.text()
    failed: str = fields.text()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class CrisisMessage(Entity):
    """What is said to whom by which channel; an update every ``minutes``."""

    crisis: str = fields.parent("CrisisSheet")
    audience: str = fields.name()
    channel: str = fields.name()
    text: str = fields.text()
    minutes: int | None = fields.whole(None, 1)
    by: str | None = fields.link("Role")
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class CrisisLesson(Entity):
    """What a look back taught; ``plan`` is the preventive one that follows from it."""

    crisis: str = fields.parent("CrisisSheet")
    text: str = fields.text()
    plan: str | None = fields.link("Plan")
    position: float = fields.real(0.0)
