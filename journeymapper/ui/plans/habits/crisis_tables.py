"""The two tables of a crisis sheet: what is said to whom, and what was learnt."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.analysis.plans.crisis import lessons_of, lessons_without_plan, messages_of
from journeymapper.document.document import Document
from journeymapper.domain.entities import CrisisLesson, CrisisMessage, Plan, Role
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Options
from journeymapper.ui.answers.more_typed import number_text
from journeymapper.ui.commands import habits as commands
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.lines import Doing, EntityLines, role_options

PREVENT = "prevent"


class CrisisMessages(EntityLines):
    """What is said in a crisis: ``crisis`` is the id of its sheet, "" while there is none."""

    title = _("What is said to whom")
    about = _("Prepared words, so that nobody has to look for them on the day.")
    empty = _("Nothing prepared yet. Add below who is told, by which channel, in which words.")
    columns = (
        Column("audience", _("Who is told"), 160),
        Column("channel", _("By which channel"), 130),
        Column("text", _("In these words"), 400),
        Column("minutes", _("Every … minutes"), 120),
        Column("by", _("Who says it"), 140, choice=True),
    )
    first = ("audience", "channel", "text", "minutes", "by")
    kind = CrisisMessage
    named_by = "audience"
    required = ("audience",)
    moves = True

    def __init__(self, context: Context, crisis: str = "") -> None:
        super().__init__(context)
        self.crisis = crisis

    def read(self, snapshot: Snapshot) -> list[Line]:
        roles = snapshot.table(Role)
        return [
            Line(
                one.id,
                {
                    "audience": one.audience,
                    "channel": one.channel,
                    "text": one.text,
                    "minutes": number_text(one.minutes),
                    "by": roles[one.by].name if one.by is not None else "",
                },
            )
            for one in messages_of(snapshot, self.crisis)
        ]

    def options(self, snapshot: Snapshot, _key: str) -> Options:
        return [("", _("Who leads")), *role_options(snapshot)]

    def belongs(self) -> Mapping[str, str]:
        return {"crisis": self.crisis}


class CrisisLessons(EntityLines):
    """What a look back taught; a lesson without a plan is flagged."""

    title = _("Lessons")
    about = _("What to do differently, so that it does not happen again.")
    empty = _("No lessons yet. After a look back, write below what to do differently.")
    columns = (
        Column("text", _("Lesson"), 500),
        Column("plan", _("Plan"), 300, fixed=True),
    )
    first = ("text",)
    kind = CrisisLesson
    named_by = "text"
    required = ("text",)
    moves = True
    doings = (Doing(PREVENT, _("Make a preventive plan"), "shield-check"),)

    def __init__(self, context: Context, crisis: str = "") -> None:
        super().__init__(context)
        self.crisis = crisis

    def read(self, snapshot: Snapshot) -> list[Line]:
        bare = {one.id for one in lessons_without_plan(snapshot, self.crisis)}
        return [
            Line(
                one.id,
                {
                    "text": one.text,
                    "plan": _("No plan yet")
                    if one.id in bare or one.plan is None
                    else snapshot.get(Plan, one.plan).title,
                },
            )
            for one in lessons_of(snapshot, self.crisis)
        ]

    def options(self, _snapshot: Snapshot, _key: str) -> Options:
        return ()

    def belongs(self) -> Mapping[str, str]:
        return {"crisis": self.crisis}

    def allowed(self, snapshot: Snapshot, _doing: str, line_id: str) -> bool:
        return line_id in {one.id for one in lessons_without_plan(snapshot, self.crisis)}

    def do(self, document: Document, _doing: str, line_id: str) -> Message:
        lesson = document.snapshot.get(CrisisLesson, line_id)
        plan = commands.plan_from_lesson(document, line_id, shortened(lesson.text, 80))
        return commands.drafted(document.snapshot, plan)

    def note(self, snapshot: Snapshot) -> Message | None:
        bare = len(lessons_without_plan(snapshot, self.crisis))
        return _("Lessons that nothing follows from: {n}.", n=bare) if bare else None
