"""Who owns a plan and who stands behind it, by name; those who help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from journeymapper.document import operations
from journeymapper.document.people_named import person_called
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Entity, Involved
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import Involvement
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.plans import people
from journeymapper.ui.plans.cells import Who, Words
from journeymapper.ui.plans.fields import Field
from journeymapper.ui.plans.line_list import Column, LineList
from journeymapper.ui.plans.sheet import PlanSheet


class PersonField(Field):
    """Somebody in a field of the plan; ``command`` is what `commands.set_plan` calls it."""

    def __init__(self, sheet: PlanSheet, caption: Message, field: str, command: str) -> None:
        super().__init__(
            sheet,
            caption,
            Who(sheet.context, sheet.say(caption), sheet.say(_("A name or a role"))),
            lambda: queries.person_name(sheet.snapshot, getattr(sheet.plan, field)),
            lambda name: sheet.write(**{command: name}),
        )

    def refresh(self) -> None:
        """Show who it is, and offer who it could be."""
        self.cell.offer(people(self._sheet.snapshot))
        super().refresh()


class Helpers(LineList):
    """Who does part of the work; each by name, with what for."""

    def __init__(self, sheet: PlanSheet) -> None:
        context, say = sheet.context, sheet.say
        super().__init__(
            sheet,
            _("Who helps"),
            (
                Column(
                    "who",
                    _("Who helps"),
                    lambda: Who(context, say(_("Who helps")), say(_("A name or a role"))),
                    lambda one: queries.person_name(sheet.snapshot, one.participant),
                    2,
                ),
                Column(
                    "note",
                    _("With what"),
                    lambda: Words(context, say(_("With what")), say(_("With what"))),
                    lambda one: one.note,
                    3,
                    new=False,
                ),
            ),
        )

    def lines(self) -> Sequence[Entity]:
        found = self.sheet.snapshot.select(indexes.INVOLVED_IN_PLAN, self.sheet.plan_id)
        named = [one for one in found if one.part == Involvement.RESPONSIBLE]
        name = partial(queries.person_name, self.sheet.snapshot)
        return sorted(named, key=lambda one: (name(one.participant), one.id))

    def add(self, fields: Mapping[str, Any]) -> str:
        made = self.sheet.change(
            lambda tx: operations.involve(
                tx,
                self.sheet.plan_id,
                person_called(tx, fields["who"]) or "",
                Involvement.RESPONSIBLE,
            )
        )
        return str(made)

    def write(self, id_: str, field: str, value: Any) -> None:
        one = self.sheet.snapshot.get(Involved, id_)
        if field == "note":
            self.sheet.change(
                lambda tx: operations.involve(tx, one.plan, one.participant, one.part, str(value)),
                merge=("plan helper", id_),
            )
            return
        if not value:
            raise RefusedError(_("Somebody has a name. Delete the line to take them out."))

        def instead(tx: Any) -> None:
            operations.involve(tx, one.plan, one.participant, None)
            operations.involve(tx, one.plan, person_called(tx, value) or "", one.part, one.note)

        self.sheet.change(instead)

    def remove(self, id_: str) -> None:
        one = self.sheet.snapshot.get(Involved, id_)
        self.sheet.change(lambda tx: operations.involve(tx, one.plan, one.participant, None))
