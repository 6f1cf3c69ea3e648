"""Where the handles of steps are, from which ways are dragged; and the ends to drop them on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from journeymapper.domain import indexes
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Group
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.spots import LEAST_TARGET
from journeymapper.ui.canvas.targets import step_group
from journeymapper.ui.canvas.wires import Pill
from journeymapper.ui.commands import ways

_PILL_HEIGHT, _PILL_PAD, _PILL_GAP = 32.0, 16.0, 10.0
_FROM_EDGE = 14.0


def handle_of(group: Group) -> tuple[float, float]:
    """Return the middle of the handle of a step's card, on the map."""
    return group.box.x + group.box.w / 2, group.box.bottom


def step_at_handle(bench: Bench, at: QPointF) -> str:
    """Return the step whose handle is under a point of the viewport, or ""."""
    if not bench.ready or bench.layout.band is None:
        return ""
    if bench.board.part_at(at.x(), at.y()) is not Part.CELLS:
        return ""
    x, y = bench.on_map(at)
    column = bench.layout.column_at(x)
    group = step_group(bench.board, column.touchpoint) if column and column.touchpoint else None
    if group is None:
        return ""
    hx, hy = handle_of(group)
    reach = LEAST_TARGET / 2 / min(1.0, bench.board.zoom)
    return group.entity if abs(hx - x) <= reach and abs(hy - y) <= reach else ""


def handle_to_show(bench: Bench, group: Group | None, near: str) -> tuple[float, float] | None:
    """Return the handle to show: of the step whose handle or card is under the pointer."""
    if not bench.ready or bench.layout.band is None or bench.board.zoom < 0.4:
        return None
    shown = step_group(bench.board, near) if near else group
    if shown is None or not shown.key.startswith("step:"):
        return None
    return handle_of(shown)


def target_at(bench: Bench, at: QPointF) -> str:
    """Return the step under a point of the viewport that a way can be dropped on, or ""."""
    if bench.board.part_at(at.x(), at.y()) is not Part.CELLS:
        return ""
    x, y = bench.on_map(at)
    row = next((row for row in bench.layout.rows if row.kind == LaneKind.TOUCHPOINT), None)
    column = bench.layout.column_at(x)
    if row is None or column is None or not row.y <= y < row.bottom:
        return ""
    return column.touchpoint


def pills_of(bench: Bench) -> tuple[Pill, ...]:
    """Return the ends of the map as places to drop on, in lines above the lower edge."""
    ends = bench.snapshot.select(indexes.ENDS_OF_MAP, bench.projection.map_id)
    pane = QRectF(bench.board.pane(Part.CELLS))
    metrics = bench.view.fontMetrics()
    lines: list[list[Pill]] = [[]]
    x = 0.0
    for end in ends:
        name = ways.end_name(bench.snapshot, end.id)
        words = bench.say(_("Ends: {end}", end=name))
        width = metrics.horizontalAdvance(words) + 2 * _PILL_PAD
        if lines[-1] and x + width > pane.width() - 2 * _FROM_EDGE:
            lines.append([])
            x = 0.0
        lines[-1].append(Pill(QRectF(x, 0, width, _PILL_HEIGHT), words, end.id))
        x += width + _PILL_GAP
    placed: list[Pill] = []
    y = pane.bottom() - _FROM_EDGE - len(lines) * (_PILL_HEIGHT + _PILL_GAP) + _PILL_GAP
    for line in lines:
        length = line[-1].rect.right() if line else 0.0
        left = pane.left() + (pane.width() - length) / 2
        placed += [Pill(p.rect.translated(left, y), p.words, p.end) for p in line]
        y += _PILL_HEIGHT + _PILL_GAP
    return tuple(placed)
