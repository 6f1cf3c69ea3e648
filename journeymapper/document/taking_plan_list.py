"""What was changed in an action list comes into the document, in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from journeymapper.document.operations.plans import change_plan
from journeymapper.document.operations.tasks import add_task, change_task, tick_task
from journeymapper.document.people_named import person_called
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Plan
from journeymapper.domain.errors import UserError
from journeymapper.domain.plan_list import Column, LineChange, ListChanges, NewTask, NotTaken
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.sources import IdFactory

_FIELDS = {
    Column.WHAT: "title",
    Column.START: "start",
    Column.DUE: "due",
    Column.PLACE: "touchpoint",
}


def take_list(tx: Tx, changes: ListChanges) -> None:
    """Write what a list changes and add what is new in it; raises UserError as the verbs do."""
    for some in _by_row(changes.changes):
        _change(tx, some)
    for task in changes.new:
        _add(tx, task)


def checked(snapshot: Snapshot, new_id: IdFactory, changes: ListChanges) -> ListChanges:
    """Return the changes without those that would be refused; they are told among ``refused``."""
    kept: list[LineChange] = []
    new: list[NewTask] = []
    refused = list(changes.refused)
    for some in _by_row(changes.changes):
        try:
            _change(Tx(snapshot, new_id), some)
        except UserError as error:
            refused.append(NotTaken(some[0].row, some[0].line.what, error.message))
        else:
            kept += some
    for task in changes.new:
        try:
            _add(Tx(snapshot, new_id), task)
        except UserError as error:
            refused.append(NotTaken(task.row, task.what, error.message))
        else:
            new.append(task)
    refused.sort(key=lambda one: one.row)
    return ListChanges(tuple(kept), tuple(new), changes.missing, tuple(refused))


def _by_row(changes: Iterable[LineChange]) -> list[list[LineChange]]:
    found: dict[int, list[LineChange]] = {}
    for change in changes:
        found.setdefault(change.row, []).append(change)
    return list(found.values())


def _change(tx: Tx, changes: Sequence[LineChange]) -> None:
    line = changes[0].line
    fields: dict[str, Any] = {}
    for change in changes:
        if change.column == Column.WHO:
            fields["owner"] = person_called(tx, change.value or "")
        elif change.column == Column.DONE:
            tick_task(tx, line.id, change.value or "")
        else:
            fields[_FIELDS[change.column]] = change.value
    if fields and line.kind is Plan:
        change_plan(tx, line.id, **fields)
    elif fields:
        change_task(tx, line.id, **fields)


def _add(tx: Tx, new: NewTask) -> None:
    made = add_task(
        tx, new.what, new.plan, owner=person_called(tx, new.who), start=new.start, due=new.due,
        touchpoint=new.touchpoint,
    )  # fmt: skip
    if new.done:
        tick_task(tx, made, new.done)
