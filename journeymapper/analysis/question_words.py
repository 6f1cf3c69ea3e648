"""What a comparison of two rounds says, as a sentence."""

from __future__ import annotations

from journeymapper.analysis.needed import in_short, in_words
from journeymapper.analysis.question_figures import Change, Figure, FigureKind, Verdict
from journeymapper.domain.entities import Question
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import fixed

_TIMES = frozenset({"seconds", "minutes", "hours", "days", "weeks"})

_MORE_OFTEN = _("More often than in {round} ({before}).")
_LESS_OFTEN = _("Less often than in {round} ({before}).")
_SHORTER = _("Shorter than in {round} ({before}).")
_LONGER = _("Longer than in {round} ({before}).")
_MORE = _("More than in {round} ({before}).")
_LESS = _("Less than in {round} ({before}).")
_BETTER = _("Better than in {round} ({before}).")
_WORSE = _("Worse than in {round} ({before}).")


def change_in_words(
    question: Question, change: Change, round_name: str, *, short: bool = False
) -> Message:
    """Return the verdict; ``round_name`` is that of the round before.

    ``short`` leaves out what more answers in the new round alone would do.
    """
    if change.verdict == Verdict.FEW:
        return _(
            "Too few answers to compare: {before} and {after}. Ten in each round are needed.",
            before=change.before.n,
            after=change.after.n,
        )
    if change.needed is not None:
        return in_short(change.needed) if short else in_words(change.needed, change.before.n)
    return Message(
        _pattern(question, change).key, round=round_name, before=score_in_words(change.before)
    )


def _pattern(question: Question, change: Change) -> Message:
    rose = (change.verdict == Verdict.BETTER) == change.after.higher_is_better
    if question.kind == QuestionKind.COUNT:
        return _MORE_OFTEN if rose else _LESS_OFTEN
    if question.kind == QuestionKind.NUMBER:
        if question.unit.casefold() in _TIMES:
            return _LONGER if rose else _SHORTER
        return _MORE if rose else _LESS
    return _BETTER if change.verdict == Verdict.BETTER else _WORSE


def score_in_words(figure: Figure) -> Message | str:
    """Return a figure as it is said: −8, 19 of 26, 4.9; "" without answers."""
    if figure.score is None:
        return ""
    if figure.kind == FigureKind.POINTS:
        return with_sign(figure.score)
    if figure.kind == FigureKind.SHARE:
        successes = getattr(figure.result, "successes", 0)
        return _("{yes} of {n}", yes=successes, n=figure.n)
    return rounded(figure.score)


def interval_in_words(figure: Figure) -> Message | None:
    """Return how far off a figure may be: −40 to +24, 54 to 86 %, 4.1 to 5; None if unknown."""
    if figure.low is None or figure.high is None:
        return None
    if figure.kind == FigureKind.SHARE:
        low, high = round(100 * figure.low), round(100 * figure.high)
        return _("{low} to {high} %", low=low, high=high)
    if figure.kind == FigureKind.POINTS:
        return _("{low} to {high}", low=with_sign(figure.low), high=with_sign(figure.high))
    digits = 0 if abs(figure.score or 0.0) >= 10 else 1
    low_words, high_words = fixed(figure.low, digits), fixed(figure.high, digits)
    return _("{low} to {high}", low=low_words, high=high_words)


def with_sign(points: float) -> str:
    """Return points as +42, 0 or −8."""
    whole = round(points)
    return f"+{whole}" if whole > 0 else str(whole).replace("-", "−")


def rounded(value: float) -> str:
    """Return a mean: whole from ten on, otherwise with one digit and no empty one."""
    text = f"{value:.0f}" if abs(value) >= 10 else f"{value:.1f}".removesuffix(".0")
    return text.replace("-", "−")
