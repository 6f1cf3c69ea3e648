"""One bar of the timeline: how far it is, its check-ins, how late, and words beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from journeymapper.analysis.plans.calendar import Bar, CheckIn
from journeymapper.domain.dates import in_short
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Icon, Path, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.outlines import circle
from journeymapper.text.runs import TextStyle

BAR = 16.0
"""Height of a bar of a plan; a task has half of it."""

_WORDS = TextStyle(11, 15, 400)
_STRONG = TextStyle(11, 15, 600)
_DOT = 4.5

XOf = Callable[[date], float]


def bar_shapes(pen: Pen, bar: Bar, here: Box, x_of: XOf, today: date) -> tuple[Shape, ...]:
    """Return the shapes of a bar that is ``here``, all from the start of the field and its row."""
    middle = here.y + here.h / 2
    shapes: list[Shape] = []
    end = here.right
    if bar.due is None and bar.begin is None:
        shapes.append(circle(here.x + 7, middle, 5.0, "surface", "text_tertiary", 1.25))
    else:
        if bar.late and bar.due is not None:
            end = x_of(today)
            shapes.append(_delay(here.right, end, middle))
        shapes += _body(bar, here)
        for check in bar.checks:
            shapes += _check(check, x_of(check.day), middle)
            end = max(end, x_of(check.day) + _DOT)
    words = pen.line(pen.say(_beside(bar, today)), _STRONG if bar.late else _WORDS)
    shapes.append(Rect(Box(end + 5, middle - 8, words.width + 6, 16), "surface"))
    shapes += placed(
        words, end + 8, middle - words.height / 2, "text" if bar.late else "text_secondary"
    )
    return tuple(shapes)


def _body(bar: Bar, box: Box) -> list[Shape]:
    radius = box.h / 4
    if bar.stage == "draft":
        return [Rect(box, "surface", "text_tertiary", 1.25, radius, (4.0, 3.0))]
    if bar.stage == "closed":
        size = min(box.h, 12.0)
        shapes: list[Shape] = [Rect(box, "good_soft", "good", 1.25, radius)]
        if box.w >= size + 2:
            shapes.append(Icon("check", box.x + 2, box.y + (box.h - size) / 2, size, "good"))
        return shapes
    open_end = bar.due is None
    shapes = [Rect(box, "sunken", "text_secondary", 1.25, radius, (6.0, 3.0) if open_end else ())]
    if bar.share:
        done = Box(box.x, box.y, box.w * bar.share, box.h)
        shapes.append(Rect(done, "text_secondary", radius=radius))
    return shapes


def _delay(start: float, end: float, y: float) -> Shape:
    path = (("M", start, y), ("L", max(start, end), y))
    return Path(path, "", "warn", 2.5, (5.0, 3.0))


def _check(check: CheckIn, x: float, y: float) -> list[Shape]:
    if check.noted:
        return [circle(x, y, _DOT, "text", "surface", 1.25)]
    if not check.missed:
        return [circle(x, y, _DOT, "surface", "text", 1.25)]
    reach = _DOT * 0.55
    cross = (
        ("M", x - reach, y - reach),
        ("L", x + reach, y + reach),
        ("M", x - reach, y + reach),
        ("L", x + reach, y - reach),
    )
    return [circle(x, y, _DOT + 1, "surface", "warn", 1.75), Path(cross, "", "warn", 1.75)]


def _beside(bar: Bar, today: date) -> Message:
    """What stands beside the end of a bar: when, and of a task who."""
    if bar.begin is None and bar.due is None:
        when = _("no date")
    elif bar.due is None:
        when = _("no end")
    elif bar.late:
        when = _("due since {date}", date=in_short(bar.due, today))
    else:
        when = in_short(bar.due, today)
    if not bar.is_task or not bar.who:
        return when
    return _("{when}, {who}", when=when, who=bar.who)
