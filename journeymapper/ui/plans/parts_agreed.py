"""The first three steps of a plan: the problem, who is responsible, the solution."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.analysis.plans.choice_words import HORIZONS, KINDS, TRIGGERS, WORK
from journeymapper.domain import plans as rules
from journeymapper.domain import queries
from journeymapper.domain.kinds_plan import Horizon, PlanPart
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.panels.one_to_five import OneToFive
from journeymapper.ui.plans.cells import Day, Number, OneOf
from journeymapper.ui.plans.fields import Field
from journeymapper.ui.plans.part import Part
from journeymapper.ui.plans.people_cells import Helpers, PersonField
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.plans.why_list import WhyList

_NEW = "new"
"""The choice that begins a plan."""


class ProblemPart(Part):
    """What happens and what was intended, where, since when, and why."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__(sheet, PlanPart.PROBLEM)

    def fill(self) -> None:
        context, say, fields = self.sheet.context, self.sheet.say, self.fields
        happens, intended = _("What happens"), _("What was intended")
        self.happens = fields.of_plan(
            happens, "happens", self.paragraph(happens, _("Only what one can see or count"))
        )
        self.intended = fields.of_plan(
            intended, "intended", self.paragraph(intended, _("How it should be"))
        )
        where = _("Where")
        self.where = OneOf(context, say(where))
        fields.of_plan(where, "touchpoint", self.where)
        since = _("Since when")
        fields.of_plan(since, "since", Day(context, say(since)))
        scope = _("How far it reaches")
        fields.of_plan(
            scope, "scope", self.paragraph(scope, _("Whom it concerns, and whom not"), 1)
        )
        trigger = _("What made us begin")
        fields.of_plan(trigger, "trigger", OneOf(context, say(trigger), tuple(TRIGGERS.items())))
        kind = _("What it is for")
        fields.of_plan(kind, "kind", OneOf(context, say(kind), tuple(KINDS.items())))
        self.whys = fields.put(WhyList(self.sheet), wide=True)

    def lacks(self) -> Field | None:
        plan = self.sheet.plan
        return self.intended if plan.happens.strip() and not plan.intended.strip() else None

    def refresh(self, *, filled: bool) -> None:
        self.where.offer(step_choices(self.sheet))
        super().refresh(filled=filled)


