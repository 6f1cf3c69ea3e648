"""The persona round: its questions, what is answered, and the clock that runs down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import EMOTIONS, note_of, notes_in
from journeymapper.domain.snapshot import Snapshot

LENGTH = timedelta(minutes=20)
"""How long a round is."""

HEAD = ""
"""The section of the questions about the head of a card."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and where the answer goes; a list (without a key) takes a line each."""

    section: str
    key: str
    title: Message
    hint: Message

    @property
    def is_list(self) -> bool:
        """Whether every line of the answer is a statement of its own."""
        return not self.key


_HINTS: dict[str, Message] = {
    "thinking": _("Which thought comes again and again?"),
    "feeling": _("Which feeling before, which one after?"),
    "wanting": _("What should happen?"),
    "concerned_about": _("What could go wrong?"),
    "frustrated_about": _("What has gone wrong already?"),
    "expecting": _("What is taken for granted?"),
    "planning": _("What comes next?"),
    "hoping": _("What would be the best that could happen?"),
}


def boxes(name: str) -> tuple[Question, ...]:
    """Return the four boxes of a first draft; ``name`` is what the persona is called."""
    return (
        Question(HEAD, "about", _("Who is {name}?", name=name), _("In a line")),
        Question(
            NoteSection.QUESTION,
            "day_in_life",
            _("What does {name} do?", name=name),
            _("A usual day, and where we come into it"),
        ),
        Question(
            NoteSection.NEED,
            "",
            _("What does {name} need?", name=name),
            _("One need on each line"),
        ),
        Question(
            NoteSection.FRUSTRATION,
            "",
            _("What stands in the way of {name}?", name=name),
            _("One thing on each line"),
        ),
    )


def questions(name: str) -> tuple[Question, ...]:
    """Return all questions of the round: the four boxes, the eight, and what is left."""
    mind = tuple(
        Question(NoteSection.EMOTION, key, title, _HINTS[key]) for key, title in EMOTIONS.items()
    )
    return (
        *boxes(name),
        *mind,
        Question(
            NoteSection.GOAL,
            "",
            _("What does {name} want to reach?", name=name),
            _("One goal on each line"),
        ),
        Question(
            NoteSection.HELP,
            "",
            _("What would make it easier for {name}?", name=name),
            _("One thing on each line"),
        ),
        Question(
            HEAD,
            "quote",
            _("Which sentence is typical of {name}?", name=name),
            _("As you have heard it"),
        ),
    )


def answer_of(snapshot: Snapshot, persona_id: str, question: Question) -> str:
    """Return what the card says to a question; the lines of a list one below the other."""
    if question.section == HEAD:
        return str(getattr(snapshot.get(Persona, persona_id), question.key))
    section = NoteSection(question.section)
    if question.is_list:
        return "\n".join(note.text for note in notes_in(snapshot, persona_id, section))
    note = note_of(snapshot, persona_id, section, question.key)
    return note.text if note is not None else ""


def open_questions(
    snapshot: Snapshot, persona_id: str, asked: tuple[Question, ...]
) -> tuple[int, ...]:
    """Return the places of the questions that nobody has answered."""
    return tuple(
        place
        for place, question in enumerate(asked)
        if not answer_of(snapshot, persona_id, question).strip()
    )


class Countdown:
    """Runs down on a clock that is given; can stand still and go on."""

    def __init__(self, clock: Callable[[], datetime], length: timedelta = LENGTH) -> None:
        self._clock = clock
        self._rest = length
        self._since: datetime | None = None

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._since is not None

    @property
    def left(self) -> timedelta:
        """What is left; never below nothing."""
        gone = self._clock() - self._since if self._since is not None else timedelta(0)
        return max(self._rest - gone, timedelta(0))

    def go(self) -> None:
        """Run, if it stands still."""
        if self._since is None:
            self._since = self._clock()

    def stop(self) -> None:
        """Stand still."""
        self._rest, self._since = self.left, None


def left_words(left: timedelta) -> Message:
    """Say how much is left: 3:42 left."""
    minutes, seconds = divmod(-(-left // timedelta(seconds=1)), 60)
    if not left:
        return _("Time is up")
    return _("{minutes}:{seconds} left", minutes=minutes, seconds=f"{seconds:02}")
