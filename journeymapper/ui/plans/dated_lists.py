"""The lines of a plan that have a day: check-ins, tasks, reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from journeymapper.analysis.plans.choice_words import REVIEWS
from journeymapper.document import operations
from journeymapper.document.people_named import person_called
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Checkpoint, Entity, Review, Task
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.ui.plans.cells import Day, OneOf, Who, Words
from journeymapper.ui.plans.line_list import Column, LineList, Row
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.widgets.choice import Tick


def words_column(
    sheet: PlanSheet, field: str, title: Message, stretch: int, *, new: bool = True
) -> Column:
    """Return a column of words; ``field`` is read from the line."""
    said = sheet.say(title)
    return Column(
        field,
        title,
        lambda: Words(sheet.context, said, said),
        lambda line: getattr(line, field),
        stretch,
        new=new,
    )


def day_column(
    sheet: PlanSheet, field: str, title: Message, stretch: int = 2, *, new: bool = True
) -> Column:
    """Return a column of days."""
    said = sheet.say(title)
    return Column(
        field,
        title,
        lambda: Day(sheet.context, said, said),
        lambda line: getattr(line, field),
        stretch,
        new=new,
    )


class CheckIns(LineList):
    """Days on which the plan is looked at; what is noted has its day."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__(
            sheet,
            _("Check-ins"),
            (
                day_column(sheet, "date", _("On which day")),
                words_column(sheet, "expected", _("What we expect by then"), 3, new=False),
                words_column(sheet, "actual", _("How it is"), 3, new=False),
            ),
        )

    def lines(self) -> Sequence[Entity]:
        found = self.sheet.snapshot.select(indexes.CHECKPOINTS_OF_PLAN, self.sheet.plan_id)
        return sorted(found, key=lambda c: (c.date, c.id))

    def add(self, fields: Mapping[str, Any]) -> str:
        return self.sheet.add_line(Checkpoint, **fields)

    def write(self, id_: str, field: str, value: Any) -> None:
        if field != "actual":
            self.sheet.change_line(Checkpoint, id_, field, value)
            return
        line = self.sheet.snapshot.get(Checkpoint, id_)
        noted = (line.noted or self.sheet.today.isoformat()) if value else ""
        self.sheet.change(
            lambda tx: operations.change_line(tx, Checkpoint, id_, actual=value, noted=noted),
            merge=("plan line", id_, field),
        )

    def remove(self, id_: str) -> None:
        self.sheet.delete_line(Checkpoint, id_)

    def take_missed(self) -> None:
        """Take the keys to the first check-in whose day has passed without a note."""
        today = self.sheet.today.isoformat()
        for row, line in zip(self.rows, self.lines(), strict=False):
            if isinstance(line, Checkpoint) and not line.noted and line.date < today:
                row.cells["actual"].setFocus(Qt.FocusReason.OtherFocusReason)
                return


class Tasks(LineList):
    """The parts of the work, each with its owner, its day and its tick."""

    def __init__(self, sheet: PlanSheet) -> None:
        context, say = sheet.context, sheet.say
        who = _("Who")
        super().__init__(
            sheet,
            _("Tasks"),
            (
                words_column(sheet, "title", _("What is to be done"), 5),
                Column(
                    "who",
                    who,
                    lambda: Who(context, say(who), say(who)),
                    lambda task: queries.person_name(sheet.snapshot, task.owner),
                    2,
                    new=False,
                ),
                day_column(sheet, "due", _("by when"), new=False),
            ),
        )

    def lines(self) -> Sequence[Entity]:
        found = self.sheet.snapshot.select(indexes.TASKS_OF_PLAN, self.sheet.plan_id)
        return sorted(found, key=sort_key)

    def refresh(self) -> None:
        """Show the tasks, and how many are done."""
        super().refresh()
        found = self.sheet.snapshot.select(indexes.TASKS_OF_PLAN, self.sheet.plan_id)
        done = sum(bool(task.done) for task in found)
        words = _(
            "{done} of {n} done, {percent} %",
            done=done,
            n=len(found),
            percent=round(100 * done / max(len(found), 1)),
        )
        self.note.setText(self.sheet.say(words) if found else "")

    def add(self, fields: Mapping[str, Any]) -> str:
        title = str(fields["title"])
        made = self.sheet.change(
            lambda tx: operations.add_task(tx, title, plan_id=self.sheet.plan_id)
        )
        return str(made)

    def write(self, id_: str, field: str, value: Any) -> None:
        def do(tx: Any) -> None:
            fields = {"owner": person_called(tx, value)} if field == "who" else {field: value}
            operations.change_task(tx, id_, **fields)

        self.sheet.change(do, merge=("plan task", id_, field))

    def remove(self, id_: str) -> None:
        self.sheet.change(lambda tx: operations.delete_task(tx, id_))

    def dress(self, row: Row, line: Entity | None) -> None:
        item = row.grid.itemAtPosition(0, 0)
        tick = item.widget() if item is not None else None
        if not isinstance(tick, Tick):
            tick = Tick(self.sheet.context, "")
            tick.setFixedWidth(24)
            tick.clicked.connect(lambda on, row=row: self._tick(row, on=on))
            policy = tick.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            tick.setSizePolicy(policy)
            row.grid.addWidget(tick, 0, 0)
        tick.setVisible(line is not None)
        if isinstance(line, Task):
            tick.setAccessibleName(self.sheet.say(_("Done: {what}", what=line.title)))
            tick.setChecked(bool(line.done))

    def _tick(self, row: Row, *, on: bool) -> None:
        day = self.sheet.today.isoformat() if on else ""
        self.sheet.guarded(
            lambda: self.sheet.change(lambda tx: operations.tick_task(tx, row.id, day))
        )


class Reviews(LineList):
    """When the plan was looked at as a whole, how it stood, what was decided."""

    def __init__(self, sheet: PlanSheet) -> None:
        context, say = sheet.context, sheet.say
        status = _("How it stands")
        super().__init__(
            sheet,
            _("Reviews"),
            (
                day_column(sheet, "date", _("On which day")),
                Column(
                    "status",
                    status,
                    lambda: OneOf(context, say(status), tuple(REVIEWS.items())),
                    lambda review: review.status,
                    2,
                    new=False,
                    empty=None,
                ),
                words_column(sheet, "decision", _("What was decided"), 3, new=False),
                words_column(sheet, "changes", _("What changes in the plan"), 3, new=False),
            ),
        )

    def lines(self) -> Sequence[Entity]:
        found = self.sheet.snapshot.select(indexes.REVIEWS_OF_PLAN, self.sheet.plan_id)
        return sorted(found, key=lambda r: (r.date, r.id))

    def add(self, fields: Mapping[str, Any]) -> str:
        return self.sheet.add_line(Review, **fields)

    def write(self, id_: str, field: str, value: Any) -> None:
        self.sheet.change_line(Review, id_, field, value)

    def remove(self, id_: str) -> None:
        self.sheet.delete_line(Review, id_)
