"""A step that has a map of its own: the mark on its card, and the feeling counted from there."""

from __future__ import annotations

from dataclasses import replace

from journeymapper.analysis.roll_up import Felt, RollUp
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Icon, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed, signed
from journeymapper.drawing.map.feeling import POINT_LAYER, SURE_HEIGHT, chart_of
from journeymapper.drawing.map.places import Column, Row
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.marks import persona_role
from journeymapper.text.runs import TextBlock, TextStyle

ICON = "route"
"""The icon of maps."""

FOOT_PAD = 6.0
"""Between the mark and the lower edge of the card."""

_ICON = 13.0
_ICON_ROOM = 16.0
_GAP = 3.0
_RIGHT = 3.0
_NUMBER = TextStyle(11, 14, 700)
_PILL_HEIGHT = 19.0
_PILL_PAD = 6.0
_LINE = 1.75


def mark(frame: Frame, own: RollUp, pad: float, width: float) -> tuple[tuple[Shape, ...], float]:
    """Return the mark that stands lowest on a card, from its lower left corner, and its height.

    On the screen it has the colour of what can be clicked.
    """
    block = _words(frame, own, pad, width)
    top = -FOOT_PAD - block.height
    colour = "text_secondary" if frame.setting.paper else "accent"
    middle = top + frame.pen.cell_style("card_meta").line / 2
    shapes: tuple[Shape, ...] = (
        Icon(ICON, pad - 1, middle - _ICON / 2, _ICON, colour),
        *placed(block, pad + _ICON_ROOM, top, colour),
    )
    return shapes, block.height + _GAP


def mark_area(frame: Frame, own: RollUp, card: Box, pad: float) -> Box:
    """Return where the mark can be clicked on a card: all of its lowest line."""
    height = _words(frame, own, pad, card.w).height + FOOT_PAD + _GAP
    return Box(card.x, card.bottom - height, card.w, height)


def inside(steps: int) -> Message:
    """Return how many steps there are in a map: 6 steps inside."""
    if steps == 0:
        return _("Empty map")
    return _("1 step inside") if steps == 1 else _("{n} steps inside", n=steps)


def felt_groups(
    frame: Frame, column: Column, own: RollUp, row: Row, *, below: bool
) -> tuple[Group, ...]:
    """Return the hollow mark of what the own map of a step comes to for the main persona.

    It stands beside the curve, not on it: nobody said that the step itself feels so. ``below``
    says that there is room under the curve for how many steps say so.
    """
    felt = own.felt_by(frame.personas[0].id) if frame.personas else None
    if felt is None:
        return ()
    pen, chart = frame.pen, chart_of(row)
    shapes, width = pill(pen, felt.average)
    box = Box(
        column.centre - width / 2, chart.y(felt.average) - _PILL_HEIGHT / 2, width, _PILL_HEIGHT
    )
    return (
        Group(
            f"own_feeling:{column.touchpoint}",
            box,
            shapes,
            column.touchpoint,
            Reading.TEXT,
            average_words(felt, own),
            POINT_LAYER,
        ),
        *(_count(pen, column, felt, own, row) if below else ()),
    )


def pill(
    pen: Pen, average: float, x: float = 0.0, y: float = 0.0
) -> tuple[tuple[Shape, ...], float]:
    """Return the hollow mark with an average in it, its corner at (x, y), and its width."""
    number = pen.line(signed(average, 1), _NUMBER)
    width = number.width + 2 * _PILL_PAD
    box = Box(x, y, width, _PILL_HEIGHT).inset(_LINE / 2)
    outline = Rect(box, "surface", persona_role(0), _LINE, radius=_PILL_HEIGHT / 2 - _LINE / 2)
    middle = centred(number, x + width / 2, y + _PILL_HEIGHT / 2, "text")
    return (outline, *middle), width


def average_words(felt: Felt, own: RollUp) -> Message:
    """Say what the hollow mark is."""
    return _(
        "Average of its own map {number}, {n} of {total} steps",
        number=signed(felt.average, 1),
        n=felt.n,
        total=own.steps,
    )


def count_words(felt: Felt, own: RollUp) -> Message:
    """Say of how many steps it is the average."""
    return _("{n} of {total} steps", n=felt.n, total=own.steps)


def _count(pen: Pen, column: Column, felt: Felt, own: RollUp, row: Row) -> tuple[Group, ...]:
    """The line below, where there are words for how sure one is; none where they do not fit."""
    style = pen.cell_style("card_meta")
    block = pen.line(pen.say(count_words(felt, own)), style)
    if block.width > column.w - 2:
        return ()
    left = (column.w - block.width) / 2
    shapes = placed(block, left, (SURE_HEIGHT - style.line) / 2 + 0.5, "text_secondary")
    box = Box(column.x, row.bottom - SURE_HEIGHT, column.w, SURE_HEIGHT)
    return (Group(f"own_count:{column.touchpoint}", box, shapes, column.touchpoint),)


def _words(frame: Frame, own: RollUp, pad: float, width: float) -> TextBlock:
    """On one line where narrow letters can do it."""
    pen = frame.pen
    said, style = pen.say(inside(own.steps)), pen.cell_style("card_meta")
    room = width - pad - _ICON_ROOM - _RIGHT
    block = pen.line(said, style)
    return (
        block if block.width <= room else pen.block(said, replace(style, family="condensed"), room)
    )
