"""The portfolio: who stands behind which plans, and what customers get from them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from journeymapper.analysis.plans.facts import PlanFacts, facts
from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.people_named import person_called
from journeymapper.domain import queries
from journeymapper.domain.dates import in_short
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.view_words import STAGES
from journeymapper.ui.answers.more_lines import Column, Line, Lines
from journeymapper.ui.commands.names import plan_name


class PortfolioLines(Lines):
    """One line for each plan that was not given up, by sponsor and by what customers get."""

    title = _("Portfolio")
    about = _(
        "Who stands behind each plan and gives time and money, and what customers will notice."
    )
    empty = _("There is no plan yet. Write one in the list first.")
    columns = (
        Column("sponsor", _("Backed by"), 140),
        Column("outcome", _("What customers get"), 290),
        Column("plan", _("Plan"), 240, fixed=True),
        Column("who", _("Who"), 110, fixed=True),
        Column("stage", _("State"), 130, fixed=True),
        Column("due", _("By when"), 110, fixed=True),
    )

    def __init__(self, today: date) -> None:
        self._today = today

    def read(self, snapshot: Snapshot) -> list[Line]:
        found = self._plans(snapshot)
        return [self._line(snapshot, one) for one in found]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        label = _("Portfolio: {plan}", plan=plan_name(document.snapshot, line_id))
        with document.step(label) as tx:
            if key == "sponsor":
                operations.change_plan(tx, line_id, sponsor=person_called(tx, text))
            else:
                operations.change_plan(tx, line_id, outcome=text.strip())

    def note(self, snapshot: Snapshot) -> Message | None:
        found = self._plans(snapshot)
        if not found:
            return None
        backed = [one.plan.sponsor for one in found if one.plan.sponsor is not None]
        without = len(found) - len(backed)
        counted = Counter(queries.person_name(snapshot, one) for one in backed)
        parts = ", ".join(f"{name} {n}" for name, n in counted.most_common())
        if not parts:
            return _("Nobody stands behind any plan yet.")
        if without:
            return _("Plans by who stands behind them: {parts}. Nobody: {n}.", parts=parts,
                     n=without)  # fmt: skip
        return _("Plans by who stands behind them: {parts}.", parts=parts)

    def _plans(self, snapshot: Snapshot) -> list[PlanFacts]:
        known = [one for one in facts(snapshot, self._today, {}) if one.standing.stage != "dropped"]
        return sorted(
            known,
            key=lambda one: (
                not one.plan.sponsor,
                queries.person_name(snapshot, one.plan.sponsor).casefold(),
                not one.plan.outcome,
                one.plan.outcome.casefold(),
            ),
        )

    def _line(self, snapshot: Snapshot, one: PlanFacts) -> Line:
        plan = one.plan
        due: str | Message = ""
        if plan.due:
            due = in_short(date.fromisoformat(plan.due), self._today)
        return Line(
            plan.id,
            {
                "sponsor": queries.person_name(snapshot, plan.sponsor),
                "outcome": plan.outcome,
                "plan": plan.title.strip() or _("Without a name"),
                "who": one.who or _("nobody yet"),
                "stage": STAGES[one.standing.stage],
                "due": due,
            },
        )
