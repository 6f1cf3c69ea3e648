"""What each role starts, stops and goes on with; role cards; what is still missing there."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.entities import Role, RoleBehaviour, RoleCard
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import Habit, Level
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class RoleHabits:
    """What was agreed for a role, by habit, each in order; a habit may have nothing."""

    role: Role
    habits: Mapping[Habit, tuple[RoleBehaviour, ...]]

    @property
    def silent(self) -> bool:
        """Say whether nothing at all was agreed for this role."""
        return not any(self.habits.values())


def roles(snapshot: Snapshot) -> tuple[Role, ...]:
    """Return all roles in order."""
    return tuple(sorted(snapshot.table(Role).values(), key=sort_key))


def behaviour_matrix(snapshot: Snapshot) -> tuple[RoleHabits, ...]:
    """Return role by habit, each role once, in the order of the roles (R136)."""
    every = sorted(snapshot.table(RoleBehaviour).values(), key=sort_key)
    return tuple(
        RoleHabits(
            role,
            {
                habit: tuple(b for b in every if (b.role, b.habit) == (role.id, habit))
                for habit in Habit
            },
        )
        for role in roles(snapshot)
    )


def behaviours(snapshot: Snapshot) -> tuple[RoleBehaviour, ...]:
    """Return all behaviours as the matrix has them: role by role, habit by habit."""
    return tuple(
        one for row in behaviour_matrix(snapshot) for habit in Habit for one in row.habits[habit]
    )


def without_sign(snapshot: Snapshot) -> tuple[RoleBehaviour, ...]:
    """Return the behaviours of which no customer would notice anything, as far as written."""
    return tuple(one for one in behaviours(snapshot) if not one.sign.strip())


def role_cards(snapshot: Snapshot) -> tuple[tuple[Role, RoleCard | None], ...]:
    """Return all roles in order, each with its card or None."""
    known = {card.role: card for card in snapshot.table(RoleCard).values()}
    return tuple((role, known.get(role.id)) for role in roles(snapshot))


def missing_levels(snapshot: Snapshot) -> tuple[Level, ...]:
    """Return the levels for which no role has an objective yet (R016)."""
    there = {c.level for c in snapshot.table(RoleCard).values() if c.objective.strip()}
    return tuple(level for level in Level if level not in there)
