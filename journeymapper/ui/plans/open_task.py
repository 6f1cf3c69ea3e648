"""An open simple task: what, who, by when, where; and what else it could become."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.plans import telling
from journeymapper.analysis.plans.standing import is_late
from journeymapper.domain import queries
from journeymapper.domain.entities import Task
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.cells import Day, OneOf, Who, Words
from journeymapper.ui.plans.fields import Field, Fields
from journeymapper.ui.plans.parts_agreed import step_choices
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Tick
from journeymapper.ui.widgets.labels import PlainLabel


class OpenTask(QScrollArea):
    """Shows one simple task at a time; ``show`` opens another task or plan, by id."""

    def __init__(self, context: Context, session: Session, show: Callable[[str], None]) -> None:
        super().__init__()
        self._show = show
        self.task_id = ""
        self.sheet = PlanSheet(context, session, self)
        say = context.say
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(say(_("The open task")))
        self.state = PlainLabel("", "label")
        self.state.setProperty("look", "plan_state")
        self.done = Tick(context, say(_("Done")))
        self.done.clicked.connect(self._tick)
        self.fields = Fields(self.sheet)
        what, who, when, where = _("What is to be done"), _("Who"), _("By when"), _("Where")
        self.what = self._field(what, Words(context, say(what)), "title", wide=True)
        self.who_cell = Who(context, say(who), say(_("A name or a role")))
        self._field(who, self.who_cell, "who")
        self._field(when, Day(context, say(when)), "due")
        self.where = OneOf(context, say(where))
        self._field(where, self.where, "touchpoint")
        self.to_plan = Button(context, say(_("Make it a plan")), "secondary")
        self.to_plan.setToolTip(say(_("For what needs a reason, check-ins and a proof")))
        self.to_plan.clicked.connect(lambda _on=False: self._make_plan())
        self.drop = Button(context, say(_("Delete the task")), "quiet", "trash-2")
        self.drop.clicked.connect(lambda _on=False: self._delete())
        self._lay_out()

    def show_task(self, task_id: str, today: date) -> None:
        """Show a task; what was typed on another one is written first."""
        if task_id != self.task_id:
            self.flush()
            self.task_id = self.sheet.plan_id = task_id
        self.refresh(today)

    def refresh(self, today: date) -> None:
        """Show the task as it is now."""
        task = self.sheet.snapshot.find(Task, self.task_id)
        if task is None:
            return
        self.who_cell.offer(commands.people(self.sheet.snapshot))
        self.where.offer(step_choices(self.sheet))
        self.done.setChecked(bool(task.done))
        self.state.setText(self.sheet.say(_state(task, today)))
        self.fields.refresh()

    def flush(self) -> bool:
        """Write what is typed; False when something is refused."""
        document = self.sheet.session.document
        if document is None or document.snapshot.find(Task, self.task_id) is None:
            return True
        return self.fields.flush()

    def close_task(self) -> None:
        """No task is open any more."""
        self.task_id = self.sheet.plan_id = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fields.set_width(self.width() - 40)

    def _field(self, caption: Message, cell: Any, name: str, *, wide: bool = False) -> Field:
        def read() -> Any:
            task = self.sheet.snapshot.get(Task, self.task_id)
            if name == "who":
                return queries.person_name(self.sheet.snapshot, task.owner)
            return getattr(task, name)

        def write(value: Any) -> None:
            if name == "title" and not value.strip():
                raise RefusedError(_("Say what is to be done."))
            commands.set_task(self.sheet.document, self.task_id, **{name: value})

        field = Field(self.sheet, caption, cell, read, write)
        self.fields.put(field, wide=wide)
        return field

    def _tick(self, on: bool) -> None:
        day = self.sheet.today.isoformat() if on else ""
        self.sheet.guarded(lambda: commands.tick(self.sheet.document, self.task_id, day))

    def _make_plan(self) -> None:
        self.flush()
        self.sheet.guarded(
            lambda: self._show(commands.plan_of_task(self.sheet.document, self.task_id))
        )

    def _delete(self) -> None:
        name = self.sheet.snapshot.get(Task, self.task_id).title
        if self.sheet.guarded(lambda: commands.delete_task(self.sheet.document, self.task_id)):
            self.sheet.session.report(_("“{name}” is deleted. Undo brings it back.", name=name))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        say = self.sheet.say
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(say(_("Simple task")), "title"))
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.done)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.to_plan)
        foot.addStretch(1)
        foot.addWidget(self.drop)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.fields)
        column.addLayout(foot)
        column.addStretch(1)
        self.setWidget(inside)


def _state(task: Task, today: date) -> Message:
    if task.done:
        return _("Done {date}", date=telling.day_of(task.done, today))
    if is_late(task, today):
        return _("Due since {date}", date=telling.day_of(task.due, today))
    if task.due:
        return _("Due {date}", date=telling.day_of(task.due, today))
    return _("No date yet")