class WhoPart(Part):
    """One owner, why that role matters, who stands behind it, who helps."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__(sheet, PlanPart.WHO)

    def fill(self) -> None:
        fields = self.fields
        self.owner = fields.put(
            PersonField(self.sheet, _("Who is responsible: one only"), "owner", "who")
        )
        value = _("Why this role matters")
        fields.of_plan(
            value, "owner_value", self.paragraph(value, _("What only this role can do"), 1)
        )
        fields.put(PersonField(self.sheet, _("Who stands behind it"), "sponsor", "behind"))
        self.helpers = fields.put(Helpers(self.sheet), wide=True)


class SolutionPart(Part):
    """What is done, what we expect of it, how much it takes and brings."""

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__(sheet, PlanPart.SOLUTION)

    def fill(self) -> None:
        context, say, fields = self.sheet.context, self.sheet.say, self.fields
        what = _("What is done")
        self.what = fields.of_plan(
            what, "solution", self.paragraph(what, _("holds two short slots a day"))
        )
        expected = _("What we expect of it")
        fields.of_plan(expected, "hypothesis", self.paragraph(expected, _("If we do this, then…")))
        horizon = _("How lasting")
        fields.of_plan(horizon, "horizon", OneOf(context, say(horizon), tuple(HORIZONS.items())))
        work = _("What kind of work")
        fields.of_plan(work, "work", OneOf(context, say(work), tuple(WORK.items())))
        behind = _("The plan that mends how we work")
        self.systemic = OneOf(context, say(behind))
        self.behind = Field(
            self.sheet,
            behind,
            self.systemic,
            lambda: self.sheet.plan.systemic,
            self._set_systemic,
        )
        fields.put(self.behind, wide=True)
        outcome = _("What those we serve get from it")
        fields.of_plan(
            outcome, "outcome", self.paragraph(outcome, _("In their own words"), 1), wide=True
        )
        fields.put(_Score(self.sheet, _("How much it helps"), "impact"))
        fields.put(_Score(self.sheet, _("How much work it is"), "effort"))
        fields.put(_Range(self.sheet, "cost", _("It costs at least"), _("It costs at most")))
        fields.put(_Range(self.sheet, "benefit", _("It brings at least"), _("It brings at most")))

    def refresh(self, *, filled: bool) -> None:
        sheet = self.sheet
        others: list[tuple[Any, str | Message]] = [(None, _("None yet"))]
        others.append((_NEW, _("Begin one")))
        others += [
            (plan.id, plan.title)
            for plan in rules.plans(sheet.snapshot)
            if plan.id != sheet.plan_id
        ]
        self.systemic.offer(others)
        self.behind.setVisible(sheet.plan.horizon == Horizon.IMMEDIATE or bool(sheet.plan.systemic))
        super().refresh(filled=filled)

    def _set_systemic(self, value: str | None) -> None:
        sheet = self.sheet
        if value != _NEW:
            sheet.write(systemic=value)
            return
        words = _("Mend what is behind “{name}”", name=shortened(sheet.plan.title, 120))
        commands.begin_systemic(sheet.document, sheet.plan_id, sheet.say(words))
        sheet.session.report(_("The new plan stands in the list."))


class _ScoreCell(OneToFive):
    """One to five as a cell."""

    def __init__(self, sheet: PlanSheet, caption: Message) -> None:
        super().__init__(sheet.context, caption, _("little"), _("much"))
        self._sheet = sheet
        self._write: Any = None
        self.chosen.connect(self._take)

    def load(self, _key: object, value: int | None, write: Any) -> None:
        self._write = write
        self.set_value(value)

    def flush(self) -> bool:
        return True

    def problem_label(self) -> None:
        return

    def _take(self, value: int | None) -> None:
        if self._write is not None:
            self._sheet.guarded(lambda: self._write(value))


class _Score(Field):
    """A judgement from 1 to 5."""

    def __init__(self, sheet: PlanSheet, caption: Message, name: str) -> None:
        super().__init__(
            sheet,
            caption,
            _ScoreCell(sheet, caption),
            lambda: getattr(sheet.plan, name),
            lambda value: sheet.write(**{name: value}),
        )


class _Range(QWidget):
    """Two amounts, from and to, in the project's currency."""

    def __init__(self, sheet: PlanSheet, name: str, low: Message, high: Message) -> None:
        super().__init__()
        self._sheet = sheet
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._ends = [self._end(f"{name}_low", low), self._end(f"{name}_high", high)]
        for field in self._ends:
            row.addWidget(field, 1)

    def refresh(self) -> None:
        """Show what the document holds."""
        money = queries.project(self._sheet.snapshot).currency
        for field in self._ends:
            field.cell.setPlaceholderText(money)
            field.refresh()

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [stop for field in self._ends for stop in field.stops()]

    def flush(self) -> bool:
        """Write what is typed; False when something is refused."""
        kept = [field.flush() for field in self._ends]
        return all(kept)

    def _end(self, name: str, caption: Message) -> Field:
        sheet = self._sheet
        return Field(
            sheet,
            caption,
            Number(sheet.context, sheet.say(caption)),
            lambda: getattr(sheet.plan, name),
            lambda value: sheet.write(**{name: value}),
        )


def step_choices(sheet: PlanSheet) -> list[tuple[Any, str | Message]]:
    """Every step by its number, map by map."""
    return [(None, _("Not at one step")), *queries.numbered_steps(sheet.snapshot).items()]
