"""What the band of ways is made of, laid out: x of the map, y from the top of the band."""

from __future__ import annotations

from enum import StrEnum

from journeymapper.analysis.journey_flow import JourneyFlow, Way
from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.places import Column
from journeymapper.text.runs import TextBlock, TextStyle

CROSSING = 18.0
"""Height of the line of marks between neighbours."""

TRACK = 17.0
"""Height of one line of ways that skip or go back."""

LINE = 15.0
"""Height of one line of a note."""


class NoteKind(StrEnum):
    """What is noted at a step, by the shape that stands before it."""

    GOOD = "good"
    LOST = "lost"
    OTHER = "other"
    DEAD_END = "dead end"
    TRAP = "trap"
    UNREACHED = "unreached"
    SUM = "sum"
    NOT_PASSED = "not passed"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Arc:
    """A way that skips steps or goes back.

    ``start`` and ``stop`` are x, ``left`` is that of its words; ``track`` counts from above.
    """

    way: Way
    start: float
    stop: float
    track: int
    back: bool
    words: TextBlock
    left: float
    spoken: Message
    source: str
    """The number of the step from which it comes."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What happens between a step and the next one; ``x`` is where they meet."""

    way: Way
    x: float
    share: str
    spoken: Message


@dataclass(frozen=True, slots=True)
class Note:
    """One line at a step, ``y`` below the top of the notes."""

    step: str
    kind: NoteKind
    x: float
    y: float
    width: float
    words: TextBlock


@dataclass(frozen=True, slots=True)
class Band:
    """The band laid out: x of the map, y from its own top. ``title`` stands among row titles."""

    net: JourneyFlow
    columns: tuple[Column, ...]
    arcs: tuple[Arc, ...]
    crossings: tuple[Crossing, ...]
    notes: tuple[Note, ...]
    title: tuple[tuple[TextBlock, str], ...]
    counted: bool
    """Whether the title has figures, which hold as long as the net is the same."""

    hint: TextBlock | None
    tracks: int
    height: float
    names: tuple[tuple[str, str], ...]

    @property
    def notes_top(self) -> float:
        """Where the notes begin."""
        return CROSSING + self.tracks * TRACK


@dataclass(frozen=True, slots=True)
class Places:
    """Where steps stand and how they are called, by id.

    ``at`` is the column of each step; that of its stage where the stage is collapsed.
    """

    columns: tuple[Column, ...]
    at: dict[str, Column]
    numbers: dict[str, str]
    names: dict[str, str]
    pen: Pen
    style: TextStyle
