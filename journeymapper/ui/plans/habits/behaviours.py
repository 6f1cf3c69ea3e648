"""What each role starts, stops and goes on with, and how a customer would notice."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.analysis.plans.behaviours import behaviour_matrix, behaviours, without_sign
from journeymapper.domain.entities import Role, RoleBehaviour
from journeymapper.domain.habit_words import HABITS, USES
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import Habit, Use
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Options
from journeymapper.ui.plans.habits.lines import EntityLines, Matrix, role_options


class Behaviours(EntityLines):
    """One line for each behaviour, role by role; the overview is role by habit."""

    title = _("What each role does")
    about = _(
        "What makes it easy to be served here: what each role starts, stops and goes on with. "
        "Each has a sign that those we serve would notice."
    )
    empty = _("Nothing agreed yet. Name a role below and one thing that it starts or stops.")
    columns = (
        Column("role", _("Role"), 110, choice=True),
        Column("habit", _("Start, stop, continue"), 110, choice=True),
        Column("text", _("What"), 230),
        Column("sign", _("How it would be noticed"), 220),
        Column("example", _("For example"), 190),
        Column("use", _("Where it becomes a decision"), 160, choice=True),
    )
    first = ("role", "habit", "text", "sign")
    kind = RoleBehaviour
    named_by = "text"
    required = ("text",)
    typed = ("role",)
    kept = ("role",)
    moves = True
    overview = _("Role by role")

    def read(self, snapshot: Snapshot) -> list[Line]:
        return [
            Line(
                one.id,
                {
                    "role": snapshot.get(Role, one.role).name,
                    "habit": HABITS[one.habit],
                    "text": one.text,
                    "sign": one.sign,
                    "example": one.example,
                    "use": USES[one.use],
                },
            )
            for one in behaviours(snapshot)
        ]

    def options(self, snapshot: Snapshot, key: str) -> Options:
        if key == "role":
            return role_options(snapshot)
        if key == "habit":
            return [(habit.value, HABITS[habit]) for habit in Habit]
        return [(use.value, USES[use]) for use in Use]

    def together(self, snapshot: Snapshot, line_id: str) -> tuple[list[str], list[str]]:
        line = snapshot.get(RoleBehaviour, line_id)
        every = sorted(snapshot.table(RoleBehaviour).values(), key=sort_key)
        same = [one for one in every if one.role == line.role]
        return [one.id for one in same], [one.id for one in same if one.habit == line.habit]

    def matrix(self, snapshot: Snapshot) -> Matrix:
        rows = behaviour_matrix(snapshot)
        cells: dict[tuple[str, str], tuple[str | Message, ...]] = {
            (row.role.id, habit.value): tuple(one.text for one in found)
            for row in rows
            for habit, found in row.habits.items()
            if found
        }
        silent = frozenset((row.role.id, Habit.START.value) for row in rows if row.silent)
        cells |= {place: (_("Nothing agreed yet"),) for place in silent}
        return Matrix(
            _("Role"),
            tuple((row.role.id, row.role.name) for row in rows),
            tuple((habit.value, HABITS[habit]) for habit in Habit),
            cells,
            silent,
        )

    def preset(self, snapshot: Snapshot, row: str, column: str) -> Mapping[str, str]:
        return {"role": snapshot.get(Role, row).name, "habit": column}

    def note(self, snapshot: Snapshot) -> Message | None:
        silent = [row.role.name for row in behaviour_matrix(snapshot) if row.silent]
        unseen = len(without_sign(snapshot))
        if silent and unseen:
            names = ", ".join(silent)
            return _("Nothing agreed yet for: {names}. Without a sign: {n}.", names=names, n=unseen)
        if silent:
            return _("Nothing agreed yet for: {names}.", names=", ".join(silent))
        return _("Without a sign that anybody would notice: {n}.", n=unseen) if unseen else None
