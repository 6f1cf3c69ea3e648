"""A measured thing that waits for its place: a card, a step, a line of words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeymapper.domain.message import Message
from journeymapper.drawing.display_list import Box, Group, Reading, Rect, Shape
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
class Piece:
    """Shapes measured from their own top left corner, ``w`` wide and at least ``h`` high.

    ``foot`` holds shapes measured from the lower left corner: they stay at the bottom when
    the piece is stretched. ``sheet`` is drawn behind, as large as the piece becomes. ``reach``
    is how much of the height lies above what is seen, and as much below: room for a pointer.
    """

    key: str
    w: float
    h: float
    shapes: tuple[Shape, ...]
    foot: tuple[Shape, ...] = ()
    sheet: Sheet | None = None
    entity: str = ""
    reading: Reading = Reading.TEXT
    alt: Message | None = None
    stretches: bool = False
    reach: float = 0.0

    def reaching(self, least: float) -> Piece:
        """Return the piece at least so high, with what is seen in the middle."""
        if self.h >= least:
            return self
        reach = (least - self.h) / 2
        shapes = tuple(shifted(shape, 0, reach) for shape in self.shapes)
        return replace(self, h=least, shapes=shapes, reach=reach)

    def placed(self, x: float, y: float, h: float | None = None) -> Group:
        """Return the group at (x, y), stretched to ``h`` if that is given and more."""
        height = self.h if h is None else max(self.h, h)
        shapes = self.shapes
        if self.sheet is not None:
            ground = self.sheet
            half = ground.width / 2
            box = Box(half, half, self.w - ground.width, height - ground.width)
            rect = Rect(box, ground.fill, ground.stroke, ground.width, ground.radius, ground.dash)
            shapes = (rect, *shapes)
        if self.foot:
            shapes = (*shapes, *(shifted(shape, 0, height) for shape in self.foot))
        return Group(
            self.key, Box(x, y, self.w, height), shapes, self.entity, self.reading, self.alt
        )


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

    def placed(self, x: float, y: float, room: float) -> tuple[Group, ...]:
        """Return the groups from (x, y) downwards; one alone may fill the ``room``."""
        if len(self.pieces) == 1:
            only = self.pieces[0]
            return (only.placed(x, y - only.reach, room if only.stretches else None),)
        groups: list[Group] = []
        for i, piece in enumerate(self.pieces):
            y += self._gap_above(i) if i else 0.0
            groups.append(piece.placed(x, y - piece.reach))
            y += piece.h - 2 * piece.reach
        return tuple(groups)

    def _gap_above(self, index: int) -> float:
        """So large that the boxes of neighbours do not overlap."""
        return max(self.gap, self.pieces[index - 1].reach + self.pieces[index].reach)
