"""The biggest drop of the main persona: a bracket, and a label with one line of reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from journeymapper.analysis.emotion import EmotionCurve
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import _
from journeymapper.drawing.curve import value_at
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect
from journeymapper.drawing.lettering import Pen, placed, signed
from journeymapper.drawing.map import words
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.feeling import Chart
from journeymapper.drawing.map.feeling_curve import Line

_WIDEST = 210.0
_LAYER = 4
_LONGEST = 70
"""A reason of more characters is left to the Pains row."""


@dataclass(frozen=True, slots=True)
class Drop:
    """The largest fall between neighbours: values, places and its reason."""

    start: tuple[float, int]
    stop: tuple[float, int]
    reason: str


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
    text = content.worst.text.strip() if content.worst is not None else ""
    return text if len(text) <= _LONGEST and "\n" not in text else ""


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
    room = min(_WIDEST, sides[1] - sides[0]) - 18
    title = pen.block(
        pen.say(_("Biggest drop, {change}", change=change)), pen.style("card_name"), room
    )
    width, height = title.width, title.height
    shapes = list(placed(title, 9, 4))
    if drop.reason:
        reason = pen.block(drop.reason, pen.style("lane_text"), room)
        shapes += placed(reason, 9, 4 + title.height)
        width, height = max(width, reason.width), height + reason.height
    w, h = width + 18, height + 8
    box = _best_place(lines, chart, sides, x, w, h)
    ground = Rect(Box(0.5, 0.5, w - 1, h - 1), "surface", "text_secondary", radius=4)
    return Group("drop-label", box, (ground, *shapes), reading=Reading.TEXT, layer=_LAYER)


def _best_place(
    lines: Sequence[Line],
    chart: Chart,
    sides: tuple[float, float],
    x: float,
    w: float,
    h: float,
) -> Box:
    low = chart.bottom - h - 8
    candidates = [
        Box(left, top, w, h)
        for top in (chart.top + 10, low)
        for left in (x + 9, x - 9 - w)
        if sides[0] + 2 <= left and left + w <= sides[1] - 2
    ]
    if not candidates:
        left = max(sides[0] + 2, min(x + 9, sides[1] - w - 2))
        candidates = [Box(left, chart.top + 6, w, h), Box(left, low, w, h)]
    return min(candidates, key=lambda box: _covered(lines, box))


def _covered(lines: Sequence[Line], box: Box) -> int:
    """How much of the curves a box would hide; points count most."""
    hidden = 0
    for line in lines:
        first = bisect_left(line.points, box.x - 11, key=itemgetter(0))
        last = bisect_right(line.points, box.right + 11, key=itemgetter(0))
        near = line.points[first:last]
        hidden += 10 * sum(box.inset(-11).contains(*point) for point in near)
        for step in range(13):
            x = box.x + box.w * step / 12
            y = value_at(line.points, line.tangents, x)
            hidden += y is not None and box.inset(-4).contains(x, y)
    return hidden
