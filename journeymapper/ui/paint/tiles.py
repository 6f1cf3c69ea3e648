"""Painted once, shown often: squares of a large drawing kept as pictures.

Scrolling and repainting copy pictures; only what changed, inside a square, is painted again.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from journeymapper.drawing.display_list import Box

SIDE = 256
"""Side of a tile in px of the screen, before its device pixel ratio."""

SPARE = 32
"""Tiles kept beyond those that the last painting needed, and blank ones for the next."""

PaintArea = Callable[[QPainter, Box], None]
"""Paints an area of the drawing; the painter is in the drawing's units."""


class Tiles:
    """The pictures of one drawing at one zoom and one device pixel ratio."""

    def __init__(self, paint_area: PaintArea) -> None:
        self._paint_area = paint_area
        self._tiles: dict[tuple[int, int], QPixmap] = {}
        self._dirty: dict[tuple[int, int], QRect] = {}
        self._spare: list[QPixmap] = []
        self._zoom = 1.0
        self._ratio = 1.0
        self._ground = QColor()

    def clear(self) -> None:
        """Paint everything anew."""
        self._spare += self._tiles.values()
        self._tiles.clear()
        self._dirty.clear()

    def holds(self, area: Box) -> bool:
        """Say whether any of an area is kept as a picture."""
        return bool(self._under(self._pixels(area)))

    def invalidate(self, area: Box) -> None:
        """Paint an area of the drawing anew when it is next shown."""
        rect = self._pixels(area)
        for place in self._under(rect):
            known = self._dirty.get(place)
            part = _square(place).intersected(rect)
            self._dirty[place] = part if known is None else known.united(part)

    def draw(
        self, painter: QPainter, target: QRect, offset: QPointF, zoom: float, ground: QColor
    ) -> None:
        """Draw the part of the drawing that begins at ``offset`` (px of the screen).

        The painter's clip is respected; ``ground`` is the colour behind the drawing.
        """
        ratio = painter.device().devicePixelRatioF()
        if (zoom, ratio, ground) != (self._zoom, self._ratio, self._ground):
            self.clear()
            self._zoom, self._ratio, self._ground = zoom, ratio, ground
        clip = painter.clipBoundingRect().toAlignedRect() if painter.hasClipping() else target
        wanted = target.intersected(clip)
        shift = QPointF(target.topLeft()) - offset
        shift = QPointF(round(shift.x() * ratio) / ratio, round(shift.y() * ratio) / ratio)
        left = floor((wanted.left() - shift.x()) / SIDE)
        right = ceil((wanted.right() + 1 - shift.x()) / SIDE)
        top = floor((wanted.top() - shift.y()) / SIDE)
        bottom = ceil((wanted.bottom() + 1 - shift.y()) / SIDE)
        places = [(x, y) for y in range(top, bottom) for x in range(left, right)]
        for place in places:
            at = QPointF(place[0] * SIDE, place[1] * SIDE) + shift
            painter.drawPixmap(at, self._ready(place))
        if len(self._tiles) > 3 * len(places) + SPARE:
            self._forget_far(places)
        del self._spare[SPARE:]

    def _pixels(self, area: Box) -> QRect:
        zoom = self._zoom
        return QRectF(area.x * zoom, area.y * zoom, area.w * zoom, area.h * zoom).toAlignedRect()

    def _under(self, rect: QRect) -> list[tuple[int, int]]:
        """Return the tiles that a rectangle touches; small ones are looked up, not searched."""
        if rect.isEmpty():
            return []
        across = range(rect.left() // SIDE, rect.right() // SIDE + 1)
        down = range(rect.top() // SIDE, rect.bottom() // SIDE + 1)
        if len(across) * len(down) > len(self._tiles):
            return [place for place in self._tiles if place[0] in across and place[1] in down]
        return [(x, y) for x in across for y in down if (x, y) in self._tiles]

    def _ready(self, place: tuple[int, int]) -> QPixmap:
        """Return a tile that shows the present state."""
        tile = self._tiles.get(place)
        dirty = self._dirty.pop(place, None)
        if tile is None:
            tile = self._tiles[place] = self._blank()
            dirty = _square(place)
        if dirty is not None:
            self._paint(tile, place, dirty)
        return tile

    def _blank(self) -> QPixmap:
        """Return a picture of the right size, one that is not needed any more if there is any."""
        side = round(SIDE * self._ratio)
        while self._spare:
            tile = self._spare.pop()
            if tile.width() == side:
                tile.setDevicePixelRatio(self._ratio)
                return tile
        tile = QPixmap(side, side)
        tile.setDevicePixelRatio(self._ratio)
        return tile

    def _paint(self, tile: QPixmap, place: tuple[int, int], part: QRect) -> None:
        corner = QPoint(place[0] * SIDE, place[1] * SIDE)
        inside = part.translated(-corner)
        painter = QPainter(tile)
        painter.setClipRect(inside)
        painter.fillRect(inside, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-corner)
        painter.scale(self._zoom, self._zoom)
        zoom = self._zoom
        area = Box(part.x() / zoom, part.y() / zoom, part.width() / zoom, part.height() / zoom)
        self._paint_area(painter, area)
        painter.end()

    def _forget_far(self, near: list[tuple[int, int]]) -> None:
        kept = set(near)
        for place in [p for p in self._tiles if p not in kept]:
            self._spare.append(self._tiles.pop(place))
            self._dirty.pop(place, None)


def _square(place: tuple[int, int]) -> QRect:
    return QRect(place[0] * SIDE, place[1] * SIDE, SIDE, SIDE)
