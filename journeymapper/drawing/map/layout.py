"""Lays out a whole map: columns, rows, and the groups that show them.

The work of a column is kept and used again as long as nothing that feeds it has changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.collecting import without_collecting
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.map import (
    curves,
    ground,
    header,
    hints,
    placing,
    rows,
    titles,
    ways,
    ways_draw,
)
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.drop import Drop
from journeymapper.drawing.map.feeling import band
from journeymapper.drawing.map.header import Span
from journeymapper.drawing.map.later import Seen
from journeymapper.drawing.map.places import CellRef, Column, Near, Row
from journeymapper.drawing.map.reuse import Last
from journeymapper.drawing.map.setting import Frame, MapSetting, frame_of
from journeymapper.drawing.map.sums import StageSum
from journeymapper.drawing.map.ways_parts import Band


@dataclass(frozen=True)
class MapLayout:
    """A map laid out, in coordinates of the whole map.

    Row titles take x from 0 to ``title_width``, the head y from 0 to ``header_height``.
    ``parts`` are the groups of each column, in the order of ``columns``; what stands across a
    stage belongs to its first column. ``fall`` is the biggest drop of the main persona.
    ``sums``, ``contents`` and ``placed`` are kept for the next layout. The parts of columns that
    are ``waiting`` are empty yet; where columns and rows are is true of them too.
    """

    width: float
    height: float
    title_width: float
    header_height: float
    columns: tuple[Column, ...]
    spans: tuple[Span, ...]
    stage_boxes: dict[str, Box]
    rows: tuple[Row, ...]
    header: tuple[Group, ...]
    titles: tuple[Group, ...]
    title_heights: dict[str, float] = field(repr=False)
    ground: tuple[Group, ...]
    parts: tuple[tuple[Group, ...], ...]
    hints: tuple[Group, ...]
    curve_groups: tuple[Group, ...]
    way_groups: tuple[Group, ...]
    band: Band | None
    frame: Frame
    curves: curves.Curves
    fall: Drop | None
    sums: dict[str, StageSum] = field(repr=False)
    contents: dict[str, Content] = field(repr=False)
    placed: placing.Placing = field(repr=False)
    waiting: tuple[Column, ...] = field(repr=False)
    _row_of: dict[str, Row] = field(repr=False)
    _box_of: dict[str, Box] = field(repr=False)

    @property
    def overlay(self) -> tuple[Group, ...]:
        """What lies over all columns: hints, ways, curves, the biggest drop."""
        return (*self.hints, *self.way_groups, *self.curve_groups)

    @property
    def cells(self) -> tuple[Group, ...]:
        """All groups that scroll with the cells."""
        found = list(self.ground)
        for part in self.parts:
            found += part
        return (*found, *self.overlay)

    def cell_box(self, lane: str, place: str) -> Box | None:
        """Return the box of a row at a step or across a stage; None when it is not shown."""
        row, box = self._row_of.get(lane), self._box_of.get(place)
        if row is None or box is None:
            return None
        return Box(box.x, row.y, box.w, row.h)

    def cell_at(self, x: float, y: float) -> CellRef | None:
        """Return the cell under a point, or None."""
        row = next((row for row in self.rows if row.y <= y < row.bottom), None)
        column = self.column_at(x)
        if row is None or column is None:
            return None
        return CellRef(row.lane, column.stage, column.touchpoint)

    def column_at(self, x: float) -> Column | None:
        """Return the column under an x, or None."""
        low, high = 0, len(self.columns)
        while low < high:
            middle = (low + high) // 2
            if self.columns[middle].right <= x:
                low = middle + 1
            else:
                high = middle
        if low == len(self.columns) or x < self.columns[low].x:
            return None
        return self.columns[low]

    def drawing(self) -> Drawing:
        """Return the whole map in reading order: titles, then stage by stage, then curves."""
        groups = [self.header[0], *self.titles, *self.ground]
        heads: dict[str, list[Group]] = {}
        waiting: list[Group] = []
        for group in self.header[1:]:
            waiting.append(group)
            if group.key.startswith("stage:"):
                heads[group.entity] = waiting
                waiting = []
        groups += waiting
        for column, part in zip(self.columns, self.parts, strict=True):
            if column.stage_start:
                groups += heads.get(column.stage, [])
            groups += part
        groups += self.overlay
        return Drawing(self.width, self.height, tuple(groups))


@without_collecting()
def lay_out(
    snapshot: Snapshot,
    map_id: str,
    setting: MapSetting,
    previous: MapLayout | None = None,
    touched: frozenset[str] | None = None,
    near: Near | None = None,
    seen: Seen | None = None,
) -> MapLayout:
    """Lay out a map. With ``previous``, only columns whose content changed are laid anew.

    The result equals that without ``previous``. ``touched`` are the ids of the steps and stages
    that may differ from those laid out there; None is to look at all of them. ``near`` is the
    part that will be seen: what stands outside of it before and after is left as it was, so
    that such a result is for a preview only and not for ``previous``. With ``seen``, columns
    elsewhere may be left ``waiting``; a layout with that one as ``previous`` and their places
    as ``touched`` has them too. Raises MissingEntityError without the map.
    """
    frame = frame_of(snapshot, map_id, setting, previous.frame if previous else None)
    same_frame = previous is not None and previous.frame.key == frame.key
    kept = previous if same_frame else None
    if kept is not None and touched is not None:
        touched |= _passed_on_anew(kept.frame, frame) | _otherwise(kept.frame, frame)
    last = _last(kept, setting, touched)
    columns, spans = last.structure(snapshot, frame, map_id)
    if kept is None or (setting.fit_width is not None and len(columns) != len(kept.columns)):
        near = None  # all columns have another width
    found = last.contents(snapshot, frame, columns, spans, near, seen)
    sums = last.sums(columns, found, kept.sums if kept is not None else {})
    title_width = setting.tokens.size("lane_title")
    same_spans = kept is not None and kept.spans is spans
    head = kept.header_height if kept and same_spans else header.header_height(frame.pen, spans)
    line_up = last.curves(snapshot, frame, columns, found)
    needs = rows.needed_heights(sums.values())
    same_titles = kept is not None and _titled_alike(kept, frame, line_up)
    heights = (
        kept.title_heights
        if kept and same_titles
        else titles.title_heights(frame, line_up.figures, title_width)
    )
    band = ways.band_of(snapshot, map_id, frame, columns, kept.band if kept else None)
    room = band.height if band else 0.0
    placed_rows = rows.rows_of(frame, needs, heights, head, room)
    if kept is not None and kept.rows == placed_rows:
        placed_rows = kept.rows
    elif kept is not None and near is not None and kept.header_height == head:
        least = rows.rows_of(frame, needs, heights, head, room, share=False)
        if rows.hold(kept.rows, least):  # nothing jumps while something is dragged
            placed_rows = kept.rows
    fall = curves.worst_drop(frame, line_up, found, columns)
    width = max(columns[-1].right if columns else title_width, setting.fit_width or 0.0)
    height = placed_rows[-1].bottom if placed_rows else head
    parts = placing.place_columns(
        frame,
        columns,
        found,
        sums,
        placed_rows,
        kept.placed if kept else placing.Placing(),
        near,
        seen,
    )
    same_columns = kept is not None and kept.columns is columns and same_spans
    return MapLayout(
        width=width,
        height=height,
        title_width=title_width,
        header_height=head,
        columns=columns,
        spans=spans,
        stage_boxes={span.stage.id: Box(span.x, 0, span.w, head) for span in spans},
        rows=placed_rows,
        header=_header(frame, spans, width, head, kept),
        titles=kept.titles
        if kept and same_titles and (kept.rows, kept.band) == (placed_rows, band)
        else _titles(frame, band, placed_rows, line_up, head),
        title_heights=heights,
        ground=_ground(placed_rows, title_width, width, head, height),
        parts=parts.parts,
        hints=hints.hint_groups(frame, placed_rows, columns, needs, line_up),
        way_groups=_way_groups(frame, band, placed_rows, width, kept),
        band=band,
        curve_groups=_curve_groups(frame, line_up, placed_rows, fall, width, kept, near),
        frame=frame,
        curves=line_up,
        fall=fall,
        sums=sums,
        contents=found,
        placed=parts,
        waiting=parts.waiting,
        _row_of={row.lane: row for row in placed_rows},
        _box_of=kept._box_of if kept and same_columns else _boxes(columns, spans),  # noqa: SLF001
    )


def _passed_on_anew(before: Frame, now: Frame) -> frozenset[str]:
    """The steps that take over from others than before: they were not touched themselves."""
    if before.handoffs is now.handoffs:
        return frozenset()
    places = before.handoffs.keys() | now.handoffs.keys()
    return frozenset(p for p in places if before.handoffs.get(p) != now.handoffs.get(p))


def _otherwise(before: Frame, now: Frame) -> frozenset[str]:
    """The steps whose own map comes to something else, and those about which more was told."""
    places = before.own.keys() | now.own.keys()
    found = [p for p in places if before.own.get(p) != now.own.get(p)]
    if before.told is not now.told:
        asked = before.told.keys() | now.told.keys()
        found += [p for p in asked if before.told.get(p) != now.told.get(p)]
    return frozenset(found)


def _last(kept: MapLayout | None, setting: MapSetting, touched: frozenset[str] | None) -> Last:
    if kept is None:
        return Last()
    if replace(kept.frame.setting, fill_height=setting.fill_height) != setting:
        touched = None
    return Last(kept.columns, kept.spans, kept.contents, kept.curves, touched)


def _titled_alike(kept: MapLayout, frame: Frame, line_up: curves.Curves) -> bool:
    """Whether the titles of rows say the same and take the same room."""
    return kept.frame.lanes == frame.lanes and kept.curves.figures == line_up.figures


def _titles(
    frame: Frame, band: Band | None, rows_: tuple[Row, ...], line_up: curves.Curves, head: float
) -> tuple[Group, ...]:
    width = frame.setting.tokens.size("lane_title")
    bottom = rows_[-1].bottom if rows_ else head
    return (
        titles.titles_ground(rows_, head, bottom, width),
        *titles.title_groups(frame, rows_, line_up.figures, width),
        *(ways_draw.title_group(frame, band, row) for row in rows_ if band and row.ways),
    )


def _ground(
    placed: tuple[Row, ...], left: float, right: float, top: float, bottom: float
) -> tuple[Group, ...]:
    from_feeling = [band(row, left, right) for row in placed if row.kind == LaneKind.FEELING]
    return (ground.ground(placed, left, right, top, bottom), *from_feeling)


def _boxes(columns: tuple[Column, ...], spans: tuple[Span, ...]) -> dict[str, Box]:
    boxes = {span.stage.id: Box(span.x, 0, span.w, 0) for span in spans}
    boxes |= {c.touchpoint: Box(c.x, 0, c.w, 0) for c in columns if c.touchpoint}
    return boxes


def _header(
    frame: Frame,
    spans: tuple[Span, ...],
    width: float,
    height: float,
    kept: MapLayout | None,
) -> tuple[Group, ...]:
    example = frame.project.example
    if kept is not None and (kept.spans, kept.width, kept.frame.project.example) == (
        spans,
        width,
        example,
    ):
        return kept.header
    mark = hints.example_mark(frame.pen)
    return (
        header.header_ground(width, height),
        *((mark,) if example else ()),
        *header.header_groups(frame.pen, spans, height, frame.project.people),
    )


def _way_groups(
    frame: Frame,
    band: Band | None,
    placed: tuple[Row, ...],
    width: float,
    kept: MapLayout | None,
) -> tuple[Group, ...]:
    if band is None:
        return ()
    if kept is not None and (kept.band, kept.rows, kept.width) == (band, placed, width):
        return kept.way_groups
    left = frame.setting.tokens.size("lane_title")
    steps = next(row for row in placed if row.ways)
    return tuple(ways_draw.band_groups(frame, band, steps, left, width))


def _curve_groups(
    frame: Frame,
    line_up: curves.Curves,
    placed: tuple[Row, ...],
    fall: Drop | None,
    width: float,
    kept: MapLayout | None,
    near: Near | None,
) -> tuple[Group, ...]:
    if kept is not None and (kept.curves, kept.rows, kept.fall, kept.width) == (
        line_up,
        placed,
        fall,
        width,
    ):
        return kept.curve_groups
    row = next((row for row in placed if row.kind == LaneKind.FEELING), None)
    sides = (frame.setting.tokens.size("lane_title"), width)
    known = {group.key: group for group in kept.curve_groups} if kept and near else {}
    return curves.overlay(frame, line_up, row, fall, sides, near, known)
