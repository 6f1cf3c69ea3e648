"""Figures in words, and where they lie on a line."""

from __future__ import annotations

import math
from dataclasses import dataclass

from journeymapper.analysis.metrics import ShareResult
from journeymapper.analysis.question_figures import Figure, FigureKind
from journeymapper.analysis.question_words import interval_in_words, score_in_words
from journeymapper.domain.entities import Question
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import fixed, grouped
from journeymapper.ui.answers import words
from journeymapper.ui.answers.figures import Favourite, Shown


@dataclass(frozen=True, slots=True)
class Places:
    """Where a figure, its interval and the earlier one lie on a line, 0 to 1; None: nowhere."""

    at: float | None = None
    low: float | None = None
    high: float | None = None
    earlier: float | None = None


def value(question: Question, found: Shown) -> str | Message:
    """Return a figure: −8, 19 of 26, 4.9 of 7, 22; "" without answers."""
    if found.favourite is not None:
        return _share(found.favourite.share)
    figure = found.figure
    if figure is None or figure.score is None:
        return ""
    if question.kind == QuestionKind.CES:
        most = words.number(question.high or 0)
        return _("{value} of {most}", value=fixed(figure.score, 1), most=most)
    return score_in_words(figure)


def interval(found: Shown) -> str | Message:
    """Return the interval of a figure: −40 to +24, 54 to 86 %; "" where there is none."""
    if found.favourite is not None:
        return _percent(found.favourite.share.ci_low, found.favourite.share.ci_high)
    figure = found.figure
    return (interval_in_words(figure) if figure is not None else None) or ""


def title(question: Question, found: Shown) -> str | Message:
    """Return what a figure is called; of a choice it names the option that most took."""
    if found.favourite is None:
        return words.called(question)
    option = option_name(question, found.favourite)
    return _("{name}: {option}", name=words.called(question), option=option)


def option_name(question: Question, most: Favourite) -> str | Message:
    """Return the name of the option that most chose."""
    return words.value_text(question, float(most.option))


def few(n: int) -> Message:
    """Say that there are too few answers for a figure."""
    if not n:
        return _("No answer yet")
    if n == 1:
        return _("1 answer: too few for a figure")
    return _("{n} answers: too few for a figure", n=n)


def places(question: Question, found: Shown, reach: float = 0.0) -> Places:
    """Return where things lie on the line of a question.

    Of a number without ends the line goes well beyond what is shown, and beyond ``reach``.
    """
    if found.hidden:
        return Places()
    if found.favourite is not None:
        share = found.favourite.share
        return Places(share.score, share.ci_low, share.ci_high)
    figure = found.figure
    if figure is None:
        return Places()
    before = found.before.score if found.before and found.before.n else None
    marks = (figure.score, figure.low, figure.high, before)
    low, high = _ends(question, figure, marks, reach)
    return Places(*(_at(mark, low, high) for mark in marks))


def reach_of(found: Shown) -> float:
    """Return the highest value that is shown of a round."""
    figure = found.figure
    if figure is None or found.hidden:
        return 0.0
    return max(figure.high or 0.0, figure.score or 0.0)


def _ends(
    question: Question, figure: Figure, marks: tuple[float | None, ...], reach: float
) -> tuple[float, float]:
    if figure.kind == FigureKind.POINTS:
        return -100.0, 100.0
    if figure.kind == FigureKind.SHARE:
        return 0.0, 1.0
    if question.low is not None and question.high is not None:
        return question.low, question.high
    known = [mark for mark in marks if mark is not None]
    return min([0.0, *known]), _above(max([reach, *known]))


def _at(mark: float | None, low: float, high: float) -> float | None:
    return None if mark is None else min(1.0, max(0.0, (mark - low) / (high - low)))


def _above(most: float) -> float:
    """Return a round number well above a value: the end of its line."""
    if most <= 0:
        return 1.0
    step = 10 ** math.floor(math.log10(most * 1.5))
    return float(math.ceil(most * 1.5 / step) * step)


def _share(share: ShareResult) -> Message:
    return _("{hits} of {n}", hits=grouped(share.successes), n=grouped(share.n))


def _percent(low: float | None, high: float | None) -> str | Message:
    if low is None or high is None:
        return ""
    return _("{low} to {high} %", low=round(100 * low), high=round(100 * high))
