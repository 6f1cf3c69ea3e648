"""What the rules find, and what they leave open."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.analysis.priorities import Crosshair
from journeymapper.domain.evidence import Grade
from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass

Value = str | float | None


@dataclass(frozen=True, slots=True)
class GapSettings:
    """What the user may choose. ``maps`` limits the search to these maps; None: all of today."""

    crosshair: Crosshair = None
    maps: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """One reason why a place falls short.

    ``subject`` is the id of a step, stage, map, persona or question. ``inputs`` are the numbers
    used, by name; ``value`` is what the rule compares. ``severity`` is 0 to 100 with its
    ``band``; ``evidence`` is the grade of what it rests on, None for a fact of the map itself.
    ``certain`` is False when chance alone could make the difference; ``interval`` is the 95 %
    interval of ``value``, None where it is not from answers that can be counted.
    """

    rule: str
    subject: str
    persona: str | None
    inputs: Mapping[str, Value]
    value: float | None
    severity: float
    band: str
    evidence: Grade | None
    certain: bool
    text: Message
    advice: str
    interval: tuple[float, float] | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Rule, subject and persona ("" for all): by it a decision finds its gap again."""
        return self.rule, self.subject, self.persona or ""


@dataclass(frozen=True, slots=True)
class NotAssessable:
    """What a rule cannot judge: where, and what is missing."""

    rule: str
    subject: str
    reason: Message


@dataclass(frozen=True, slots=True)
class GapReport:
    """All gaps, worst first, and all that could not be judged."""

    gaps: tuple[Gap, ...]
    not_assessable: tuple[NotAssessable, ...]


Found = Gap | NotAssessable
