"""Sheets across, one for each stage: numbered steps, and an empty row for each question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.domain.message import Message, _
from journeymapper.drawing.blank.frame import FOOT, MARGIN, SMALL, BlankFrame
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import centred, placed, signed
from journeymapper.drawing.wall.content import StageOnWall, Step
from journeymapper.text.runs import TextBlock

MOST_STEPS = 4
_TITLES = 104.0
"""The width of the titles of rows."""

_BAR = 46.0
_PAD = 8.0
_NAMES = (17.0, 15.0, 13.0, SMALL)
_SCALE = (4, 2, 0, -2, -4)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row to fill in: its title, a hint, and its share of the height."""

    key: str
    title: Message
    hint: Message
    share: float


_ROWS = (
    _Row("doing", _("Doing"), _("What happens, in a few words."), 1.0),
    _Row("feeling", _("Feeling"), _("A cross for each step, then join them."), 1.25),
    _Row("pain", _("Pains"), _("What goes wrong, and how often."), 1.0),
    _Row("idea", _("Ideas"), _("What could be better."), 1.0),
)


@dataclass(frozen=True, slots=True)
class WritingSheet:
    """A sheet with its steps; ``part`` counts the sheets of its stage from 1."""

    stage: StageOnWall
    part: int
    parts: int
    steps: tuple[Step, ...]


def writing_plan(stages: Sequence[StageOnWall]) -> tuple[WritingSheet, ...]:
    """Return the sheets of all stages: up to four steps each, shared out evenly."""
    made: list[WritingSheet] = []
    for stage in stages:
        parts = max(1, math.ceil(len(stage.steps) / MOST_STEPS))
        for part in range(parts):
            first = round(part * len(stage.steps) / parts)
            last = round((part + 1) * len(stage.steps) / parts)
            made.append(WritingSheet(stage, part + 1, parts, stage.steps[first:last]))
    return tuple(made)


def writing_groups(frame: BlankFrame, sheet: WritingSheet) -> tuple[Group, ...]:
    """Return all but the foot of a sheet."""
    inner = frame.width - 2 * MARGIN
    groups = [_bar(frame, sheet, inner)]
    columns = max(1, len(sheet.steps))
    width = (inner - _TITLES) / columns
    names = [_name(frame, step, width) for step in sheet.steps]
    top = MARGIN + _BAR + 6
    height = max((block.height for _number, block in names), default=24.0) + 12
    for i, (step, (number, block)) in enumerate(zip(sheet.steps, names, strict=True)):
        ink = f"stage.{sheet.stage.number}.ink"
        shapes = (*placed(number, _PAD, 6, ink), *placed(block, _PAD + number.width + 8, 6))
        box = Box(MARGIN + _TITLES + i * width, top, width, height)
        groups.append(Group(f"step:{step.id}", box, shapes, step.id, Reading.STEP))
    end = frame.height - MARGIN - FOOT
    groups += _rows(frame, top + height, end, columns, width)
    return tuple(groups)


def _name(frame: BlankFrame, step: Step, width: float) -> tuple[TextBlock, TextBlock]:
    number = frame.pen.line(step.number, frame.style(20, 700))
    room = width - 2 * _PAD - number.width - 8
    return number, frame.fitted(step.name, _NAMES, room, 44.0)


def _bar(frame: BlankFrame, sheet: WritingSheet, inner: float) -> Group:
    pen, stage = frame.pen, sheet.stage
    ink, tint = f"stage.{stage.number}.ink", f"stage.{stage.number}.tint"
    shapes: list[Shape] = [Rect(Box(0, 0, inner, 4), ink), Rect(Box(0, 4, inner, _BAR - 4), tint)]
    number = pen.line(str(stage.number), frame.style(24, 700))
    middle = _BAR / 2 + 2
    shapes += centred(number, 10 + number.width / 2, middle, ink)
    left, end = 20 + number.width, inner - 10
    if frame.persona:
        said = pen.block(
            pen.say(_("Feelings: {name}", name=frame.persona)), frame.style(SMALL), 180
        )
        if len(said.lines) <= 3:
            shapes += placed(said, end - said.width, middle - said.height / 2, "text_secondary")
            end -= said.width + 12
    if sheet.parts > 1:
        part = pen.say(_("{part} of {parts}", part=sheet.part, parts=sheet.parts))
        block = pen.line(part, frame.style(SMALL))
        shapes += placed(block, end - block.width, middle - block.height / 2, "text_secondary")
        end -= block.width + 12
    title = frame.fitted(stage.name, (22.0, 17.0, 14.0, SMALL), end - left, _BAR - 6)
    shapes += placed(title, left, middle - title.height / 2, ink)
    return Group("stage", Box(MARGIN, MARGIN, inner, _BAR), tuple(shapes), reading=Reading.STAGE)


def _rows(frame: BlankFrame, top: float, bottom: float, columns: int, width: float) -> list[Group]:
    pen = frame.pen
    inner = frame.width - 2 * MARGIN
    unit = (bottom - top) / sum(row.share for row in _ROWS)
    groups: list[Group] = []
    y = top
    for row in _ROWS:
        height = unit * row.share
        title = pen.block(pen.say(row.title), frame.style(14, 600), _TITLES - _PAD)
        hint = pen.block(pen.say(row.hint), frame.style(SMALL), _TITLES - _PAD - 26)
        shapes: list[Shape] = [Rect(Box(0, 0, inner, 0.75), "text_secondary")]
        shapes += placed(title, 0, 6)
        shapes += placed(hint, 0, 8 + title.height, "text_secondary")
        groups.append(
            Group(f"row:{row.key}", Box(MARGIN, y, inner, height), tuple(shapes), "", Reading.TEXT)
        )
        if row.key == "feeling":
            groups.append(_scale(frame, y, height, inner))
        y += height
    lines: list[Shape] = [Rect(Box(0, y - 0.75, inner, 0.75), "text_secondary")]
    for i in range(columns):
        x = _TITLES + i * width
        lines.append(Path((("M", x, top), ("L", x, y)), stroke="line_strong", width=0.75))
    groups.append(Group("lines", Box(MARGIN, 0, inner, frame.height), tuple(lines)))
    return groups


def _scale(frame: BlankFrame, y: float, height: float, inner: float) -> Group:
    """The lines to put crosses on, from great to awful."""
    pen, step = frame.pen, (height - 24) / (len(_SCALE) - 1)
    shapes: list[Shape] = []
    for i, value in enumerate(_SCALE):
        at = 12 + i * step
        dash = () if value == 0 else (1.5, 4.0)
        line = (("M", _TITLES, at), ("L", inner, at))
        shapes.append(Path(line, stroke="line_strong", width=0.75, dash=dash))
        block = pen.line(signed(value), frame.style(SMALL))
        shapes += centred(block, _TITLES - 6 - block.width / 2, at, "text_secondary")
    return Group("scale", Box(MARGIN, y, inner, height), tuple(shapes))
