"""The result of the readiness check: how many of twelve, and what is still open (R077)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.domain.entities import ReadinessAnswer
from journeymapper.domain.kinds_plan import Ready
from journeymapper.domain.message import Message, _
from journeymapper.domain.readiness import QUESTIONS
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Readiness:
    """How many questions were answered how; ``open`` were not."""

    yes: int
    partly: int
    no: int
    open: int

    @property
    def points(self) -> float:
        """One for each yes, half of one for each partly."""
        return self.yes + self.partly / 2

    @property
    def share(self) -> float | None:
        """Points of all questions, 0 to 1; None while a question is open."""
        return None if self.open else self.points / len(QUESTIONS)


def answers(snapshot: Snapshot) -> Mapping[str, ReadinessAnswer]:
    """Return the answers by the key of their question."""
    return {one.question: one for one in snapshot.table(ReadinessAnswer).values()}


def readiness(snapshot: Snapshot) -> Readiness:
    """Count the answers to the twelve questions."""
    known = answers(snapshot)
    said = [known[q.key].answer if q.key in known else Ready.UNKNOWN for q in QUESTIONS]
    counted = (said.count(which) for which in (Ready.YES, Ready.PARTLY, Ready.NO, Ready.UNKNOWN))
    return Readiness(*counted)


def in_words(result: Readiness) -> Message:
    """Return the result in a sentence; no share before all questions are answered."""
    if result.open == len(QUESTIONS):
        return _("Nothing is answered yet.")
    if result.open:
        return _(
            "{yes} yes, {partly} partly, {no} no. Still open: {open}.",
            yes=result.yes,
            partly=result.partly,
            no=result.no,
            open=result.open,
        )
    return _(
        "{yes} yes, {partly} partly, {no} no: {points} of {all} points, a partly counts half.",
        yes=result.yes,
        partly=result.partly,
        no=result.no,
        points=f"{result.points:g}",
        all=len(QUESTIONS),
    )
