"""What empty rows are for, and the mark of the worked example."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.kinds import DERIVED_ROWS, LaneKind
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.drawing.map import words
from journeymapper.drawing.map.curves import Curves
from journeymapper.drawing.map.places import DARK_ROWS, Column, Row, insets
from journeymapper.drawing.map.setting import Frame
from journeymapper.text.runs import TextStyle

_WIDEST = 400.0


def hint_groups(
    frame: Frame,
    rows: tuple[Row, ...],
    columns: tuple[Column, ...],
    needs: Mapping[str, float],
    curves: Curves,
) -> tuple[Group, ...]:
    """Return one sentence for each row in which nothing is written yet; none on paper."""
    if frame.setting.paper or not any(column.touchpoint for column in columns):
        return ()
    groups: list[Group] = []
    rated = any(curves.marks)
    for row in rows:
        if row.kind == LaneKind.FEELING:
            if rated or not frame.personas:
                continue
        elif row.kind in DERIVED_ROWS or needs.get(row.lane):
            continue
        groups.append(_hint(frame, row, columns))
    return tuple(groups)


def _hint(frame: Frame, row: Row, columns: tuple[Column, ...]) -> Group:
    pen = frame.pen
    inset = insets(row.kind)
    left = columns[0].x + max(inset.left, 8.0)
    room = min(_WIDEST, columns[-1].right - left - 8)
    said = pen.say(words.HINTS.get(row.kind, words.OWN_HINT))
    block = pen.block(said, pen.style("lane_text"), room)
    tone = "sunken" if row.kind in DARK_ROWS else "canvas"
    if row.kind == LaneKind.FEELING:
        tone = "emotion_above_zero"
    ground = Rect(Box(-4, 0, block.width + 8, block.height), tone)  # hides the lines behind
    box = Box(left, row.y + 8, block.width, block.height)
    shapes = (ground, *placed(block, 0, 0, "text_tertiary"))
    return Group(f"hint:{row.lane}", box, shapes, row.lane, Reading.TEXT)


def example_mark(pen: Pen, width: float, height: float) -> Group:
    """Return the mark that says EXAMPLE, in the corner above the row titles."""
    block = pen.line(pen.say(_("EXAMPLE")), TextStyle(11, 16, 700))
    w, h = block.width + 14, 18.0
    box = Box((width - w) / 2, (height - h) / 2 - 16, w, h)
    shapes: tuple[Shape, ...] = (
        Rect(Box(0.5, 0.5, w - 1, h - 1), "surface", "text_secondary", radius=4),
        *centred(block, w / 2, h / 2, "text_secondary"),
    )
    return Group("example", box, shapes, reading=Reading.TEXT)
