"""The biggest drop of the main persona: a bracket, and a label with one line of reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf
from operator import itemgetter

from journeymapper.analysis.emotion import EmotionCurve
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass
from journeymapper.drawing.curve import value_at
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect
from journeymapper.drawing.lettering import Pen, placed, signed
from journeymapper.drawing.map import words
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.feeling import Chart
from journeymapper.drawing.map.feeling_curve import Line
from journeymapper.text.runs import TextBlock

_WIDEST = 164.0
"""Longest line of the label."""

_LAYER = 4
_MOST_LINES = 2
"""A reason that needs more is left to the Pains row."""

_PAD = 9.0
_POINT = 10
"""What it costs to hide a point; to hide the whole curve behind the label costs 13."""

_OUTSIDE = 8
"""What it costs to leave the stage."""


@dataclass(frozen=True, slots=True)
class Drop:
    """The largest fall between neighbours: values, places and its reason.

    ``stages`` are the left edge of the stage where it starts and the right edge of the one
    where it stops.
    """

    start: tuple[float, int]
    stop: tuple[float, int]
    reason: str
    stages: tuple[float, float] = (0.0, inf)


def biggest_drop(
    curve: EmotionCurve, places: Sequence[tuple[float, int]], reason: str
) -> Drop | None:
    """Return the largest fall (the first of equals), or None.

    ``places`` are x and value of the same values that the curve was made of.
    """
    if not curve.drops:
        return None
    start, stop, _change = min(curve.drops, key=lambda drop: drop[2])
    return Drop(places[start], places[stop], reason)


def reason_at(pen: Pen, content: Content | None) -> str:
    """Return why feelings fall at a step: a broken promise, else its worst pain, else nothing."""
    if content is None or not isinstance(content.inputs.place, Touchpoint):
        return ""
    step = content.inputs.place
    promised, actual = step.wait_promised, step.wait_actual
    if promised is not None and actual is not None and actual > promised:
        return pen.say(words.waiting(promised, actual, step.wait_unit))
    return content.worst.text.strip() if content.worst is not None else ""


def drop_groups(
    pen: Pen, drop: Drop, lines: Sequence[Line], chart: Chart, left: float, right: float
) -> tuple[Group, ...]:
    """Return bracket and label, the label where it covers least of the curves."""
    x = (drop.start[0] + drop.stop[0]) / 2
    top, bottom = chart.y(drop.start[1]), chart.y(drop.stop[1])
    return (_bracket(pen, x, top, bottom), _label(pen, drop, lines, chart, (left, right), x))


def _bracket(pen: Pen, x: float, top: float, bottom: float) -> Group:
    height = bottom - top
    path = Path(
        (
            ("M", 0, 0),
            ("L", 10, 0),
            ("M", 5, 0),
            ("L", 5, height),
            ("M", 1, height - 5),
            ("L", 5, height),
            ("L", 9, height - 5),
        ),
        stroke="text",
        width=pen.tokens.stroke("worst_drop"),
    )
    return Group("drop", Box(x - 5, top, 10, height), (path,), layer=_LAYER)


def _label(
    pen: Pen,
    drop: Drop,
    lines: Sequence[Line],
    chart: Chart,
    sides: tuple[float, float],
    x: float,
) -> Group:
    change = signed(drop.stop[1] - drop.start[1])
    room = min(_WIDEST, sides[1] - sides[0] - 2 * _PAD - 4)
    title = pen.block(
        pen.say(_("Biggest drop, {change}", change=change)), pen.style("card_name"), room
    )
    width, height = title.width, title.height
    shapes = list(placed(title, _PAD, 4))
    reason = _even(pen, drop.reason, room)
    if drop.reason and len(reason.lines) <= _MOST_LINES:
        shapes += placed(reason, _PAD, 4 + title.height)
        width, height = max(width, reason.width), height + reason.height
    w, h = width + 2 * _PAD, height + 8
    box = _best_place(lines, chart, sides, drop, Box(x, 0, w, h))
    ground = Rect(Box(0.5, 0.5, w - 1, h - 1), "surface", "text_secondary", radius=4)
    return Group("drop-label", box, (ground, *shapes), reading=Reading.TEXT, layer=_LAYER)


def _even(pen: Pen, text: str, room: float) -> TextBlock:
    """The text in as few lines as it needs, all of about one length."""
    style = pen.style("lane_text")
    widest = pen.block(text, style, room)
    if len(widest.lines) == 1:
        return widest
    tried = (pen.block(text, style, room * share) for share in (0.6, 0.7, 0.8, 0.9))
    return next((b for b in tried if len(b.lines) == len(widest.lines)), widest)


def _best_place(
    lines: Sequence[Line], chart: Chart, sides: tuple[float, float], drop: Drop, label: Box
) -> Box:
    """Beside the bracket at ``label.x``, right of it before left, above before below.

    A label that leaves the stage beside the bracket may stand outside of the view.
    """
    x, w, h = label.x, label.w, label.h
    low = chart.bottom - h - 8
    candidates = [
        Box(left, top, w, h)
        for top in (chart.top + 10, low)
        for left in (x + _PAD, x - _PAD - w)
        if sides[0] + 2 <= left and left + w <= sides[1] - 2
    ]
    if not candidates:
        left = max(sides[0] + 2, min(x + _PAD, sides[1] - w - 2))
        candidates = [Box(left, chart.top + 6, w, h), Box(left, low, w, h)]

    def cost(box: Box) -> int:
        inside = drop.stages[0] <= box.x and box.right <= drop.stages[1]
        return _covered(lines, box) + (0 if inside else _OUTSIDE)

    return min(candidates, key=cost)


def _covered(lines: Sequence[Line], box: Box) -> int:
    """How much of the curves a box would hide; points count most."""
    hidden = 0
    for line in lines:
        first = bisect_left(line.points, box.x - 11, key=itemgetter(0))
        last = bisect_right(line.points, box.right + 11, key=itemgetter(0))
        near = line.points[first:last]
        hidden += _POINT * sum(box.inset(-11).contains(*point) for point in near)
        for step in range(13):
            x = box.x + box.w * step / 12
            y = value_at(line.points, line.tangents, x)
            hidden += y is not None and box.inset(-4).contains(x, y)
    return hidden
