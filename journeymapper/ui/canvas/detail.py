"""How much of the map is drawn at a zoom: far away, marks say more than tiny letters."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from journeymapper.drawing.display_list import Group, Rect, Shape, Text

TEXT_FROM = 0.6
"""Rows show their text from this zoom on."""

STEPS_FROM = 0.4
"""Below this zoom only stages, the curve and severities are shown; steps and cards are marks."""

_WAYS = ("way", "way-words", "way-note", "crossing", "ways")
_QUIET = ("card", "cell", "hint", *_WAYS)
_CARDS = ("step", "card", "cell", "hint", "sure", *_WAYS)


class Detail(IntEnum):
    """What is drawn."""

    MARKS = 0
    STEPS = 1
    FULL = 2


def detail_at(zoom: float) -> Detail:
    """Return how much is drawn at a zoom (1.0 is 100 %)."""
    if zoom < STEPS_FROM:
        return Detail.MARKS
    return Detail.STEPS if zoom < TEXT_FROM else Detail.FULL


def shown(group: Group, detail: Detail) -> Iterable[Shape]:
    """Return the shapes of a group that are drawn."""
    kind = group.key.partition(":")[0]
    if detail is Detail.FULL or kind not in _CARDS:
        return group.shapes
    if detail is Detail.STEPS:
        return _without_text(group.shapes) if kind in _QUIET else group.shapes
    return _mark(group.shapes)


def _without_text(shapes: Iterable[Shape]) -> list[Shape]:
    return [shape for shape in shapes if not isinstance(shape, Text)]


def _mark(shapes: Iterable[Shape]) -> list[Shape]:
    """Return the ground of a card, without its rounded border, and what tells its severity."""
    marks: list[Shape] = []
    for place, shape in enumerate(shapes):
        if place == 0 and isinstance(shape, Rect) and shape.fill:
            marks.append(Rect(shape.box, fill="line_strong" if shape.stroke else shape.fill))
        elif getattr(shape, "fill", "").startswith("severity."):
            marks.append(shape)
    return marks
