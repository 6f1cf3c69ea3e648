"""Verbs about tasks: who does what by when."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.operations.plans import path_of
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import Task
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.domain.plans import simple_tasks, waiting_circle


def add_task(tx: Tx, title: str, plan_id: str | None = None, **fields: Any) -> str:
    """Add a task to a plan, or a simple one; raises RefusedError for dates in the wrong order."""
    position = position_at(tx, _siblings(tx, plan_id), None)
    made = tx.insert(Task(tx.new_id(), title, plan_id, position=position, **fields))
    _check(tx, made)
    return made.id


def change_task(tx: Tx, task_id: str, /, **fields: Any) -> None:
    """Set fields of a task; raises RefusedError like ``change_plan``."""
    _check(tx, tx.change(Task, task_id, **fields))


def tick_task(tx: Tx, task_id: str, date: str) -> None:
    """Tick a task off on a local date; an empty date opens it again."""
    tx.change(Task, task_id, done=date)


def move_task(tx: Tx, task_id: str, index: int | None = None) -> None:
    """Move a task to a place among those of its plan (None: the end)."""
    siblings = _siblings(tx, tx.snapshot.get(Task, task_id).plan)
    if not stays(siblings, task_id, index):
        position = position_at(tx, without(siblings, task_id), index)
        tx.change(Task, task_id, position=position)


def delete_task(tx: Tx, task_id: str) -> None:
    """Take a task out."""
    tx.delete(Task, task_id)


def _siblings(tx: Tx, plan_id: str | None) -> tuple[Task, ...]:
    if plan_id is None:
        return simple_tasks(tx.snapshot)
    return tuple(sorted(tx.snapshot.select(indexes.TASKS_OF_PLAN, plan_id), key=sort_key))


def _check(tx: Tx, task: Task) -> None:
    if task.start and task.due and task.due < task.start:
        raise RefusedError(
            _("The task would be due before it starts."), _("Choose a later date for the end.")
        )
    circle = waiting_circle(tx.snapshot, Task, task.id, task.waits_for)
    if circle:
        raise RefusedError(
            _("These tasks would wait for each other: {path}.", path=path_of(tx, Task, circle)),
            _("Let one of them wait for fewer."),
        )
