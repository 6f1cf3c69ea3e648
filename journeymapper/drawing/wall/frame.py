"""The measures of a sheet for a wall, in points, and what all sheets of a set share.

They are the same on every sheet, so that sheets hang side by side and each can be replaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.analysis.step_figures import AtStep
from journeymapper.domain.kinds import People
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.paper import Paper
from journeymapper.text.runs import TextStyle

MARGIN = 14.2
"""5 mm: what printers need; the curve goes on over it from sheet to sheet."""

BAR_TOP = 14.0
BAR_BOTTOM = 78.0
"""The stage's bar."""

HEADS_TOP = 93.0
HEADS_BOTTOM = 212.0
"""Numbers, names and pains of the steps."""

BAND_TOP = 216.0
BAND_BOTTOM = 410.0
"""The feelings."""

TABLE_TOP = 415.0
TABLE_BOTTOM = 550.0
"""What is being changed."""

FOOT_TOP = 556.0
PAD = 12.0
"""From a column's edge to its text."""

LEAST = 14.0
"""The smallest text on a wall."""


@dataclass(frozen=True, slots=True)
class WallFrame:
    """What writes, on sheets of which size; ``width`` and ``height`` of a sheet lying across."""

    pen: Pen
    width: float
    height: float
    people: People
    persona: str
    """The name of the main persona, "" without one."""
    example: bool
    future: bool
    printed: str
    """The day of printing in words."""
    told: Mapping[str, AtStep]
    """What answers tell of steps, by the step."""

    @property
    def inner(self) -> float:
        """The width between the margins: as far as the curve goes on one sheet."""
        return self.width - 2 * MARGIN

    def style(self, size: float, weight: int = 400, spacing: float = 1.3) -> TextStyle:
        """Return a style; ``spacing`` is the distance of lines as a multiple of the size."""
        return TextStyle(size, size * spacing, weight)


def size_across(on: Paper) -> tuple[float, float]:
    """Return the longer and the shorter side of a paper."""
    return max(on.width, on.height), min(on.width, on.height)
