"""Figures and verdicts in words, and where they lie on a line."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.domain.entities import Question
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers import words
from journeymapper.ui.answers.figures import SHARES, Figure, Verdict

_TIMES = ("min", "minute", "minutes", "hour", "hours", "day", "days", "h")

_CHANGED: Mapping[tuple[str, int], Message] = {
    ("time", 1): _("Longer than in {round} ({value})."),
    ("time", -1): _("Shorter than in {round} ({value})."),
    ("often", 1): _("More often than in {round} ({value})."),
    ("often", -1): _("Less often than in {round} ({value})."),
    ("satisfied", 1): _("More are satisfied than in {round} ({value})."),
    ("satisfied", -1): _("Fewer are satisfied than in {round} ({value})."),
    ("easy", 1): _("Easier than in {round} ({value})."),
    ("easy", -1): _("Harder than in {round} ({value})."),
    ("number", 1): _("Higher than in {round} ({value})."),
    ("number", -1): _("Lower than in {round} ({value})."),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where a figure, its interval and the earlier one lie on a line, 0 to 1; None: nowhere."""

    at: float | None
    low: float | None
    high: float | None
    earlier: float | None


def value(question: Question, known: Figure) -> Message | None:
    """Return a figure: −8, 19 of 26, 4.9 of 7, 22; None without answers."""
    if known.value is None:
        return None
    match question.kind:
        case QuestionKind.NPS:
            return _("{value}", value=_signed(known.value))
        case QuestionKind.CES:
            shown = words.number(known.value, 1)
            return _("{value} of {most}", value=shown, most=words.number(question.high or 0))
        case kind if kind in SHARES:
            return _("{hits} of {n}", hits=words.grouped(known.hits), n=words.grouped(known.n))
        case _:
            return _("{value}", value=words.number(known.value, _digits(known.value)))


def interval(question: Question, known: Figure) -> Message | None:
    """Return the interval of a figure: −40 to +24, 54 to 86 %; None where there is none."""
    if known.low is None or known.high is None:
        return None
    if question.kind == QuestionKind.NPS:
        return _("{low} to {high}", low=_signed(known.low), high=_signed(known.high))
    if question.kind in SHARES:
        low, high = round(100 * known.low), round(100 * known.high)
        return _("{low} to {high} %", low=low, high=high)
    digits = 1 if question.kind == QuestionKind.CES else _digits(known.value or 0)
    low_text, high_text = words.number(known.low, digits), words.number(known.high, digits)
    return _("{low} to {high}", low=low_text, high=high_text)


def title(question: Question, known: Figure) -> str | Message:
    """Return what a figure is called; of a choice it names the option that most took."""
    name = words.called(question)
    if question.kind == QuestionKind.CHOICE and known.option:
        return _(
            "{name}: {option}", name=name, option=words.value_text(question, float(known.option))
        )
    return name


def few(known: Figure) -> Message:
    """Say that there are too few answers for a figure."""
    if not known.n:
        return _("No answer yet")
    if known.n == 1:
        return _("1 answer: too few for a figure")
    return _("{n} answers: too few for a figure", n=known.n)


def verdict(
    question: Question, found: Verdict, earlier: Figure, name: str | Message
) -> Message | None:
    """Say in one sentence whether a round differs from an earlier one called ``name``."""
    if not earlier.n:
        return None
    if found.change is None:
        if question.kind == QuestionKind.CHOICE:
            return None
        return _("Cannot tell yet. Ten answers in each round are the least.")
    if found.change:
        told = value(question, earlier)
        pattern = _CHANGED[(_manner(question, found), found.change)]
        return Message(pattern.key, round=name, value=told if told is not None else "")
    if found.each is None:
        return _("Cannot tell. Both rounds are almost the same.")
    return _("Cannot tell yet. About {n} answers in each round would.", n=words.grouped(found.each))


def alone(found: Verdict, earlier: Figure, name: str | Message) -> Message | None:
    """Say what more answers in the later round alone can do; None where that is no question."""
    if found.change != 0 or found.each is None:
        return None
    if found.alone is None:
        return _(
            "{round} had only {n} answers, so more of them in this round alone cannot tell.",
            round=name,
            n=words.grouped(earlier.n),
        )
    return _("About {n} answers in this round alone would tell.", n=words.grouped(found.alone))


def favourite(question: Question, known: Figure) -> Message:
    """Return the option that most chose, and how many did."""
    return _(
        "{option}: {hits} of {n}",
        option=words.value_text(question, float(known.option)),
        hits=words.grouped(known.hits),
        n=words.grouped(known.n),
    )


def places(
    question: Question, known: Figure, earlier: Figure | None, widest: Figure | None = None
) -> Places:
    """Return where things lie on the line of a question.

    Of a number without ends the line reaches beyond the ``widest`` figure that is shown with it.
    """
    before = earlier.value if earlier is not None and not earlier.hidden else None
    if question.kind == QuestionKind.NPS:
        low, high = -100.0, 100.0
    elif question.kind in SHARES:
        low, high = 0.0, 1.0
    elif question.low is not None and question.high is not None:
        low, high = question.low, question.high
    else:
        ends = [known.value, known.low, known.high, before]
        ends += [widest.value, widest.high] if widest is not None else []
        found = [end for end in ends if end is not None]
        low, high = min([0.0, *found]), _above(max(found, default=1.0))
    return Places(*(_share(v, low, high) for v in (known.value, known.low, known.high, before)))


def _share(value_: float | None, low: float, high: float) -> float | None:
    if value_ is None:
        return None
    return min(1.0, max(0.0, (value_ - low) / (high - low)))


def _above(value_: float) -> float:
    """Return a round number well above a value: the end of its line."""
    if value_ <= 0:
        return 1.0
    step = 10 ** math.floor(math.log10(value_ * 1.5))
    return float(math.ceil(value_ * 1.5 / step) * step)


def _manner(question: Question, found: Verdict) -> str:
    match question.kind:
        case QuestionKind.COUNT:
            return "often"
        case QuestionKind.CSAT:
            return "satisfied"
        case QuestionKind.CES:
            turned = found.better != ((found.change or 0) > 0)
            return "number" if turned else "easy"
        case QuestionKind.NUMBER if question.unit.strip().lower() in _TIMES:
            return "time"
        case _:
            return "number"


def _digits(value_: float) -> int:
    return 1 if abs(value_) < 10 else 0


def _signed(value_: float) -> str:
    text = words.number(round(value_))
    return f"+{text}" if round(value_) > 0 else text
