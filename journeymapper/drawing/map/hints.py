"""What empty rows are for, and the mark of the worked example."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from journeymapper.domain.kinds import DERIVED_ROWS, LaneKind
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.drawing.map import words
from journeymapper.drawing.map.curves import Curves
from journeymapper.drawing.map.feeling import chart_of
from journeymapper.drawing.map.places import DARK_ROWS, TITLE_LEFT, Column, Row, insets
from journeymapper.drawing.map.setting import Frame
from journeymapper.text.runs import TextBlock, TextStyle

_WIDEST = 400.0
_MARGIN = 8.0
_TOP = 8.0


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
    main = frame.personas[0].id if frame.personas else ""
    rated = any(curves.marks) or any(own.felt_by(main) for own in frame.own.values())
    for row in rows:
        if row.kind == LaneKind.FEELING:
            if rated or not frame.personas:
                continue
        elif needs.get(row.lane) or (row.kind in DERIVED_ROWS and row.kind not in words.HINTS):
            continue
        groups.append(_hint(frame, row, columns))
    return tuple(groups)


def _hint(frame: Frame, row: Row, columns: tuple[Column, ...]) -> Group:
    """The sentence in the first stage; over more of them where it would be higher than the row.

    The lines of the grid behind it are hidden.
    """
    pen = frame.pen
    left = columns[0].x + max(insets(row.kind).left, _MARGIN)
    hint = words.HINTS.get(row.kind, words.OWN_HINT)
    if frame.setting.only_told:
        hint = words.told_hint(frame.project.people)
    said = pen.say(hint)
    block, over = _fitting(pen, said, columns, left, row)
    y = row.y + (row.h - block.height) / 2 if row.h < block.height + 2 * _TOP else row.y + _TOP
    if row.kind == LaneKind.FEELING:
        tone = "emotion_above_zero"
        ground = Box(-4, 0, block.width + 8, block.height)
    else:
        tone = "sunken" if row.kind in DARK_ROWS else "canvas"
        ground = Box(-4, row.y - y, block.width + 8, row.h - 1)
    shapes: tuple[Shape, ...] = placed(block, 0, 0, "text_tertiary")
    if over:
        shapes = (Rect(ground, tone), *shapes)
    box = Box(left, y, block.width, block.height)
    return Group(f"hint:{row.lane}", box, shapes, row.lane, Reading.TEXT)


def _fitting(
    pen: Pen, said: str, columns: tuple[Column, ...], left: float, row: Row
) -> tuple[TextBlock, bool]:
    """The text in the fewest stages in which it fits into the row; whether lines cross it."""
    style = pen.style("lane_text")
    room = row.h - 2 * _TOP
    if row.kind == LaneKind.FEELING:
        room = chart_of(row).height / 2 - 2 * _TOP  # above zero
    ends = [a.right for a, b in pairwise(columns) if b.stage_start] + [columns[-1].right]
    widths = [min(_WIDEST, end - left - _MARGIN) for end in ends]
    for width in widths:
        block = pen.block(said, style, width)
        if block.height <= room:
            return block, width > widths[0] or row.kind == LaneKind.FEELING
    one_line = pen.block(said.replace("\n", " "), style, widths[-1])  # the row is low
    return one_line, True


def example_mark(pen: Pen) -> Group:
    """Return the mark that says EXAMPLE, beside the phases, above the word for the rows."""
    said, room = pen.say(_("EXAMPLE")), pen.tokens.size("lane_title") - TITLE_LEFT - 14
    block = pen.line(said, TextStyle(11, 16, 700))
    if block.width > room:
        block = pen.line(said, TextStyle(11, 16, 700, "condensed"))
    w, h = block.width + 14, 18.0
    box = Box(TITLE_LEFT, (pen.tokens.size("phase_band") + 2 - h) / 2, w, h)
    shapes: tuple[Shape, ...] = (
        Rect(Box(0.5, 0.5, w - 1, h - 1), "surface", "text_secondary", radius=4),
        *centred(block, w / 2, h / 2, "text_secondary"),
    )
    return Group("example", box, shapes, reading=Reading.TEXT)
