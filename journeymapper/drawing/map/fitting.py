"""How a map is spread over sheets: which columns and rows stand on which, and how large.

Sheets break between stages, inside a stage only where it is wider than a sheet. Text is never
smaller than 6.5 points: at the smallest scale the smallest text has 6.6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeymapper.domain import queries
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.places import Column, Row
from journeymapper.drawing.map.setting import MapSetting

LARGEST_SCALE = 0.75
"""Points for each unit of the map: text of 12 has 9 points."""

SMALLEST_SCALE = 0.6

SMALLEST_TEXT = 6.6
"""In points; a tenth above what must be."""

_SCALES = (LARGEST_SCALE, 0.6875, 0.625, SMALLEST_SCALE)
_SCALES_OF_LARGE_MAPS = (0.6875, SMALLEST_SCALE)
_LARGE = 150
_WIDEST_COLUMN = 240.0
_WIDEST_FOR_NAMES = 150.0
NUMBERS_HEIGHT = 18.0
"""Height of the line of step numbers on sheets without the Steps row."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A map spread over sheets.

    ``columns`` and ``rows`` are (first, behind the last) of each group; each pair of them is
    a sheet. ``scale`` is points for each unit of the layout.
    """

    layout: MapLayout
    scale: float
    columns: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int], ...]

    @property
    def sheets(self) -> int:
        """The number of sheets."""
        return len(self.columns) * len(self.rows)


@dataclass(frozen=True, slots=True)
class TooTall:
    """A row that is higher than a sheet at every scale: its lane and height in points."""

    lane: str
    height: float


def spread(
    snapshot: Snapshot,
    map_id: str,
    setting: MapSetting,
    room: tuple[float, float],
    scales: Sequence[float] = (),
) -> Spread | TooTall:
    """Spread a map over sheets that leave ``room`` (width, height in points) for it.

    The fewest sheets win, then the largest text; the smallest scale is only for maps that
    would otherwise need several sheets one below the other. ``scales`` are the ones to try,
    falling; () for the usual ones.
    """
    narrowest = narrowest_column(snapshot, map_id, setting)
    if not scales:
        scales = _SCALES_OF_LARGE_MAPS if is_large(snapshot, map_id) else _SCALES
    best: Spread | None = None
    problem = TooTall("", 0.0)
    for scale in scales:
        if scale == SMALLEST_SCALE and best is not None and len(best.rows) == 1:
            break
        found = _at_scale(snapshot, map_id, setting, room, scale, narrowest)
        if isinstance(found, TooTall):
            problem = found
        elif best is None or found.sheets < best.sheets:
            best = found
        if best is not None and best.sheets == 1:
            break
    if best is None:
        return problem
    return _filled(snapshot, map_id, best, room[1])


def is_large(snapshot: Snapshot, map_id: str) -> bool:
    """Say whether a map has so many steps that few ways to spread it are tried."""
    return len(queries.touchpoints_of_map(snapshot, map_id)) > _LARGE


def narrowest_column(snapshot: Snapshot, map_id: str, setting: MapSetting) -> float:
    """Return the least width of columns on paper: no step's name is broken inside a word."""
    pen = Pen(setting.engine, setting.tokens, setting.catalogue)
    style = pen.style("card_name")
    narrow = replace(style, family="condensed")
    widest = 0.0
    for step in queries.touchpoints_of_map(snapshot, map_id):
        for word in step.name.split():
            if len(word) * style.size > widest + 20:
                widest = max(widest, setting.engine.text_width(word, narrow))
    least = setting.tokens.size("touchpoint_min_width")
    return min(_WIDEST_FOR_NAMES, max(least, widest + 22.0))


def _at_scale(
    snapshot: Snapshot,
    map_id: str,
    setting: MapSetting,
    room: tuple[float, float],
    scale: float,
    narrowest: float,
) -> Spread | TooTall:
    width = room[0] / scale - setting.tokens.size("lane_title")
    most = max(1, int(width / narrowest))
    counts = [
        max(1, len(queries.touchpoints(snapshot, stage.id)))
        for stage in queries.stages(snapshot, map_id)
    ]
    groups = column_groups(counts, most)
    largest = max(1, *(end - start for start, end in groups))
    column = max(min(narrowest, width), min(_WIDEST_COLUMN, width / largest))
    layout = lay_out(
        snapshot,
        map_id,
        replace(
            setting,
            column_width=column,
            widest_card=largest * column - 20,
            least_text=SMALLEST_TEXT / scale,
        ),
    )
    rows = row_groups(layout.rows, room[1] / scale - layout.header_height)
    if isinstance(rows, TooTall):
        return TooTall(rows.lane, rows.height * scale)
    return Spread(layout, scale, groups, rows)


def _filled(snapshot: Snapshot, map_id: str, found: Spread, height: float) -> Spread:
    """Let the rows of each sheet share what is left of its height."""
    layout = found.layout
    parts = tuple(
        (first, end, height / found.scale - layout.header_height - _taken(layout.rows[first:end]))
        for first, end in found.rows
    )
    setting = replace(layout.frame.setting, fill_parts=parts)
    return replace(found, layout=lay_out(snapshot, map_id, setting, layout))


def _taken(rows: Sequence[Row]) -> float:
    """Height of blueprint lines and step numbers on a sheet with these rows."""
    return sum(row.strip for row in rows[1:]) + _numbers(rows, 0, len(rows))


def column_groups(counts: Sequence[int], most: int) -> tuple[tuple[int, int], ...]:
    """Spread stages of so many columns over the fewest sheets of at most ``most`` columns.

    Sheets of equal number are evened out. Returns ranges of columns.
    """
    units = [part for count in counts for part in _parts(count, most)]
    if not units:
        return ((0, 0),)
    least = _greedy(units, most)
    low, high = max(units), most
    while low < high:  # the smallest sheet that needs no more of them
        middle = (low + high) // 2
        if len(_greedy(units, middle)) <= len(least):
            high = middle
        else:
            low = middle + 1
    return tuple(_greedy(units, high))


def _parts(count: int, most: int) -> list[int]:
    """A stage wider than a sheet in even parts, any other whole."""
    sheets = -(-count // most)
    return [count * (i + 1) // sheets - count * i // sheets for i in range(sheets)]


def _greedy(units: Sequence[int], most: int) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    start = end = 0
    for unit in units:
        if end > start and end + unit - start > most:
            groups.append((start, end))
            start = end
        end += unit
    return [*groups, (start, end)]


def row_groups(rows: Sequence[Row], room: float) -> tuple[tuple[int, int], ...] | TooTall:
    """Spread rows over sheets with ``room`` for them; a row is never cut.

    Sheets after that of the steps need a line of their numbers.
    """
    groups: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for i, row in enumerate(rows):
        height = row.h + (row.strip if i > start else 0.0)
        if i > start and used + height > room - _numbers(rows, start, i + 1):
            groups.append((start, i))
            start, used = i, 0.0
            height = row.h
        if height > room - _numbers(rows, start, i + 1):
            return TooTall(row.lane, height)
        used += height
    return (*groups, (start, len(rows)))


def _numbers(rows: Sequence[Row], start: int, end: int) -> float:
    return 0.0 if has_steps(rows[start:end]) else NUMBERS_HEIGHT


def has_steps(rows: Sequence[Row]) -> bool:
    """Say whether the Steps row is among these rows."""
    return any(row.kind == LaneKind.TOUCHPOINT for row in rows)


def continues(columns: Sequence[Column], start: int) -> bool:
    """Say whether a sheet that starts at a column begins inside a stage."""
    return 0 < start < len(columns) and not columns[start].stage_start
