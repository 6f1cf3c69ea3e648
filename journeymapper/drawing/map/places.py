"""Where things are on the map: columns, rows, strips, cells."""

from __future__ import annotations

from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.records import dataclass

TITLE_LEFT = 10.0
"""Where row titles begin."""

COLLAPSED_WIDTH = 44.0
"""Width of the one column of a collapsed stage."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a step, or the one column of a stage that shows none.

    ``touchpoint`` is "" for an empty or collapsed stage. ``phase_start`` and ``stage_start``
    say whether a phase or a stage begins here. ``number`` is the step's printed number.
    """

    stage: str
    touchpoint: str
    x: float
    w: float
    number: str = ""
    stage_start: bool = True
    phase_start: bool = True
    collapsed: bool = False

    @property
    def place(self) -> str:
        """The id of what the column shows: the step, or the stage without one."""
        return self.touchpoint or self.stage

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def centre(self) -> float:
        """The middle, where points of the curve stand."""
        return self.x + self.w / 2


@dataclass(frozen=True, slots=True)
class Near:
    """The part of a map that a preview is laid out for: from one x to another.

    What lies outside of it stays as it was before and must not be shown.
    """

    left: float
    right: float

    def meets(self, left: float, right: float) -> bool:
        """Say whether something from one x to another reaches into it."""
        return left < self.right and self.left < right

    def holds(self, other: Near) -> bool:
        """Say whether another part lies within."""
        return self.left <= other.left and other.right <= self.right


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the map: its lane, where it starts and how high it is.

    ``strip`` is the height of the blueprint line directly above it, ``ways`` that of the band
    at its own lower edge; 0 for none.
    """

    lane: str
    kind: LaneKind
    y: float
    h: float
    strip: float = 0.0
    ways: float = 0.0

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell: a row, a stage and a step ("" where the stage has none)."""

    lane: str
    stage: str
    touchpoint: str


@dataclass(frozen=True, slots=True)
class Insets:
    """How far the content of a cell stays from the cell's edges."""

    left: float
    top: float
    right: float
    bottom: float


_PLAIN = Insets(8, 8, 6, 8)
_INSETS = {
    LaneKind.TOUCHPOINT: Insets(3.5, 7, 3.5, 6),
    LaneKind.PAIN: Insets(4, 6, 4.5, 8),
    LaneKind.IDEA: Insets(4, 6, 3, 6),
    LaneKind.OPPORTUNITY: Insets(4, 6, 3, 6),
}

DARK_ROWS = (LaneKind.BACKSTAGE, LaneKind.HANDOFF, LaneKind.SUPPORT, LaneKind.SYSTEM)
"""Rows behind the line of visibility."""


def insets(kind: LaneKind) -> Insets:
    """Return the insets of a kind of row."""
    return _INSETS.get(kind, _PLAIN)
