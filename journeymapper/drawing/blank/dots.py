"""Sheets upright with all steps in a list, and room beside each to stick dots on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.domain.message import _
from journeymapper.drawing.blank.frame import FOOT, MARGIN, SMALL, BlankFrame
from journeymapper.drawing.display_list import Box, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.wall.content import StageOnWall, Step
from journeymapper.text.runs import TextBlock

_LEAST_ROW = 44.0
_MOST_ROW = 80.0
_NUMBER = 56.0
_NAMES = 0.5
"""Share of the width for number and name; the rest is for dots."""


@dataclass(frozen=True, slots=True)
class _Line:
    step: Step
    stage: int
    name: TextBlock

    @property
    def height(self) -> float:
        return max(_LEAST_ROW, self.name.height + 14)


@dataclass(frozen=True, slots=True)
class DotSheet:
    """The lines of one sheet; each is ``more`` higher than it has to be."""

    lines: tuple[_Line, ...]
    more: float


def dots_plan(frame: BlankFrame, stages: Sequence[StageOnWall]) -> tuple[DotSheet, ...]:
    """Return the sheets that all steps take; none for a map without steps."""
    width = (frame.height - 2 * MARGIN) * _NAMES - _NUMBER
    room = frame.width - 2 * MARGIN - FOOT - _head_height(frame)
    lines = [
        _Line(step, stage.number, frame.fitted(step.name, (15.0, 13.0, SMALL), width, 40.0))
        for stage in stages
        for step in stage.steps
    ]
    pages = _packed(lines, room, len(lines))
    if len(pages) > 1:  # as many on each
        pages = _packed(lines, room, math.ceil(len(lines) / len(pages)))
    return tuple(DotSheet(tuple(page), _spare(page, room)) for page in pages)


def _packed(lines: Sequence[_Line], room: float, most: int) -> list[list[_Line]]:
    pages: list[list[_Line]] = []
    left = 0.0
    for line in lines:
        if not pages or line.height > left or len(pages[-1]) >= most:
            pages.append([])
            left = room
        pages[-1].append(line)
        left -= line.height
    return pages


def _spare(page: Sequence[_Line], room: float) -> float:
    spare = (room - sum(line.height for line in page)) / len(page)
    return max(0.0, min(_MOST_ROW - _LEAST_ROW, spare))


def dots_groups(frame: BlankFrame, sheet: DotSheet) -> tuple[Group, ...]:
    """Return all but the foot of a sheet."""
    inner = frame.height - 2 * MARGIN
    groups = [_head(frame, inner)]
    y = MARGIN + _head_height(frame)
    for line in sheet.lines:
        height = line.height + sheet.more
        number = frame.pen.line(line.step.number, frame.style(20, 700))
        middle = height / 2
        ink = f"stage.{line.stage}.ink"
        shapes: list[Shape] = [Rect(Box(0, height - 0.75, inner, 0.75), "line_strong")]
        shapes += placed(number, 0, middle - number.height / 2, ink)
        shapes += placed(line.name, _NUMBER, middle - line.name.height / 2)
        left = inner * _NAMES + 10
        shapes.append(
            Rect(Box(left, 5, inner - left, height - 11), "", "line_strong", 0.75, radius=4)
        )
        box = Box(MARGIN, y, inner, height)
        key = f"step:{line.step.id}"
        groups.append(Group(key, box, tuple(shapes), line.step.id, Reading.STEP))
        y += height
    return tuple(groups)


def _head_height(frame: BlankFrame) -> float:
    return sum(block.height for block in _blocks(frame)) + 18


def _head(frame: BlankFrame, inner: float) -> Group:
    title, hint = _blocks(frame)
    height = _head_height(frame)
    shapes: list[Shape] = [*placed(title, 0, 0)]
    shapes += placed(hint, 0, title.height + 2, "text_secondary")
    shapes.append(Rect(Box(0, height - 8, inner, 1.5), "text"))
    return Group("title", Box(MARGIN, MARGIN, inner, height), tuple(shapes), "", Reading.STAGE)


def _blocks(frame: BlankFrame) -> tuple[TextBlock, TextBlock]:
    pen, inner = frame.pen, frame.height - 2 * MARGIN
    title = pen.block(pen.say(_("Where does it hurt most?")), frame.style(22, 600), inner)
    hint = pen.block(
        pen.say(_("Everybody has three dots. Stick them beside the steps we should mend first.")),
        frame.style(13),
        inner,
    )
    return title, hint
