"""In which rows sheets are shown: as they read, or as tiles hang on the wall."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.drawing.map.sheet import Sheet

MOST = 12
MOST_TILES = 60
"""Sheets that are drawn, and tiles: they are small, and make one picture."""


def shown(sheets: Sequence[Sheet]) -> Sequence[Sheet]:
    """Return the first sheets, as many as are drawn; a count tells of the others."""
    return sheets[: most(sheets)]


def most(sheets: Sequence[Sheet]) -> int:
    """Return how many of these sheets are drawn at most."""
    return MOST_TILES if columns_of(sheets) else MOST


def columns_of(sheets: Sequence[Sheet]) -> int:
    """Return in how many columns tiles stand; 0 for sheets that are no tiles."""
    return max((sheet.tile.column for sheet in sheets if sheet.tile is not None), default=0)


def rows_of(sheets: Sequence[Sheet], across: int) -> list[list[Sheet | None]]:
    """Return the rows; None stands for the place of a tile that is left out.

    Sheets of one direction stand together, another direction begins a row, and so does each row
    of tiles.
    """
    found: list[list[Sheet | None]] = []
    last: Sheet | None = None
    for sheet in sheets:
        if last is None or len(found[-1]) >= across or _begins(last, sheet):
            found.append([])
        if sheet.tile is not None:
            found[-1] += [None] * (sheet.tile.column - 1 - len(found[-1]))
        found[-1].append(sheet)
        last = sheet
    return found


def _begins(last: Sheet, sheet: Sheet) -> bool:
    """Say whether a sheet cannot stand beside the one before it."""
    if sheet.tile is None or last.tile is None:
        turned = (last.width_pt > last.height_pt) != (sheet.width_pt > sheet.height_pt)
        return turned or (sheet.tile is None) != (last.tile is None)
    return (sheet.tile.of, sheet.tile.row) != (last.tile.of, last.tile.row)
