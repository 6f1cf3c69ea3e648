"""What can be done with a plan as a whole: the menu behind its three dots."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.domain import plans as rules
from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds_plan import PlanMethod, PlanState
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import plan_turns as turns
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.dialogs.ask import ask
from journeymapper.ui.plans.reason_dialog import ask_reason, why_again
from journeymapper.ui.plans.sheet import PlanSheet


class PlanMenu(QMenu):
    """Filled each time; ``show`` opens what was made of the plan, by id, "" for nothing."""

    def __init__(self, sheet: PlanSheet, show: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet, self._show, self._owner = sheet, show, parent
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what makes sense for the plan as it stands."""
        self.clear()
        sheet = self._sheet
        if not sheet.ready:
            return
        state = rules.state_of(sheet.snapshot, sheet.plan_id)
        self._offer(_("Copy as a new draft"), self._duplicate)
        if state == PlanState.DRAFT:
            self._offer(_("Make it a simple task"), self._make_task)
        if self._before() is not None:
            self._offer(_("Before and after on the map"), self._compare)
        programme = self._offer(_("Show the second list of five steps"), self._turn_method)
        programme.setCheckable(True)
        programme.setChecked(sheet.plan.method == PlanMethod.PROGRAMME)
        self.addSeparator()
        if state in (PlanState.DRAFT, PlanState.RUNNING):
            self._offer(_("Drop the plan…"), self._drop)
        else:
            self._offer(_("Go on with the plan…"), self._reopen)
        self._offer(_("Delete the plan"), self._delete)

    def _offer(self, words: Message, do: Callable[[], object]) -> QAction:
        action = self.addAction(self._sheet.say(words))
        action.triggered.connect(lambda _on=False: self._sheet.guarded(do))
        return action

    def _before(self) -> tuple[str, str] | None:
        """The map of the plan's step, and the version kept when the plan started."""
        sheet = self._sheet
        plan = sheet.plan
        step = sheet.snapshot.find(Touchpoint, plan.touchpoint)
        name = sheet.say(turns.before_plan(plan.title))
        version = turns.version_before(sheet.snapshot, plan.id, name)
        if step is None or version is None:
            return None
        return queries.map_of(sheet.snapshot, step.id), version

    def _compare(self) -> None:
        found = self._before()
        if found is not None:
            self._sheet.session.compare_wanted.emit(*found)

    def _duplicate(self) -> None:
        self._show(commands.duplicate_plan(self._sheet.document, self._sheet.plan_id))

    def _make_task(self) -> None:
        sheet = self._sheet
        if commands.has_more(sheet.snapshot, sheet.plan_id) and not ask(
            sheet.context,
            self._owner,
            _("Make it a simple task?"),
            _("A simple task keeps who, what, where and until when. Undo brings the rest back."),
            yes=_("Make it a simple task"),
            no=_("Cancel"),
        ):
            return
        self._show(commands.task_of_plan(sheet.document, sheet.plan_id))

    def _turn_method(self) -> None:
        sheet = self._sheet
        on = sheet.plan.method == PlanMethod.PROGRAMME
        sheet.write(method=PlanMethod.FIVE_STEPS if on else PlanMethod.PROGRAMME)

    def _drop(self) -> None:
        sheet = self._sheet
        about = _("The plan stays in the list with all that was written, marked as dropped.")
        reason = ask_reason(
            sheet.context, self._owner, _("Drop the plan?"), about, _("Drop the plan")
        )
        if reason:
            turns.drop_plan(sheet.document, sheet.plan_id, sheet.today.isoformat(), reason)

    def _reopen(self) -> None:
        sheet = self._sheet
        reason = why_again(sheet.context, self._owner)
        if reason:
            turns.reopen_plan(sheet.document, sheet.plan_id, sheet.today.isoformat(), reason)

    def _delete(self) -> None:
        sheet = self._sheet
        name = sheet.plan.title
        commands.delete_plan(sheet.document, sheet.plan_id)
        sheet.session.report(_("“{name}” is deleted. Undo brings it back.", name=name))
