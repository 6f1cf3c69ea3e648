"""The first view: the line for something new, tasks and plans, and the one that is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from journeymapper.domain import plans as rules
from journeymapper.domain.entities import Plan, Task
from journeymapper.domain.kinds_plan import PlanPart
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.new_line import NewLine
from journeymapper.ui.plans.open_plan import OpenPlan
from journeymapper.ui.plans.open_task import OpenTask
from journeymapper.ui.plans.side import ListSide
from journeymapper.ui.plans.two_panes import TwoPanes
from journeymapper.ui.plans.view import PlanView
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.empty import EmptyPlace


class ListView(PlanView):
    """Which task or plan is open is window state."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context, session)
        say = context.say
        self.new = NewLine(context, session)
        self.side = ListSide(context)
        self.plan = OpenPlan(context, session, self.show_plan)
        self.task = OpenTask(context, session, self.show_plan)
        self.nothing = EmptyPlace(
            context,
            "clipboard-check",
            say(_("Who mends what by when")),
            say(
                _(
                    "A simple task is done when it is ticked. A plan says how you will see that"
                    " it worked: then you count, and tell those concerned."
                )
            ),
        )
        self.begin = self.nothing.offer(say(_("Type the first line")), self.new.take_focus, "plus")
        self.right = QStackedWidget()
        for page in (self.nothing, self.plan, self.task):
            self.right.addWidget(page)
        self.panes = TwoPanes(context, self.side, self.right, say(_("All tasks and plans")))
        self.panes.left.connect(self._on_left)
        self.panes.alone.connect(self.new.setHidden)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.new)
        self._column.addWidget(self.panes, 1)
        self.side.wanted.connect(self._read)
        self.side.ticked.connect(self._tick)
        self.side.menu_wanted.connect(self._open_menu)
        self.plan.proof.answers_wanted.connect(self.answers_wanted)
        self.new.made_plan.connect(self._show_made)
        self.new.made_task.connect(self._show_made)

    @property
    def open_id(self) -> str:
        """The task or plan that is open, by id, "" for none."""
        return self.side.current

    def refresh(self, snapshot: Snapshot, today: date) -> None:
        self.new.refresh(snapshot, today)
        if self._kind_of(snapshot, self.open_id) is None:
            self.side.current = self._first(snapshot)
        self.side.refresh(snapshot, today, self.bands)
        self._show_open(snapshot, today)

    def take_focus(self) -> None:
        if not self.side.take_focus():
            self.new.take_focus()

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        self.side.find(text)

    def show_plan(self, plan_id: str) -> None:
        document = self.session.document
        if document is not None and plan_id:
            self.flush()
            self.panes.read()
            self.side.show_current(plan_id)
            self._show_open(document.snapshot, today_of(self.context))

    def show_part(self, plan_id: str, part: PlanPart) -> None:
        """Open a plan and go to one of its five steps."""
        self.show_plan(plan_id)
        self.plan.show_part(part)

    def show_check_in(self, plan_id: str) -> None:
        self.show_plan(plan_id)
        self.plan.show_check_in()

    def flush(self) -> None:
        self.plan.flush()
        self.task.flush()

    def leave(self) -> None:
        self.new.keep()
        self.plan.leave()
        self.task.flush()

    def forget(self) -> None:
        self.side.current = ""
        self.panes.forget()
        self.plan.close_plan()
        self.task.close_task()
        self.plan.steps.set_open(wanted=False)
        self.new.clear()

    def _read(self, id_: str) -> None:
        """Somebody chose a line."""
        self.show_plan(id_)
        self.panes.read_on()

    def _show_made(self, id_: str) -> None:
        """Show what was begun just now; where it would hide the list, in the list."""
        document = self.session.document
        if self.panes.beside:
            self.show_plan(id_)
        elif document is not None:
            self.side.show_current(id_)
            self._show_open(document.snapshot, today_of(self.context))

    def _on_left(self) -> None:
        self.flush()
        self.side.take_focus()

    def _show_open(self, snapshot: Snapshot, today: date) -> None:
        id_ = self.open_id
        kind = self._kind_of(snapshot, id_)
        if kind is Plan:
            band = self.bands.get(id_, "")
            self.plan.show_plan(id_, today, band, known=self.bands_known)
            self.right.setCurrentWidget(self.plan)
        elif kind is Task:
            self.task.show_task(id_, today)
            self.right.setCurrentWidget(self.task)
        else:
            self.right.setCurrentWidget(self.nothing)

    def _kind_of(self, snapshot: Snapshot, id_: str) -> type[Plan | Task] | None:
        if snapshot.find(Plan, id_) is not None:
            return Plan
        task = snapshot.find(Task, id_)
        return Task if task is not None and task.plan is None else None

    def _first(self, snapshot: Snapshot) -> str:
        """The first plan that is open, so that there is something to look at."""
        found = (p.id for p in rules.plans(snapshot) if rules.is_open(snapshot, p.id))
        return next(found, "")

    def _tick(self, task_id: str, on: bool) -> None:
        document = self.session.document
        if document is not None:
            day = today_of(self.context).isoformat() if on else ""
            with self.session.guard():
                commands.tick(document, task_id, day)

    def _open_menu(self, id_: str, where: QPoint) -> None:
        self.show_plan(id_)
        document = self.session.document
        if document is not None and self._kind_of(document.snapshot, id_) is Plan:
            self.plan.menu.popup(where)
