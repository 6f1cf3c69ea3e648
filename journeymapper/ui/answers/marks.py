"""The keys of a question: what can be pressed, what it means, and what stands below it."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.entities import Question
from journeymapper.domain.kinds import QuestionKind, Scale
from journeymapper.domain.message import Message, _
from journeymapper.domain.scales import goodness
from journeymapper.ui.answers import words

MOST_KEYS = 11
"""A scale with more answers is typed as a number and ended with Enter."""

_FACES: dict[int, Message] = {
    -4: _("awful"),
    -2: _("not good"),
    0: _("neither"),
    2: _("good"),
    4: _("great"),
}
"""The five faces, as feelings, with the words that stand below them on paper."""

_ENDS: dict[QuestionKind, tuple[Message, Message]] = {
    QuestionKind.NPS: (_("not at all"), _("for sure")),
    QuestionKind.CSAT: (_("awful"), _("great")),
    QuestionKind.CES: (_("very hard"), _("very easy")),
}
"""What the ends of a scale mean, the bad one first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer with its key. ``face`` is a feeling -4 to 4 to draw, ``stars`` how many."""

    value: float
    key: str
    note: str | Message = ""
    face: int | None = None
    stars: int = 0
    also: str = ""
    """Another key that means the same."""


def is_open(question: Question) -> bool:
    """Say whether answers are typed as numbers and ended with Enter."""
    if question.kind == QuestionKind.NUMBER:
        return True
    low, high = question.low, question.high
    if low is None or high is None:
        return False
    return high - low >= MOST_KEYS or low < 0 or high > 10


def marks_of(question: Question) -> tuple[Mark, ...]:
    """Return the keys of a question in the order of the sheet; () for numbers and words."""
    if question.kind == QuestionKind.TEXT or is_open(question):
        return ()
    if question.kind == QuestionKind.COUNT:
        return (Mark(1, "Y", _("yes"), also="1"), Mark(0, "N", _("no"), also="0"))
    if question.kind == QuestionKind.CHOICE:
        options = question.options[:9]
        return tuple(Mark(i, str(i), option) for i, option in enumerate(options, start=1))
    low, high = int(question.low or 0), int(question.high or 0)
    values = range(low, high + 1)
    return tuple(_scaled(question, value) for value in values)


def _scaled(question: Question, value: int) -> Mark:
    share = goodness(question, value)
    key = "+" if value == 10 else str(value)
    note: str | Message = ""
    bad_end, good_end = _ENDS.get(question.kind, (_("bad"), _("good")))
    if share in (0.0, 1.0):
        note = good_end if share else bad_end
    elif share == 0.5 and question.kind != QuestionKind.NPS:
        note = _("so so")
    face = None
    if question.scale == Scale.FACES:
        face = list(_FACES)[round(share * (len(_FACES) - 1))]
        if (question.low, question.high) == (1, len(_FACES)):
            note = _FACES[face]
    stars = value if question.scale == Scale.STARS else 0
    return Mark(value, key, note, face, stars)


def value_of(question: Question, typed: str) -> float | None:
    """Return the answer of one key, None for a key that is none."""
    wanted = typed.upper()
    for mark in marks_of(question):
        if wanted and wanted in (mark.key, mark.also):
            return mark.value
    return None


def read_number(typed: str) -> float | None:
    """Return a typed number, with a point or a comma; None when it is none."""
    try:
        return float(typed.replace(",", ".").replace("−", "-"))
    except ValueError:
        return None


def shown_key(mark: Mark) -> str:
    """Return what stands large on the key: 10 where the key is +."""
    return words.number(mark.value) if mark.key == "+" else mark.key
