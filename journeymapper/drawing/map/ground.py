"""What lies behind the cells: the tone of rows, hairlines, borders of stages, blueprint lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from journeymapper.domain.kinds import LaneKind
from journeymapper.drawing.display_list import Box, Group, Path, Rect, Shape
from journeymapper.drawing.map.feeling import DOTS, dotted_lines
from journeymapper.drawing.map.places import DARK_ROWS, Column, Row
from journeymapper.drawing.tokens import Tokens

_LINES = {
    LaneKind.FRONTSTAGE: "interaction_line",
    LaneKind.BACKSTAGE: "visibility_line",
    LaneKind.SUPPORT: "internal_line",
}
"""The blueprint line above a kind of row."""


def ground(rows: Sequence[Row], left: float, right: float, top: float, bottom: float) -> Group:
    """Return the tones and hairlines of all rows."""
    width = right - left
    shapes: list[Shape] = [Rect(Box(0, 0, width, bottom - top), "canvas")]
    for row in rows:
        if row.strip:
            shapes.append(Rect(Box(0, row.y - row.strip - top, width, row.strip), "canvas"))
        if row.kind in DARK_ROWS:
            shapes.append(Rect(Box(0, row.y - top, width, row.h), "sunken"))
        shapes.append(Rect(Box(0, row.bottom - top - 1, width, 1), "line"))
    return Group("ground", Box(left, top, width, bottom - top), tuple(shapes), layer=-3)


class Grid:
    """The lines that belong to single columns; equal ones are made once."""

    def __init__(self, tokens: Tokens, rows: Sequence[Row], *, paper: bool) -> None:
        self._tokens = tokens
        self._rows = rows
        self._paper = paper
        self._made: dict[tuple[object, ...], tuple[Shape, ...]] = {}

    def lines(self, column: Column, across: Collection[str], *, first: bool) -> tuple[Group, ...]:
        """Return the lines of a column as one group, or none.

        ``across`` are the lanes in which a card stands across the column's stage; ``first``
        says that the column stands beside the row titles.
        """
        if not self._rows:
            return ()
        paths = (column.w, column.x % DOTS)
        borders = (column.stage_start, column.phase_start, first)
        key = (*paths, *borders, frozenset(across) if self._paper else None)
        shapes = self._made.get(key)
        if shapes is None:
            shapes = self._made[key] = tuple(self._shapes(column, across, first=first))
        if not shapes:
            return ()
        top = self._rows[0].y - self._rows[0].strip
        box = Box(column.x, top, column.w, self._rows[-1].bottom - top)
        return (Group(f"grid:{column.place}", box, shapes, layer=-1),)

    def _shapes(self, column: Column, across: Collection[str], *, first: bool) -> Iterator[Shape]:
        top = self._rows[0].y - self._rows[0].strip
        for row in self._rows:
            y = row.y - top
            colour = _border(column, row, across, paper=self._paper, first=first)
            if colour:
                yield Rect(Box(-0.5, y, 1, row.h), colour)
            if row.strip:
                name = _LINES[row.kind]
                middle = y - row.strip / 2
                yield Path(
                    (("M", 0, middle), ("L", column.w, middle)),
                    stroke="text_secondary",
                    width=self._tokens.stroke(name),
                    dash=self._tokens.dash(name),
                )
            if row.kind == LaneKind.FEELING:
                yield from dotted_lines(row, column, top)


def _border(column: Column, row: Row, across: Collection[str], *, paper: bool, first: bool) -> str:
    """The colour of the line at the start of a column in a row; "" for none."""
    if first:
        return ""
    if column.stage_start:
        return "line_strong" if paper or column.phase_start else "line"
    return "line" if paper and row.lane not in across else ""
