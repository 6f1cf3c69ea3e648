"""The four panes of the map: corner, stage headers, row titles and cells.

Headers stay on top and titles at the start side; only the cells scroll both ways. All of them
show one layout, in the coordinates of the whole map.
"""

from __future__ import annotations

from collections import deque
from enum import IntEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QRegion

from journeymapper.drawing.collecting import without_collecting
from journeymapper.drawing.display_list import Box, Group
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.drawing.map.places import Near
from journeymapper.ui.canvas.detail import Detail, detail_at, shown
from journeymapper.ui.canvas.scene import BLEED, Item, Scene
from journeymapper.ui.paint.compiled import Call, compiled
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_group
from journeymapper.ui.paint.tiles import SIDE, PaintArea, Tiles


class Part(IntEnum):
    """The panes."""

    CELLS = 0
    HEADER = 1
    TITLES = 2
    CORNER = 3


_GROUND = {
    Part.CELLS: "canvas",
    Part.HEADER: "chrome",
    Part.TITLES: "chrome",
    Part.CORNER: "chrome",
}


PREPARED = 4000
"""So many items are kept ready to be painted; more than a screen shows."""

MANY = 150
"""So many changes are quicker painted all anew than one by one."""


class Board:
    """What the view shows and where: layout, zoom, scroll and the pictures of each pane."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.zoom = 1.0
        self.scroll = QPointF()
        self.layout: MapLayout | None = None
        self.scenes = {part: Scene() for part in (Part.CELLS, Part.HEADER, Part.TITLES)}
        self._detail = Detail.FULL
        self._tiles = {part: Tiles(self._painter_of(part)) for part in self.scenes}
        self._size = QSize()
        self._prepared: deque[Item] = deque()
        self.corner: Group | None = None

    @property
    def title_width(self) -> float:
        """Width of the row titles in px of the screen."""
        return round(self.layout.title_width * self.zoom) if self.layout else 0

    @property
    def header_height(self) -> float:
        """Height of phase band and stage headers in px of the screen."""
        return round(self.layout.header_height * self.zoom) if self.layout else 0

    @property
    def content(self) -> QSize:
        """Size of the whole map in px of the screen."""
        if self.layout is None:
            return QSize()
        return QSize(round(self.layout.width * self.zoom), round(self.layout.height * self.zoom))

    def resize(self, size: QSize) -> None:
        """Take the size of the viewport."""
        self._size = size

    def set_zoom(self, zoom: float) -> None:
        """Show the map at another size; what is drawn depends on it."""
        self.zoom = zoom
        detail = detail_at(zoom)
        if detail is not self._detail:
            self._detail = detail
            self.forget()

    def set_ink(self, ink: Ink) -> None:
        """Show the map in another theme."""
        self.ink = ink
        self.forget()

    def forget(self) -> None:
        """Paint everything anew."""
        for item in self._prepared:
            item.calls = None
        self._prepared.clear()
        for tiles in self._tiles.values():
            tiles.clear()

    @without_collecting()
    def show(self, layout: MapLayout) -> QRegion:
        """Show a layout; returns the part of the viewport that looks different."""
        before, self.layout = self.layout, layout
        changed = QRegion()
        for part, scene in self.scenes.items():
            tiles = self._tiles[part]
            if before is not None and before.columns is layout.columns:
                areas = scene.change(_changes(part, before, layout))
            else:
                areas = scene.reconcile(_groups(part, layout))
            if part is Part.CELLS:  # of a long map much is shown that nobody sees
                near = self.in_view()
                areas = [a for a in areas if near.meets(a.x, a.right) or tiles.holds(a)]
            if len(areas) > MANY:
                tiles.clear()
                changed += self.pane(part)
                changed += self.pane(Part.CORNER)
                continue
            for area in areas:
                tiles.invalidate(area)
                rect = self.to_view(area, part).toAlignedRect().adjusted(-1, -1, 1, 1)
                changed += rect.intersected(self.pane(part))
                if part is Part.HEADER:
                    changed += self.pane(Part.CORNER)
        return changed

    def pane(self, part: Part) -> QRect:
        """Return the rectangle of a pane in the viewport."""
        left, top = round(self.title_width), round(self.header_height)
        width, height = self._size.width(), self._size.height()
        match part:
            case Part.CELLS:
                return QRect(left, top, width - left, height - top)
            case Part.HEADER:
                return QRect(left, 0, width - left, top)
            case Part.TITLES:
                return QRect(0, top, left, height - top)
            case Part.CORNER:
                return QRect(0, 0, left, top)

    def part_at(self, x: float, y: float) -> Part:
        """Return the pane at a point of the viewport."""
        across = Part.TITLES if x < self.title_width else Part.CELLS
        if y < self.header_height:
            return Part.CORNER if across is Part.TITLES else Part.HEADER
        return across

    def offset(self, part: Part) -> QPointF:
        """Return how far a pane is scrolled, in px of the screen."""
        x = self.scroll.x() if part in (Part.CELLS, Part.HEADER) else 0.0
        y = self.scroll.y() if part in (Part.CELLS, Part.TITLES) else 0.0
        return QPointF(x, y)

    def in_view(self) -> Near:
        """Return the part of the map that is seen, as far as its tiles reach."""
        pane = self.pane(Part.CELLS)
        left, right = self.scroll.x() + pane.left(), self.scroll.x() + pane.right()
        side = SIDE / self.zoom
        first, last = left // SIDE, right // SIDE + 1
        return Near(first * side - BLEED, last * side + BLEED)

    def to_view(self, box: Box, part: Part = Part.CELLS) -> QRectF:
        """Return a box of the map in the viewport."""
        offset = self.offset(part)
        zoom = self.zoom
        return QRectF(
            box.x * zoom - offset.x(), box.y * zoom - offset.y(), box.w * zoom, box.h * zoom
        )

    def to_map(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the viewport in the map, seen through the pane it lies in."""
        offset = self.offset(self.part_at(x, y))
        return (x + offset.x()) / self.zoom, (y + offset.y()) / self.zoom

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what was exposed."""
        for part in Part:
            tiles = self._tiles[Part.HEADER if part is Part.CORNER else part]
            pane = self.pane(part)
            visible = pane.intersected(exposed)
            if visible.isEmpty():
                continue
            ground = self.ink.colour(_GROUND[part])
            painter.setClipRect(visible)
            start = self.offset(part) + QPointF(pane.topLeft())
            tiles.draw(painter, pane, start, self.zoom, ground)
        painter.setClipping(False)
        if self.corner is not None and self.layout is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.zoom, self.zoom)
            paint_group(painter, self.corner, self.ink)
            painter.restore()

    def picture(self, part: Part, area: Box, ink: Ink) -> QImage:
        """Return an area of a pane as it is drawn, twice as large as at 100 %."""
        image = QImage(round(area.w * 2), round(area.h * 2), QImage.Format.Format_RGB32)
        image.fill(ink.colour(_GROUND[part]))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(2, 2)
        painter.translate(-area.x, -area.y)
        for item in self.scenes[part].within(area):
            paint_group(painter, item.group, ink)
        painter.end()
        return image

    def _prepare(self, item: Item) -> tuple[Call, ...]:
        """Make what painting an item needs; of those made long ago some are dropped."""
        calls = compiled(shown(item.group, self._detail), self.ink)
        item.calls = calls
        self._prepared.append(item)
        if len(self._prepared) > PREPARED:
            self._prepared.popleft().calls = None
        return calls

    def _painter_of(self, part: Part) -> PaintArea:
        scene = self.scenes[part]

        def paint(painter: QPainter, area: Box) -> None:
            for item in scene.within(area):
                calls = item.calls if item.calls is not None else self._prepare(item)
                box = item.group.box
                painter.translate(box.x, box.y)
                for call in calls:
                    call(painter)
                painter.translate(-box.x, -box.y)

        return paint


def _groups(part: Part, layout: MapLayout) -> dict[str, tuple[Group, ...]]:
    """What a pane shows, in parts."""
    if part is Part.HEADER:
        return {"header": layout.header}
    if part is Part.TITLES:
        return {"titles": layout.titles}
    columns = zip(layout.columns, layout.parts, strict=True)
    cells = {column.place: groups for column, groups in columns}
    return {"ground": layout.ground, **cells, "overlay": layout.overlay}


def _changes(part: Part, before: MapLayout, now: MapLayout) -> dict[str, tuple[Group, ...]]:
    """The parts that are others now, of layouts with the same columns."""
    if part is not Part.CELLS:
        return _groups(part, now)
    parts = zip(before.parts, now.parts, strict=True)
    changed = [i for i, (old, new) in enumerate(parts) if old is not new]
    cells = {now.columns[i].place: now.parts[i] for i in changed}
    return {"ground": now.ground, **cells, "overlay": now.overlay}
