"""The first view: the line for something new, tasks and plans, and the one that is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.new_line import NewLine
from journeymapper.ui.plans.side import ListSide
from journeymapper.ui.plans.view import PlanView
from journeymapper.ui.session import Session


class ListView(PlanView):
    """Which task or plan is open is window state."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context, session)
        self.new = NewLine(context, session)
        self.side = ListSide(context)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.new)
        column.addLayout(row, 1)
        self.side.wanted.connect(self.show_plan)
        self.side.ticked.connect(self._tick)

    def refresh(self, snapshot: Snapshot, today: date) -> None:
        self.new.refresh(snapshot, today)
        self.side.refresh(snapshot, today, self.bands)

    def take_focus(self) -> None:
        if not self.side.take_focus():
            self.new.take_focus()

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        self.side.find(text)

    def show_plan(self, plan_id: str) -> None:
        self.side.show_current(plan_id)

    def leave(self) -> None:
        self.new.keep()
        self.flush()

    def _tick(self, task_id: str, on: bool) -> None:
        document = self.session.document
        if document is not None:
            day = today_of(self.context).isoformat() if on else ""
            with self.session.guard():
                commands.tick(document, task_id, day)
