"""A measure over time: values with how far chance could move them, what is wanted, what was."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.analysis.plans.effect import Effect, Point
from journeymapper.analysis.plans.effect_words import amount_words, exact, tell, value_words
from journeymapper.analysis.question_figures import FigureKind
from journeymapper.domain.dates import in_short
from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import LABEL, SMALL, STRONG, Chart, Sketch, scale
from journeymapper.drawing.charts.pairs import spread
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.plans.measure_axis import Axis, axis_of
from journeymapper.drawing.plans.measure_labels import Spot, beside

_TOP, _BOTTOM = 22.0, 24.0
_DOT = 4.5
_END = 4.0
"""Half the width of the ends of a whisker."""
_PAD = 30.0
"""From the edges of the plot to the first and last value."""
_GAP = 8.0
_LOW = 150.0
"""A chart below this height has fewer ticks."""
_DASHED, _DOTTED = (7.0, 4.0), (2.0, 3.0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the plot is and what lies in it; ``xs`` are the places of the values in time."""

    left: float
    right: float
    top: float
    bottom: float
    axis: Axis
    points: tuple[Point, ...]
    xs: tuple[float, ...]
    start_x: float | None

    def y_of(self, value: float) -> float:
        return scale(self.axis.low, self.axis.high, self.bottom, self.top)(value)


def measure_chart(
    pen: Pen, effect: Effect, started: str, today: datetime.date, width: float, height: float
) -> Chart:
    """Return the chart of a measure; ``started`` is the local date of the plan's start, or "".

    Values stand side by side in the order of time, whatever lies between them; the line of the
    start is where it falls among them. Widths from 320 on, heights from 110.
    """
    frame = _frame(pen, effect, started, width, height)
    sketch = Sketch(pen, width, height)
    _draw_grid(sketch, effect, frame)
    _draw_levels(sketch, effect, frame)
    upright: tuple[Box, ...] = ()
    if frame.start_x is not None:
        day = datetime.date.fromisoformat(started)
        upright = _draw_start(sketch, frame, frame.start_x, day, today)
    _draw_values(sketch, frame)
    _write_values(sketch, effect, frame, upright)
    _write_dates(sketch, frame, today)
    return sketch.finished(
        f"measure:{effect.kpi.id}",
        _("{what}", what=effect.kpi.text),
        _alt(effect, started, today),
        (_("When"), _("Value"), _("Of how many"), _("At least"), _("At most")),
        [_row(effect, point) for point in frame.points],
    )


def _frame(pen: Pen, effect: Effect, started: str, width: float, height: float) -> _Frame:
    axis = axis_of(effect, 5 if height >= _LOW else 3)
    ticks = [pen.line(_tick(pen, effect, tick), SMALL).width for tick in axis.ticks]
    levels = [pen.line(_say(pen, words), STRONG).width for words, _y, _dash in _levels(effect)]
    left = max(ticks, default=0.0) + _GAP
    right = width - (max(levels) + _GAP if levels else _GAP)
    points = tuple(p for p in effect.series if p.value is not None)
    ahead = bool(started) and all(point.date < started for point in points)
    slots = len(points) + (1 if ahead else 0)
    first, last = left + _PAD, right - _PAD
    step = (last - first) / max(1, slots - 1)
    xs = tuple(round(first + i * step) for i in range(len(points)))
    start_x = _place(started, points, xs, step) if started else None
    return _Frame(left, right, _TOP, height - _BOTTOM, axis, points, xs, start_x)


def _place(day: str, points: Sequence[Point], xs: Sequence[float], step: float) -> float:
    """Return where a day falls among the values: between two of them, in the share of days."""
    if not points:
        return 0.0
    before = [i for i, point in enumerate(points) if point.date < day]
    if not before:
        return xs[0] - _PAD / 2
    i = before[-1]
    if i == len(points) - 1:
        return xs[i] + step / 2
    gone, whole = _days(points[i].date, day), _days(points[i].date, points[i + 1].date)
    share = min(0.85, max(0.15, gone / whole)) if whole else 0.5
    return xs[i] + share * (xs[i + 1] - xs[i])


def _days(one: str, other: str) -> int:
    if not one or not other:
        return 0
    return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days


def _levels(effect: Effect) -> list[tuple[Message, float, tuple[float, ...]]]:
    found: list[tuple[Message, float, tuple[float, ...]]] = []
    target, before = effect.kpi.target, effect.baseline
    if target is not None:
        found.append((_("Wanted {what}", what=amount_words(effect, target)), target, _DASHED))
    if before is not None and before.value is not None:
        words = _("Before {what}", what=amount_words(effect, before.value))
        found.append((words, before.value, _DOTTED))
    return found


def _draw_grid(sketch: Sketch, effect: Effect, frame: _Frame) -> None:
    for tick in frame.axis.ticks:
        y = frame.y_of(tick)
        sketch.line((frame.left, y), (frame.right, y), colour="line")
        words = _tick(sketch.pen, effect, tick)
        sketch.text(words, frame.left - _GAP, y - 7, SMALL, "text_secondary", "end")


def _draw_levels(sketch: Sketch, effect: Effect, frame: _Frame) -> None:
    levels = _levels(effect)
    held = [min(max(v, frame.axis.low), frame.axis.high) for _words, v, _dash in levels]
    middles = spread([frame.y_of(v) for v in held], [15.0] * len(levels), 0, sketch.height)
    for (words, _value, dash), value, middle in zip(levels, held, middles, strict=True):
        y = frame.y_of(value)
        sketch.line((frame.left, y), (frame.right, y), colour="text", width=1.5, dash=dash)
        sketch.text(_say(sketch.pen, words), frame.right + _GAP, middle - 7.5, STRONG, "text")


