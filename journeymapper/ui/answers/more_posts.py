"""The feedback plan: what is asked, of whom, when, how, and what people get back."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import ListeningPost, Question
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Lines, Options, needed, steps_of
from journeymapper.ui.commands.names import shortened

_NAMED = 6
"""So many steps that nobody asks about are named."""


class Posts(Lines):
    """One line for each way to listen."""

    title = _("Feedback plan")
    about = _("Where we listen: what is asked, of whom, when and how, and what people get back.")
    empty = _("Nothing is planned yet. Add below what you want to ask.")
    columns = (
        Column("what", _("What we ask"), 220),
        Column("whom", _("Whom"), 120),
        Column("timing", _("When"), 120),
        Column("method", _("How"), 120),
        Column("promise", _("What they get back"), 170),
        Column("touchpoint", _("Step"), 150, choice=True),
    )
    first = ("what", "touchpoint")

    def read(self, snapshot: Snapshot) -> list[Line]:
        names = dict(steps_of(snapshot))
        posts = sorted(snapshot.table(ListeningPost).values(), key=sort_key)
        return [_line(post, names) for post in posts]

    def options(self, snapshot: Snapshot, _key: str) -> Options:
        return [("", _("No step")), *steps_of(snapshot)]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        post = document.snapshot.get(ListeningPost, line_id)
        value: str | None = text.strip()
        if key == "what":
            value = needed(text)
        elif key == "touchpoint":
            value = text or None
        with document.step(_("Feedback plan: {what}", what=shortened(post.what))) as tx:
            operations.change_listening_post(tx, line_id, **{key: value})

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        what = needed(cells["what"])
        with document.step(_("Feedback plan: {what}", what=shortened(what))) as tx:
            operations.add_listening_post(tx, what, touchpoint=cells["touchpoint"] or None)

    def delete(self, document: Document, line_id: str) -> None:
        post = document.snapshot.get(ListeningPost, line_id)
        with document.step(_("Delete from the plan: {what}", what=shortened(post.what))) as tx:
            operations.delete_listening_post(tx, line_id)

    def note(self, snapshot: Snapshot) -> Message | None:
        missing = unmeasured(snapshot)
        if not missing:
            return _("Every step is asked about.") if steps_of(snapshot) else None
        names = ", ".join(missing[:_NAMED])
        if len(missing) <= _NAMED:
            return _("Nobody asks about: {names}.", names=names)
        more = len(missing) - _NAMED
        return _("Nobody asks about: {names}, and {more} more steps.", names=names, more=more)


def unmeasured(snapshot: Snapshot) -> list[str]:
    """Return the steps that no question and no line of the plan is about."""
    asked = {q.touchpoint for q in snapshot.table(Question).values()}
    asked |= {post.touchpoint for post in snapshot.table(ListeningPost).values()}
    return [name for step, name in steps_of(snapshot) if step not in asked]


def _line(post: ListeningPost, names: Mapping[str, str]) -> Line:
    return Line(
        post.id,
        {
            "what": post.what,
            "whom": post.whom,
            "timing": post.timing,
            "method": post.method,
            "promise": post.promise,
            "touchpoint": names.get(post.touchpoint or "", ""),
        },
    )
