"""What is printed of plans: the action list, the pages of plans or of one, and so on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.domain.entities import (
    Alert,
    CrisisSheet,
    Entity,
    RoleBehaviour,
    RoleCard,
)
from journeymapper.domain.message import _
from journeymapper.domain.plans import is_open, plans
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.kinds import PAPERS
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_PAGES = "pages"
_LIST = "list"
_SHORT = {_LIST: _("Action list"), _PAGES: _("A page for each plan")}

_LATER: dict[str, tuple[type[Entity], ...]] = {
    "roles": (RoleCard, RoleBehaviour),
    "crisis": (CrisisSheet,),
    "calls": (Alert,),
}
"""Papers that are offered where there is something of these."""


class PlansChoice(QWidget):
    """Tells ``chosen`` when something else is wanted."""

    chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        what = say(_("What of the plans"))
        column.addWidget(PlainLabel(what, "subheading"))
        self.parts = Choice(context, what)
        self.parts.activated.connect(lambda _index: self._on_part())
        column.addWidget(self.parts)
        which = say(_("Which plan"))
        self._which = PlainLabel(which, "subheading")
        column.addWidget(self._which)
        self.plans = Choice(context, which)
        self.plans.addItem(say(_("All that are open")), "")
        self.plans.activated.connect(lambda _index: self.chosen.emit())
        column.addWidget(self.plans)
        self._show_which()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The key of the paper, and the id of the one plan that is wanted if there is one."""
        part = str(self.parts.currentData() or _LIST)
        plan = str(self.plans.currentData() or "") if part == _PAGES else ""
        return (part, plan) if plan else (part,)

    @property
    def title(self) -> str:
        """What the paper is called, the name of the plan where it is one."""
        if len(self.wanted) > 1:
            return self.plans.currentText()
        return self.parts.currentText()

    def choose(self, snapshot: Snapshot, part: str, plan_id: str) -> None:
        """Choose a paper by its key, and a plan by its id, "" for all that are open."""
        self.show_plans(snapshot)
        self.parts.setCurrentIndex(max(0, self.parts.findData(part)))
        self.plans.setCurrentIndex(max(0, self.plans.findData(plan_id)))
        self._show_which()

    def show_plans(self, snapshot: Snapshot) -> None:
        """Offer papers, and plans, those that are open first; the choice stays where it can."""
        before, part = self.plans.currentData(), self.parts.currentData()
        self.parts.clear()
        for key, (title, _make) in PAPERS.items():
            if key == part or key not in _LATER or any(map(snapshot.table, _LATER[key])):
                self.parts.addItem(self._context.say(_SHORT.get(key, title)), key)
        self.parts.setCurrentIndex(max(0, self.parts.findData(part)))
        known = sorted(plans(snapshot), key=lambda plan: not is_open(snapshot, plan.id))
        self.plans.clear()
        self.plans.addItem(self._context.say(_("All that are open")), "")
        for plan in known:
            self.plans.addItem(plan.title or self._context.say(_("A plan without a name")), plan.id)
        self.plans.setCurrentIndex(max(0, self.plans.findData(before)))

    def _on_part(self) -> None:
        self._show_which()
        self.chosen.emit()

    def _show_which(self) -> None:
        for widget in (self._which, self.plans):
            widget.setVisible(self.parts.currentData() == _PAGES)
