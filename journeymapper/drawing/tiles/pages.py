"""Large sheets as tiles: for each a plan, then its tiles row by row."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Bookmark, Sheet, Tile
from journeymapper.drawing.paper import Paper
from journeymapper.drawing.tiles.cutting import cut, pieces_of
from journeymapper.drawing.tiles.grid import Grid, grid_over, whole_points
from journeymapper.drawing.tiles.marks import Edges, check_of, label_of, marks_of
from journeymapper.drawing.tiles.plan import Cut, plan_groups
from journeymapper.drawing.tiles.reach import around

TILES = ("a4", "a3", "letter", "tabloid")
"""The papers that tiles are printed on."""


_SLACK = 4.0
"""So far letters and lines may stand out into a margin."""


def tiled(sheets: Sequence[Sheet], margin: float, on: Paper, pen: Pen) -> tuple[Sheet, ...]:
    """Return sheets with a margin cut into tiles of a paper, without that margin.

    Each begins with a plan, unless it fits on one tile. Tiles with nothing on them are left out.
    """
    made: list[Sheet] = []
    for number, sheet in enumerate(sheets, start=1):
        made += _tiles_of(sheet, margin, on, pen, number, len(sheets))
    return tuple(made)


def _tiles_of(
    sheet: Sheet, margin: float, on: Paper, pen: Pen, number: int, total: int
) -> list[Sheet]:
    pieces = pieces_of(sheet.drawing)
    inked = around(piece.whole for piece in pieces)
    whole = Box(0, 0, sheet.width_pt, sheet.height_pt)
    inside = whole.inset(max(0.0, margin - _SLACK))
    area = whole_points(inked.common(inside) if inked is not None else inside)
    grid = grid_over(area, on)
    tiles = cut(pieces, grid)
    if grid.columns * grid.rows == 1:
        return [_alone(sheet, grid, tiles.get((0, 0), ()), pen, number)]
    title = pen.say(_of(sheet.title, number, total))
    groups = plan_groups(pen, Cut(sheet.drawing, grid, tiles.keys(), on.label), title)
    mark = Bookmark(title, 0, 0.0)
    made = [_made(grid, sheet.title, groups, (mark,), f"plan:{number}", None)]
    for (row, column), groups in tiles.items():
        said = _label(grid, row, column, number, total)
        marks = (Bookmark(pen.say(said), 1, 0.0),)
        edges = _edges(grid, row, column, tiles)
        around_it = (label_of(pen, said, sheet.title, edges), marks_of(edges), check_of(pen, edges))
        tile = Tile(number, row + 1, column + 1)
        key = f"tile:{number}:{row + 1}:{column + 1}"
        made.append(_made(grid, sheet.title, (*groups, *around_it), marks, key, tile))
    return made


def _alone(sheet: Sheet, grid: Grid, groups: tuple[Group, ...], pen: Pen, number: int) -> Sheet:
    """Return a large sheet that has room on one tile: nothing to cut, nothing to glue."""
    edges = _edges(grid, 0, 0, {})
    dy = edges.window.y - grid.area.y
    marks = tuple(Bookmark(mark.title, mark.level, mark.y + dy) for mark in sheet.bookmarks)
    shown = (*groups, check_of(pen, edges))
    return _made(grid, sheet.title, shown, marks, f"tile:{number}:1:1", Tile(number, 1, 1))


def _edges(grid: Grid, row: int, column: int, kept: Collection[tuple[int, int]]) -> Edges:
    window = grid.window(row, column)
    left, top = grid.corner
    return Edges(
        window=Box(left, top, window.w, window.h),
        width=grid.width,
        height=grid.height,
        right=(row, column + 1) in kept,
        below=(row + 1, column) in kept,
    )


def _made(
    grid: Grid,
    title: str,
    groups: tuple[Group, ...],
    marks: tuple[Bookmark, ...],
    key: str,
    tile: Tile | None,
) -> Sheet:
    drawing = Drawing(grid.width, grid.height, groups)
    return Sheet(drawing, grid.width, grid.height, title, marks, key, tile)


def _label(grid: Grid, row: int, column: int, number: int, total: int) -> Message:
    if total > 1:
        return _(
            "Poster {number} of {total}: row {row}, column {column} of {columns} x {rows}",
            number=number,
            total=total,
            row=row + 1,
            column=column + 1,
            columns=grid.columns,
            rows=grid.rows,
        )
    return _(
        "Row {row}, column {column} of {columns} x {rows}",
        row=row + 1,
        column=column + 1,
        columns=grid.columns,
        rows=grid.rows,
    )


def _of(title: str, number: int, total: int) -> Message:
    if total > 1:
        return _("{title}, poster {number} of {total}", title=title, number=number, total=total)
    return _("{title}", title=title)
