"""A measured thing that waits for its place: a card, a step, a line of words."""

from __future__ import annotations

from dataclasses import field, replace

from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass
from journeymapper.drawing.display_list import Box, Group, Picture, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.transform import shifted


@dataclass(frozen=True, slots=True)
class Sheet:
    """The ground of a piece: colours, corner and line."""

    fill: str
    stroke: str
    radius: float
    dash: tuple[float, ...] = ()
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Foot:
    """Shapes measured from a lower left corner; of pieces of one height they are the same."""

    shapes: tuple[Shape, ...]
    _last: dict[float, tuple[Shape, ...]] = field(default_factory=dict, compare=False, repr=False)

    def under(self, height: float) -> tuple[Shape, ...]:
        """Return the shapes measured from the upper left corner of something so high."""
        found = self._last.get(height)
        if found is None:
            found = tuple(shifted(shape, 0, height) for shape in self.shapes)
            self._last.clear()
            self._last[height] = found
        return found


@dataclass(frozen=True, slots=True)
class Piece:
    """Shapes measured from their own top left corner, ``w`` wide and at least ``h`` high.

    ``foot`` stays at the bottom when the piece is stretched. ``sheet`` is drawn behind, as
    large as the piece becomes. ``reach``
    is how much of the height lies above what is seen, and as much below: room for a pointer.
    ``grows`` says that the first shape, a picture, takes the height that is left over.
    """

    key: str
    w: float
    h: float
    shapes: tuple[Shape, ...]
    foot: Foot | None = None
    sheet: Sheet | None = None
    entity: str = ""
    reading: Reading = Reading.TEXT
    alt: Message | None = None
    stretches: bool = False
    reach: float = 0.0
    grows: bool = False

    def reaching(self, least: float) -> Piece:
        """Return the piece at least so high, with what is seen in the middle."""
        if self.h >= least:
            return self
        reach = (least - self.h) / 2
        shapes = tuple(shifted(shape, 0, reach) for shape in self.shapes)
        return replace(self, h=least, shapes=shapes, reach=reach)

    def placed(self, pen: Pen, x: float, y: float, h: float | None = None) -> Group:
        """Return the group at (x, y), stretched to ``h`` if that is given and more."""
        height = self.h if h is None else max(self.h, h)
        shapes = self.shapes
        if self.grows and height > self.h:
            shapes = _grown(shapes, height - self.h)
        if self.sheet is not None:
            sheet, w = self.sheet, self.w
            shapes = (pen.once((sheet, w, height), lambda: _ground(sheet, w, height)), *shapes)
        if self.foot is not None:
            shapes = (*shapes, *self.foot.under(height))
        return Group(
            self.key, Box(x, y, self.w, height), shapes, self.entity, self.reading, self.alt
        )


def _grown(shapes: tuple[Shape, ...], more: float) -> tuple[Shape, ...]:
    first, *rest = shapes
    assert isinstance(first, Picture)
    box = first.box
    larger = replace(first, box=Box(box.x, box.y, box.w, box.h + more))
    return (larger, *(shifted(shape, 0, more) for shape in rest))


def _ground(sheet: Sheet, w: float, h: float) -> Rect:
    half = sheet.width / 2
    box = Box(half, half, w - sheet.width, h - sheet.width)
    return Rect(box, sheet.fill, sheet.stroke, sheet.width, sheet.radius, sheet.dash)


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces of one cell from top to bottom, ``gap`` apart."""

    pieces: tuple[Piece, ...]
    gap: float

    @property
    def height(self) -> float:
        """The height of what is seen; 0 for none."""
        height = 0.0
        for i, piece in enumerate(self.pieces):
            height += piece.h - 2 * piece.reach + (self._gap_above(i) if i else 0.0)
        return height

    @property
    def below(self) -> float:
        """The gap to what follows below."""
        return max(self.gap, 2 * self.pieces[-1].reach) if self.pieces else 0.0

    def placed(self, pen: Pen, x: float, y: float, room: float) -> tuple[Group, ...]:
        """Return the groups from (x, y) downwards; one alone may fill the ``room``."""
        if len(self.pieces) == 1:
            only = self.pieces[0]
            return (only.placed(pen, x, y - only.reach, room if only.stretches else None),)
        groups: list[Group] = []
        for i, piece in enumerate(self.pieces):
            y += self._gap_above(i) if i else 0.0
            groups.append(piece.placed(pen, x, y - piece.reach))
            y += piece.h - 2 * piece.reach
        return tuple(groups)

    def _gap_above(self, index: int) -> float:
        """So large that the boxes of neighbours do not overlap."""
        return max(self.gap, self.pieces[index - 1].reach + self.pieces[index].reach)
