"""What plans bring against what they cost, five by five, with the quick wins in one corner.

Plans that are not rated yet stand in a strip below. Lengths are px at 100 %.

    field = impact_field(pen, plans, 640, 480)
    field.chips["plan id"]          # where its chip is
    field.rating_at(x, y)           # (impact, effort) there, None outside
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeymapper.analysis.impact_effort import MIDDLE, is_quick_win
from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import LABEL, SMALL, STRONG, Chart, Sketch
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.lettering import Pen, centred

CHIP = 26.0
_SIZES, _GAP = (CHIP, 22.0, 18.0), 6.0
_LEFT, _TOP, _RIGHT, _AXIS, _STRIP = 34.0, 26.0, 8.0, 44.0, 54.0
_VALUES = 5

TITLE = _("Impact and effort")
QUADRANTS: Mapping[tuple[bool, bool], Message] = {
    (True, True): _("Quick wins"),
    (True, False): _("Worth the work"),
    (False, True): _("When there is time"),
    (False, False): _("Better not"),
}
"""What the four parts are called, by much impact and little effort."""

UNRATED = _("Not rated yet")


@dataclass(frozen=True, slots=True)
class Rated:
    """A plan by its number on the field; ``impact`` and ``effort`` are 1 to 5."""

    id: str
    number: int
    name: str
    impact: int | None
    effort: int | None

    @property
    def part(self) -> Message:
        """What the part is called in which it stands."""
        if self.impact is None or self.effort is None:
            return UNRATED
        return QUADRANTS[self.impact >= MIDDLE, self.effort < MIDDLE]


@dataclass(frozen=True, slots=True)
class ImpactField:
    """The drawing with its words, and where everything is on it."""

    chart: Chart
    frame: Box
    chips: Mapping[str, Box]

    def rating_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return impact and effort at a place, None outside of the field."""
        if not self.frame.contains(x, y):
            return None
        effort = int((x - self.frame.x) / self.frame.w * _VALUES) + 1
        impact = _VALUES - int((y - self.frame.y) / self.frame.h * _VALUES)
        return impact, effort


def impact_field(pen: Pen, plans: Sequence[Rated], width: float, height: float) -> ImpactField:
    """Return the field; chips of the same place stand beside each other."""
    sketch = Sketch(pen, width, height)
    frame = Box(_LEFT, _TOP, width - _LEFT - _RIGHT, height - _TOP - _AXIS - _STRIP)
    _ground(sketch, frame)
    chips: dict[str, Box] = {}
    for impact in range(1, _VALUES + 1):
        for effort in range(1, _VALUES + 1):
            here = [p for p in plans if (p.impact, p.effort) == (impact, effort)]
            if here:
                boxes = _chip_boxes(_free(frame, impact, effort), len(here))
                chips |= {plan.id: box for plan, box in zip(here, boxes, strict=True)}
    below = [plan for plan in plans if plan.id not in chips]
    _strip(sketch, frame, height, empty=not below)
    start = _LEFT + 100
    room = max(CHIP, min(CHIP + 6, (width - start - _RIGHT) / max(1, len(below))))
    for place, plan in enumerate(below):
        chips[plan.id] = Box(start + place * room, height - _STRIP + 20, CHIP, CHIP)
    for plan in plans:
        _chip(sketch, plan, chips[plan.id])
    head = (_("Number"), _("Plan"), _("Brings"), _("Costs"), _("Part"))
    rows = [
        (plan.number, plan.name, plan.impact or "", plan.effort or "", pen.say(plan.part))
        for plan in plans
    ]
    return ImpactField(sketch.finished("impact", TITLE, _alt(plans), head, rows), frame, chips)


def _cell(frame: Box, impact: int, effort: int) -> Box:
    w, h = frame.w / _VALUES, frame.h / _VALUES
    return Box(frame.x + (effort - 1) * w, frame.y + (_VALUES - impact) * h, w, h)


def _free(frame: Box, impact: int, effort: int) -> Box:
    """The part of a cell that no name of a part of the field stands in."""
    cell = _cell(frame, impact, effort).inset(4)
    name = STRONG.line
    if impact == _VALUES:
        return Box(cell.x, cell.y + name, cell.w, cell.h - name)
    return Box(cell.x, cell.y, cell.w, cell.h - name) if impact == 1 else cell


