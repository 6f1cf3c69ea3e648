"""Critical path: what must not slip, and how many days all else may."""

from __future__ import annotations

from journeymapper.analysis.plans.critical_path import Stretch, critical_path
from journeymapper.document.document import Document
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Lines


class PathLines(Lines):
    """One line for each open plan and task; nothing is written here."""

    title = _("Critical path")
    about = _(
        "Plans and tasks that wait for each other. Days are counted from the first that can begin;"
        " slack is by how many days something may slip before the end moves."
    )
    empty = _("No plan is open. Write one in the list first.")
    columns = (
        Column("what", _("What"), 300, fixed=True),
        Column("who", _("Who"), 120, fixed=True),
        Column("days", _("Days"), 150, fixed=True),
        Column("begins", _("First day"), 90, fixed=True),
        Column("waits", _("Waits for"), 220, fixed=True),
        Column("slack", _("Slack"), 150, fixed=True),
    )

    def read(self, snapshot: Snapshot) -> list[Line]:
        found = critical_path(snapshot).stretches
        names = {one.id: one.title for one in found}
        return [_line(one, names) for one in found]

    def write(self, _document: Document, _line_id: str, _key: str, _text: str) -> None:
        raise RefusedError(_("The lines of this table are given."))

    def note(self, snapshot: Snapshot) -> Message | None:
        path = critical_path(snapshot)
        if not path.stretches:
            return None
        if not path.waiting:
            return _("Nothing waits for anything else. Say in a plan what it waits for.")
        names = " → ".join(one.title for one in path.chain)
        guessed = sum(one.guessed for one in path.stretches)
        if guessed:
            return _(
                "The longest chain takes {days} days: {names}. What has no dates counts as one day:"
                " {n} here.",
                days=path.days,
                names=names,
                n=guessed,
            )
        return _("The longest chain takes {days} days: {names}.", days=path.days, names=names)


def _line(one: Stretch, names: dict[str, str]) -> Line:
    days: str | Message = _("1, no dates") if one.guessed else str(one.days)
    if not one.days:
        days = _("those of its tasks")
    slack = (
        _("none: critical") if one.critical
        else _("1 day") if one.slack == 1
        else _("{n} days", n=one.slack)
    )  # fmt: skip
    waits = ", ".join(names[id_] for id_ in one.waits_for if id_ in names)
    return Line(
        one.id,
        {
            "what": one.title.strip() or _("Without a name"),
            "who": one.who or _("nobody yet"),
            "days": days,
            "begins": str(one.begins + 1),
            "waits": waits,
            "slack": slack,
        },
    )
