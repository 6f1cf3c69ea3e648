"""Answers of a file on their way into a document: what was asked, and the rows."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.kinds import Better, Collected, Measure, QuestionKind
from journeymapper.domain.responses import Responses


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a file has it; see domain.entities.Question for the fields.

    ``step`` is the number or name of a step of a map, "" for none.
    """

    kind: QuestionKind
    short: str
    text: str = ""
    measure: Measure = Measure.PERFORMANCE
    low: float | None = None
    high: float | None = None
    better: Better = Better.HIGH
    unit: str = ""
    options: tuple[str, ...] = ()
    step: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file brings. In ``rows`` a question is its place in ``asked``, as text.

    ``name`` is that of the file. ``survey`` and ``round`` are names of known or new ones, "" for
    the usual ones; ``started`` is the local date of the first answer, or "".
    """

    name: str
    asked: tuple[Asked, ...]
    rows: Responses
    started: str = ""
    survey: str = ""
    round: str = ""
    collected: Collected = Collected.ONLINE