def _chip_boxes(room: Box, n: int) -> list[Box]:
    """Chips from the middle of a cell on, smaller where there are many, at last over each other."""
    size = next((s for s in _SIZES if _holds(room, s) >= n), _SIZES[-1])
    columns = min(n, max(1, int((room.w + _GAP) // (size + _GAP))))
    rows = -(-n // columns)
    step = min(size + _GAP, (room.h - size) / max(1, rows - 1))
    wide, high = columns * (size + _GAP) - _GAP, size + (rows - 1) * step
    x, y = room.x + (room.w - wide) / 2, room.y + (room.h - high) / 2
    return [
        Box(x + place % columns * (size + _GAP), y + place // columns * step, size, size)
        for place in range(n)
    ]


def _holds(room: Box, size: float) -> int:
    """How many chips of a size a room holds beside each other."""
    across, down = (int((side + _GAP) // (size + _GAP)) for side in (room.w, room.h))
    return max(0, across) * max(0, down)


def _ground(sketch: Sketch, frame: Box) -> None:
    across = frame.x + frame.w * (MIDDLE - 1) / _VALUES
    up = frame.bottom - frame.h * (MIDDLE - 1) / _VALUES
    sketch.rect(Box(frame.x, frame.y, across - frame.x, up - frame.y), "good_soft")
    for value in range(1, _VALUES):
        x = frame.x + frame.w * value / _VALUES
        y = frame.y + frame.h * value / _VALUES
        sketch.line((x, frame.y), (x, frame.bottom), colour="line")
        sketch.line((frame.x, y), (frame.right, y), colour="line")
    sketch.rect(frame, "", "text_tertiary")
    sketch.line((across, frame.y), (across, frame.bottom), colour="text_secondary", width=1.5)
    sketch.line((frame.x, up), (frame.right, up), colour="text_secondary", width=1.5)
    for value in range(1, _VALUES + 1):
        cell = _cell(frame, value, value)
        middle = cell.x + cell.w / 2
        sketch.text(str(value), middle, frame.bottom + 4, align="middle")
        sketch.text(str(value), frame.x - 8, cell.y + cell.h / 2 - SMALL.line / 2, align="end")
    say = sketch.pen.say
    sketch.text(say(_("How much it brings")), 0, 2, LABEL)
    sketch.text(
        say(_("How much work it is")), frame.x + frame.w / 2, frame.bottom + 22, LABEL,
        align="middle",
    )  # fmt: skip
    for (much, little), words in QUADRANTS.items():
        x = frame.x + 7 if little else frame.right - 7
        y = frame.y + 5 if much else frame.bottom - 5 - STRONG.line
        colour = "good" if much and little else "text_secondary"
        sketch.text(say(words), x, y, STRONG, colour, "start" if little else "end")


def _strip(sketch: Sketch, frame: Box, height: float, *, empty: bool) -> None:
    say = sketch.pen.say
    y = height - _STRIP + 14
    sketch.line((0, y), (frame.right, y), colour="line_strong")
    words = _("All plans are rated.") if empty else UNRATED
    sketch.text(say(words), 0, y + 11, LABEL)


def _chip(sketch: Sketch, plan: Rated, box: Box) -> None:
    x, y, style = box.x + box.w / 2, box.y + box.h / 2, STRONG if box.w == CHIP else SMALL
    quick = is_quick_win(plan.impact, plan.effort)
    fill, ink = ("text", "surface") if quick else ("surface", "text")
    sketch.circle(x, y, box.w / 2 - 1, fill, "text")
    sketch.shapes += centred(sketch.pen.line(str(plan.number), style), x, y, ink)


def _alt(plans: Sequence[Rated]) -> Message:
    quick = [plan.name for plan in plans if is_quick_win(plan.impact, plan.effort)]
    if not quick:
        return _("Impact and effort of {n} plans; none is a quick win.", n=len(plans))
    names = ", ".join(quick)
    return _("Impact and effort of {n} plans. Quick wins: {names}.", n=len(plans), names=names)