def _draw_start(
    sketch: Sketch, frame: _Frame, x: float, day: datetime.date, today: datetime.date
) -> tuple[Box, ...]:
    """Draw the line of the start with its date; returns what both cover."""
    if not frame.points:
        x = frame.left + _PAD
    sketch.line((x, 2), (x, frame.bottom), colour="text_secondary", width=1.5)
    said = sketch.pen.say(_("Plan starts, {date}", date=in_short(day, today)))
    wide = sketch.pen.line(said, LABEL).width
    left = x + 6 if x + 6 + wide <= sketch.width else x - 6 - wide
    sketch.text(said, left, 1, LABEL, "text_secondary")
    return Box(x - 2, 0, 4, frame.bottom), Box(left - 3, 0, wide + 6, 17)


def _draw_values(sketch: Sketch, frame: _Frame) -> None:
    places = _places(frame)
    for point, (x, _y) in zip(frame.points, places, strict=True):
        ends = _ends(frame, point)
        if ends is not None:
            low, high = ends
            sketch.line((x, low), (x, high), colour="text_secondary", width=1.5)
            for y in ends:
                sketch.line((x - _END, y), (x + _END, y), colour="text_secondary", width=1.5)
    if len(places) > 1:
        sketch.line(*places, colour="text", width=2.0)
    for x, y in places:
        sketch.circle(x, y, _DOT + 1.25, "surface")
        sketch.circle(x, y, _DOT, "text")


def _write_values(sketch: Sketch, effect: Effect, frame: _Frame, upright: tuple[Box, ...]) -> None:
    """Write what was counted beside each value; where they are many, the ones with room."""
    places = _places(frame)
    words = [_label(sketch.pen, effect, point) for point in frame.points]
    blocks = [sketch.pen.line(said, STRONG) for said in words]
    spots = [
        Spot(block.width, 15.0, x, y, _ends(frame, point))
        for block, point, (x, y) in zip(blocks, frame.points, places, strict=True)
    ]
    wide = frame.right - frame.left
    levels = [Box(frame.left, frame.y_of(v) - 1, wide, 2) for _words, v, _dash in _levels(effect)]
    within = Box(frame.left, 0, wide, frame.bottom)
    found = beside(spots, places, upright, levels, within)
    for said, box in zip(words, found, strict=True):
        if box is not None:
            sketch.text(said, box.x, box.y, STRONG, "text")


def _write_dates(sketch: Sketch, frame: _Frame, today: datetime.date) -> None:
    """Write the dates below; the first and the last always, of the others those with room."""
    y = frame.bottom + 8
    taken: list[tuple[float, float]] = []
    order = [0, len(frame.points) - 1, *range(1, len(frame.points) - 1)]
    for i in dict.fromkeys(n for n in order if 0 <= n < len(frame.points)):
        if not frame.points[i].date:
            continue
        day = datetime.date.fromisoformat(frame.points[i].date)
        words = sketch.pen.say(in_short(day, today))
        wide = sketch.pen.line(words, SMALL).width
        middle = min(max(frame.xs[i], wide / 2), sketch.width - wide / 2)
        span = (middle - wide / 2 - 5, middle + wide / 2 + 5)
        if all(span[1] <= one or other <= span[0] for one, other in taken):
            sketch.text(words, middle, y, SMALL, "text_secondary", "middle")
            taken.append(span)


def _places(frame: _Frame) -> list[tuple[float, float]]:
    return [(x, frame.y_of(p.value or 0.0)) for p, x in zip(frame.points, frame.xs, strict=True)]


def _ends(frame: _Frame, point: Point) -> tuple[float, float] | None:
    """Return how far chance could move a value, as heights; None where that is not known."""
    figure = point.figure
    if figure is None or figure.low is None or figure.high is None:
        return None
    return frame.y_of(figure.high), frame.y_of(figure.low)


def _alt(effect: Effect, started: str, today: datetime.date) -> Message:
    told = tell(effect, started)
    before, last = effect.baseline, effect.last
    if before is None or last is None or not last.date:
        return _("{what}. {verdict}", what=effect.kpi.text, verdict=told.sentence)
    return _(
        "{what}: {before} before the plan, {now} on {date}. {verdict}",
        what=effect.kpi.text,
        before=value_words(effect, before),
        now=value_words(effect, last),
        date=in_short(datetime.date.fromisoformat(last.date), today),
        verdict=told.sentence,
    )


def _row(effect: Effect, point: Point) -> tuple[str | float, ...]:
    figure = point.figure
    ends = ("", "") if figure is None else tuple(
        "" if end is None else str(amount_words(effect, end)) for end in (figure.low, figure.high)
    )  # fmt: skip
    value = "" if point.value is None else str(amount_words(effect, point.value))
    return (point.date, value, "" if point.n is None else point.n, *ends)


def _label(pen: Pen, effect: Effect, point: Point) -> str:
    """What was counted; a number without its unit, which stands at the side."""
    return exact(point.value or 0.0) if point.figure is None else _say(
        pen, value_words(effect, point)
    )  # fmt: skip


def _tick(pen: Pen, effect: Effect, value: float) -> str:
    share = effect.unit == FigureKind.SHARE
    return _say(pen, amount_words(effect, value)) if share else exact(value)


def _say(pen: Pen, words: Message | str) -> str:
    return words if isinstance(words, str) else pen.say(words)
