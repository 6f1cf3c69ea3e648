"""Role cards: what a role is for, what it may decide alone, and up to which limit."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.analysis.plans.behaviours import missing_levels, role_cards
from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Role, RoleCard
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.habit_words import LEVELS
from journeymapper.domain.kinds_plan import Level
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Options, needed
from journeymapper.ui.commands.names import role_name, shortened
from journeymapper.ui.plans.habits.lines import EntityLines, chosen, role_called

_MISSING: Mapping[Level, Message] = {
    Level.FRONTLINE: _("No role of the frontline has an objective yet."),
    Level.MANAGEMENT: _("No role of the management has an objective yet."),
}


class RoleCards(EntityLines):
    """One line for each role; a card is made when something is written into it."""

    title = _("Role cards")
    about = _(
        "What each role is for, and what it may decide alone: “may give a voucher, up to 20 euros”."
    )
    empty = _("There are no roles yet. Add one below, such as “Front desk”.")
    columns = (
        Column("role", _("Role"), 130, fixed=True, choice=True),
        Column("level", _("Level"), 110, choice=True),
        Column("objective", _("What it is for"), 270),
        Column("may_do", _("May decide alone"), 270),
        Column("limit", _("Up to this limit"), 170),
    )
    first = ("role",)
    kind = RoleCard
    named_by = "role"
    typed = ("role",)
    given = True

    def read(self, snapshot: Snapshot) -> list[Line]:
        return [_line(role, card) for role, card in role_cards(snapshot)]

    def options(self, _snapshot: Snapshot, key: str) -> Options:
        return [] if key == "role" else [(level.value, LEVELS[level]) for level in Level]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        value = chosen(Level, text) if key == "level" else text.strip()
        name = role_name(document.snapshot, line_id)
        with document.step(_("Role card of {name}", name=name)) as tx:
            operations.set_single(tx, RoleCard, line_id, **{key: value})

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        name = needed(cells["role"])
        with document.step(_("Add {name}", name=shortened(name))) as tx:
            before = set(tx.snapshot.table(Role))
            if role_called(tx, name) in before:
                raise RefusedError(_("{name} is there already.", name=shortened(name)))

    def note(self, snapshot: Snapshot) -> Message | None:
        missing = missing_levels(snapshot)
        if not role_cards(snapshot) or not missing:
            return None
        if len(missing) == len(Level):
            return _("No role has an objective yet, neither frontline nor management.")
        return _MISSING[missing[0]]


def _line(role: Role, card: RoleCard | None) -> Line:
    if card is None:
        return Line(role.id, {"role": role.name})
    return Line(
        role.id,
        {
            "role": role.name,
            "level": LEVELS[card.level],
            "objective": card.objective,
            "may_do": card.may_do,
            "limit": card.limit,
        },
    )
