"""What each person has to do: open plans and tasks, the late ones first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.plans.facts import PlanFacts, holds
from journeymapper.analysis.plans.standing import is_late, is_soon
from journeymapper.domain import queries
from journeymapper.domain.entities import Task
from journeymapper.domain.plans import open_tasks
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Work:
    """An open plan or task; ``plan`` is the plan itself or the one it is a part of, or ""."""

    id: str
    title: str
    due: str
    late: bool
    soon: bool
    is_task: bool
    plan: str


@dataclass(frozen=True, slots=True)
class Load:
    """The work of one person, ``person`` None for what nobody has taken yet."""

    person: str | None
    name: str
    work: tuple[Work, ...]

    @property
    def late(self) -> int:
        """How much of it is late."""
        return sum(one.late for one in self.work)


def loads(
    snapshot: Snapshot, plans: Iterable[PlanFacts], today: date, words: str = ""
) -> tuple[Load, ...]:
    """Return the open work of each person: who has most that is late first, then most at all.

    What nobody has taken stands first. People without open work are left out.
    """
    found: dict[str | None, list[Work]] = {}
    for one in plans:
        if one.standing.open:
            found.setdefault(one.plan.owner, []).append(_of_plan(one))
    for task, owner in open_tasks(snapshot):
        found.setdefault(owner, []).append(_of_task(task, today))
    made = [_load(snapshot, owner, work, words) for owner, work in found.items()]
    return tuple(
        sorted(
            (load for load in made if load.work),
            key=lambda load: (load.person is not None, -load.late, -len(load.work), load.name),
        )
    )


def _load(snapshot: Snapshot, owner: str | None, work: list[Work], words: str) -> Load:
    name = queries.person_name(snapshot, owner)
    kept = [one for one in work if holds(words, one.title, name)]
    ordered = sorted(kept, key=lambda one: (not one.late, not one.due, one.due))
    return Load(owner, name, tuple(ordered))


def _of_plan(one: PlanFacts) -> Work:
    plan, standing = one.plan, one.standing
    return Work(
        plan.id, plan.title, plan.due, standing.late, standing.soon, is_task=False, plan=plan.id
    )


def _of_task(task: Task, today: date) -> Work:
    return Work(
        task.id,
        task.title,
        task.due,
        is_late(task, today),
        is_soon(task, today),
        is_task=True,
        plan=task.plan or "",
    )
