"""Cells that are made from the steps: waits, how easy it was, hand-offs; and collapsed rows."""

from __future__ import annotations

from journeymapper.analysis.time_gap import time_ratio
from journeymapper.domain.entities import Rating, Touchpoint
from journeymapper.domain.handoffs import HandOff
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Icon, Reading, Rect, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.map import row_words
from journeymapper.drawing.map.piece import Piece
from journeymapper.drawing.map.places import Column, Row
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.sure import sureness
from journeymapper.drawing.outlines import circle

_BAR = 4.0
_ICON = 13.0
_ICON_ROOM = 18.0
_DOT_ROOM = 13.0
_MARK = 8.0
"""Half of the mark for what is not passed on."""


def wait_piece(frame: Frame, lane: str, step: Touchpoint, width: float) -> Piece | None:
    """Return what was promised and what came true, each with a bar, and how often as long."""
    times = (
        (row_words.promised(step), step.wait_promised, "text_tertiary"),
        (row_words.took(step), step.wait_actual, "text"),
    )
    shapes: list[Shape] = []
    y = 0.0
    ratio = time_ratio(step.wait_actual, step.wait_promised)
    if ratio is not None:
        y = _line(frame, shapes, row_words.times_as_long(ratio), y, width, strong=True)
    longest = max(step.wait_promised or 0.0, step.wait_actual or 0.0)
    for said, value, colour in times:
        if said is None or value is None:
            continue
        y = _line(frame, shapes, said, y, width)
        if longest > 0:
            shapes.append(Rect(Box(0, y + 1, max(2.0, width * value / longest), _BAR), colour))
            y += _BAR + 5
    if not shapes:
        return None
    return Piece(f"cell:{lane}:{step.id}", width, y, tuple(shapes), entity=step.id)


def effort_piece(
    frame: Frame, lane: str, place: str, rating: Rating | None, width: float
) -> Piece | None:
    """Return how easy a step is, and who says so."""
    if rating is None:
        return None
    known = sureness(rating.source, rating.n)
    shapes: list[Shape] = []
    hard = rating.value <= row_words.HARD
    y = _line(frame, shapes, row_words.easy_or_hard(rating.value), 0.0, width, strong=hard)
    y = _line(frame, shapes, known.words(frame.project.people), y, width, colour="text_tertiary")
    return Piece(f"cell:{lane}:{place}", width, y, tuple(shapes), entity=place)


def handoffs_piece(
    frame: Frame, lane: str, place: str, handoffs: tuple[HandOff, ...], width: float
) -> Piece | None:
    """Return from whom a step takes over, and whether what is known comes along."""
    if not handoffs:
        return None
    pen = frame.pen
    style = pen.cell_style("card_meta")
    shapes: list[Shape] = []
    y = 0.0
    for handoff in handoffs:
        role = frame.roles.get(handoff.giver)
        if role is None:
            continue
        y += 6.0 if shapes else 0.0
        shapes.append(circle(4, y + style.line / 2 + 0.3, 4, frame.owner_dot(role)))
        said = pen.say(_("From {role}", role=role.name))
        block = pen.block(said, style, width - _DOT_ROOM)
        shapes += placed(block, _DOT_ROOM, y, "text_secondary")
        y += block.height + 1
        lost = handoff.passed is False
        words = pen.block(
            pen.say(row_words.passed_on(handoff)),
            pen.cell_style("card_meta", 600 if lost else None),
            width - _ICON_ROOM,
        )
        name = "circle-help" if handoff.passed is None else "unlink" if lost else "link"
        shapes.append(Icon(name, -1, y + 1, _ICON))
        shapes += placed(words, _ICON_ROOM, y, "text" if lost else "text_secondary")
        y += words.height
    return Piece(f"cell:{lane}:{place}", width, y, tuple(shapes), entity=place)


def lost_mark(column: Column, row: Row, handoffs: tuple[HandOff, ...]) -> Group | None:
    """Return the mark of a step to which something is not passed on, or None.

    It lies on the upper corner of the step's cell, where no text is.
    """
    lost = [handoff for handoff in handoffs if handoff.passed is False]
    if not lost:
        return None
    size = 2 * _MARK
    shapes: tuple[Shape, ...] = (
        circle(_MARK, _MARK, _MARK - 0.5, "canvas", "text_secondary"),
        Icon("unlink", _MARK - 5.5, _MARK - 5.5, 11, "text"),
    )
    box = Box(column.x - _MARK, row.y - _MARK, size, size)
    alt = row_words.passed_on(lost[0])
    key, place = f"lost:{column.touchpoint}", column.touchpoint
    return Group(key, box, shapes, place, Reading.TEXT, alt, layer=1)


def folded_piece(frame: Frame, lane: str, place: str, count: int, width: float) -> Piece:
    """Return what a cell of a collapsed row shows: how much it holds."""
    said = _("1 entry") if count == 1 else _("{n} entries", n=count)
    shapes: list[Shape] = []
    y = _line(frame, shapes, said, 0.0, width, colour="text_tertiary")
    return Piece(f"cell:{lane}:{place}", width, y, tuple(shapes), entity=place)


def _line(
    frame: Frame,
    shapes: list[Shape],
    said: Message,
    y: float,
    width: float,
    *,
    strong: bool = False,
    colour: str = "",
) -> float:
    """Add a sentence at ``y``; return where the next one begins."""
    pen = frame.pen
    block = pen.block(pen.say(said), pen.cell_style("card_meta", 600 if strong else None), width)
    shapes += placed(block, 0, y, colour or ("text" if strong else "text_secondary"))
    return y + block.height
