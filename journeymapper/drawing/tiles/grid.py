"""Which part of a large sheet comes on which tile."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from journeymapper.drawing.display_list import Box
from journeymapper.drawing.paper import Paper

MARGIN = 29.0
"""10 mm: what printers leave free, the marks for cutting, and the check line."""

OVERLAP = 30.0
"""A good 10 mm that two neighbours both show: the edge that is glued."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Windows of one size over ``area`` of a large sheet; ``width`` and ``height`` of a tile.

    ``window_w`` and ``window_h`` are the size of a window; those at the right and lower end may
    be a few points smaller. All lengths are whole points, so that a line lies alike on both
    sides of a seam.
    """

    area: Box
    columns: int
    rows: int
    width: float
    height: float
    window_w: float
    window_h: float

    @property
    def step_x(self) -> float:
        """From the left edge of a window to that of the next."""
        return self.window_w - OVERLAP

    @property
    def step_y(self) -> float:
        """From the upper edge of a window to that of the one below."""
        return self.window_h - OVERLAP

    @property
    def corner(self) -> tuple[float, float]:
        """Where a window has its upper left corner on its tile: in the middle of the paper."""
        return (self.width - self.window_w) // 2, (self.height - self.window_h) // 2

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield row and column of each tile, from 0, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield row, column

    def window(self, row: int, column: int) -> Box:
        """Return what a tile shows of the large sheet, with the edge that is glued."""
        x, y = self.area.x + column * self.step_x, self.area.y + row * self.step_y
        whole = Box(x, y, self.window_w, self.window_h)
        return whole.common(self.area)

    def places_of(self, box: Box) -> Iterator[tuple[int, int]]:
        """Yield row and column of the tiles whose windows may show something of a box."""
        x, y = box.x - self.area.x, box.y - self.area.y
        rows = _touched(y, y + box.h, self.step_y, self.rows)
        columns = _touched(x, x + box.w, self.step_x, self.columns)
        return ((row, column) for row in rows for column in columns)

    def place_of(self, x: float, y: float) -> tuple[int, int]:
        """Return row and column of the tile that is on top at a point."""
        column = min(max(int((x - self.area.x) // self.step_x), 0), self.columns - 1)
        row = min(max(int((y - self.area.y) // self.step_y), 0), self.rows - 1)
        return row, column


def grid_over(area: Box, on: Paper) -> Grid:
    """Return the grid over an area that needs fewest sheets of a paper, across if both do."""
    long, short = (math.floor(max(on.width, on.height)), math.floor(min(on.width, on.height)))
    across, upright = (_grid(area, *size) for size in ((long, short), (short, long)))
    return across if across.columns * across.rows <= upright.columns * upright.rows else upright


def whole_points(box: Box) -> Box:
    """Return the smallest box around this one with edges on whole points."""
    x, y = math.floor(box.x), math.floor(box.y)
    return Box(x, y, math.ceil(box.right) - x, math.ceil(box.bottom) - y)


def _grid(area: Box, width: float, height: float) -> Grid:
    (columns, window_w), (rows, window_h) = _shared(area.w, width), _shared(area.h, height)
    return Grid(area, columns, rows, width, height, window_w, window_h)


def _touched(start: float, stop: float, step: float, count: int) -> range:
    """Return the windows that lie between two places; each is longer than a step by the overlap."""
    first = math.floor((start - OVERLAP) / step)
    return range(max(0, first), min(count - 1, math.floor(stop / step)) + 1)


def _shared(length: float, side: float) -> tuple[int, float]:
    """Return how many windows cover a length, neighbours overlapping, and how long each is."""
    step = side - 2 * MARGIN - OVERLAP
    count = max(1, math.ceil((length - OVERLAP) / step))
    return count, math.ceil((length + (count - 1) * OVERLAP) / count)
