"""The part of a map that stands on one sheet, in units of the layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import (
    Box,
    Group,
    Path,
    Reading,
    Rect,
    Shape,
    moved,
)
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.map import curves, header, titles, ways_draw
from journeymapper.drawing.map.feeling import band
from journeymapper.drawing.map.feeling_curve import Line, curve_between
from journeymapper.drawing.map.fitting import NUMBERS_HEIGHT, has_steps
from journeymapper.drawing.map.furniture import Place
from journeymapper.drawing.map.ground import ground
from journeymapper.drawing.map.header import Span
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.drawing.map.places import Column, Row


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the map on one sheet; all in units of the layout."""

    layout: MapLayout
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    first: int
    again: bool
    """Whether an earlier sheet shows the same columns."""
    continued: bool
    """Whether an earlier sheet shows the columns before these."""
    lines: tuple[Line, ...]
    """The curves over the whole journey."""

    @property
    def left(self) -> float:
        """Where the columns begin on the whole map."""
        return self.columns[0].x if self.columns else self.layout.title_width

    @property
    def right(self) -> float:
        """Where they end on the whole map."""
        return self.columns[-1].right if self.columns else self.layout.title_width

    @property
    def top(self) -> float:
        """Where the rows begin on the whole map; a strip above the first is left out."""
        return self.rows[0].y if self.rows else self.layout.header_height

    @property
    def bottom(self) -> float:
        """Where they end on the whole map."""
        return self.rows[-1].bottom if self.rows else self.layout.header_height

    @property
    def head(self) -> float:
        """Height of phases, stages and step numbers on the sheet."""
        numbers = 0.0 if has_steps(self.rows) else NUMBERS_HEIGHT
        return self.layout.header_height + numbers

    @property
    def shift(self) -> tuple[float, float]:
        """From the whole map to the sheet."""
        return self.layout.title_width - self.left, self.head - self.top

    @property
    def size(self) -> tuple[float, float]:
        """Width and height on the sheet."""
        return (
            self.layout.title_width + self.right - self.left,
            self.head + self.bottom - self.top,
        )


def part_groups(part: Part, place: Place) -> list[Group]:
    """The part of the map in reading order, from the corner of its row titles, in units."""
    layout = part.layout
    dx, dy = part.shift
    groups = _behind(part)
    seen_before = place.number > 1 and (part.again or part.first > 0)
    for group in _row_titles(part, repeated=seen_before and not part.again):
        groups.append(moved(group, 0, dy))
    if part.continued:
        groups.append(_repeats(part, place))
    heads = _heads(part, place.spans)
    parts = layout.parts[part.first : part.first + len(part.columns)]
    for column, column_groups in zip(part.columns, parts, strict=True):
        groups += [moved(group, dx, 0) for group in heads.get(column.place, ())]
        groups += [
            moved(_clipped(group, part), dx, dy) for group in column_groups if _belongs(group, part)
        ]
    groups += [moved(group, dx, dy) for group in _ways(part)]
    groups += [moved(group, dx, dy) for group in _curves(part)]
    return groups


def _row_titles(part: Part, *, repeated: bool) -> list[Group]:
    """Row titles; blueprint lines at the very top of a sheet are left out."""
    figures = part.layout.curves.figures
    rows = [replace(row, strip=0.0) if row is part.rows[0] else row for row in part.rows]
    frame, band = part.layout.frame, part.layout.band
    found = titles.title_groups(frame, rows, figures, part.layout.title_width, repeated=repeated)
    ways = (
        ways_draw.title_group(frame, band, row, repeated=repeated)
        for row in part.rows
        if band and row.ways
    )
    return [*found, *ways]


def _heads(part: Part, spans: Sequence[Span]) -> dict[str, list[Group]]:
    """Phase and stage headers by the first column of their stage; then step numbers."""
    layout = part.layout
    pen = layout.frame.pen
    found: dict[str, list[Group]] = {}
    waiting: list[Group] = []
    firsts = {column.stage: column.place for column in reversed(part.columns)}
    goes_on = part.continued and not part.columns[0].phase_start
    shown = header.header_groups(
        pen,
        spans,
        layout.header_height,
        layout.frame.project.people,
        repeated=part.again,
        phase_goes_on=goes_on,
    )
    for group in shown:
        waiting.append(_continued(group, spans))
        if group.key.startswith("stage:"):
            found[firsts[group.entity]] = waiting
            waiting = []
    if not has_steps(part.rows):
        for column in part.columns:
            if column.number:
                found.setdefault(column.place, []).append(_number(part, column))
    return found


