"""The summary sentence of the gap analysis: what is worst and how sure we are of it."""

from __future__ import annotations

from journeymapper.analysis.gaps.board import GapBoard
from journeymapper.domain.evidence import Grade
from journeymapper.domain.message import Message, _
from journeymapper.drawing.gaps.words import Names


def summary_sentence(board: GapBoard, names: Names) -> Message:
    """Return one or two plain sentences about the worst places; about none of them, that too."""
    worst = board.worst()
    if not worst:
        return _("No place stands out so far.")
    said = [names.title(place.subject).name for place in worst]
    if len(said) == 1:
        where: Message = _("It falls short most at {one}.", one=said[0])
    elif len(said) == 2:
        where = _("It falls short most at {one} and {two}.", one=said[0], two=said[1])
    else:
        where = _(
            "It falls short most at {one}, {two} and {three}.",
            one=said[0],
            two=said[1],
            three=said[2],
        )
    told = sum(place.evidence in (Grade.A, Grade.B) for place in worst)
    return _("{where} {sure}", where=where, sure=_sure(told, len(worst)))


def _sure(told: int, n: int) -> Message:
    if told == n:
        return _("We are sure of that.") if n == 1 else _("We are sure of all of them.")
    if told == 0:
        return _("So far this is mostly our own opinion.")
    if told == 1:
        return _("We are sure of one of them.")
    return _("We are sure of {n} of them.", n=told)
