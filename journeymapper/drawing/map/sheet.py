"""A finished sheet of paper, and the places on it that can be gone to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeymapper.drawing.display_list import Drawing
from journeymapper.drawing.transform import scaled


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place on a sheet: its name, depth (0 is the map) and distance from the top in points."""

    title: str
    level: int
    y: float


@dataclass(frozen=True, slots=True)
class Tile:
    """Which part of a large sheet this is: the number of the large one, row and column from 1."""

    of: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing on a sheet, all lengths in points. ``title`` is that of the map.

    ``key`` names what it shows and stays the same from one printing to the next; "" for a
    sheet that is not printed again by itself. ``tile`` tells a part of a larger sheet.
    """

    drawing: Drawing
    width_pt: float
    height_pt: float
    title: str
    bookmarks: tuple[Bookmark, ...] = ()
    key: str = ""
    tile: Tile | None = None


def deeper(sheet: Sheet, by: int) -> Sheet:
    """Return the sheet with its bookmarks so many levels further down."""
    if not by:
        return sheet
    marks = tuple(replace(mark, level=mark.level + by) for mark in sheet.bookmarks)
    return replace(sheet, bookmarks=marks)


def enlarged(sheet: Sheet, factor: float) -> Sheet:
    """Return the sheet ``factor`` times as large, with all that is on it."""
    width, height = sheet.width_pt * factor, sheet.height_pt * factor
    groups = tuple(scaled(group, factor) for group in sheet.drawing.groups)
    return replace(
        sheet,
        drawing=Drawing(width, height, groups),
        width_pt=width,
        height_pt=height,
        bookmarks=tuple(replace(mark, y=mark.y * factor) for mark in sheet.bookmarks),
    )
