"""The head of a step on a wall: big number, name, worst pain; and whether it has room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Group, Reading, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.marks import LETTER_SHARE, severity_mark
from journeymapper.drawing.wall.content import Step
from journeymapper.drawing.wall.frame import (
    HEADS_BOTTOM,
    HEADS_TOP,
    LEAST,
    MARGIN,
    PAD,
    WallFrame,
)
from journeymapper.drawing.wall.lines import Lines, lines_of

SIZES = ((25.0, 18.0), (22.5, 16.0), (20.0, 14.0))
"""Sizes of names and texts that are tried, in points; the last are the smallest allowed."""

MARK = 23.0
"""Side of a severity mark: its letter is no smaller than other text."""

_GAP = 4.0
_ROOM = HEADS_BOTTOM - HEADS_TOP

assert MARK * LETTER_SHARE >= LEAST


@dataclass(frozen=True, slots=True)
class Head:
    """A step's head, measured: ``rest`` are the texts that do not show as a whole."""

    step: Step
    number: Lines
    name: Lines
    pain: Lines
    rest: tuple[str, ...]
    whole_words: bool
    """Whether no word had to be broken."""

    @property
    def fits(self) -> bool:
        """Whether all of it has room on the sheet."""
        return not self.rest and self.whole_words


def head_of(frame: WallFrame, step: Step, width: float, sizes: tuple[float, float]) -> Head:
    """Measure a step's head in a column of ``width``; what shows in part only becomes its rest."""
    pen = frame.pen
    name_size, body_size = sizes
    room = width - 2 * PAD
    number = lines_of(pen, step.number, frame.style(pen.tokens.wall_size("step_number"), 700), room)
    name_style = frame.style(name_size, 600, 1.24)
    beside = room - number.width - 10
    name = lines_of(pen, step.name, name_style, beside)
    narrow = replace(name_style, family="condensed")
    broken = any(pen.engine.text_width(word, narrow) > beside for word in step.name.split())
    body = frame.style(body_size, 400, 1.33)
    text = step.pain.text if step.pain else pen.say(_("Nothing noted"))
    marked = step.pain is not None and step.pain.severity != Severity.UNRATED
    pain = lines_of(pen, text, body, room - (MARK + 8 if marked else 0))
    rest: tuple[str, ...] = ()
    if name.height + _GAP + max(pain.height, MARK) > _ROOM:
        left = _ROOM - 1.3 * LEAST  # a line that says where all of it is
        name, name_rest = name.split(left)
        pain, pain_rest = pain.split(left - name.height - _GAP)
        rest = (step.name,) * bool(name_rest) + (text,) * bool(pain_rest)
    return Head(step, number, name, pain, rest, not broken)


def head_groups(
    frame: WallFrame, head: Head, x: float, width: float, ink: str, goes_on: str
) -> tuple[Group, ...]:
    """Return number and name, and the pain, in a column at ``x``.

    ``goes_on`` tells where all of the texts are, "" when they are here.
    """
    pen, step = frame.pen, head.step
    top = HEADS_TOP
    down = _baseline(head.name) - _baseline(head.number)
    shapes: list[Shape] = [*placed(head.number.block, 0, down, ink)]
    shapes += placed(head.name.block, head.number.width + 10, 0)
    box = Box(x + PAD, top, width - 2 * PAD, head.name.height)
    groups = [Group(f"step:{step.id}", box, tuple(shapes), step.id, Reading.STEP)]
    y = top + head.name.height + _GAP
    shapes = []
    left = 0.0
    if head.pain and step.pain is not None and step.pain.severity != Severity.UNRATED:
        middle = head.pain.style.line / 2
        shapes += severity_mark(pen, step.pain.severity, 0, middle - MARK / 2, MARK)
        left = MARK + 8
    colour = "text" if step.pain is not None else "text_secondary"
    shapes += placed(head.pain.block, left, 0, colour)
    box = Box(x + PAD, y, width - 2 * PAD, max(head.pain.height, MARK))
    groups.append(Group(f"pain:{step.id}", box, tuple(shapes), step.id, Reading.TEXT))
    if goes_on:
        block = pen.line(goes_on, frame.style(LEAST, 600))
        box = Box(x + PAD, HEADS_BOTTOM - block.height, width - 2 * PAD, block.height)
        shapes = [*placed(block, 0, 0, "text_secondary")]
        groups.append(Group(f"more:{step.id}", box, tuple(shapes), step.id, Reading.TEXT))
    return tuple(groups)


def no_steps(frame: WallFrame) -> Group:
    """Return what a sheet says whose stage has no steps."""
    block = frame.pen.line(frame.pen.say(_("No steps in this stage yet")), frame.style(SIZES[0][1]))
    box = Box(MARGIN + PAD, HEADS_TOP, frame.inner - 2 * PAD, block.height)
    return Group("empty", box, placed(block, 0, 0, "text_secondary"), reading=Reading.TEXT)


def _baseline(lines: Lines) -> float:
    return lines.block.lines[0].baseline if lines.block.lines else 0.0
