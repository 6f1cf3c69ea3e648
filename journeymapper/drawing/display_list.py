"""What a drawing is made of: shapes, shaped text, icons and pictures, grouped by what they show.

Lengths are in units of one screen pixel at 100 %, y grows downwards. Colours are names of
theme roles such as ``text``, ``accent`` or ``stage.3.ink`` (see `drawing.theme`), so that one
display list serves every theme, the screen and the paper.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum

from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass
from journeymapper.text.runs import GlyphRun


class Reading(StrEnum):
    """What a group is to somebody who reads without seeing."""

    TITLE = "H1"
    STAGE = "H2"
    STEP = "H3"
    TEXT = "P"
    FIGURE = "Figure"
    DECORATION = "Artifact"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def contains(self, x: float, y: float) -> bool:
        """Say whether a point lies inside; the right and lower edges are outside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def moved(self, dx: float, dy: float) -> Box:
        """Return the box shifted by (dx, dy)."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, by: float) -> Box:
        """Return the box smaller by ``by`` on each side."""
        return Box(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def common(self, other: Box) -> Box:
        """Return what both boxes cover; without any size where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(x, y, max(0.0, right - x), max(0.0, bottom - y))


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled and/or outlined; ``radius`` rounds its corners."""

    box: Box
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


Segment = tuple[str | float, ...]
"""``("M", x, y)``, ``("L", x, y)``, ``("C", x1, y1, x2, y2, x, y)`` or ``("Z",)``."""


@dataclass(frozen=True, slots=True)
class Path:
    """An outline of moves, lines and cubic curves, filled and/or drawn."""

    segments: tuple[Segment, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A shaped run of text; ``x`` and ``y`` shift the run's own positions."""

    run: GlyphRun
    x: float
    y: float
    colour: str = "text"


@dataclass(frozen=True, slots=True)
class Icon:
    """A line icon of the icon set in a square of ``size``, lines 1.75 wide on a grid of 24."""

    name: str
    x: float
    y: float
    size: float
    colour: str = "text_secondary"


@dataclass(frozen=True, slots=True)
class Picture:
    """An attachment, scaled to fit its box with its proportions kept."""

    attachment: str
    box: Box


Shape = Rect | Path | Text | Icon | Picture


@dataclass(frozen=True, slots=True)
class Group:
    """All shapes that show one thing.

    ``key`` is unique in a drawing and stays the same while the thing stays (``step:ID``).
    ``entity`` is the id of what is shown ("" for decoration). Shapes are placed relative to
    the origin of ``box``, so that a moved group keeps equal shapes. ``alt`` replaces the
    shapes for a reader; a group without it is read by its text. What lies outside ``clip``,
    measured like the shapes, is not painted.
    """

    key: str
    box: Box
    shapes: tuple[Shape, ...]
    entity: str = ""
    reading: Reading = Reading.DECORATION
    alt: Message | None = None
    layer: int = 0
    clip: Box | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing: its size and its groups in reading order; layers paint upwards."""

    width: float
    height: float
    groups: tuple[Group, ...] = field(default_factory=tuple)

    def painted(self) -> tuple[Group, ...]:
        """Return the groups in painting order: by layer, then as they are read."""
        return tuple(sorted(self.groups, key=lambda group: group.layer))


def moved(group: Group, dx: float, dy: float) -> Group:
    """Return the group at another place; its shapes stay the same objects."""
    return replace(group, box=group.box.moved(dx, dy))
