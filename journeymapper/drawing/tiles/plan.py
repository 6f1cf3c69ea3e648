"""The first sheet: a sketch of the large sheet with its tiles, and how to put them together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import (
    Box,
    Drawing,
    Group,
    Path,
    Reading,
    Rect,
    Segment,
    Shape,
    Text,
)
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.drawing.map.growing import shortened
from journeymapper.drawing.paper import POINTS_PER_MM
from journeymapper.drawing.tiles.grid import MARGIN, Grid
from journeymapper.drawing.tiles.marks import ABOVE, Edges, check_of
from journeymapper.drawing.transform import scaled
from journeymapper.text.runs import TextStyle

_TITLE = TextStyle(20, 26, 600)
_BODY = TextStyle(11.5, 16)
_SMALL = TextStyle(9, 12, 600)
_TITLE_LINES = 2
"""A longer title of the map ends in dots: the poster has it whole."""

_FOOT = 20.0
_GAP = 12.0
_SIDE, _TOP = 46.0, 16.0
"""Beside and above the sketch: the numbers of rows and columns."""

_LEAST_SKETCH = 120.0


@dataclass(frozen=True, slots=True)
class Cut:
    """A large sheet, its grid, the tiles that are printed (row and column from 0), the paper."""

    drawing: Drawing
    grid: Grid
    kept: Collection[tuple[int, int]]
    paper: str

    @property
    def empty(self) -> int:
        """How many tiles are left out."""
        return self.grid.columns * self.grid.rows - len(self.kept)


def plan_groups(pen: Pen, cut: Cut, title: str) -> tuple[Group, ...]:
    """Return the plan of one large sheet: what it becomes, what to do, and the sketch."""
    grid = cut.grid
    inner = grid.width - 2 * MARGIN
    groups: list[Group] = []
    y = MARGIN
    head = pen.say(_("Put the poster together"))
    writing = [
        ("head", pen.block(head, _TITLE, inner), Reading.TITLE),
        ("of", shortened(pen, title, _BODY, inner, _TITLE_LINES), Reading.TEXT),
    ]
    for i, words in enumerate(_words(cut)):
        writing.append((f"step:{i}", pen.block(pen.say(words), _BODY, inner), Reading.TEXT))
    for key, block, reading in writing:
        shapes = placed(block, 0, 0)
        groups.append(
            Group(f"plan:{key}", Box(MARGIN, y, inner, block.height), shapes, reading=reading)
        )
        y += block.height + (4.0 if key != "of" else 10.0)
    foot = Box(MARGIN, MARGIN, inner, grid.height - 2 * MARGIN - _FOOT)
    room = Box(MARGIN + _SIDE, y + _GAP + _TOP, inner - _SIDE, foot.bottom - y - _GAP - _TOP)
    groups += _sketch(pen, cut, room)
    groups.append(check_of(pen, Edges(foot, grid.width, grid.height, right=False, below=False)))
    return tuple(groups)


def _words(cut: Cut) -> tuple[Message, ...]:
    grid = cut.grid
    found: list[Message] = [
        _(
            "{columns} x {rows} sheets of {paper} make a poster of {width} x {height} mm.",
            columns=grid.columns,
            rows=grid.rows,
            paper=cut.paper,
            width=round(grid.area.w / POINTS_PER_MM),
            height=round(grid.area.h / POINTS_PER_MM),
        )
    ]
    if cut.empty == 1:
        found.append(_("1 of them is empty and not printed: it is crossed out below."))
    elif cut.empty:
        found.append(_("{n} of them are empty and not printed: crossed out below.", n=cut.empty))
    found += [
        _("1. Print at 100 % and measure: the line at the foot of each sheet is 10 cm long."),
        _("2. Take one sheet after the other, row by row. Cut it along the short lines."),
    ]
    if grid.columns == 1:
        found.append(_("3. Lay it over the hatched edge of the sheet above it, and glue it."))
        return tuple(found)
    found.append(_("3. Lay it over the hatched edge of the sheet to its left, and glue it."))
    if grid.rows > 1:
        found.append(
            _("4. Lay each finished row over the hatched edges of the row above, and glue it.")
        )
    return tuple(found)


def _sketch(pen: Pen, cut: Cut, room: Box) -> list[Group]:
    """Return the large sheet, small and without its words, under its tiles."""
    area, grid = cut.grid.area, cut.grid
    factor = min(room.w / area.w, max(room.h, _LEAST_SKETCH) / area.h, 1.0)
    dx, dy = room.x - area.x * factor, room.y - area.y * factor
    small = [
        replace(
            scaled(replace(group, shapes=_wordless(group)), factor, dx, dy),
            key=f"sketch:{group.key}",
            reading=Reading.DECORATION,
            alt=None,
            entity="",
        )
        for group in cut.drawing.groups
    ]
    box = Box(room.x, room.y, area.w * factor, area.h * factor)
    xs = [box.x + i * grid.step_x * factor for i in range(grid.columns)] + [box.right]
    ys = [box.y + i * grid.step_y * factor for i in range(grid.rows)] + [box.bottom]
    shapes: list[Shape] = [Rect(box, "", "text", 1.0)]
    lines: list[Segment] = []
    for x in xs[1:-1]:
        lines += [("M", x, box.y), ("L", x, box.bottom)]
    for y in ys[1:-1]:
        lines += [("M", box.x, y), ("L", box.right, y)]
    for row, column in grid.places():
        if (row, column) not in cut.kept:
            left, right, top, bottom = xs[column], xs[column + 1], ys[row], ys[row + 1]
            lines += [("M", left, top), ("L", right, bottom)]
            lines += [("M", left, bottom), ("L", right, top)]
    if lines:
        shapes.append(Path(tuple(lines), stroke="text", width=1.0))
    for i in range(grid.columns):
        said = pen.line(pen.say(_("Column {column}", column=i + 1)), _SMALL)
        if said.width > xs[i + 1] - xs[i] - 4:
            said = pen.line(str(i + 1), _SMALL)
        shapes += centred(said, (xs[i] + xs[i + 1]) / 2, box.y - _TOP / 2)
    for i in range(grid.rows):
        said = pen.line(pen.say(_("Row {row}", row=i + 1)), _SMALL)
        shapes += centred(said, box.x - 8 - said.width / 2, (ys[i] + ys[i + 1]) / 2)
    alt = _(
        "The poster, cut into {columns} columns and {rows} rows.",
        columns=grid.columns,
        rows=grid.rows,
    )
    everywhere = Box(0, 0, grid.width, grid.height)
    over = Group("plan:grid", everywhere, tuple(shapes), "", Reading.FIGURE, alt, ABOVE)
    return [*small, over]


def _wordless(group: Group) -> tuple[Shape, ...]:
    return tuple(shape for shape in group.shapes if not isinstance(shape, Text))
