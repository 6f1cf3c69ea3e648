"""Who does what in which plan: one accountable each, and what the others do."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import indexes
from journeymapper.domain.entities import Participant, Plan
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import Involvement
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import is_open, plans
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Lines, Options
from journeymapper.ui.commands.names import plan_name, shortened

_WORDS: dict[Involvement, Message] = {
    Involvement.RESPONSIBLE: _("R helps"),
    Involvement.CONSULTED: _("C is asked"),
    Involvement.INFORMED: _("I is told"),
}
_OWNER = _("A accountable")
_PLAN = "plan"


class RaciLines(Lines):
    """A line for each open plan, a column for each person."""

    title = _("Who does what (RACI)")
    about = _(
        "Exactly one is accountable for a plan: its owner, who is changed in the plan. Say here who"
        " helps, who is asked before, and who is told after."
    )
    empty = _("No plan is open. Write one in the list first.")

    def __init__(self, snapshot: Snapshot) -> None:
        people = sorted(snapshot.table(Participant).values(), key=sort_key)
        self.columns = (  # type: ignore[misc]  # other people in each document
            Column(_PLAN, _("Plan"), 260, fixed=True),
            *(
                Column(one.id, _("{name}", name=shortened(one.name, 20)), 110, choice=True)
                for one in people
            ),
        )

    def read(self, snapshot: Snapshot) -> list[Line]:
        return [
            self._line(snapshot, plan) for plan in plans(snapshot) if is_open(snapshot, plan.id)
        ]

    def options(self, _snapshot: Snapshot, _key: str) -> Options:
        return [("", _("nothing")), *((part.value, words) for part, words in _WORDS.items())]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        snapshot = document.snapshot
        who = shortened(snapshot.get(Participant, key).name)
        part = Involvement(text) if text else None
        label = _("{who} in {plan}", who=who, plan=plan_name(snapshot, line_id))
        with document.step(label) as tx:
            operations.involve(tx, line_id, key, part)

    def note(self, snapshot: Snapshot) -> Message | None:
        found = [plan for plan in plans(snapshot) if is_open(snapshot, plan.id)]
        nobody = [plan.title for plan in found if plan.owner is None]
        if not snapshot.table(Participant):
            return _("Nobody is known yet. Name people in the plans.")
        if nobody:
            return _("Nobody is accountable for: {names}.", names=", ".join(nobody))
        return _("Each plan has exactly one who is accountable.") if found else None

    def _line(self, snapshot: Snapshot, plan: Plan) -> Line:
        known = snapshot.select(indexes.INVOLVED_IN_PLAN, plan.id)
        cells: dict[str, str | Message] = {_PLAN: plan.title.strip() or _("Without a name")}
        cells |= {one.participant: _WORDS[one.part] for one in known}
        if plan.owner is not None:
            cells[plan.owner] = _OWNER
        return Line(plan.id, cells)
