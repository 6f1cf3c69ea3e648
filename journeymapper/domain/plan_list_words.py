"""What is said of a changed action list."""

from __future__ import annotations

import datetime

from journeymapper.domain.dates import in_words
from journeymapper.domain.message import Message, _
from journeymapper.domain.plan_list import (
    DATES,
    HEADS,
    Column,
    LineChange,
    ListChanges,
    ListRow,
    NewTask,
    NotTaken,
)

NOTHING = _("There is nothing to take in: the list says what is here already.")


def cell_words(column: Column, text: str) -> Message:
    """Return what stands in a cell, dates in words; that there is nothing where it is empty."""
    if not text:
        return _("nothing")
    if column in DATES:
        return in_words(datetime.date.fromisoformat(text))
    return _("{text}", text=text)


def named(line: ListRow) -> Message:
    """Return what a task or plan is called."""
    return _("{name}", name=line.what) if line.what else _("Without a name")


def change_sentence(change: LineChange) -> Message:
    """Say which cell of which row becomes what."""
    return _(
        "Row {row}, {name}. {column}: {before} becomes {after}.",
        row=change.row,
        name=named(change.line),
        column=HEADS[change.column],
        before=cell_words(change.column, change.before),
        after=cell_words(change.column, change.after),
    )


def new_words(task: NewTask) -> Message:
    """Return who does a new task by when."""
    who: Message = _("{name}", name=task.who) if task.who else _("nobody yet")
    if not task.due:
        return who
    day = in_words(datetime.date.fromisoformat(task.due))
    return _("{who}, by {date}", who=who, date=day)


def new_sentence(task: NewTask) -> Message:
    """Say what a row without an id adds."""
    return _("Row {row} is a new task: {name}. {who}.", row=task.row, name=task.what,
             who=new_words(task))  # fmt: skip


def missing_sentence(line: ListRow) -> Message:
    """Say that a task or plan is no longer in the list."""
    return _("{name} is no longer in the list. It stays as it is.", name=named(line))


def refused_sentence(one: NotTaken) -> Message:
    """Say what is not taken and why."""
    if not one.what:
        return _("Row {row} is not taken: {why}", row=one.row, why=one.why)
    return _("Row {row}, {name}, is not taken: {why}", row=one.row, name=one.what, why=one.why)


def told(found: ListChanges) -> tuple[Message, ...]:
    """Return a sentence for each difference, then for all that is not taken."""
    by_row = [(change.row, change_sentence(change)) for change in found.changes]
    by_row += [(task.row, new_sentence(task)) for task in found.new]
    said = [message for _row, message in sorted(by_row, key=lambda pair: pair[0])]
    said += [missing_sentence(line) for line in found.missing]
    said += [refused_sentence(one) for one in found.refused]
    return tuple(said)


def label_of(found: ListChanges) -> Message:
    """Return what taking the list in is called in the history."""
    n = found.count
    return _("Take in 1 row of an action list") if n == 1 else _(
        "Take in {n} rows of an action list", n=n
    )  # fmt: skip