def _continued(group: Group, spans: Sequence[Span]) -> Group:
    """The header of a stage that began on an earlier sheet is no second heading."""
    if spans and spans[0].continued and group.entity == spans[0].stage.id:
        return replace(group, reading=Reading.DECORATION)
    return group


def _number(part: Part, column: Column) -> Group:
    pen = part.layout.frame.pen
    block = pen.line(column.number, pen.style("step_number"))
    box = Box(column.x, part.layout.header_height, column.w, NUMBERS_HEIGHT)
    shapes = placed(block, 8, 1, "text_secondary")
    return Group(f"number:{column.touchpoint}", box, shapes)


def _repeats(part: Part, place: Place) -> Group:
    pen = part.layout.frame.pen
    number = place.number - place.rows
    text = pen.say(_("Repeats from sheet {number}", number=number))
    block = pen.block(text, pen.style("card_meta"), part.layout.title_width - 24)
    y = part.head - block.height - 4
    box = Box(0, y, part.layout.title_width, block.height)
    return Group("repeats", box, placed(block, 10, 0, "text_tertiary"))


def _behind(part: Part) -> list[Group]:
    """Tones, tints and the lines around the map."""
    dx, dy = part.shift
    width, height = part.size
    edge = part.layout.title_width
    rows = [replace(row, strip=0.0) if row is part.rows[0] else row for row in part.rows]
    groups = [moved(ground(rows, part.left, part.right, part.top, part.bottom), dx, dy)]
    groups += [
        moved(band(row, part.left, part.right), dx, dy)
        for row in part.rows
        if row.kind == LaneKind.FEELING
    ]
    lines: list[Shape] = [Rect(Box(0, row.bottom + dy - 1, edge, 1), "line") for row in part.rows]
    lines.append(Rect(Box(0, part.head - 1.5, width, 1.5), "line_strong"))
    lines.append(Rect(Box(0, height - 1.5, width, 1.5), "line_strong"))
    lines.append(Rect(Box(width - 0.5, part.head, 1, height - part.head), "line_strong"))
    start: Shape = Rect(Box(edge - 0.5, part.head, 1, height - part.head), "line_strong")
    if part.continued:
        start = Path(
            (("M", edge, part.head), ("L", edge, height)),
            stroke="text_secondary",
            width=1.25,
            dash=(3.0, 2.0),
        )
    lines.append(start)
    groups.append(Group("border", Box(0, 0, width, height), tuple(lines), layer=-1))
    return groups


def _belongs(group: Group, part: Part) -> bool:
    if group.key.startswith("grid:"):
        return True
    return part.top <= group.box.y + group.box.h / 2 < part.bottom


def _clipped(group: Group, part: Part) -> Group:
    """The lines of a column reach over all rows: keep those of this sheet."""
    if not group.key.startswith("grid:"):
        return group
    top, bottom = part.top - group.box.y, part.bottom - group.box.y
    first = part.columns[0].place == group.key.removeprefix("grid:")
    kept = tuple(
        shape
        for shape in group.shapes
        if top <= _top(shape) < bottom and not (first and isinstance(shape, Rect))
    )
    return replace(group, shapes=kept)


def _top(shape: Shape) -> float:
    match shape:
        case Rect():
            return shape.box.y
        case Path():
            return float(shape.segments[0][2])
        case _:
            return 0.0


def _ways(part: Part) -> list[Group]:
    """The ways between the edges of the sheet."""
    band = part.layout.band
    row = next((row for row in part.rows if row.ways), None)
    if band is None or row is None:
        return []
    return ways_draw.band_groups(part.layout.frame, band, row, part.left, part.right)


def _curves(part: Part) -> list[Group]:
    """The curves between the edges of the sheet, and the biggest drop where it happens."""
    layout = part.layout
    row = next((row for row in part.rows if row.kind == LaneKind.FEELING), None)
    if row is None:
        return []
    frame = layout.frame
    found: list[Group] = []
    for line in part.lines:
        group = curve_between(frame.setting.tokens, line, part.left, part.right)
        if group is not None:
            found.append(group)
    found += curves.drop_between(frame, part.lines, row, layout.fall, (part.left, part.right))
    return found
