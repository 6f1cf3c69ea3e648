"""What comments, their moods and kinds are called."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.app.comments import CommentBook
from journeymapper.domain import queries
from journeymapper.domain.entities import CommentMark, Question, Round, Survey, Touchpoint
from journeymapper.domain.kinds import CommentKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import grouped
from journeymapper.domain.snapshot import Snapshot

MOODS: Mapping[int, Message] = {-1: _("Bad"), 0: _("Mixed"), 1: _("Good")}

KINDS: Mapping[CommentKind, Message] = {
    CommentKind.PRAISE: _("Praise"),
    CommentKind.COACHING: _("Coaching"),
}

BETWEEN = "  ·  "


def comments(n: int) -> Message:
    """Return so many comments."""
    return _("1 comment") if n == 1 else _("{n} comments", n=grouped(n))


def noted(n: int, many: Message) -> Message:
    """Return a sentence about so many comments, for the status bar."""
    return _("{what}: {n}", what=many, n=comments(n))


class Names:
    """What rounds, questions and steps are called, read once after each change."""

    def __init__(self, snapshot: Snapshot | None) -> None:
        self.rounds: dict[str, str] = {}
        self.questions: dict[str, str] = {}
        self.steps: dict[str, str] = {}
        if snapshot is not None:
            self._read(snapshot)

    def _read(self, snapshot: Snapshot) -> None:
        surveys = snapshot.table(Survey)
        several = len(surveys) > 1
        for one in sorted(snapshot.table(Round).values(), key=lambda r: (r.position, r.id)):
            name = one.name or one.started
            title = surveys[one.survey].title
            self.rounds[one.id] = f"{title}, {name}" if several and title else name
        self.questions = {
            q.id: q.short or q.text
            for q in sorted(snapshot.table(Question).values(), key=lambda q: (q.position, q.id))
        }
        for journey in queries.maps(snapshot):
            numbers = queries.numbers(snapshot, journey.id)
            for step in queries.touchpoints_of_map(snapshot, journey.id):
                self.steps[step.id] = f"{numbers[step.id]} {step.name}".strip()


def step_words(snapshot: Snapshot, step_id: str) -> str:
    """Return the number and name of a step, "" for none."""
    step = snapshot.find(Touchpoint, step_id) if step_id else None
    if step is None:
        return ""
    number = queries.numbers(snapshot, queries.map_of(snapshot, step_id))[step_id]
    return f"{number} {step.name}".strip()


def facts(book: CommentBook, row: int, names: Names) -> tuple[str | Message, ...]:
    """Return what is known of a comment, in the order of reading; empty parts left out."""
    comment, mark = book.comments[row], book.mark(row)
    parts: list[str | Message] = [
        names.rounds.get(comment.round, ""),
        names.questions.get(comment.question, ""),
        names.steps.get(book.step(row), ""),
        *(theme.name for theme in book.themes_of(row)),
    ]
    if comment.respondent == "employee":
        parts.insert(0, _("Our team"))
    if mark is not None:
        parts += _noted(mark)
    return tuple(part for part in parts if part)


def _noted(mark: CommentMark) -> list[str | Message]:
    parts: list[str | Message] = []
    if mark.mood is not None:
        parts.append(MOODS[mark.mood])
    if mark.kind is not CommentKind.PLAIN:
        kind = KINDS[mark.kind]
        parts.append(_("{kind} for {who}", kind=kind, who=mark.about) if mark.about else kind)
    if mark.wow:
        parts.append(_("Wow, may be told") if mark.consent else _("Wow"))
    return parts
