"""How a plan stands on a day: late, due soon, check-ins missed, progress, next date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from journeymapper.domain import indexes
from journeymapper.domain.entities import Checkpoint, Plan, Task
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.months import months_later
from journeymapper.domain.plans import plans, proofs_that_hold, started_on, state_of
from journeymapper.domain.snapshot import Snapshot

SOON_DAYS = 7
"""What is due within so many days is due soon."""

Stage = Literal["draft", "running", "checking", "closed", "dropped"]
"""As people see it; "checking": it runs, and its date has come or a proof is there that holds."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``days`` is how many days until it is due (negative: late), None without a date.

    ``missed`` are check-ins whose day has passed without a note, earliest first; ``tasks`` and
    ``done`` count its tasks; ``review_due`` is the local date of its next review, None unless it
    runs. ``next`` is the next date of any kind from today on.
    """

    plan: str
    stage: Stage
    days: int | None
    missed: tuple[Checkpoint, ...]
    tasks: int
    done: int
    review_due: date | None
    next: date | None

    @property
    def open(self) -> bool:
        """Say whether something is still to be done."""
        return self.stage not in ("closed", "dropped")

    @property
    def late(self) -> bool:
        """Say whether it should have been finished before today."""
        return self.open and self.days is not None and self.days < 0

    @property
    def soon(self) -> bool:
        """Say whether it is due today or within ``SOON_DAYS``."""
        return self.open and self.days is not None and 0 <= self.days <= SOON_DAYS

    @property
    def share(self) -> float | None:
        """Share of its tasks that are done, 0 to 1; None without tasks (R003)."""
        return self.done / self.tasks if self.tasks else None


def standing(snapshot: Snapshot, plan_id: str, today: date) -> Standing:
    """Return how a plan stands on a day."""
    plan = snapshot.get(Plan, plan_id)
    stage = _stage(snapshot, plan, today)
    tasks = snapshot.select(indexes.TASKS_OF_PLAN, plan_id)
    checks = sorted(
        snapshot.select(indexes.CHECKPOINTS_OF_PLAN, plan_id), key=lambda c: (c.date, c.id)
    )
    is_open = stage not in ("closed", "dropped")
    missed = tuple(c for c in checks if is_open and not c.noted and _before(c.date, today))
    review = _review_due(snapshot, plan) if stage in ("running", "checking") else None
    coming = [date.fromisoformat(c.date) for c in checks if c.date and not c.noted]
    coming += [date.fromisoformat(plan.due)] if plan.due else []
    coming += [review] if review else []
    ahead = [day for day in coming if day >= today]
    return Standing(
        plan_id,
        stage,
        (date.fromisoformat(plan.due) - today).days if plan.due else None,
        missed,
        len(tasks),
        sum(bool(task.done) for task in tasks),
        review,
        min(ahead, default=None) if is_open else None,
    )


def all_standings(snapshot: Snapshot, today: date) -> tuple[Standing, ...]:
    """Return how all plans stand, in their order."""
    return tuple(standing(snapshot, plan.id, today) for plan in plans(snapshot))


def is_late(task: Task, today: date) -> bool:
    """Say whether an open task should have been done before today."""
    return not task.done and _before(task.due, today)


def is_soon(task: Task, today: date) -> bool:
    """Say whether an open task is due today or within ``SOON_DAYS``."""
    if task.done or not task.due:
        return False
    return today <= date.fromisoformat(task.due) <= today + timedelta(days=SOON_DAYS)


def _stage(snapshot: Snapshot, plan: Plan, today: date) -> Stage:
    state = state_of(snapshot, plan.id)
    if state == PlanState.RUNNING:
        due = bool(plan.due) and date.fromisoformat(plan.due) <= today
        return "checking" if due or proofs_that_hold(snapshot, plan.id) else "running"
    if state == PlanState.DRAFT:
        return "draft"
    return "closed" if state == PlanState.CLOSED else "dropped"


def _review_due(snapshot: Snapshot, plan: Plan) -> date | None:
    reviews = snapshot.select(indexes.REVIEWS_OF_PLAN, plan.id)
    last = max((r.date for r in reviews if r.date), default=started_on(snapshot, plan.id))
    return months_later(date.fromisoformat(last), plan.review_months) if last else None


def _before(day: str, today: date) -> bool:
    return bool(day) and date.fromisoformat(day) < today
