"""What lies behind the cells: the tone of rows, hairlines, borders of stages, blueprint lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from journeymapper.domain.kinds import LaneKind
from journeymapper.drawing.display_list import Box, Group, Path, Rect, Shape
from journeymapper.drawing.map.feeling import dotted_lines
from journeymapper.drawing.map.places import DARK_ROWS, Column, Row
from journeymapper.drawing.tokens import Tokens


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


def column_lines(
    tokens: Tokens,
    column: Column,
    rows: Sequence[Row],
    across: Collection[str],
    *,
    paper: bool,
    first: bool,
) -> Group | None:
    """Return the lines that belong to one column, or None when there are none.

    ``across`` are the lanes in which a card stands across the column's stage; ``first`` says
    that the column stands beside the row titles.
    """
    if not rows:
        return None
    top, bottom = rows[0].y - rows[0].strip, rows[-1].bottom
    shapes: list[Shape] = []
    for row in rows:
        y = row.y - top
        colour = _border(column, row, across, paper=paper, first=first)
        if colour:
            shapes.append(Rect(Box(-0.5, y, 1, row.h), colour))
        if row.strip:
            name = "interaction_line" if row.kind == LaneKind.FRONTSTAGE else "visibility_line"
            middle = y - row.strip / 2
            shapes.append(
                Path(
                    (("M", 0, middle), ("L", column.w, middle)),
                    stroke="text_secondary",
                    width=tokens.stroke(name),
                    dash=tokens.dash(name),
                )
            )
        if row.kind == LaneKind.FEELING:
            shapes += dotted_lines(row, column, top)
    if not shapes:
        return None
    box = Box(column.x, top, column.w, bottom - top)
    return Group(f"grid:{column.place}", box, tuple(shapes), layer=-1)


def _border(column: Column, row: Row, across: Collection[str], *, paper: bool, first: bool) -> str:
    """The colour of the line at the start of a column in a row; "" for none."""
    if first:
        return ""
    if column.stage_start:
        return "line_strong" if paper or column.phase_start else "line"
    return "line" if paper and row.lane not in across else ""
