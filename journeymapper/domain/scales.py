"""The scales of questions: what is usual, which answers fit, which end is good."""

from __future__ import annotations

import math
from collections.abc import Mapping

from journeymapper.domain.entities import Question, replaced
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Better, QuestionKind
from journeymapper.domain.message import _

USUAL: Mapping[QuestionKind, tuple[float, float]] = {
    QuestionKind.NPS: (0, 10),
    QuestionKind.CSAT: (1, 5),
    QuestionKind.CES: (1, 7),
    QuestionKind.COUNT: (0, 1),
}
"""The scale of a kind when nothing else is said."""

WIDEST = 100
"""The highest number a scale may have."""


def checked_question(question: Question) -> Question:
    """Return the question with its scale filled in; raises RefusedError for one without sense.

    nps is 0 to 10, count 0 to 1 (yes); csat and ces have whole ends; a choice counts its options;
    text has no scale; a number may be open at its ends.
    """
    kind = question.kind
    if kind in (QuestionKind.NPS, QuestionKind.COUNT):
        return _with_scale(question, *USUAL[kind])
    if kind == QuestionKind.TEXT:
        return _with_scale(question, None, None)
    if kind == QuestionKind.CHOICE:
        return _with_scale(question, 1.0, float(max(1, len(question.options))))
    low, high = question.low, question.high
    if kind == QuestionKind.NUMBER:
        if low is not None and high is not None and low >= high:
            raise RefusedError(_("The lowest number must be below the highest."))
        return question
    low = USUAL[kind][0] if low is None else low
    high = USUAL[kind][1] if high is None else high
    if low != int(low) or high != int(high) or not low < high or abs(low) > WIDEST or high > WIDEST:
        raise RefusedError(
            _("A scale goes from one whole number to a higher one, at most {most}.", most=WIDEST)
        )
    limit = question.satisfied_from
    if limit is not None and not low <= limit <= high:
        raise RefusedError(_("Satisfied must begin on the scale."))
    return _with_scale(question, low, high)


def _with_scale(question: Question, low: float | None, high: float | None) -> Question:
    if (question.low, question.high) == (low, high):
        return question
    return replaced(question, {"low": low, "high": high})


def fits(question: Question, value: float) -> bool:
    """Say whether a value can be an answer: on the scale, and whole where the scale is."""
    if not math.isfinite(value) or question.kind == QuestionKind.TEXT:
        return False
    if question.kind != QuestionKind.NUMBER and value != int(value):
        return False
    if question.low is not None and value < question.low:
        return False
    return question.high is None or value <= question.high


def upright(question: Question, value: float) -> float:
    """Return a mark so that more is better: on a scale where low is good it is turned round."""
    if question.better == Better.HIGH or question.low is None or question.high is None:
        return value
    return question.low + question.high - value


def goodness(question: Question, value: float) -> float:
    """Return how good a mark is: 0 at the bad end of its scale, 1 at the good one.

    The question has both ends.
    """
    if question.low is None or question.high is None:
        raise ValueError(question.id)
    return (upright(question, value) - question.low) / (question.high - question.low)
